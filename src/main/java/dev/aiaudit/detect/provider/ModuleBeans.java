package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.bean.Bean;
import dev.aiaudit.resolve.bean.Beans;
import dev.aiaudit.resolve.bean.InjectionPoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The beans that a module sees: its own, and those of modules it uses or that use it. */
final class ModuleBeans {
  private final Basis at;
  private final Beans beans;

  ModuleBeans(Basis at) {
    this.at = at;
    this.beans = new Beans(at.project(), at.catalog().seedPackages());
  }

  /** The beans that a place gets: one when a name or preference tells, else all that fit. */
  List<Bean> forPlace(InjectionPoint place) {
    return place.choose(visible(place));
  }

  /** All beans that fit a place by type, whatever their names. */
  List<Bean> visible(InjectionPoint place) {
    String module = at.moduleOf(place.owner());
    Set<String> seen = new LinkedHashSet<>(Set.of(module));
    seen.addAll(at.config().modules().dependenciesOf(module));
    seen.addAll(at.config().modules().dependentsOf(module));
    return beans.of(place.type()).stream().filter(b -> seen.contains(moduleOf(b))).toList();
  }

  /** All beans with that name that fit a type. */
  List<Bean> named(InjectionPoint place, String name) {
    return visible(place).stream().filter(b -> b.names().contains(name)).toList();
  }

  private String moduleOf(Bean bean) {
    return bean.home(at.project()).map(at::moduleOf).orElse("");
  }
}
