package org.dylink.linker.link.resolve;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;

/** What holds for imports at a program's start alone, where plain modules and a main are. */
final class StartRules {
  private static final Set<String> LINKER_MODULES =
      Set.of(AbiNames.ENV, AbiNames.GOT_MEM, AbiNames.GOT_FUNC);

  private final PlainModules plain;

  StartRules(PlainModules plain) {
    this.plain = plain;
  }

  /** Why a plain module cannot have an import; empty if it depends on what is found. */
  Optional<String> refusal(Place module, Import entry) {
    boolean isBoundByName = entry.type() instanceof FunctionType || entry.type() instanceof TagType;
    if (LINKER_MODULES.contains(entry.module()) && !isBoundByName && !isGiven(entry)) {
      return Optional.of("a plain module has no part in the program's memory and table");
    } else if (plain.has(entry.module()) && !plain.isBefore(entry.module(), module)) {
      return Optional.of("module " + entry.module() + " is not there yet: name it first");
    }
    return Optional.empty();
  }

  /** Whether a module that stands for env has it. */
  private boolean isGiven(Import entry) {
    return entry.module().equals(AbiNames.ENV)
        && plain.find(AbiNames.ENV, entry.name()).isPresent();
  }

  /** Notes names that are taken, and a main that does not fit in with the rest. */
  void check(Place main, ImportProblems problems) {
    Stream.of(AbiNames.GOT_MEM, AbiNames.GOT_FUNC)
        .filter(plain::has)
        .forEach(name -> addReserved(name, problems));
    if (!main.occupant().isPositionIndependent()) {
      main.module().imports().forEach(entry -> checkOwn(main, entry, problems));
    } else if (main.module().dylink().isEmpty()
        // A static program with threads imports its memory too, and -pie would not help it.
        && !main.occupant().importedMemory().orElseThrow().shared()) {
      addFixedAddresses(main, problems);
    }
  }

  private static void addReserved(String name, ImportProblems problems) {
    String message = name + ": a module cannot have this name: its imports are the linker's";
    problems.add(Reason.UNSUPPORTED, name, message);
  }

  // Without the section nobody says how large its data is, and it lies where the linker places.
  private static void addFixedAddresses(Place main, ImportProblems problems) {
    String message =
        main
            + ": imports its memory, but has no dylink.0 section: link it with wasm-ld -pie, or"
            + " without --import-memory";
    problems.add(Reason.UNSUPPORTED, main.name(), message);
  }

  private static void checkOwn(Place main, Import entry, ImportProblems problems) {
    boolean isTable = entry.module().equals(AbiNames.ENV) && entry.type() instanceof TableType;
    boolean isStack =
        entry.module().equals(AbiNames.ENV) && entry.name().equals(AbiNames.STACK_POINTER);
    if (isTable || isStack) {
      String detail = "a main with a memory of its own must define this too";
      problems.add(Reason.UNSUPPORTED, main, entry, detail);
    }
  }
}
