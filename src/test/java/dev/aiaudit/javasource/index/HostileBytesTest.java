package dev.aiaudit.javasource.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileBytesTest {
  private static final String[] PIECES = {
    "class ",
    "record ",
    "import ",
    "import static ",
    "package ",
    "a.b.C",
    ";",
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    ".",
    "::",
    "@",
    "new ",
    "extends ",
    "implements ",
    "permits ",
    "\"",
    "\"\"\"",
    "'",
    "\\",
    "\\u0041",
    "\\u",
    "/*",
    "*/",
    "//",
    "\n",
    "\r\n",
    "\r",
    "*",
    "\"http://x\"",
    "\"/a\"",
    "->",
    "=",
    "[",
    "]",
    "yield ",
    "\ufeff",
    "ä",
    "\u0000",
    "0x1",
    "1e",
    "interface ",
    "module ",
  };

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] randomPieces(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int pieces = 1 + random.nextInt(150);
    for (int i = 0; i < pieces; i++) {
      out.writeBytes(
          random.nextInt(40) == 0
              ? new byte[] {(byte) random.nextInt(256)}
              : PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static List<byte[]> files() {
    List<byte[]> files = new ArrayList<>();
    byte[][] marks = {{}, {(byte) 0xff, (byte) 0xfe}, {(byte) 0xfe, (byte) 0xff}, {(byte) 0xef}};
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      files.add(randomPieces(random));
      ByteArrayOutputStream marked = new ByteArrayOutputStream();
      marked.writeBytes(marks[seed % marks.length]);
      marked.writeBytes(randomBytes(random));
      files.add(marked.toByteArray());
    }
    return files;
  }

  @Test
  void noBytesStopTheIndexAndTheFileAfterThemIsIndexedAsEver() {
    List<byte[]> files = new ArrayList<>();
    byte[] sound = "package p.q; class Sound { void f() { x.call(); } }".getBytes();
    for (byte[] hostile : files()) {
      files.add(hostile);
      files.add(sound);
    }
    JavaIndex index = JavaIndexTest.index(1, files);
    assertThat(index.unread().isEmpty()).isTrue();
    for (int file = 1; file < files.size(); file += 2) {
      assertThat(index.packageOf(file)).contains("p.q");
      assertThat(index.rolesOf("Sound", file)).containsExactly(Role.TYPE_DECLARATION);
      assertThat(index.rolesOf("call", file)).containsExactly(Role.DOT_CALL);
    }
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    List<byte[]> files = files();
    JavaIndex one = JavaIndexTest.index(1, files);
    JavaIndex five = JavaIndexTest.index(5, files);
    assertThat(five.literals(text -> true)).isEqualTo(one.literals(text -> true)).isNotEmpty();
    for (String name : List.of("a", "b", "C", "ä", "A", "http")) {
      for (Role role : Role.values()) {
        assertThat(five.filesWith(name, role)).isEqualTo(one.filesWith(name, role));
      }
      assertThat(five.filesMentioning(name)).isEqualTo(one.filesMentioning(name));
    }
    assertThat(five.filesImportingUnder("a.")).isEqualTo(one.filesImportingUnder("a."));
    for (int file = 0; file < files.size(); file++) {
      assertThat(five.importsOf(file)).isEqualTo(one.importsOf(file));
      assertThat(five.literalsOf(file)).isEqualTo(one.literalsOf(file));
      assertThat(five.packageOf(file)).isEqualTo(one.packageOf(file));
    }
  }

  @Test
  void veryLongNamesAndManyNamesAreBorne() {
    String name = "x".repeat(NameTable.MAX_LENGTH);
    StringBuilder many = new StringBuilder("class Many { ");
    for (int i = 0; i < 100_000; i++) {
      many.append('n').append(i).append("(); ");
    }
    many.append(name).append("(); ").append(name).append("y(); last(); ");
    many.append("(".repeat(50_000)).append("{".repeat(50_000));
    JavaIndex index =
        JavaIndexTest.index(1, List.of(many.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(index.filesCalling("n99999").contains(0)).isTrue();
    assertThat(index.filesCalling(name).contains(0)).isTrue();
    assertThat(index.filesMentioning(name + "y").isEmpty()).isTrue();
    assertThat(index.filesCalling("last").contains(0)).isTrue();
  }
}
