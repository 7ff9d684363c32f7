package org.dylink.linker.link.load;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.parts.DepthFirst;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

/** 100,000 libraries, each of which needs the next: no thread's stack is as deep. */
class DeepChainTest {
  private static final int DEPTH = 100_000;

  private final Map<String, Library> made = new HashMap<>();

  @Test
  void isLoadedInOrder() throws LinkException {
    List<Place> loaded = LibraryLoader.load(request(), with(DEPTH));

    assertEquals(DEPTH, loaded.size());
    assertEquals("l99999", loaded.get(DEPTH - 1).name());
    assertEquals(DEPTH, loaded.get(0).withDependencies().size());
    List<Place> order = DepthFirst.dependenciesFirst(loaded);
    assertEquals("l99999", order.get(0).name());
    assertEquals("l0", order.get(DEPTH - 1).name());
  }

  @Test
  void isToldByItsEnds() {
    LinkException thrown =
        assertThrows(LinkException.class, () -> LibraryLoader.load(request(), with(DEPTH - 1)));

    assertEquals(
        "l99998: needed library l99999 not found: no test has it (l0 -> l1 -> l2 -> l3 -> l4 -> l5"
            + " -> l6 -> l7 -> l8 -> l9 -> (99980 more) -> l99990 -> l99991 -> l99992 -> l99993 ->"
            + " l99994 -> l99995 -> l99996 -> l99997 -> l99998 -> l99999)",
        thrown.getMessage());
  }

  @Test
  void isShownAsATree() {
    DependencyTree tree = DependencyWalk.of(library("l0"), search(DEPTH));

    assertFalse(tree.isIncomplete());
    assertEquals(DEPTH, tree.libraries().size());
    List<String> lines = tree.toString().lines().toList();
    assertEquals(DEPTH + 1, lines.size(), "the last needs the first again");
    assertEquals("  l1 => 1.0.0 (test 1.0.0)", lines.get(1));
    assertEquals("  ".repeat(100) + "l99999 => 1.0.0 (test 1.0.0)", lines.get(DEPTH - 1));
  }

  private LinkRequest request() {
    return LinkRequest.builder(library("l0")).build();
  }

  private LinkContext with(int depth) {
    return new LinkContext((EngineSource) null, null, search(depth), null, Admission.OPEN);
  }

  private LibrarySearch search(int depth) {
    return (name, neededBy, program) ->
        number(name) < depth
            ? SearchResult.found(library(name))
            : SearchResult.missing("no test has it");
  }

  private Library library(String name) {
    return made.computeIfAbsent(
        name, l -> TestLibrary.of(shared(l, "l" + ((number(l) + 1) % DEPTH))));
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }
}
