package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModulesTest {

  private static final String PARENT =
      """
      <project>
        <groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version>
        <packaging>pom</packaging>
        <properties><spring-ai.version>1.0.3</spring-ai.version></properties>
        <modules><module>core</module><module>web</module></modules>
        <dependencyManagement><dependencies>
          <dependency><groupId>org.springframework.ai</groupId>
            <artifactId>spring-ai-bom</artifactId><version>${spring-ai.version}</version>
            <type>pom</type><scope>import</scope></dependency>
          <dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId>
            <version>4.0.0</version></dependency>
        </dependencies></dependencyManagement>
        <dependencies><dependency><groupId>io.github.resilience4j</groupId>
          <artifactId>resilience4j-spring-boot3</artifactId><version>2.2.0</version>
        </dependency></dependencies>
      </project>
      """;

  private static String pom(String name, String dependencies) {
    return "<project><parent><groupId>com.acme</groupId><artifactId>parent</artifactId>"
        + "<version>1</version></parent><artifactId>"
        + name
        + "</artifactId>\n"
        + "<dependencies>\n"
        + dependencies
        + "</dependencies></project>";
  }

  private static String dependency(String group, String artifact) {
    return "<dependency>\n<groupId>"
        + group
        + "</groupId>\n<artifactId>"
        + artifact
        + "</artifactId>\n</dependency>\n";
  }

  private static Modules maven() {
    return new Project()
        .file("pom.xml", PARENT)
        .file(
            "core/pom.xml",
            pom(
                "core",
                dependency("org.springframework.ai", "spring-ai-starter-model-openai")
                    + dependency("com.openai", "openai-java")))
        .file("web/pom.xml", pom("web", dependency("${project.groupId}", "core")))
        .read()
        .modules();
  }

  @Test
  void a_source_file_belongs_to_the_nearest_build_file_upwards() {
    assertThat(maven().of("web/src/main/java/A.java").map(Module::name)).contains("web");
    assertThat(maven().of("docs/A.java").map(Module::name)).contains("parent");
  }

  @Test
  void dependencies_of_a_parent_are_inherited() {
    assertThat(maven().of("web/A.java").orElseThrow().has("resilience4j-spring-boot3")).isTrue();
  }

  @Test
  void dependencies_of_modules_of_the_tree_count_too() {
    Module web = maven().of("web/A.java").orElseThrow();
    assertThat(web.has("spring-ai-starter-model-openai")).isTrue();
    assertThat(maven().dependentsOf("core")).containsExactly("web");
    assertThat(maven().dependenciesOf("web")).containsExactly("core");
  }

  @Test
  void versions_come_from_dependency_management_and_boms_of_the_parent() {
    Module core = maven().of("core/A.java").orElseThrow();
    assertThat(core.dependency("openai-java").flatMap(Dependency::version)).contains("4.0.0");
    assertThat(core.dependency("spring-ai-starter-model-openai").flatMap(Dependency::version))
        .contains("1.0.3");
  }

  @Test
  void a_dependency_is_located_at_its_artifact_id() {
    Module core = maven().of("core/A.java").orElseThrow();
    assertThat(core.dependency("openai-java").orElseThrow().location())
        .hasToString("core/pom.xml:9");
  }

  @Test
  void a_dependency_in_a_profile_is_there_but_not_effective() {
    Modules modules =
        new Project()
            .file(
                "pom.xml",
                "<project><artifactId>a</artifactId><profiles><profile><id>azure</id><dependencies>"
                    + dependency("dev.langchain4j", "langchain4j-azure-open-ai")
                    + "</dependencies></profile></profiles></project>")
            .read()
            .modules();
    Module module = modules.all().get(0);
    assertThat(module.has("langchain4j-azure-open-ai")).isFalse();
    assertThat(module.dependencies().get(0).profile()).isEqualTo(Optional.of("azure"));
  }

  @Test
  void a_dependency_in_a_profile_that_is_active_by_default_is_effective() {
    String pom =
        "<project><artifactId>a</artifactId><profiles><profile><id>azure</id><activation>"
            + "<activeByDefault>%s</activeByDefault></activation><dependencies>"
            + dependency("dev.langchain4j", "langchain4j-azure-open-ai")
            + "</dependencies></profile></profiles></project>";
    assertThat(has(pom.formatted("true"))).isTrue();
    assertThat(has(pom.formatted("false"))).isFalse();
  }

  private static boolean has(String pom) {
    Modules modules = new Project().file("pom.xml", pom).read().modules();
    return modules.all().get(0).has("langchain4j-azure-open-ai");
  }

  @Test
  void plugin_dependencies_are_no_dependencies() {
    Modules modules =
        new Project()
            .file(
                "pom.xml",
                "<project><artifactId>a</artifactId><build><plugins><plugin><dependencies>"
                    + dependency("com.openai", "openai-java")
                    + "</dependencies></plugin></plugins></build></project>")
            .read()
            .modules();
    assertThat(modules.all().get(0).dependencies()).isEmpty();
  }

  @Test
  void gradle_modules_know_catalogues_projects_and_subprojects() {
    Modules modules =
        new Project()
            .file("settings.gradle", "include 'core', 'web'")
            .file(
                "gradle/libs.versions.toml",
                """
                [versions]
                openai = "4.1.0"
                [libraries]
                openai-java = { module = "com.openai:openai-java", version.ref = "openai" }
                lc4j = { group = "dev.langchain4j", name = "langchain4j", version = "1.2" }
                [bundles]
                ai = ["openai-java", "lc4j"]
                """)
            .file(
                "build.gradle",
                "subprojects {\n dependencies {\n"
                    + "  implementation 'org.springframework.retry:spring-retry:2.0'\n }\n}\n")
            .file("core/build.gradle.kts", "dependencies {\n  implementation(libs.bundles.ai)\n}")
            .file("web/build.gradle", "dependencies { implementation project(':core') }")
            .read()
            .modules();
    Module web = modules.of("web/src/A.java").orElseThrow();
    assertThat(web.has("spring-retry")).isTrue();
    assertThat(web.dependency("openai-java").flatMap(Dependency::version)).contains("4.1.0");
    assertThat(web.dependency("langchain4j").orElseThrow().location())
        .hasToString("core/build.gradle.kts:2");
  }

  @Test
  void gradle_versions_come_from_variables_and_gradle_properties() {
    Modules modules =
        new Project()
            .file("gradle.properties", "aiVersion=1.1.0\n")
            .file(
                "build.gradle",
                """
                ext { r4j = '2.1.0' }
                dependencyManagement { imports {
                  mavenBom "org.springframework.ai:spring-ai-bom:${aiVersion}" } }
                dependencies {
                  implementation "io.github.resilience4j:resilience4j-spring-boot3:$r4j"
                  implementation 'org.springframework.ai:spring-ai-starter-model-ollama'
                  // implementation 'com.openai:openai-java:1.0'
                  testImplementation group: 'org.testcontainers', name: 'ollama', version: '1.2'
                }
                """)
            .read()
            .modules();
    Module module = modules.all().get(0);
    assertThat(module.dependency("resilience4j-spring-boot3").flatMap(Dependency::version))
        .contains("2.1.0");
    assertThat(module.dependency("spring-ai-starter-model-ollama").flatMap(Dependency::version))
        .contains("1.1.0");
    assertThat(module.has("openai-java")).isFalse();
    assertThat(module.dependencies()).anyMatch(d -> d.artifact().equals("ollama") && d.test());
  }

  @Test
  void parents_that_name_each_other_end() {
    String pom =
        "<project><parent><groupId>g</groupId><artifactId>%s</artifactId>"
            + "<relativePath>%s</relativePath></parent><artifactId>%s</artifactId></project>";
    Modules modules =
        new Project()
            .file("a/pom.xml", pom.formatted("b", "../b", "a"))
            .file("b/pom.xml", pom.formatted("a", "../a", "b"))
            .read()
            .modules();
    assertThat(modules.all()).hasSize(2);
  }
}
