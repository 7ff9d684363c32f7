package org.dylink.linker.link;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryType;
import org.dylink.format.TagType;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;

/**
 * Decides what each import is bound to, before anything is compiled: so all problems are told at
 * once, and nothing has to be taken back. Who else wants to know reads the {@link Resolution}.
 */
final class Resolver {
  private final Outside outside;
  private final boolean bindNow;
  private final ImportProblems problems = new ImportProblems();
  private final Map<LoadedModule, List<Bound>> bounds = new LinkedHashMap<>();
  // A program has hundreds of symbols, most of them with several users: one object each.
  private final IdentityHashMap<Export, Definition> definitions = new IdentityHashMap<>();

  private Resolver(Outside outside, boolean bindNow) {
    this.outside = outside;
    this.bindNow = bindNow;
  }

  /**
   * Resolves what a program starts with.
   *
   * @param bindNow whether functions that nobody defines are a problem
   */
  static Resolution atStart(
      List<LoadedModule> libraries, Outside outside, PlainModules plain, boolean bindNow) {
    Resolver resolver = new Resolver(outside, bindNow);
    StartRules rules = new StartRules(plain);
    for (LoadedModule module : plain.inOrder()) {
      resolver.resolve(module, entry -> resolver.ofPlain(module, entry, rules));
    }
    rules.check(libraries.get(0), resolver.problems);
    return resolver.resolve(libraries);
  }

  /** Resolves libraries that come into a running program, or that are only looked at. */
  static Resolution of(List<LoadedModule> libraries, Outside outside, boolean bindNow) {
    return new Resolver(outside, bindNow).resolve(libraries);
  }

  /**
   * Searches again what nobody defined: after a library has become global, or has gone.
   *
   * @return the same, but for that
   */
  static Resolution again(Resolution resolution) {
    return resolution.revised(
        (user, entry, bound) ->
            bound instanceof Bound.Undefined && entry.type() instanceof FunctionType
                ? definedLater(user, entry)
                : bound);
  }

  /** What a name means that no import has: a function before data, as dlsym finds it. */
  static Optional<Definition> lookup(String symbol, SymbolScope scope) {
    return lookup(symbol, scope, Symbol.Kind.FUNCTION)
        .or(() -> lookup(symbol, scope, Symbol.Kind.DATA));
  }

  /** What a name of one kind means to a program as a whole, which sees nothing that is hidden. */
  static Optional<Definition> lookup(String symbol, SymbolScope scope, Symbol.Kind kind) {
    return scope.find(symbol, kind, null);
  }

  /** What a symbol means to a library that names it. */
  static Bound meaning(String symbol, Symbol.Kind kind, LoadedModule user) {
    if (kind == Symbol.Kind.DATA && AbiNames.isLinkerAddress(symbol)) {
      return Bound.Own.ADDRESS;
    }
    boolean isLinkers = kind == Symbol.Kind.TAG && AbiNames.isLinkerTag(symbol);
    Bound otherwise = isLinkers ? Bound.Own.TAG : Bound.Undefined.NOBODY;
    return user.scope().find(symbol, kind, user).map(found -> (Bound) found).orElse(otherwise);
  }

  // Bound once it fits: the user was linked without it, and may run with another type in mind.
  private static Bound definedLater(LoadedModule user, Import entry) {
    return user.scope()
        .find(entry.name(), Symbol.Kind.FUNCTION, user)
        .filter(found -> found.export().type().equals(entry.type()))
        .map(Bound.Undefined::new)
        .orElse(Bound.Undefined.NOBODY);
  }

  private Resolution resolve(List<LoadedModule> libraries) {
    libraries.forEach(library -> resolve(library, entry -> of(library, entry)));
    return new Resolution(bounds, problems.list());
  }

  private void resolve(LoadedModule user, java.util.function.Function<Import, Bound> of) {
    bounds.put(user, user.module().imports().stream().map(of).toList());
  }

  private Bound ofPlain(LoadedModule user, Import entry, StartRules rules) {
    Optional<String> refusal = rules.refusal(user, entry);
    refusal.ifPresent(detail -> problems.add(Reason.UNSUPPORTED, user, entry, detail));
    return refusal.isPresent() ? Bound.Missing.MISSING : of(user, entry);
  }

  private Bound of(LoadedModule user, Import entry) {
    return switch (entry.module()) {
      case AbiNames.ENV -> ofEnv(user, entry);
      case AbiNames.GOT_FUNC -> ofAddress(user, entry, Symbol.Kind.FUNCTION);
      case AbiNames.GOT_MEM ->
          AbiNames.isLinkerAddress(entry.name()) ? Bound.Own.ADDRESS : ofData(user, entry);
      default -> ofModule(user, entry);
    };
  }

  private Bound ofEnv(LoadedModule user, Import entry) {
    Optional<Bound> given = user.isPlain() ? givenInEnv(user, entry) : Optional.empty();
    if (given.isPresent()) {
      return given.get();
    } else if (user.module().hasOldDylink() && isAccessor(entry.name())) {
      String detail =
          "an accessor of before 2020: has the old dylink section, build it with Emscripten"
              + " 2.0.14 or newer";
      return problem(Reason.UNSUPPORTED, user, entry, detail);
    } else if (entry.type() instanceof FunctionType) {
      return ofFunction(user, entry);
    } else if (entry.type() instanceof MemoryType memory) {
      return memory.shared()
          ? problem(Reason.UNSUPPORTED, user, entry, "shared memory is not supported")
          : Bound.Own.MEMORY;
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
  private Optional<Bound> givenInEnv(LoadedModule user, Import entry) {
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

  private Bound ofFunction(LoadedModule user, Import entry) {
    Optional<Definition> found = find(user, entry, Symbol.Kind.FUNCTION);
    if (found.isPresent()) {
      return DlFunctions.fits((FunctionType) entry.type(), found.get())
          ? found.get()
          : compared(user, entry, found.get().module().name(), found.get());
    }
    Optional<Bound> host = outside.inEnv(entry.name());
    if (host.isPresent()) {
      return compared(user, entry, "the host", host.get());
    }
    return bindNow ? undefined(user, entry, Symbol.Kind.FUNCTION) : Bound.Undefined.NOBODY;
  }

  private Bound ofGlobal(LoadedModule user, Import entry) {
    return switch (entry.name()) {
      case AbiNames.STACK_POINTER -> Bound.Own.STACK_POINTER;
      case AbiNames.MEMORY_BASE -> Bound.Own.MEMORY_BASE;
      case AbiNames.TABLE_BASE -> Bound.Own.TABLE_BASE;
      default -> problem(Reason.MISSING_SYMBOL, user, entry, "no global of that name");
    };
  }

  private Bound ofAddress(LoadedModule user, Import entry, Symbol.Kind kind) {
    Optional<Bound> found = find(user, entry, kind).map(definition -> definition);
    Optional<Bound> host =
        kind == Symbol.Kind.FUNCTION && found.isEmpty()
            ? outside.inEnv(entry.name())
            : Optional.empty();
    return found.or(() -> host).orElseGet(() -> undefined(user, entry, kind));
  }

  private Bound ofData(LoadedModule user, Import entry) {
    Bound bound = ofAddress(user, entry, Symbol.Kind.DATA);
    if (bound instanceof Definition found
        && found.flags().isThreadLocal()
        && found.module().module().export(AbiNames.TLS_BASE).isEmpty()) {
      String detail = "thread-local in " + found.module() + ", which does not export __tls_base";
      problems.add(Reason.UNSUPPORTED, user, entry, detail);
    }
    return bound;
  }

  // A tag must be there when its importer is instantiated: one of its own cannot be.
  private Bound ofTag(LoadedModule user, Import entry) {
    Optional<Definition> found = find(user, entry, Symbol.Kind.TAG);
    found.ifPresent(tag -> compared(user, entry, tag.module().name(), tag));
    if (found.isEmpty() && !AbiNames.isLinkerTag(entry.name())) {
      return undefinedTag(user, entry);
    }
    return found.isPresent() && found.get().module() != user ? found.get() : Bound.Own.TAG;
  }

  private Bound undefinedTag(LoadedModule user, Import entry) {
    problems.addUndefined(user, entry, Symbol.Kind.TAG);
    return Bound.Missing.MISSING;
  }

  private Bound ofModule(LoadedModule user, Import entry) {
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

  private Optional<Definition> find(LoadedModule user, Import entry, Symbol.Kind kind) {
    return user.scope()
        .find(entry.name(), kind, user)
        .map(found -> definitions.computeIfAbsent(found.export(), export -> found));
  }

  /** Notes a problem if what was found is of another type; it stays what was found. */
  private Bound compared(LoadedModule user, Import entry, String provider, Bound found) {
    Optional<ExternType> type = found.type();
    type.ifPresent(actual -> problems.compare(user, entry, provider, actual));
    return found;
  }

  private Bound undefined(LoadedModule user, Import entry, Symbol.Kind kind) {
    if (user.isWeak(entry)) {
      return Bound.Undefined.NOBODY;
    }
    problems.addUndefined(user, entry, kind);
    return Bound.Missing.MISSING;
  }

  private Bound problem(Reason reason, LoadedModule user, Import entry, String detail) {
    problems.add(reason, user, entry, detail);
    return Bound.Missing.MISSING;
  }
}
