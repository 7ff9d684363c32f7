package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a reader can rely on in all parts: a name means one thing, and a class can be understood
 * with few others.
 */
@AnalyzeClasses(locations = Parts.class, importOptions = Parts.OnlyOurs.class)
class ShapeTest {
  /** As many as one can keep in mind. */
  private static final int MOST_IN_A_CIRCLE = 4;

  @ArchTest
  static void noNameMeansTwoThings(JavaClasses all) {
    Map<String, Set<String>> packages = new TreeMap<>();
    for (JavaClass each : all) {
      if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
        packages
            .computeIfAbsent(each.getSimpleName(), name -> new TreeSet<>())
            .add(each.getPackageName());
      }
    }
    packages.values().removeIf(places -> places.size() == 1);

    assertEquals(Map.of(), packages, "classes that have the name of another one");
  }

  // What a sealed type is made of does not count: it is read as one.
  @ArchTest
  static void noPackageHasACircleOfMoreThanFourClasses(JavaClasses all) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaPackage each : all.getPackage("org.dylink").getSubpackagesInTree()) {
      Set<String> largest = new Circles(each.getClasses()).largest();
      if (largest.size() > MOST_IN_A_CIRCLE) {
        found.put(each.getName(), largest);
      }
    }

    assertEquals(Map.of(), found, "circles of classes that need each other");
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toSet());
  }

  /** Which classes of a package need each other; a class is what is in its file. */
  private static final class Circles {
    private final Map<String, Set<String>> reached = new TreeMap<>();

    Circles(Set<JavaClass> classes) {
      Map<String, Set<String>> direct = new TreeMap<>();
      for (JavaClass each : classes) {
        direct.computeIfAbsent(file(each), name -> new HashSet<>()).addAll(needed(each));
      }
      direct.keySet().forEach(name -> reached.put(name, reach(name, direct)));
    }

    private static Set<String> needed(JavaClass user) {
      return user.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(target -> target.getPackageName().equals(user.getPackageName()))
          .map(Circles::file)
          .collect(Collectors.toSet());
    }

    private static String file(JavaClass each) {
      return each.getEnclosingClass().map(Circles::file).orElse(each.getSimpleName());
    }

    private static Set<String> reach(String from, Map<String, Set<String>> direct) {
      Set<String> seen = new HashSet<>();
      Set<String> next = direct.getOrDefault(from, Set.of());
      while (!next.isEmpty()) {
        next = minus(next, seen);
        seen.addAll(next);
        next =
            next.stream()
                .flatMap(each -> direct.getOrDefault(each, Set.of()).stream())
                .collect(Collectors.toSet());
        next = minus(next, seen);
      }
      return seen;
    }

    Set<String> largest() {
      Set<String> largest = Set.of();
      for (String each : reached.keySet()) {
        Set<String> circle =
            reached.get(each).stream()
                .filter(other -> reached.getOrDefault(other, Set.of()).contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
        largest = circle.size() > largest.size() ? circle : largest;
      }
      return largest;
    }
  }
}
