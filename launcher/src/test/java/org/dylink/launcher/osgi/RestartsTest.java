package org.dylink.launcher.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORT = Duration.ofMillis(5);

  @Test
  void neverIsNever() {
    Restarts restarts = new Restarts(Restart.NEVER, SECOND, 9);

    assertEquals(Optional.empty(), restarts.after(true, SHORT));
    assertEquals(0, restarts.count());
  }

  @Test
  void onFailureLooksAtTheEnd() {
    Restarts restarts = new Restarts(Restart.ON_FAILURE, SECOND, 9);

    assertEquals(Optional.empty(), restarts.after(false, SHORT));
    assertEquals(Optional.of(SECOND), restarts.after(true, SHORT));
  }

  @Test
  void theDelayDoublesUpToAMinute() {
    Restarts restarts = new Restarts(Restart.ALWAYS, SECOND, 100);

    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      seconds.add(restarts.after(false, SHORT).orElseThrow().toSeconds());
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L), seconds);
    assertEquals(8, restarts.count());
  }

  @Test
  void theDelayStaysAMinuteHoweverManyThereWere() {
    Restarts restarts = new Restarts(Restart.ALWAYS, Duration.ofNanos(1), 1_000);

    for (int i = 0; i < 500; i++) {
      restarts.after(true, SHORT);
    }
    assertEquals(Optional.of(Restarts.LONG), restarts.after(true, SHORT));
  }

  @Test
  void aLongDelayStaysAsItIs() {
    Restarts restarts = new Restarts(Restart.ALWAYS, Duration.ofHours(1), 100);

    restarts.after(true, SHORT);
    assertEquals(Optional.of(Duration.ofHours(1)), restarts.after(true, SHORT));
  }

  @Test
  void thereAreNoMoreInARowThanAllowed() {
    Restarts restarts = new Restarts(Restart.ALWAYS, SECOND, 1);

    assertEquals(Optional.of(SECOND), restarts.after(true, SHORT));
    assertEquals(Optional.empty(), restarts.after(true, SHORT));
    assertEquals(1, restarts.count());
  }

  @Test
  void aRunOfAMinuteBeginsANewRow() {
    Restarts restarts = new Restarts(Restart.ALWAYS, SECOND, 2);

    restarts.after(true, SHORT);
    restarts.after(true, SHORT);
    assertEquals(Optional.of(SECOND), restarts.after(true, Restarts.LONG));
    assertEquals(3, restarts.count());
  }

  @Test
  void aResetBeginsAgain() {
    Restarts restarts = new Restarts(Restart.ALWAYS, SECOND, 1);

    restarts.after(true, SHORT);
    restarts.reset();
    assertEquals(0, restarts.count());
    assertEquals(Optional.of(SECOND), restarts.after(true, SHORT));
  }
}
