package org.dylink.linker.link.resolve;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/**
 * 100 libraries, of which the first 40 are global: each defines one symbol, every tenth a second.
 */
class ScopeIndexTest {
  private final List<Place> all = new ArrayList<>();
  private final ScopeIndex index;

  ScopeIndexTest() {
    for (int i = 0; i < 100; i++) {
      ModuleBuilder module = constant(shared("l" + i), "f" + i, i);
      Library library = TestLibrary.of(i % 10 == 5 ? constant(module, "tenth", i) : module);
      all.add(new Place(library, null));
    }
    // As for a library that is global and belongs to what was opened, too.
    index = new ScopeIndex(new SymbolScope(all.subList(0, 40), all.subList(30, 100)));
  }

  @Test
  void allThatMayDefineASymbolComeInSearchOrderAndOnce() {
    List<String> names = index.mayDefine("tenth").map(Place::name).toList();
    assertEquals(32 + 7, names.size());
    assertEquals(List.of("l35", "l45", "l55"), names.subList(32, 35));
  }

  @Test
  void eachIsFoundWhereverItStands() {
    for (int i = 0; i < 100; i++) {
      Optional<Definition> found =
          SymbolSearch.find(index.mayDefine("f" + i), "f" + i, Symbol.Kind.FUNCTION, null);
      assertEquals("l" + i, found.orElseThrow().place().name());
    }
  }
}
