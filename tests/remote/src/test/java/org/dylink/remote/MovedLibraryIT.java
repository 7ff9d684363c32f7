package org.dylink.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A library moves from one node to another and back while a third one calls it without a pause:
 * docs/osgi.md, "Placing". Its bundle is put into the folder that a node's File Install watches.
 */
@EnabledIfSystemProperty(
    named = "dylink.move",
    matches = "true",
    disabledReason = "three JVMs: long")
final class MovedLibraryIT {
  private static final int CALLS = 20;
  private static final String WASI = "org.dylink.wasi";

  @TempDir Path folder;

  @Test
  void noCallFailsWhileALibraryMoves() throws Exception {
    Cluster cluster = new Cluster(folder);
    Path moved = cluster.libraryInOne();
    try (Node consumer = cluster.consumer(Framework.FELIX, "org.dylink.remote.moving");
        Node one = cluster.provider(Framework.FELIX, "one", List.of());
        Node two = cluster.provider(Framework.EQUINOX, "two", List.of())) {
      // A service that is offered before its program can be linked, Aries gives up for good.
      one.awaitStart(WASI);
      two.awaitStart(WASI);
      one.put(moved);
      consumer.await("moving: in 1 places");
      assertEquals("begun", consumer.ask("moving begin"));
      move(moved, one, two, consumer);
      move(moved, two, one, consumer);
      assertEquals("failed: {}", consumer.ask("moving end"));
    }
  }

  private static void move(Path bundle, Node from, Node to, Node consumer) throws Exception {
    assertCalled(consumer, from);
    to.put(bundle);
    consumer.await("moving: in 2 places");
    // Callers have gone over once they call the new place; what they had begun before is done.
    assertCalled(consumer, to);
    from.take(bundle);
    consumer.await("moving: in 1 places");
    assertCalled(consumer, to);
  }

  private static void assertCalled(Node consumer, Node place) throws Exception {
    assertEquals("3610a686 in " + place.pid(), consumer.ask("moving place"));
    int before = Integer.parseInt(consumer.ask("moving calls"));
    int calls = before;
    while (calls < before + CALLS) {
      calls = Integer.parseInt(consumer.ask("moving calls"));
    }
  }
}
