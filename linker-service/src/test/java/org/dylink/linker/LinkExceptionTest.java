package org.dylink.linker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.junit.jupiter.api.Test;

class LinkExceptionTest {
  @Test
  void eachProblemIsALineAndTheFirstCounts() {
    Problem first = new Problem(Reason.MISSING_SYMBOL, "a.so", "f", "b.so", "b.so: undefined f");
    Problem second = new Problem(Reason.TYPE_MISMATCH, "c.so", "g", "d.so", "d.so: mismatch");

    LinkException thrown = new LinkException(List.of(first, second), null);

    assertEquals("b.so: undefined f\nd.so: mismatch", thrown.getMessage());
    assertEquals(List.of(first, second), thrown.problems());
    assertEquals(Reason.MISSING_SYMBOL, thrown.reason());
    assertEquals("a.so", thrown.library());
    assertEquals("f", thrown.symbol());
    assertEquals("b.so", thrown.neededBy());
  }

  @Test
  void aProblemOfALibraryStartsWithItsName() {
    Exception cause = new Exception("why");

    LinkException thrown = LinkException.of(Reason.NO_SPACE, "a.so", "does not fit", cause);

    assertEquals("a.so: does not fit", thrown.getMessage());
    assertEquals(Reason.NO_SPACE, thrown.reason());
    assertEquals("", thrown.symbol());
    assertEquals("", thrown.neededBy());
    assertSame(cause, thrown.getCause());
  }
}
