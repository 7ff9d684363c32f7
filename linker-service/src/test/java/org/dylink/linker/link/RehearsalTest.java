package org.dylink.linker.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** A failure of it would only be seen as a longer pause. */
final class RehearsalTest {
  @Test
  void goesThrough() {
    assertDoesNotThrow(() -> Rehearsal.rehearse(new JvmEngine()));
  }

  @Test
  void hasDataThatStaysAndDataThatMoves() throws Exception {
    try (Dylink linker = Dylink.create();
        Program program = linker.link(LinkRequest.builder(Rehearsal.version(0)).build())) {
      assertEquals(Layout.SAME, program.planReplacement(Rehearsal.version(1)).layout());
      assertEquals(Layout.MOVED, program.planReplacement(Rehearsal.version(2)).layout());
      assertEquals(List.of(), program.planReplacement(Rehearsal.version(2)).of(Effect.REFUSED));
    }
  }
}
