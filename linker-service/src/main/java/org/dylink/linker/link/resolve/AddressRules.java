package org.dylink.linker.link.resolve;

import java.util.List;
import org.dylink.format.AddressType;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.parts.Place;

/** A program has one memory, and all who use it have addresses of the same size. */
final class AddressRules {
  private final ImportProblems problems;

  AddressRules(ImportProblems problems) {
    this.problems = problems;
  }

  /** Notes what keeps a module that imports the program's memory from having it. */
  void check(Place user) {
    user.scope()
        .search()
        .filter(place -> place.module().addressType().isPresent())
        .findFirst()
        .filter(first -> !first.module().addressType().equals(user.module().addressType()))
        .ifPresent(first -> addOtherSize(user, first));
  }

  /**
   * Whether a function would be what a module with addresses of 64 bits expects, had it such too.
   * So it is with those of WASI preview 1, which is defined for wasm32 alone.
   */
  static boolean isNarrowed(Place user, ExternType expected, ExternType found) {
    return user.module().programKind().isWide()
        && expected instanceof FunctionType wide
        && found instanceof FunctionType narrow
        && narrowed(wide.params()).equals(narrowed(narrow.params()))
        && narrowed(wide.results()).equals(narrowed(narrow.results()));
  }

  private static List<ValueType> narrowed(List<ValueType> types) {
    return types.stream().map(type -> type == ValueType.I64 ? ValueType.I32 : type).toList();
  }

  private void addOtherSize(Place user, Place first) {
    String message =
        user
            + ": has addresses of "
            + bits(user)
            + ", while "
            + first
            + " has addresses of "
            + bits(first)
            + ": a program has one memory ("
            + user.chain()
            + ")";
    problems.add(Reason.UNSUPPORTED, user.name(), message);
  }

  private static String bits(Place place) {
    return place.module().addressType().orElseThrow() == AddressType.I32
        ? "32 bits (wasm32)"
        : "64 bits (wasm64)";
  }
}
