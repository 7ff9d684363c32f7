package org.dylink.linker.link.resolve;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;

/** What cannot be bound, in words. */
public final class ImportProblems {
  private final List<Problem> problems = new ArrayList<>();

  List<Problem> list() {
    return problems;
  }

  /** Something is wrong with a module as a whole. */
  void add(Reason reason, String module, String message) {
    problems.add(new Problem(reason, module, "", "", message));
  }

  void add(Reason reason, Place user, Import entry, String detail) {
    addImport(reason, user, entry, ": " + detail);
  }

  /** Nobody defines a symbol. */
  void addUndefined(Place user, Import entry, Symbol.Kind kind) {
    String what =
        switch (kind) {
          case FUNCTION -> "function";
          case DATA -> "data symbol";
          case TAG -> "tag";
        };
    String message = undefined(user, entry.name(), what);
    problems.add(
        new Problem(Reason.MISSING_SYMBOL, user.name(), entry.name(), user.name(), message));
  }

  /** Told once for all imports of a module, of which libc.so has 45. */
  void addMissingModule(Place user, Import entry) {
    List<Import> all =
        user.module().imports().stream().filter(i -> i.module().equals(entry.module())).toList();
    if (all.indexOf(entry) == 0) {
      String others = all.size() == 1 ? "" : " and " + (all.size() - 1) + " more";
      String detail = others + ": no host library and no module provides " + entry.module();
      addImport(Reason.MISSING_LIBRARY, user, entry, detail);
    }
  }

  /** Compares what was found with what an import expects. */
  void compare(Place user, Import entry, String provider, ExternType found) {
    ExternType expected = entry.type();
    if (!expected.kind().equals(found.kind())) {
      String detail = "expected a " + expected.kind() + ", " + provider + " has a " + found.kind();
      add(Reason.TYPE_MISMATCH, user, entry, detail);
    } else if (expected instanceof FunctionType && !expected.equals(found)) {
      String detail =
          "signature mismatch: expected " + expected + ", " + provider + " has " + found;
      String why = AddressRules.isNarrowed(user, expected, found) ? narrowed(user) : "";
      add(Reason.TYPE_MISMATCH, user, entry, detail + why);
    }
  }

  private static String narrowed(Place user) {
    return ": its pointers have 32 bits, those of " + user + " have 64 (wasm64)";
  }

  public static String undefined(Place user, String symbol, String what) {
    return user + ": undefined " + what + " " + symbol + ": searched " + user.scope().searched();
  }

  private void addImport(Reason reason, Place user, Import entry, String rest) {
    String message = user + ": import " + entry.qualifiedName() + rest;
    problems.add(new Problem(reason, user.name(), entry.name(), user.name(), message));
  }
}
