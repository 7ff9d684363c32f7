package org.dylink.machine.llvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What {@link CheckedCodeTest} asks of the code of each instruction, of whole libraries of C: where
 * values lie in the frame, checks are out of loops, and one serves several accesses.
 */
@EnabledOnOs(OS.LINUX) // LLVM is a dependency there
class CheckedLibraryTest {
  private static final Path LIBRARIES = Path.of("..", "example-bundles");
  private static final int SEED = 20261201;
  private static final int LIBC_NOT_UNDERSTOOD = 22;

  // The longest take most of the time.
  private static final int MOST_BYTES = 1500;

  // Its code is right, but the audit does not know what holds in its innermost loops.
  private static final Set<String> NOT_UNDERSTOOD = Set.of("build_tree");

  // It copies a structure and then sets members: those checks are needless, as memories never get
  // less, which the audit knows and LLVM does not.
  private static final Set<String> CHECKED_TWICE = Set.of("deflateCopy");

  // The same in libc.so, where each of those that the seed finds was read: what lies there was
  // accessed before a call, or is checked once more before the access. In the last three it is no
  // check that is changed, but a jump between two traps.
  private static final Set<String> NEEDLESS_IN_LIBC =
      Set.of(
          "chdir",
          "__putenv",
          "__env_rm_add",
          "pthread_setcanceltype",
          "wcstoul",
          "wcstoumax",
          "fts_lfree",
          "fts_children",
          "cacos",
          "cacosh",
          "csinhl");

  @Test
  void noAccessOfALibraryGoesUnchecked() throws Exception {
    Library library = Library.of("zlib", "libz.so");

    assertEquals(NOT_UNDERSTOOD, library.functionsWithFindings());
    assertTrue(library.accesses > 4000, library.accesses + " accesses");
  }

  @Test
  void eachSampledCheckThatIsTakenOutOrLessIsFound() throws Exception {
    assertEquals(Set.of(), missed(Library.of("zlib", "libz.so"), 60));
  }

  // Minutes for each.
  @Test
  @EnabledIfSystemProperty(named = "dylink.audit.long", matches = "true")
  void fewFunctionsOfLargeLibrariesAreNotUnderstood() throws Exception {
    Library libc = Library.of("libc", "libc.so");

    Set<String> found = libc.functionsWithFindings();
    assertTrue(found.size() <= LIBC_NOT_UNDERSTOOD, found::toString);
    assertEquals(NEEDLESS_IN_LIBC, missed(libc, 300));
  }

  /** In which functions a change of a check was not found. */
  private static Set<String> missed(Library library, int count) {
    List<CheckChange> changes = library.changes();
    assertTrue(changes.size() > count, changes.size() + " changes");
    Collections.shuffle(changes, new Random(SEED));
    Set<String> missed = new TreeSet<>();
    int tried = 0;
    for (CheckChange each : changes.subList(0, count)) {
      if (library.audit(library.object, each.function()).findings().isEmpty()) {
        tried++;
        if (library.audit(each.apply(library.object), each.function()).findings().isEmpty()) {
          missed.add(library.name(each.function()));
        }
      }
    }
    assertTrue(tried > count * 9 / 10, tried + " tried");
    return missed;
  }

  /** A library and its code. */
  private static final class Library {
    final WasmModule module;
    final MachineObject object;
    int accesses;

    private Library(WasmModule module) {
      this.module = module;
      this.object = Objects.of(module, Target.LINUX_X86);
    }

    static Library of(String bundle, String name) throws Exception {
      Path file = LIBRARIES.resolve(bundle).resolve("src/main/resources/lib").resolve(name);
      return new Library(WasmModule.read(name, Files.readAllBytes(file)));
    }

    Set<String> functionsWithFindings() {
      Set<String> names = new TreeSet<>();
      for (int i = 0; i < object.functions().size(); i++) {
        X86Audit audit = audit(object, i);
        if (!audit.findings().isEmpty()) {
          names.add(name(i));
        }
        accesses += audit.accesses();
      }
      return names;
    }

    private String name(int function) {
      return module.functionName(ContextLayout.of(module).imports() + function);
    }

    X86Audit audit(MachineObject code, int function) {
      try (Disassembly disassembly = new Disassembly(code)) {
        X86Audit audit = new X86Audit(code, disassembly, function, module);
        audit.findings();
        return audit;
      }
    }

    List<CheckChange> changes() {
      List<CheckChange> all = new ArrayList<>();
      try (Disassembly code = new Disassembly(object)) {
        for (int i = 0; i < object.functions().size(); i++) {
          boolean isShort = object.functions().get(i).size() < MOST_BYTES;
          if (isShort && !CHECKED_TWICE.contains(name(i))) {
            all.addAll(CheckChange.of(code, i, object.functions().get(i)));
          }
        }
      }
      return all;
    }
  }
}
