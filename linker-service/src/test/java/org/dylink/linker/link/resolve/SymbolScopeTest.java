package org.dylink.linker.link.resolve;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.Symbol.Kind;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class SymbolScopeTest {
  private final Place main = loaded(constant(shared("main"), "f", 0));
  private final Place weak =
      loaded(constant(constant(shared("weak.so", dylink().exportInfo("g", WEAK)), "f", 1), "g", 1));
  private final Place strong = loaded(data(constant(shared("strong.so"), "g", 2), "x", 0));
  private final Place hiding =
      loaded(constant(shared("hiding.so", dylink().exportInfo("h", HIDDEN)), "h", 3));
  private final SymbolScope scope = new SymbolScope(List.of(main, weak, strong, hiding));

  @Test
  void theFirstDefinitionWinsWeakOrNot() {
    assertEquals(Optional.of(main), find("f", Kind.FUNCTION, null));
    assertEquals(Optional.of(weak), find("g", Kind.FUNCTION, null));
  }

  @Test
  void theKindCounts() {
    assertEquals(Optional.of(strong), find("x", Kind.DATA, null));
    assertEquals(Optional.empty(), find("x", Kind.FUNCTION, null));
    assertEquals(Optional.empty(), find("x", Kind.TAG, null));
  }

  @Test
  void hiddenSymbolsAreSeenByTheirOwnLibraryOnly() {
    assertEquals(Optional.empty(), find("h", Kind.FUNCTION, null));
    assertEquals(Optional.empty(), find("h", Kind.FUNCTION, main));
    assertEquals(Optional.of(hiding), find("h", Kind.FUNCTION, hiding));
  }

  @Test
  void importsThatAreExportedAgainDefineNothing() {
    ModuleBuilder forward = shared("forward.so").importFunction("env", "g", "() -> i32");
    Place forwarding = loaded(forward.exportFunction("g", "env.g"));

    SymbolScope forwarded = new SymbolScope(List.of(forwarding, strong));

    assertEquals(
        Optional.of(strong),
        SymbolSearch.find(forwarded, "g", Kind.FUNCTION, null).map(Definition::place));
  }

  @Test
  void importsOfOtherModulesMayBeExportedAgain() {
    ModuleBuilder forward =
        shared("forward.so").importFunction("wasi_snapshot_preview1", "sched_yield", "() -> i32");
    Place forwarding =
        loaded(forward.exportFunction("yield", "wasi_snapshot_preview1.sched_yield"));

    assertEquals(
        Optional.of(forwarding),
        SymbolSearch.find(new SymbolScope(List.of(forwarding)), "yield", Kind.FUNCTION, null)
            .map(Definition::place));
  }

  @Test
  void localLibrariesComeBehindTheGlobalOnes() {
    SymbolScope opened = new SymbolScope(List.of(main), List.of(strong, main));

    assertEquals(List.of(main, strong), opened.places());
    assertEquals("main, strong.so", opened.searched());
  }

  private Optional<Place> find(String name, Kind kind, Place requester) {
    return SymbolSearch.find(scope, name, kind, requester).map(Definition::place);
  }

  private static Place loaded(ModuleBuilder module) {
    return new Place(TestLibrary.of(module), null);
  }
}
