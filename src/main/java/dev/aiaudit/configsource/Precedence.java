package dev.aiaudit.configsource;

import java.util.Comparator;
import java.util.Set;

/**
 * Who wins among entries of one key: the environment of a deployment, then active profiles, then
 * the default profile, then profiles nobody activates; properties beat YAML, a later document an
 * earlier one.
 */
final class Precedence implements Comparator<ConfigEntry> {

  private final Set<String> active;

  Precedence(Set<String> active) {
    this.active = Set.copyOf(active);
  }

  @Override
  public int compare(ConfigEntry left, ConfigEntry right) {
    int byRank = Integer.compare(rank(right), rank(left));
    if (byRank != 0) {
      return byRank;
    }
    int byKind = Boolean.compare(properties(right), properties(left));
    if (byKind != 0) {
      return byKind;
    }
    return left.location().file().equals(right.location().file())
        ? right.location().compareTo(left.location())
        : left.location().compareTo(right.location());
  }

  private static boolean properties(ConfigEntry entry) {
    return entry.location().file().endsWith(".properties");
  }

  private int rank(ConfigEntry entry) {
    if (entry.source().environment()) {
      return entry.source() == EntrySource.EXAMPLE ? -1_000 : 1_000 + strength(entry.source());
    }
    int source = strength(entry.source()) * 10;
    if (entry.profile().isEmpty()) {
      return 200 + source;
    }
    if (applies(entry)) {
      return 400 + source;
    }
    return production(entry) ? 50 + source : source;
  }

  private static int strength(EntrySource source) {
    return switch (source) {
      case EXAMPLE -> 0;
      case RESOURCE -> 1;
      case BOOTSTRAP -> 2;
      case MICROPROFILE -> 3;
      case APPLICATION -> 4;
      case DOCKERFILE -> 5;
      case DOTENV -> 6;
      case KUBERNETES -> 7;
      case COMPOSE -> 8;
    };
  }

  private static boolean production(ConfigEntry entry) {
    return entry.profile().filter(Profiles::production).isPresent();
  }

  /** Whether the profile of an entry is active by default. */
  boolean applies(ConfigEntry entry) {
    if (entry.profile().isEmpty()) {
      return true;
    }
    for (String profile : entry.profile().get().split("[,|]")) {
      String name = profile.strip();
      boolean quarkusDefault = entry.source() == EntrySource.MICROPROFILE && name.equals("prod");
      boolean negated = name.startsWith("!") && !active.contains(name.substring(1));
      if (active.contains(name) || quarkusDefault || negated) {
        return true;
      }
    }
    return false;
  }
}
