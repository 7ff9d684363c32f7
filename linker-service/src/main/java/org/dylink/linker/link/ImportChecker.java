package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;

/**
 * Decides before anything is compiled whether every import can be bound, so that all problems are
 * told at once and nothing has to be taken back.
 */
final class ImportChecker {
  private static final Set<String> LINKER_MODULES =
      Set.of(AbiNames.ENV, AbiNames.GOT_MEM, AbiNames.GOT_FUNC);

  private final List<LoadedModule> modules;
  private final HostModules hosts;
  private final PlainModules plain;
  private final boolean bindNow;
  private final List<Problem> problems = new ArrayList<>();

  ImportChecker(
      List<LoadedModule> modules, HostModules hosts, PlainModules plain, boolean bindNow) {
    this.modules = modules;
    this.hosts = hosts;
    this.plain = plain;
    this.bindNow = bindNow;
  }

  /** Checks what only a program's start has: plain modules, and a main with its own memory. */
  ImportChecker atStart() {
    for (LoadedModule module : plain.inOrder()) {
      module.module().imports().forEach(entry -> checkPlain(module, entry));
    }
    Stream.of(AbiNames.GOT_MEM, AbiNames.GOT_FUNC).filter(plain::has).forEach(this::addReserved);
    LoadedModule main = modules.get(0);
    if (main.isPositionIndependent() && main.module().dylink().isEmpty()) {
      // A static program with threads imports its memory too, and -pie would not help it.
      if (!main.importedMemory().orElseThrow().shared()) {
        addFixedAddresses(main);
      }
    } else if (!main.isPositionIndependent()) {
      main.module().imports().forEach(entry -> checkOwn(main, entry));
    }
    return this;
  }

  void check() throws LinkException {
    for (LoadedModule module : modules) {
      module.module().imports().forEach(entry -> check(module, entry));
    }
    if (!problems.isEmpty()) {
      throw new LinkException(problems, null);
    }
  }

  private void checkPlain(LoadedModule module, Import entry) {
    boolean isBoundByName = entry.type() instanceof FunctionType || entry.type() instanceof TagType;
    if (LINKER_MODULES.contains(entry.module()) && !isBoundByName && !isGiven(entry)) {
      String detail = "a plain module has no part in the program's memory and table";
      add(Reason.UNSUPPORTED, module, entry, detail);
    } else if (plain.has(entry.module()) && !plain.isBefore(entry.module(), module)) {
      String detail = "module " + entry.module() + " is not there yet: name it first";
      add(Reason.UNSUPPORTED, module, entry, detail);
    } else {
      check(module, entry);
    }
  }

  /** Whether a module that stands for env has it. */
  private boolean isGiven(Import entry) {
    return entry.module().equals(AbiNames.ENV)
        && plain.typeOf(AbiNames.ENV, entry.name()).isPresent();
  }

  private void addReserved(String name) {
    String message = name + ": a module cannot have this name: its imports are the linker's";
    problems.add(new Problem(Reason.UNSUPPORTED, name, "", "", message));
  }

  // Without the section nobody says how large its data is, and it lies where the linker places.
  private void addFixedAddresses(LoadedModule main) {
    String message =
        main
            + ": imports its memory, but has no dylink.0 section: link it with wasm-ld -pie, or"
            + " without --import-memory";
    problems.add(new Problem(Reason.UNSUPPORTED, main.name(), "", "", message));
  }

  private void checkOwn(LoadedModule main, Import entry) {
    boolean isTable = entry.module().equals(AbiNames.ENV) && entry.type() instanceof TableType;
    boolean isStack =
        entry.module().equals(AbiNames.ENV) && entry.name().equals(AbiNames.STACK_POINTER);
    if (isTable || isStack) {
      String detail = "a main with a memory of its own must define this too";
      add(Reason.UNSUPPORTED, main, entry, detail);
    }
  }

  private void check(LoadedModule module, Import entry) {
    switch (entry.module()) {
      case AbiNames.ENV -> checkEnv(module, entry);
      case AbiNames.GOT_FUNC -> checkAddress(module, entry, Symbol.Kind.FUNCTION);
      case AbiNames.GOT_MEM -> checkData(module, entry);
      default -> checkModule(module, entry);
    }
  }

  private void checkEnv(LoadedModule module, Import entry) {
    if (module.isPlain() && isGiven(entry)) {
      checkType(
          module, entry, AbiNames.ENV, plain.typeOf(AbiNames.ENV, entry.name()).orElseThrow());
    } else if (hosts.findForPlain(module, entry).isPresent()) {
      return;
    } else if (module.module().hasOldDylink() && isAccessor(entry.name())) {
      String detail =
          "an accessor of before 2020: has the old dylink section, build it with Emscripten"
              + " 2.0.14 or newer";
      add(Reason.UNSUPPORTED, module, entry, detail);
    } else if (entry.type() instanceof FunctionType) {
      checkFunction(module, entry);
    } else if (entry.type() instanceof MemoryType memory && memory.shared()) {
      add(Reason.UNSUPPORTED, module, entry, "shared memory is not supported");
    } else if (entry.type() instanceof TagType) {
      checkTag(module, entry);
    } else if (entry.type() instanceof GlobalType && !SymbolBinder.isLinkerGlobal(entry.name())) {
      add(Reason.MISSING_SYMBOL, module, entry, "no global of that name");
    }
  }

  // Emscripten's functions that give the address of data and of functions, before the GOT.
  private static boolean isAccessor(String name) {
    return name.startsWith("g$") || name.startsWith("fp$");
  }

  private void checkFunction(LoadedModule module, Import entry) {
    Optional<Definition> found = module.scope().find(entry.name(), Symbol.Kind.FUNCTION, module);
    Optional<HostFunction> host = hosts.find(entry.module(), entry.name());
    if (found.isPresent() && !DlFunctions.fits((FunctionType) entry.type(), found.get())) {
      checkType(module, entry, found.get().module().name(), found.get().export().type());
    } else if (found.isPresent()) {
      return;
    } else if (host.isPresent()) {
      checkType(module, entry, "the host", host.get().type());
    } else if (bindNow && !isWeak(module, entry)) {
      addUndefined(module, entry, "function");
    }
  }

  private void checkAddress(LoadedModule module, Import entry, Symbol.Kind kind) {
    boolean isDefined =
        module.scope().find(entry.name(), kind, module).isPresent()
            || (kind == Symbol.Kind.FUNCTION && hosts.find(AbiNames.ENV, entry.name()).isPresent());
    if (!isDefined && !isWeak(module, entry)) {
      addUndefined(module, entry, kind == Symbol.Kind.DATA ? "data symbol" : "function");
    }
  }

  private void checkData(LoadedModule module, Import entry) {
    if (AbiNames.isLinkerAddress(entry.name())) {
      return;
    }
    checkAddress(module, entry, Symbol.Kind.DATA);
    module
        .scope()
        .find(entry.name(), Symbol.Kind.DATA, module)
        .filter(found -> found.flags().isThreadLocal())
        .filter(found -> found.module().module().export(AbiNames.TLS_BASE).isEmpty())
        .ifPresent(
            found ->
                add(
                    Reason.UNSUPPORTED,
                    module,
                    entry,
                    "thread-local in " + found.module() + ", which does not export __tls_base"));
  }

  private void checkTag(LoadedModule module, Import entry) {
    Optional<Definition> found = module.scope().find(entry.name(), Symbol.Kind.TAG, module);
    if (found.isPresent()) {
      checkType(module, entry, found.get().module().name(), found.get().export().type());
    } else if (!AbiNames.isLinkerTag(entry.name())) {
      addUndefined(module, entry, "tag");
    }
  }

  private void checkModule(LoadedModule module, Import entry) {
    boolean isHost = module.library().host().isPresent();
    Optional<ExternType> type =
        (isHost ? Optional.<ExternType>empty() : plain.typeOf(entry.module(), entry.name()))
            .or(() -> hosts.find(module, entry).map(HostFunction::type));
    if (type.isPresent()) {
      checkType(module, entry, isHost ? "its instance" : entry.module(), type.get());
    } else if (isHost) {
      add(Reason.MISSING_SYMBOL, module, entry, "its instance has nothing of that name");
    } else if (plain.has(entry.module()) || hosts.has(entry.module())) {
      add(Reason.MISSING_SYMBOL, module, entry, entry.module() + " has nothing of that name");
    } else {
      addMissingModule(module, entry);
    }
  }

  /** Told once for all imports of a module, of which libc.so has 45. */
  private void addMissingModule(LoadedModule module, Import entry) {
    List<Import> all =
        module.module().imports().stream().filter(i -> i.module().equals(entry.module())).toList();
    if (all.indexOf(entry) == 0) {
      String others = all.size() == 1 ? "" : " and " + (all.size() - 1) + " more";
      String detail = others + ": no host library and no module provides " + entry.module();
      addProblem(Reason.MISSING_LIBRARY, module, entry, detail);
    }
  }

  private void checkType(LoadedModule module, Import entry, String provider, ExternType found) {
    if (!entry.type().kind().equals(found.kind())) {
      add(
          Reason.TYPE_MISMATCH,
          module,
          entry,
          "expected a " + entry.type().kind() + ", " + provider + " has a " + found.kind());
    } else if (entry.type() instanceof FunctionType && !entry.type().equals(found)) {
      add(
          Reason.TYPE_MISMATCH,
          module,
          entry,
          "signature mismatch: expected " + entry.type() + ", " + provider + " has " + found);
    }
  }

  private void addUndefined(LoadedModule module, Import entry, String what) {
    problems.add(
        new Problem(
            Reason.MISSING_SYMBOL,
            module.name(),
            entry.name(),
            module.name(),
            undefined(module, entry.name(), what)));
  }

  private void add(Reason reason, LoadedModule module, Import entry, String detail) {
    addProblem(reason, module, entry, ": " + detail);
  }

  private void addProblem(Reason reason, LoadedModule module, Import entry, String rest) {
    String message = module + ": import " + entry.qualifiedName() + rest;
    problems.add(new Problem(reason, module.name(), entry.name(), module.name(), message));
  }

  static String undefined(LoadedModule module, String name, String what) {
    return module + ": undefined " + what + " " + name + ": searched " + module.scope().searched();
  }

  static boolean isWeak(LoadedModule module, Import entry) {
    return module
        .module()
        .dylink()
        .map(d -> d.importFlags(entry.module(), entry.name()).isWeak())
        .orElse(false);
  }
}
