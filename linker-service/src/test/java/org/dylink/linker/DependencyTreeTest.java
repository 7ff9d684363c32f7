package org.dylink.linker;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.linker.link.load.DependencyWalk;
import org.dylink.linker.testing.Libraries;
import org.junit.jupiter.api.Test;

/** DependencyTree, as DependencyWalk makes it. */
class DependencyTreeTest {
  @Test
  void showsWhatEachLibraryNeedsOnce() {
    Libraries libraries = Libraries.of(shared("a.so", "c.so"), shared("c.so"));
    Library main = libraries.add(shared("main.wasm", "a.so", "c.so"));
    libraries.add(shared("c.so", "d.so"));
    libraries.add(shared("d.so"));

    DependencyTree tree = DependencyWalk.of(main, libraries);

    assertEquals(
        """
        main.wasm => 1.0.0 (test 1.0.0)
          a.so => 1.0.0 (test 1.0.0)
            c.so => 1.0.0 (test 1.0.0)
              d.so => 1.0.0 (test 1.0.0)
          c.so => 1.0.0 (test 1.0.0)
        """,
        tree.toString());
    assertFalse(tree.isIncomplete());
  }

  @Test
  void endsInACycle() {
    Libraries libraries = Libraries.of(shared("b.so", "a.so"));
    Library a = libraries.add(shared("a.so", "b.so"));

    assertEquals(
        """
        a.so => 1.0.0 (test 1.0.0)
          b.so => 1.0.0 (test 1.0.0)
            a.so => 1.0.0 (test 1.0.0)
        """,
        DependencyWalk.of(a, libraries).toString());
  }

  @Test
  void tellsWhatIsMissing() {
    Libraries libraries = Libraries.of(shared("a.so", "gone.so"));
    Library main = libraries.add(shared("main.wasm", "a.so"));

    DependencyTree tree = DependencyWalk.of(main, libraries);

    assertEquals(
        """
        main.wasm => 1.0.0 (test 1.0.0)
          a.so => 1.0.0 (test 1.0.0)
            gone.so => not found: no test has it
        """,
        tree.toString());
    assertTrue(tree.isIncomplete());
  }

  @Test
  void itsLibrariesAreInTheOrderOfALink() {
    // c is needed by a and by main: the tree follows it below a, a link loads it before d.
    Libraries libraries = Libraries.of(shared("a.so", "c.so"), shared("c.so", "d.so"));
    libraries.add(shared("d.so", "a.so"));
    Library main = libraries.add(shared("main.wasm", "a.so", "gone.so", "c.so"));

    assertEquals(
        List.of("main.wasm", "a.so", "c.so", "d.so"),
        DependencyWalk.of(main, libraries).libraries().stream().map(Library::name).toList());
  }

  @Test
  void callsALibraryByTheNameUnderWhichItIsNeeded() {
    Libraries libraries = Libraries.none();
    libraries.alias("libfoo.so.1", libraries.add(shared("libfoo.so")));
    Library main = libraries.add(shared("main.wasm", "libfoo.so.1"));

    DependencyTree foo = DependencyWalk.of(main, libraries).needed().get(0);

    assertEquals("libfoo.so.1", foo.name());
    assertEquals("libfoo.so", foo.library().orElseThrow().name());
  }
}
