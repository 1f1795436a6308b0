package dev.aiaudit.runbook;

import dev.aiaudit.workspace.SafeName;

/** Names of the files in a folder of runbooks. */
public final class RunbookNames {
  /** The index. */
  public static final String INDEX = "README.md";

  /** The folder of the drill cards. */
  public static final String DRILLS = "drills/";

  private RunbookNames() {}

  /** The name without ending of a provider's page: lower case, digits and hyphens. */
  public static String file(String provider) {
    return SafeName.slug(provider);
  }

  /** The page of a provider. */
  public static String page(String provider) {
    return file(provider) + ".md";
  }

  /** The drill cards of a provider. */
  public static String drill(String provider) {
    return DRILLS + page(provider);
  }
}
