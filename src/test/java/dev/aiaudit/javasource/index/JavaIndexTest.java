package dev.aiaudit.javasource.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaIndexTest {
  static JavaIndex index(int threads, List<byte[]> files) {
    ByteSource source =
        new ByteSource() {
          @Override
          public int count() {
            return files.size();
          }

          @Override
          public String path(int file) {
            return file + ".java";
          }

          @Override
          public byte[] read(int file) throws IOException {
            if (files.get(file).length == 0) {
              throw new IOException("unreadable");
            }
            return files.get(file);
          }
        };
    try {
      return JavaIndex.build(source, threads);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static JavaIndex index(String... files) {
    List<byte[]> bytes = new ArrayList<>();
    for (String file : files) {
      bytes.add(file.getBytes(StandardCharsets.UTF_8));
    }
    return index(1, bytes);
  }

  private static JavaIndex body(String body) {
    return index("class Host { void host() {\n" + body + "\n} }");
  }

  private static JavaIndex members(String members) {
    return index("class Host {\n" + members + "\n}");
  }

  @Test
  void aFileWithAKeyIsKnownAndTheKeyIsNot() {
    String key = "sk-ant-api03-" + "Qx7LwZbN4vKc1RsJf9";
    JavaIndex index = index("class A { String k = \"x " + key + "\"; }", "class B { } // " + key);
    assertThat(index.filesWithKeys().stream()).containsExactly(0);
    assertThat(index.filesWithLiteral(text -> text.contains("sk-ant")).isEmpty()).isTrue();
  }

  @Test
  void aLongWordIsNoKey() {
    assertThat(body("String k = \"a-long-word-with-1-number-in-it\";").filesWithKeys().isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.chat(\"hi\");",
        "model . /* why */ chat\n (\"hi\");",
        "model.<String>chat(1);",
        "model.<java.util.Map<String, int[]>>chat(1);",
        "a().b().chat().c();",
        "super.chat();",
        "if (x > y.chat()) {}",
      })
  void aCallAfterADotIsADotCall(String code) {
    assertThat(body(code).rolesOf("chat", 0)).containsExactly(Role.DOT_CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat(1);",
        "return chat(1);",
        "x = y > chat(1);",
        "boolean b = y > chat(1);",
        "if (y > chat(1)) {}",
        "Runnable r = () -> chat(1);",
        "switch (x) { case 1 -> chat(1); }",
        "switch (x) { default: yield chat(1); }",
        "if (a) chat(1); else chat(2);",
        "run(() -> { int x = 1; chat(1); });",
        "Object o = (String) chat(1);",
      })
  void aCallWithoutADotIsABareCall(String code) {
    assertThat(body(code).rolesOf("chat", 0)).containsExactly(Role.BARE_CALL_OR_DECLARATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String chat(int x) { return null; }",
        "public static void chat() {}",
        "int[] chat() { return null; }",
        "List<String> chat() { return null; }",
        "<T extends A & B> Map<String, ? super T> chat() { return null; }",
        "int x = 1; @Deprecated List<String> chat() { return null; }",
        "@A(x = 1) List<String> chat() { return null; }",
        "a.b.C chat();",
        "Object o = of(new Object() { public List<String> chat() { return null; } });",
      })
  void aMethodDeclarationIsNoCall(String code) {
    JavaIndex index = members(code);
    assertThat(index.rolesOf("chat", 0)).containsExactly(Role.METHOD_DECLARATION);
    assertThat(index.filesCalling("chat").isEmpty()).isTrue();
    assertThat(index.filesDeclaringMethod("chat").contains(0)).isTrue();
  }

  @Test
  void methodReferencesAndConstructorReferencesAreToldApart() {
    JavaIndex index = body("f(model::chat, model::<String>send, Foo::new, Bar[]::new);");
    assertThat(index.filesCreating("Bar")).isEqualTo(FileSet.none());
    assertThat(index.filesReferencing("chat")).isEqualTo(FileSet.of(0));
    assertThat(index.filesReferencing("send")).isEqualTo(FileSet.of(0));
    assertThat(index.filesCreating("Foo")).isEqualTo(FileSet.of(0));
    assertThat(index.filesCalling("chat")).isEqualTo(FileSet.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Foo(1);",
        "new Foo<>(1);",
        "new a.b.Foo(1) {};",
        "new @A Foo(1);",
        "new a.Foo<B>();",
        "outer.new Foo();"
      })
  void creationsCarryTheSimpleNameOfTheType(String code) {
    JavaIndex index = body(code);
    assertThat(index.filesCreating("Foo")).isEqualTo(FileSet.of(0));
    assertThat(index.rolesOf("Foo", 0)).containsExactly(Role.CREATION);
    assertThat(index.filesCreating("a")).isEqualTo(FileSet.none());
  }

  @Test
  void anArrayCreatesNoObjectOfItsType() {
    JavaIndex index = body("Object o = new Foo[3]; o = new int[]{f(1)};");
    assertThat(index.filesCreating("Foo").isEmpty()).isTrue();
    assertThat(index.filesMentioning("Foo").contains(0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Foo {}",
        "public @interface Foo {}",
        "sealed interface Foo<T> permits A {}",
        "enum Foo { A }",
        "record Foo(int x) {}",
        "record Foo<T>(T x) {}",
        "class A { void f() { g(() -> { record Foo(int y) {} }); } }",
        "non-sealed class Foo extends Bar {}",
        "class A { static class B { class Foo {} } }"
      })
  void typesAreFoundAtAnyDepth(String code) {
    JavaIndex index = index(code);
    assertThat(index.filesDeclaringType("Foo").contains(0)).isTrue();
    assertThat(index.filesCalling("Foo").isEmpty()).isTrue();
  }

  @Test
  void aClassLiteralDeclaresNothing() {
    JavaIndex index = body("f(Foo.class, record.class); Foo record = bar(); record.foo();");
    assertThat(index.filesDeclaringType("record").isEmpty()).isTrue();
    assertThat(index.filesDeclaringType("bar").isEmpty()).isTrue();
    assertThat(index.filesDeclaringType("Foo").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A extends Foo {}",
        "class A<T extends Bar> extends Foo<T> implements Baz {}",
        "class A implements Baz<Bar<Bar>>, x.y.Foo<Bar> {}",
        "interface A extends Baz, Foo permits Bar {}",
        "record A(@Q({1, 2}) List<? extends Bar> x) implements Foo {}",
        "enum A implements Foo { B }",
        "class O { static class A extends @N Foo { void f() { Bar.f(); } } }",
      })
  void supertypesCarryTheirSimpleName(String code) {
    JavaIndex index = index(code);
    assertThat(index.filesExtending("Foo").contains(0)).isTrue();
    assertThat(index.filesExtending("Bar").isEmpty()).isTrue();
    assertThat(index.filesExtending("x").isEmpty()).isTrue();
  }

  @Test
  void annotationsCarryTheirSimpleName() {
    JavaIndex index =
        members("@Tool(\"x\") @dev.a.Retry @A(@B(1)) void f(@P int x, C @V... args) {}");
    assertThat(index.filesAnnotated("args").isEmpty()).isTrue();
    for (String name : List.of("Tool", "Retry", "A", "B", "P", "V")) {
      assertThat(index.rolesOf(name, 0)).as(name).containsExactly(Role.ANNOTATION);
    }
    assertThat(index.filesAnnotated("dev").isEmpty()).isTrue();
  }

  @Test
  void importsAreFoundByTypePackageAndPrefix() {
    JavaIndex index =
        index(
            "package x; import com.openai.client.OpenAIClient; class A {}",
            "import com.openai.client.*;\r\nimport java.util.List;",
            "import static com . openai.client.OpenAIClient.of;",
            "package com.openai.client; class OpenAIClient {}",
            "// import com.openai.client.OpenAIClient;\nimport module java.base; class B {}");
    assertThat(index.filesImporting("com.openai.client.OpenAIClient"))
        .isEqualTo(FileSet.of(0, 1, 2));
    assertThat(index.filesImportingUnder("com.openai.")).isEqualTo(FileSet.of(0, 1, 2));
    assertThat(index.filesImportingUnder("com.openai.client.O")).isEqualTo(FileSet.of(0, 2));
    assertThat(index.filesImportingUnder(List.of("java.u", "com.openai.client.OpenAIClient.")))
        .isEqualTo(FileSet.of(1, 2));
    assertThat(index.importsOf(1))
        .containsExactly(
            new Import("com.openai.client", true, false),
            new Import("java.util.List", false, false));
    assertThat(index.importsOf(2))
        .containsExactly(new Import("com.openai.client.OpenAIClient.of", false, true));
    assertThat(index.packageOf(0)).contains("x");
    assertThat(index.packageOf(1)).isEmpty();
    assertThat(index.filesInPackage("com.openai.client")).isEqualTo(FileSet.of(3));
    assertThat(index.importsOf(4)).containsExactly(new Import("java.base", false, false));
  }

  @Test
  void literalsThatLookLikeAddressesAreKept() {
    JavaIndex index =
        body(
            "f(\"https://api.openai.com/v1\", \"api.x.ai\", \"/v1/chat\", \"hello world.\", \"a\","
                + " \"dev.Foo\", \"text/plain\", \"localhost:11434\", \"/\","
                + " \"%s.openai.azure.com\","
                + " \"x \\\" https://q\", '\"', \"http://b\", \"api.groq.com/openai\","
                + " \"12:30\");");
    assertThat(index.literalsOf(0))
        .containsExactly(
            "https://api.openai.com/v1",
            "api.x.ai",
            "/v1/chat",
            "localhost:11434",
            "%s.openai.azure.com",
            "x \\\" https://q",
            "http://b",
            "api.groq.com/openai");
    assertThat(index.filesWithLiteral(text -> text.contains("openai.com")))
        .isEqualTo(FileSet.of(0));
    assertThat(index.literals(text -> text.startsWith("/"))).containsOnlyKeys("/v1/chat");
  }

  @Test
  void eachLineOfATextBlockIsALiteral() {
    JavaIndex index =
        body(
            "f(\"\"\"\n  call https://a.example/x\n  \\\"\"\" chat( \n"
                + " http://b.example\"\"\").g();");
    assertThat(index.literalsOf(0)).containsExactly("call https://a.example/x", "http://b.example");
    assertThat(index.filesMentioning("chat").isEmpty()).isTrue();
    assertThat(index.filesCalling("g").contains(0)).isTrue();
  }

  @Test
  void aLongLiteralIsCutAroundItsSchemeBetweenCharacters() {
    String before = "ä".repeat(300);
    JavaIndex index = body("f(\"" + before + "https://api.openai.com/" + "ö".repeat(300) + "\");");
    assertThat(index.literalsOf(0)).hasSize(1);
    assertThat(index.literalsOf(0).get(0))
        .contains("https://api.openai.com/")
        .matches("ä+https://api.openai.com/ö+")
        .hasSizeLessThanOrEqualTo(FileEntries.MAX_LITERAL);
  }

  @Test
  void namesInCommentsAndLiteralsAreNotMentioned() {
    JavaIndex index =
        body(
            "/* gone() /* */ // gone()\n/**/ f(\"gone()\", 'g', '\\'', \"\\\\\");"
                + " /*/ gone */ here();");
    assertThat(index.filesMentioning("gone").isEmpty()).isTrue();
    assertThat(index.filesCalling("here").contains(0)).isTrue();
  }

  @Test
  void anUnclosedLiteralEndsWithItsLine() {
    JavaIndex index = body("f(\"open); gone();\nhere(); char c = 'x;\nthere();");
    assertThat(index.filesMentioning("gone").isEmpty()).isTrue();
    assertThat(index.filesCalling("here").contains(0)).isTrue();
    assertThat(index.filesCalling("there").contains(0)).isTrue();
  }

  @Test
  void numbersAndKeywordsAreNotNames() {
    JavaIndex index = body("if (x) { return 0xFF + 1e10 + 10L + 1.5f; }");
    assertThat(index.filesMentioning("if").isEmpty()).isTrue();
    assertThat(index.filesMentioning("xFF").isEmpty()).isTrue();
    assertThat(index.filesMentioning("e10").isEmpty()).isTrue();
    assertThat(index.filesMentioning("L").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "UTF-32LE"})
  void aByteOrderMarkTellsTheEncoding(String charset) {
    byte[] bytes = "\ufeffpackage a.b; class Größe { }".getBytes(Charset.forName(charset));
    JavaIndex index = index(1, List.of(bytes));
    assertThat(index.packageOf(0)).contains("a.b");
    assertThat(index.filesDeclaringType("Größe").contains(0)).isTrue();
  }

  @Test
  void namesInWindowsEncodingAreFound() {
    byte[] bytes = "import x.Y; class Größe { }".getBytes(Charset.forName("windows-1252"));
    JavaIndex index = index(1, List.of(bytes));
    assertThat(index.filesDeclaringType("Größe").contains(0)).isTrue();
    assertThat(index.importsOf(0)).containsExactly(new Import("x.Y", false, false));
  }

  @Test
  void unicodeEscapesInNamesAreUndone() {
    JavaIndex index =
        body("ch\\u0061t(1); \\uuu006dodel.send(); f(\"C:\\\\users\"); \\u12G4; x();");
    assertThat(index.filesCalling("chat").contains(0)).isTrue();
    assertThat(index.filesCalling("send").contains(0)).isTrue();
    assertThat(index.filesMentioning("model").contains(0)).isTrue();
    assertThat(index.filesMentioning("ch").isEmpty()).isTrue();
    assertThat(index.filesCalling("x").contains(0)).isTrue();
  }

  @Test
  void filesThatCannotBeReadAreListed() {
    JavaIndex index = index(2, List.of("class A {}".getBytes(StandardCharsets.UTF_8), new byte[0]));
    assertThat(index.unread()).isEqualTo(FileSet.of(1));
    assertThat(index.fileCount()).isEqualTo(2);
    assertThat(index.packageOf(1)).isEmpty();
    assertThat(index.importsOf(1)).isEmpty();
  }

  @Test
  void anEmptySourceGivesAnEmptyIndex() {
    JavaIndex index = index(4, List.of());
    assertThat(index.fileCount()).isZero();
    assertThat(index.filesMentioning("x")).isEqualTo(FileSet.none());
  }
}
