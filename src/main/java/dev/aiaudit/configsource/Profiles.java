package dev.aiaudit.configsource;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of profiles tell: production runs under some, and never under others. */
public final class Profiles {

  private static final Pattern TRIAL =
      Pattern.compile(
          "dev|devel|develop|development|developer|local|localhost|test|tests|testing|it|e2e"
              + "|ci|mock|mocks|stub|(unit|integration)-?tests?|(local|dev|test)[-_].*"
              + "|.*[-_](local|dev|test)");

  private static final Pattern PRODUCTION = Pattern.compile("prod.*|prd|live|release");

  private Profiles() {}

  /**
   * Whether nothing runs in production under a profile.
   *
   * @param expression a profile, or several separated by {@code ,} or {@code |}
   */
  public static boolean trial(String expression) {
    for (String one : expression.split("[,|]")) {
      if (!TRIAL.matcher(one.strip().toLowerCase(Locale.ROOT)).matches()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether production runs under a profile, by its name.
   *
   * @param name of one profile
   */
  public static boolean production(String name) {
    return PRODUCTION.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * The profiles that count: those that are activated, without the trial ones where the tree shows
   * what production runs under.
   *
   * @param activated by settings or by the environment of a deployment
   * @param known all profiles that some setting belongs to
   */
  static Set<String> counting(Set<String> activated, Set<String> known) {
    Set<String> lasting = new LinkedHashSet<>(activated);
    boolean tried = lasting.removeIf(Profiles::trial);
    if (!tried || !lasting.isEmpty()) {
      return lasting;
    }
    known.stream().filter(Profiles::production).forEach(lasting::add);
    return lasting.isEmpty() ? activated : lasting;
  }
}
