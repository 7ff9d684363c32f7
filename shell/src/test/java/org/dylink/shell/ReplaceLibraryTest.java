package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** wasm:replace. */
class ReplaceLibraryTest {
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "");

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void tellsHowItIsUsed() {
    assertEquals("usage: wasm:replace [-n] NAME [PROGRAM]\n", shell.type("wasm:replace"));
  }

  @Test
  void aLibraryThatNoProgramHasIsNotReplaced() {
    assertEquals("no program has libbar.so\n", shell.type("wasm:replace libbar.so"));
  }

  @Test
  void aPlanIsATable() {
    Library library = linker.libraries().get(0);
    List<SymbolChange> changes =
        List.of(
            new SymbolChange(Effect.REPLACED, "count", ""),
            new SymbolChange(Effect.CARRIED, "counter", "4 bytes"));
    ReplacementPlan plan = new ReplacementPlan(library, library, Layout.MOVED, changes);
    String name = library.name() + " " + library.version() + " -> " + library.version();
    String indent = " ".repeat(name.length());
    assertEquals(
        List.of(
            name + "  data moves",
            indent + "  replaced    count",
            indent + "  carried     counter  4 bytes"),
        new ReplacementPlanConverter()
            .table(List.of(plan))
            .toString()
            .lines()
            .skip(1)
            .map(String::stripTrailing)
            .toList());
  }
}
