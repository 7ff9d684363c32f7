package org.dylink.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.TrapException;
import org.junit.jupiter.api.Test;

class StoppingThreadsTest {
  private final List<Boolean> alarms = new ArrayList<>();
  private final StoppingThreads threads = new StoppingThreads(alarms::add);

  @Test
  void aThreadThatRunsTwoProgramsIsToStopForEach() {
    StopControl outer = new Control(threads);
    StopControl inner = new Control(threads);
    outer.enter();
    inner.enter();
    outer.stop("outer");
    inner.stop("inner");
    inner.leave();

    assertTrue(threads.haveCurrent());
    TrapException trap = assertThrows(TrapException.class, threads::checkCurrent);
    assertEquals("outer", trap.getMessage());
    outer.leave();
    assertFalse(threads.haveCurrent());
    assertFalse(Thread.interrupted());
    assertEquals(List.of(true, false), alarms);
  }

  @Test
  void aProgramThatNobodyRunsConcernsNoThread() {
    StopControl control = new Control(threads);
    control.stop("gone");
    threads.checkCurrent();

    assertFalse(Thread.interrupted());
    assertEquals(List.of(), alarms);
  }

  private static final class Control extends StopControl {
    Control(StoppingThreads stopping) {
      super(stopping);
    }
  }
}
