package org.dylink.machine.ir;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;
import org.dylink.machine.ir.Place.Kind;

/** Which numbers of a function are made of addresses of the host. */
final class HostNumbers {
  private static final Pattern LOAD = Pattern.compile("load .*?, ptr ([^, ]+).*");
  private static final Pattern NAME = Pattern.compile("%\\w+");
  private static final Set<Service> REFERENCES =
      Set.of(Service.REF_FUNC, Service.TABLE_GET, Service.GLOBAL_GET);

  private final IrFunction function;
  private final ContextLayout layout;

  HostNumbers(IrFunction function, ContextLayout layout) {
    this.function = function;
    this.layout = layout;
  }

  boolean contains(String value) {
    return contains(value, new HashSet<>());
  }

  private boolean contains(String value, Set<String> seen) {
    String definition = function.definition(value);
    if (!seen.add(value)
        || definition.matches("(icmp|fcmp|(musttail )?call tailcc|alloca|atomicrmw|cmpxchg) .*")) {
      return false;
    } else if (definition.startsWith("ptrtoint ")) {
      return true;
    }
    Matcher load = LOAD.matcher(definition);
    if (load.matches()) {
      return isLoaded(load.group(1), seen);
    }
    return NAME.matcher(definition).results().anyMatch(each -> contains(each.group(), seen));
  }

  private boolean isLoaded(String pointer, Set<String> seen) {
    Place from = Place.of(pointer, function, layout);
    return switch (from.kind()) {
      case MEMORY, GLOBAL -> false;
      case ELEMENTS -> !from.isTableSize();
      case WORDS -> isReference(from.key());
      case LOCAL -> isStored(from.key(), seen);
      default -> true;
    };
  }

  /** Whether words have a reference, which Java has answered. */
  boolean isReference(String words) {
    Pattern call =
        Pattern.compile(
            "call void @dylink_service\\(i64 (\\d+), ptr " + words + ", ptr swiftself %t\\)");
    return function.lines().stream()
        .map(call::matcher)
        .filter(Matcher::matches)
        .anyMatch(each -> REFERENCES.contains(Service.of(Long.parseLong(each.group(1)))));
  }

  private boolean isStored(String local, Set<String> seen) {
    Pattern store = Pattern.compile("store .* (\\S+), ptr " + local + "\\b.*");
    return function.lines().stream()
        .map(store::matcher)
        .filter(Matcher::matches)
        .anyMatch(each -> contains(each.group(1), seen));
  }

  /** Whether an address may be made of a number: of a reference that Java has answered. */
  boolean mayPoint(String value) {
    Matcher load = LOAD.matcher(function.definition(value));
    if (!load.matches()) {
      return false;
    }
    Place from = Place.of(load.group(1), function, layout);
    return from.kind() == Kind.WORDS && isReference(from.key());
  }
}
