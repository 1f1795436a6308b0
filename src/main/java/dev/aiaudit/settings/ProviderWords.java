package dev.aiaudit.settings;

import dev.aiaudit.catalog.data.DataNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads provider ids: the built-in ones and those of the user's own catalogue entries. */
final class ProviderWords {
  private final Supplier<Set<String>> builtIn;
  private final Set<String> own;

  ProviderWords(Supplier<Set<String>> builtIn, Set<String> own) {
    this.builtIn = builtIn;
    this.own = own;
  }

  String read(DataNode node) {
    String id = node.text().strip();
    if (own.contains(id)) {
      return id;
    }
    Set<String> all = new TreeSet<>(builtIn.get());
    all.addAll(own);
    if (!all.contains(id)) {
      throw node.fault("no such provider: " + Values.noneOf(id, all));
    }
    return id;
  }
}
