package dev.aiaudit.catalog.type;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the methods of a generic library type hand out its type arguments. Positions of type
 * arguments are counted from 0.
 *
 * @param types the qualified names this holds for
 * @param returns method to the type argument that it returns
 * @param gives method to the type argument that the first parameter of its lambda has
 * @param givesSecond method to the type argument that the second parameter of its lambda has
 * @param elements method to the other type it returns, with the receiver's element as its argument;
 *     {@code Outer<Inner>} when the element is nested
 * @param factories method to the type that it returns whatever the type arguments; {@code self} for
 *     the same type
 * @param projections method to {@code type:position}, or {@code type:entry} for a map's entries
 * @param self methods that return the same type with the same arguments
 * @param maps methods that return the same type with the lambda's result as its argument
 * @param flatMaps methods that return what their lambda returns, or the same type with its argument
 * @param fluent methods that are not listed return the same type
 * @param element the type argument that counts as the element
 */
public record Container(
    List<String> types,
    Map<String, Integer> returns,
    Map<String, Integer> gives,
    Map<String, Integer> givesSecond,
    Map<String, String> elements,
    Map<String, String> factories,
    Map<String, String> projections,
    Set<String> self,
    Set<String> maps,
    Set<String> flatMaps,
    boolean fluent,
    OptionalInt element) {

  /** Copies the collections. */
  public Container {
    types = List.copyOf(types);
    returns = Map.copyOf(returns);
    gives = Map.copyOf(gives);
    givesSecond = Map.copyOf(givesSecond);
    elements = Map.copyOf(elements);
    factories = Map.copyOf(factories);
    projections = Map.copyOf(projections);
    self = Set.copyOf(self);
    maps = Set.copyOf(maps);
    flatMaps = Set.copyOf(flatMaps);
  }
}
