package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threats 24 and 25: call graphs with more paths than anybody could walk. */
class PathExplosionTest {
  @TempDir Path root;

  @Test
  void aLayeredGraphWithTenToTheFortyFourPathsHasOneShortestPath() {
    int layers = 30;
    int width = 30;
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    for (int layer = 0; layer < layers; layer++) {
      StringBuilder text = new StringBuilder("package shop;\n");
      if (layer == layers - 1) {
        text.append("import org.springframework.web.bind.annotation.*;\n@RestController\n");
      }
      text.append("class Layer").append(layer).append(" {\n");
      text.append(layer == 0 ? "  Ask below;\n" : "  Layer" + (layer - 1) + " below;\n");
      for (int i = 0; i < width; i++) {
        text.append(layer == layers - 1 && i == 0 ? "  @GetMapping(\"/top\")\n" : "");
        text.append("  String m").append(layer).append('_').append(i).append("() {\n");
        for (int j = 0; j < (layer == 0 ? 1 : width); j++) {
          String callee = layer == 0 ? "ask(\"x\")" : "m" + (layer - 1) + "_" + j + "()";
          text.append("    below.").append(callee).append(";\n");
        }
        text.append("    return \"\";\n  }\n");
      }
      tree.with("Layer" + layer + ".java", text.append("}\n").toString());
    }
    CallSite site = only(tree.audit());

    assertThat(site.paths()).hasSize(2);
    assertThat(site.paths().stream().mapToInt(p -> p.frames().size()).max()).hasValue(layers + 1);
  }

  @Test
  void methodsThatCallOneAnotherInACircleEnd() {
    int methods = 3_000;
    StringBuilder text = new StringBuilder("package shop;\nclass Circle {\n  Ask ask;\n");
    for (int i = 0; i < methods; i++) {
      int next = (i + 1) % methods;
      text.append("  void c").append(i).append("() { c").append(next).append("(); ");
      text.append(i == 0 ? "ask.ask(\"x\"); }\n" : "}\n");
    }
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    tree.with("Circle.java", text.append("}\n").toString());

    assertThat(only(tree.audit()).paths()).hasSize(1);
  }

  @Test
  void oneNameWithThousandsOfOverloadsAndImplementationsEnds() {
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    StringBuilder overloads = new StringBuilder("package shop;\nclass Many {\n  Ask ask;\n");
    for (int i = 0; i < 3_000; i++) {
      overloads.append("  void run(T").append(i).append(" t) { run(null); }\n");
    }
    overloads.append("  void run() { ask.ask(\"x\"); }\n}\n");
    tree.with("Many.java", overloads.toString());
    tree.with("Job.java", "package shop;\ninterface Job { void run(); }\n");
    StringBuilder jobs = new StringBuilder("package shop;\n");
    for (int i = 0; i < 1_000; i++) {
      jobs.append("class J").append(i).append(" implements Job { Job next; ");
      jobs.append("public void run() { next.run(); } }\n");
    }
    jobs.append("class Last implements Job { Many m; public void run() { m.run(); } }\n");
    tree.with("Jobs.java", jobs.toString());

    assertThat(only(tree.audit()).paths()).hasSize(1);
  }

  private static CallSite only(Report report) {
    assertThat(report.diagnostics()).isEmpty();
    assertThat(report.inventory().callSites()).hasSize(1);
    return report.inventory().callSites().get(0);
  }
}
