package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 5: the shapes in which YAML files of real projects are no YAML, or no usual one. */
class OddYamlTest {
  private static final List<String> SHAPES =
      List.of(
          "version: @project.version@\n",
          "version: '@project.version@'\n",
          "url: ${a.b:http://x:8080/${c}}\n",
          "url: #{systemProperties['a']}\n",
          "a: {{ .Values.a }}\n",
          "a: {{- if .Values.a }}\nb: c\n{{- end }}\n",
          "{{- range .Values.list }}\n- a: {{ . | quote }}\n{{- end }}\n",
          "a:\n{{ toYaml .Values.b | indent 2 }}\n",
          "{{ include \"x.labels\" . | nindent 4 }}\n",
          "a: <% b %>\n",
          "a: __TOKEN__\n",
          "a: $$VAR$$\n",
          "a: %DIR%\n",
          "%YAML 1.1\n---\na: b\n",
          "%YAML 9.9\n---\na: b\n",
          "%TAG ! tag:a,2026:\n---\na: !b c\n",
          "a:\tb\n",
          "\ta: b\n",
          "a:\n\t- b\n",
          "a: b\na: c\n",
          "a: b\n---\na: c\n...\n---\n",
          "---\n---\n---\n",
          "a: b: c\n",
          "a: 'b\n",
          "a: \"\\q\"\n",
          "a: [b\n",
          "a: {b\n",
          "a: >\n\n\n  b\n c\n",
          "a: |3-\n    b\n",
          "- a\nb: c\n",
          "a: !secret b\n",
          "a: !Ref b\nc: !Sub [d, {e: f}]\n",
          "a: !!binary aGFsbG8=\n",
          "a: 2026-11-24T00:00:00Z\nb: 1e9\nc: 0x1F\nd: 010\ne: .inf\nf: ~\n",
          "on: push\nyes: no\n",
          "? a\n: b\n? [c, d]\n: e\n",
          "\"a.b[0].c\": d\n'e f': g\n",
          "a: b # c\n#d: e\n",
          "a: \u0085b\u2028c\n",
          "a: \u0000b\n",
          "spring:\n  ai.openai:\n    api-key: k\n",
          "<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n",
          "<?xml version=\"1.0\"?>\n<a/>\n",
          "{\"a\": [1, 2,], // c\n}\n",
          "a = b\n[c]\nd = 1\n",
          "");

  private static final List<String> PATHS =
      List.of(
          "application.yml",
          "compose.yaml",
          ".github/workflows/ci.yml",
          "values.yaml",
          "action.yml");

  @TempDir Path root;

  @Test
  void whateverTheShapeAndTheLineEndsTheKeyBehindItIsStillFound() {
    assertThat(SHAPES).hasSizeGreaterThanOrEqualTo(40);
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    int files = 0;
    for (String shape : SHAPES) {
      for (String path : PATHS) {
        String text = shape + "openai: x\n";
        tree.with("a" + files + "/" + path, text);
        tree.with("b" + files + "/" + path, text.replace("\n", "\r\n"));
        tree.with("c" + files + "/" + path, "\uFEFF" + text);
        tree.with("d" + files++ + "/" + path, text.strip());
      }
    }
    tree.with("z/.env", "OPENAI_API_KEY=${KEY}\n");
    Report report = tree.audit();

    assertThat(report.inventory().callSites()).hasSize(1);
    assertThat(report.inventory().configFacts())
        .anyMatch(f -> f.location().file().equals("z/.env"));
    assertThat(report.diagnostics()).noneMatch(d -> d.message().contains("a bug in ai-audit"));
  }
}
