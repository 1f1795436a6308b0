package dev.aiaudit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the shape of the house: which package may import which, who may use which library, and what
 * no class may do. A new package is added to {@link #mayImport()}; nothing else needs to change.
 */
class ArchitectureTest {
  private static final String ROOT = "dev.aiaudit";
  private static final String STARTS_GIT = ROOT + ".change.GitProgram";
  private static final int MAX_FILE_LINES = 400;

  /** Packages that build on each other; each floor sees all floors before it and no neighbour. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("model", "syntax"),
          List.of("escape", "workspace", "catalog", "settings"),
          List.of("javasource", "configsource"),
          List.of("resolve"),
          List.of("detect"),
          List.of("trace"),
          List.of("flow"));

  private static final JavaClasses MAIN_CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** For each package, what it may import; in the order from the ground floor up. */
  private static Map<String, List<String>> mayImport() {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    List<String> below = new ArrayList<>();
    for (List<String> floor : FLOORS) {
      floor.forEach(name -> rules.put(name, List.copyOf(below)));
      below.addAll(floor);
    }
    // The exception between neighbours: settings hold path patterns and catalogue entries.
    rules.put("settings", List.of("model", "syntax", "workspace", "catalog"));
    rules.put("rule", List.of("model"));
    rules.put("triage", List.of("model", "settings"));
    below.addAll(List.of("rule", "triage"));
    // The tree as it was before a change: it knows files and git, and nothing of what they mean.
    rules.put("change", List.of("workspace"));
    rules.put("engine", List.copyOf(below));
    rules.put("terminal", List.of("model", "escape"));
    rules.put("render", List.of("model", "escape", "terminal"));
    rules.put("runbook", List.of("model", "escape", "catalog", "workspace", "render"));
    rules.put("cli", List.copyOf(rules.keySet()));
    rules.put("main", List.of("cli", "terminal"));
    return rules;
  }

  @Test
  void importsOnlyGoDown() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : mayImport().keySet()) {
      layers = layers.optionalLayer(name).definedBy(packageOf(name));
    }
    for (Map.Entry<String, List<String>> rule : mayImport().entrySet()) {
      String[] lower = rule.getValue().toArray(String[]::new);
      layers =
          lower.length == 0
              ? layers.whereLayer(rule.getKey()).mayNotAccessAnyLayer()
              : layers.whereLayer(rule.getKey()).mayOnlyAccessLayers(lower);
    }
    check(layers.because("a stage can be read, tested and replaced knowing only those below it"));
  }

  @Test
  void everyPackageHasItsPlaceInTheLayers() {
    Set<String> known = mayImport().keySet();
    assertThat(MAIN_CLASSES.stream().map(ArchitectureTest::topPackage).distinct())
        .as("a package that no layer names could import anything")
        .isSubsetOf(known);
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(
        slices()
            .matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle are one package with a confusing name"));
  }

  @Test
  void librariesStayWhereTheyBelong() {
    confine("com.github.javaparser..", "javasource");
    confine("picocli..", "cli");
    confine("org.fusesource.jansi..", "terminal");
    confine(
        "com.fasterxml.jackson..",
        "catalog",
        "settings",
        "configsource",
        "render",
        "triage",
        "cli");
    confine("org.yaml.snakeyaml..", "configsource", "settings", "catalog");
  }

  @Test
  void nothingTalksToTheNetwork() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                describe(
                    "can open a connection",
                    type ->
                        type.getPackageName().startsWith("java.net.http")
                            || type.getPackageName().startsWith("javax.net")
                            || type.getName().matches("java\\.nio\\.channels\\..*Socket.*")
                            || type.getName()
                                .matches("java\\.net\\..*(Socket|Connection|Inet|Proxy).*")))
            .orShould()
            .callMethodWhere(called(java.net.URL.class, "openConnection", "openStream"))
            .orShould()
            .callMethodWhere(called(java.net.URL.class, "getContent"))
            .because("a scan promises: no network, no account, the code never leaves the machine"));
  }

  @Test
  void nothingRunsForeignCode() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("javax.script..").or(type(java.io.ObjectInputStream.class)))
            .orShould()
            .callMethodWhere(called(Runtime.class, "exec", "load", "loadLibrary"))
            .orShould()
            .callMethodWhere(called(Class.class, "forName"))
            .orShould()
            .callMethodWhere(called(ClassLoader.class, "loadClass", "defineClass"))
            .because("scanned repositories are hostile until proven otherwise: data stays data"));
  }

  /**
   * What a revision holds stands in git's packs, deltas and alternates, which git alone reads well;
   * so {@code --diff-base} asks the user's git for objects, and for nothing that a repository could
   * make run its own commands. Every other option and command starts no process.
   */
  @Test
  void onlyTheQuestionForAnEarlierRevisionStartsAProcess() {
    check(
        noClasses()
            .that(not(describe("ask git", type -> type.getName().equals(STARTS_GIT))))
            .should()
            .dependOnClassesThat(type(ProcessBuilder.class))
            .because("scanned repositories are hostile until proven otherwise"));
  }

  @Test
  void onlyMainEndsTheProcess() {
    check(
        outside("main")
            .callMethodWhere(called(System.class, "exit"))
            .orShould()
            .callMethodWhere(called(Runtime.class, "exit", "halt"))
            .because("everything else must be usable as a library and in tests"));
  }

  @Test
  void onlyMainAndTerminalTouchTheStandardStreams() {
    check(
        outside("main", "terminal")
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethodWhere(called(Throwable.class, "printStackTrace"))
            .because("text reaches a terminal only through the escaping that belongs to it"));
  }

  @Test
  void onlyMainReadsTheClock() {
    DescribedPredicate<JavaCall<?>> readsNow =
        describe(
            "read the system clock",
            call ->
                call.getTargetOwner().getPackageName().startsWith("java.time")
                    && call.getTarget().getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    check(
        outside("main")
            .callMethodWhere(readsNow)
            .orShould()
            .callMethodWhere(called(Clock.class, "system", "systemUTC", "systemDefaultZone"))
            .orShould()
            .callConstructor(java.util.Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same tree gives the same report, and tests choose what day it is"));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..helper..", "..manager..", "..common..", "..impl..")
            .because("such rooms are never tidied again"));
  }

  @Test
  void everyMainPackageSaysWhatItIsFor() {
    assertThat(javaFiles("src/main/java").map(Path::getParent).distinct())
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  @Test
  void noSourceFileIsLong() {
    assertThat(Stream.concat(javaFiles("src/main/java"), javaFiles("src/test/java")))
        .as("files over %d lines are split by question", MAX_FILE_LINES)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(MAX_FILE_LINES));
  }

  private static void confine(String library, String... packages) {
    check(
        noClasses()
            .that(not(describe("in its packages", type -> isIn(type, packages))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(library + " is replaceable as long as only " + List.of(packages) + " use it"));
  }

  private static com.tngtech.archunit.lang.syntax.elements.ClassesShould outside(
      String... packages) {
    return noClasses()
        .that(
            describe("are outside " + List.of(packages), (JavaClass type) -> !isIn(type, packages)))
        .should();
  }

  private static DescribedPredicate<JavaCall<?>> called(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join("/", names),
        call -> {
          CodeUnitCallTarget target = call.getTarget();
          return target.getOwner().isAssignableTo(owner)
              && List.of(names).contains(target.getName());
        });
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN_CLASSES);
  }

  private static boolean isIn(JavaClass type, String... packages) {
    return List.of(packages).contains(topPackage(type));
  }

  /** The first package under the root; "main" for the root package itself. */
  private static String topPackage(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "main" : name.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
  }

  private static String packageOf(String name) {
    return name.equals("main") ? ROOT : ROOT + "." + name + "..";
  }

  private static Stream<Path> javaFiles(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
