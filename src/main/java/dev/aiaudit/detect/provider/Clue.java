package dev.aiaudit.detect.provider;

import dev.aiaudit.model.Evidence;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of the providers behind a client.
 *
 * @param providers ids of those it can be, sorted; more than one means that run time decides
 * @param open whether run time can also give one that the tree does not name
 * @param inProcess whether it can be a model inside the JVM
 * @param evidence how it is known
 * @param models ids of models that it is given, sorted
 */
public record Clue(
    SortedSet<String> providers,
    boolean open,
    boolean inProcess,
    Evidence evidence,
    SortedSet<String> models) {

  /** Nothing is known. */
  public static final Clue NONE =
      new Clue(new TreeSet<>(), false, false, Evidence.UNKNOWN, new TreeSet<>());

  /** A model inside the JVM. */
  static final Clue IN_PROCESS =
      new Clue(new TreeSet<>(), false, true, Evidence.DERIVED, new TreeSet<>());

  /** Copies the sets. */
  public Clue {
    providers = new TreeSet<>(providers);
    models = new TreeSet<>(models);
  }

  static Clue of(String provider, Evidence evidence) {
    return new Clue(new TreeSet<>(Set.of(provider)), false, false, evidence, new TreeSet<>());
  }

  static Clue pinned(Optional<String> provider, Evidence evidence) {
    return provider.map(p -> of(p, evidence)).orElse(NONE);
  }

  /** Whether it says anything about providers. */
  public boolean isEmpty() {
    return providers.isEmpty() && !open && !inProcess;
  }

  /** Whether it names exactly one provider. */
  boolean single() {
    return providers.size() == 1 && !open && !inProcess;
  }

  /** What holds when it can be either. */
  Clue or(Clue other) {
    if (isEmpty() || other.isEmpty()) {
      Clue known = isEmpty() ? other : this;
      return known.withModels(models).withModels(other.models);
    }
    SortedSet<String> all = new TreeSet<>(providers);
    all.addAll(other.providers);
    Evidence weaker = evidence.compareTo(other.evidence) >= 0 ? evidence : other.evidence;
    return new Clue(all, open || other.open, inProcess || other.inProcess, weaker, models)
        .withModels(other.models);
  }

  /** This one, or the other one if this says nothing about providers. */
  Clue orElse(Clue other) {
    return isEmpty() ? other.withModels(models) : this;
  }

  /** The same with a run-time choice beyond what the tree names. */
  Clue opened() {
    return new Clue(providers, true, inProcess, evidence, models);
  }

  Clue withModels(Set<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    SortedSet<String> all = new TreeSet<>(models);
    all.addAll(more);
    return new Clue(providers, open, inProcess, evidence, all);
  }

  /** The same with these models in place of what the client is set to, if there are any. */
  Clue asked(Set<String> named) {
    return named.isEmpty()
        ? this
        : new Clue(providers, open, inProcess, evidence, new TreeSet<>(named));
  }

  /** The same, no more certain than that. */
  Clue atMost(Evidence limit) {
    return evidence.compareTo(limit) >= 0
        ? this
        : new Clue(providers, open, inProcess, limit, models);
  }
}
