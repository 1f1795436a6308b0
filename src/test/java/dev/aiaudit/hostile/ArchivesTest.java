package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threats 10 and 29: archives, classes and images in the tree are never opened. */
class ArchivesTest {
  @TempDir Path root;

  @Test
  void whatIsInAnArchiveIsNotThere() throws IOException {
    byte[] zip = zip("../../Ask.java", Tree.CALL);
    Tree tree = new Tree(root).with("Ask.java", Tree.CALL);
    for (String name : List.of("lib/a.jar", "b.zip", "c.war", "d.tar.gz", "e.java.zip")) {
      tree.with(name, zip);
    }
    tree.with("Zip.java", zip).with("application.yml", zip).with("pom.xml", zip);
    tree.with("Class.java", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0});
    tree.with("Nul.java", Tree.CALL.replace("class Ask", "class Nul") + "// \0");
    Report report = tree.audit();

    assertThat(report.inventory().callSites()).hasSize(1);
    assertThat(report.inventory().callSites().get(0).location().file()).isEqualTo("Ask.java");
    assertThat(report.diagnostics())
        .extracting(d -> d.file())
        .contains("Zip.java", "Class.java", "Nul.java", "application.yml", "pom.xml");
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
