package org.dylink.linker.link.resolve;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.dylink.format.AddressType;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryType;
import org.dylink.format.TagType;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.parts.SymbolScope;

/** What one import is bound to, by its module, kind and type. */
final class ImportRules {
  private final Outside outside;
  private final boolean bindNow;
  private final ImportProblems problems = new ImportProblems();
  private final ThreadRules threads = new ThreadRules(problems);
  private final AddressRules addresses = new AddressRules(problems);
  // A program has hundreds of symbols, most of them with several users: one object each.
  private final IdentityHashMap<Export, Definition> definitions = new IdentityHashMap<>();

  // Nothing comes or goes while one batch is resolved. Most of it has one scope.
  private final IdentityHashMap<SymbolScope, ScopeIndex> scopes = new IdentityHashMap<>();

  ImportRules(Outside outside, boolean bindNow) {
    this.outside = outside;
    this.bindNow = bindNow;
  }

  /** What is wrong with the imports that were looked at so far. */
  ImportProblems problems() {
    return problems;
  }

  /** What holds for a module in a program with threads. */
  ThreadRules threads() {
    return threads;
  }

  /** What an import of a plain module is bound to, unless the rules of a start forbid it. */
  Bound ofPlain(Place user, Import entry, StartRules rules) {
    Optional<String> refusal = rules.refusal(user, entry);
    refusal.ifPresent(detail -> problems.add(Reason.UNSUPPORTED, user, entry, detail));
    return refusal.isPresent() ? Bound.Missing.MISSING : of(user, entry);
  }

  /** What an import is bound to; if nothing fits, the problem is noted. */
  Bound of(Place user, Import entry) {
    if (isOfGot(entry) && entry.type() instanceof FunctionType) {
      AddressType addresses = user.module().addressType().orElse(AddressType.I32);
      String found = "global " + Pointers.variable(addresses);
      String detail = "expected function " + entry.type() + ", found " + found;
      return problem(Reason.TYPE_MISMATCH, user, entry, detail);
    }
    return switch (entry.module()) {
      case AbiNames.ENV -> ofEnv(user, entry);
      case AbiNames.GOT_FUNC -> ofAddress(user, entry, Symbol.Kind.FUNCTION);
      case AbiNames.GOT_MEM ->
          AbiNames.isLinkerAddress(entry.name()) ? Bound.Own.ADDRESS : ofData(user, entry);
      default -> ofModule(user, entry);
    };
  }

  private static boolean isOfGot(Import entry) {
    return entry.module().equals(AbiNames.GOT_FUNC) || entry.module().equals(AbiNames.GOT_MEM);
  }

  private Bound ofEnv(Place user, Import entry) {
    Optional<Bound> given = user.occupant().isPlain() ? givenInEnv(user, entry) : Optional.empty();
    if (given.isPresent()) {
      return given.get();
    } else if (user.module().hasOldDylink() && isAccessor(entry.name())) {
      String detail =
          "an accessor of before 2020: has the old dylink section, build it with Emscripten"
              + " 2.0.14 or newer";
      return problem(Reason.UNSUPPORTED, user, entry, detail);
    } else if (entry.type() instanceof FunctionType) {
      return ofFunction(user, entry);
    } else if (entry.type() instanceof MemoryType) {
      threads.check(user);
      addresses.check(user);
      return Bound.Own.MEMORY;
    } else if (entry.type() instanceof TagType) {
      return ofTag(user, entry);
    }
    return entry.type() instanceof GlobalType ? ofGlobal(user, entry) : Bound.Own.TABLE;
  }

  // Emscripten's functions that give the address of data and of functions, before the GOT.
  private static boolean isAccessor(String name) {
    return name.startsWith("g$") || name.startsWith("fp$");
  }

  /** What stands for the program's C to a module that is no part of it. */
  private Optional<Bound> givenInEnv(Place user, Import entry) {
    Optional<Bound> given = outside.givenEnv(entry.name());
    if (given.isPresent()) {
      return given.map(found -> compared(user, entry, AbiNames.ENV, found));
    }
    boolean isDefinedInC =
        find(user, entry, Symbol.Kind.FUNCTION)
            .filter(found -> found.export().type().equals(entry.type()))
            .isPresent();
    return isDefinedInC ? Optional.empty() : outside.inEnvOfPlain(user, entry);
  }

  private Bound ofFunction(Place user, Import entry) {
    Optional<Definition> found = find(user, entry, Symbol.Kind.FUNCTION);
    if (found.isPresent()) {
      return isWithoutResult(entry, found.get())
          ? found.get()
          : compared(user, entry, found.get().place().name(), found.get());
    }
    Optional<Bound> host = outside.inEnv(entry.name());
    if (host.isPresent()) {
      return compared(user, entry, "the host", host.get());
    }
    return bindNow ? undefined(user, entry, Symbol.Kind.FUNCTION) : Bound.Undefined.NOBODY;
  }

  // Programs exist that were built against a dlclose without a result.
  private static boolean isWithoutResult(Import entry, Definition found) {
    FunctionType expected = (FunctionType) entry.type();
    FunctionType actual = (FunctionType) found.export().type();
    boolean dropsResult = expected.results().isEmpty() && expected.params().equals(actual.params());
    return dropsResult && found.isOfLibdl();
  }

  private Bound ofGlobal(Place user, Import entry) {
    return switch (entry.name()) {
      case AbiNames.STACK_POINTER -> Bound.Own.STACK_POINTER;
      case AbiNames.MEMORY_BASE -> Bound.Own.MEMORY_BASE;
      case AbiNames.TABLE_BASE -> Bound.Own.TABLE_BASE;
      default -> problem(Reason.MISSING_SYMBOL, user, entry, "no global of that name");
    };
  }

  private Bound ofAddress(Place user, Import entry, Symbol.Kind kind) {
    Optional<Bound> found = find(user, entry, kind).map(definition -> definition);
    Optional<Bound> host =
        kind == Symbol.Kind.FUNCTION && found.isEmpty()
            ? outside.inEnv(entry.name())
            : Optional.empty();
    return found.or(() -> host).orElseGet(() -> undefined(user, entry, kind));
  }

  private Bound ofData(Place user, Import entry) {
    Bound bound = ofAddress(user, entry, Symbol.Kind.DATA);
    if (bound instanceof Definition found
        && found.flags().isThreadLocal()
        && found.place().module().export(AbiNames.TLS_BASE).isEmpty()) {
      String detail = "thread-local in " + found.place() + ", which does not export __tls_base";
      problems.add(Reason.UNSUPPORTED, user, entry, detail);
    }
    return bound;
  }

  // A tag must be there when its importer is instantiated: one of its own cannot be.
  private Bound ofTag(Place user, Import entry) {
    Optional<Definition> found = find(user, entry, Symbol.Kind.TAG);
    found.ifPresent(tag -> compared(user, entry, tag.place().name(), tag));
    if (found.isEmpty() && !AbiNames.isLinkerTag(entry.name())) {
      return undefinedTag(user, entry);
    }
    return found.isPresent() && found.get().place() != user ? found.get() : Bound.Own.TAG;
  }

  private Bound undefinedTag(Place user, Import entry) {
    problems.addUndefined(user, entry, Symbol.Kind.TAG);
    return Bound.Missing.MISSING;
  }

  private Bound ofModule(Place user, Import entry) {
    boolean isHost = user.library().host().isPresent();
    Optional<Bound> found = outside.find(user, entry);
    if (found.isPresent()) {
      return compared(user, entry, isHost ? "its instance" : entry.module(), found.get());
    } else if (isHost || outside.has(entry.module())) {
      String who = isHost ? "its instance" : entry.module();
      return problem(Reason.MISSING_SYMBOL, user, entry, who + " has nothing of that name");
    }
    problems.addMissingModule(user, entry);
    return Bound.Missing.MISSING;
  }

  private Optional<Definition> find(Place user, Import entry, Symbol.Kind kind) {
    ScopeIndex scope = scopes.computeIfAbsent(user.scope(), ScopeIndex::new);
    return SymbolSearch.find(scope.mayDefine(entry.name()), entry.name(), kind, user)
        .map(found -> definitions.computeIfAbsent(found.export(), export -> found));
  }

  /** Notes a problem if what was found is of another type; it stays what was found. */
  private Bound compared(Place user, Import entry, String provider, Bound found) {
    Optional<ExternType> type = found.type();
    type.ifPresent(actual -> problems.compare(user, entry, provider, actual));
    return found;
  }

  private Bound undefined(Place user, Import entry, Symbol.Kind kind) {
    if (user.occupant().isWeak(entry)) {
      return Bound.Undefined.NOBODY;
    }
    problems.addUndefined(user, entry, kind);
    return Bound.Missing.MISSING;
  }

  private Bound problem(Reason reason, Place user, Import entry, String detail) {
    problems.add(reason, user, entry, detail);
    return Bound.Missing.MISSING;
  }
}
