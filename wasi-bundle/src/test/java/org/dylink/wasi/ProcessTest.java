package org.dylink.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.host.ProgramExit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTest {
  private static final int POINTERS = 0x300;
  private static final int STRINGS = 0x400;
  private static final int SECOND_RESULT = Caller.RESULT + 8;

  private final FakeGuest guest = new FakeGuest();

  @Test
  void givesArguments() {
    guest.arguments.addAll(List.of("app.wasm", "grüße", ""));
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("args_sizes_get", Caller.RESULT, SECOND_RESULT));
    assertEquals(3, wasi.result());
    assertEquals(18, guest.memory.readInt(SECOND_RESULT));
    assertEquals(0, wasi.call("args_get", POINTERS, STRINGS));
    assertEquals("app.wasm\0grüße\0\0", guest.memory.text(STRINGS, 18));
    assertEquals(STRINGS + 9, guest.memory.readInt(POINTERS + 4));
    assertEquals(STRINGS + 17, guest.memory.readInt(POINTERS + 8));
  }

  @Test
  void givesOnlyTheGrantedEnvironment() {
    guest.environment.put("HOME", "/");
    guest.environment.put("LANG", "C");
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("environ_sizes_get", Caller.RESULT, SECOND_RESULT));
    assertEquals(2, wasi.result());
    assertEquals(14, guest.memory.readInt(SECOND_RESULT));
    assertEquals(0, wasi.call("environ_get", POINTERS, STRINGS));
    assertEquals("HOME=/\0LANG=C\0", guest.memory.text(STRINGS, 14));
    assertEquals(STRINGS + 7, guest.memory.readInt(POINTERS + 4));
  }

  @Test
  void grantsNothingByItself() {
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("environ_sizes_get", Caller.RESULT, SECOND_RESULT));
    assertEquals(0, wasi.result());
    assertEquals(WasiErrno.BADF, wasi.call("fd_prestat_get", 3, Caller.RESULT));
    assertEquals(WasiErrno.BADF, wasi.open(3, Caller.FOLLOW, "etc/passwd", 0, Caller.READ));
  }

  @Test
  void tellsTheTime() {
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("clock_time_get", 0, 1L, Caller.RESULT));
    long seconds = wasi.longResult() / 1_000_000_000;
    assertTrue(Math.abs(seconds - Instant.now().getEpochSecond()) < 60, "seconds: " + seconds);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void clocksOnlyGoForward(int clock) {
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("clock_time_get", clock, 1L, Caller.RESULT));
    long first = wasi.longResult();
    assertEquals(0, wasi.call("clock_time_get", clock, 1L, Caller.RESULT));
    assertTrue(wasi.longResult() >= first, first + " -> " + wasi.longResult());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void clocksHaveAResolution(int clock) {
    Caller wasi = new Caller(guest);
    assertEquals(0, wasi.call("clock_res_get", clock, Caller.RESULT));
    assertEquals(1, wasi.longResult());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1, Integer.MAX_VALUE})
  void thereAreNoOtherClocks(int clock) {
    Caller wasi = new Caller(guest);
    assertEquals(WasiErrno.INVAL, wasi.call("clock_res_get", clock, Caller.RESULT));
    assertEquals(WasiErrno.INVAL, wasi.call("clock_time_get", clock, 1L, Caller.RESULT));
  }

  @Test
  void fillsWithRandomBytes() {
    Caller wasi = new Caller(guest);
    int size = 3 * 4096 + 5;
    assertEquals(0, wasi.call("random_get", Caller.BUFFER, size));
    byte[] first = guest.memory.bytes(Caller.BUFFER, size);
    assertEquals(0, wasi.call("random_get", Caller.BUFFER, size));
    assertFalse(Arrays.equals(first, guest.memory.bytes(Caller.BUFFER, size)));
    assertFalse(Arrays.equals(Arrays.copyOf(first, 64), Arrays.copyOfRange(first, 4096, 4160)));
    assertArrayEquals(new byte[64], guest.memory.bytes(Caller.BUFFER + size, 64));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x4_0000})
  void givesNoRandomBytesBeyondTheMemory(int size) {
    Caller wasi = new Caller(guest);
    assertEquals(WasiErrno.FAULT, wasi.call("random_get", Caller.BUFFER, size));
    assertArrayEquals(new byte[64], guest.memory.bytes(Caller.BUFFER, 64));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 134, -1})
  void exitEndsTheProgram(int code) {
    Caller wasi = new Caller(guest);
    ProgramExit exit = assertThrows(ProgramExit.class, () -> wasi.call("proc_exit", code));
    assertEquals(code, exit.code());
  }

  @Test
  void thereAreNoSignals() {
    assertEquals(WasiErrno.NOSYS, new Caller(guest).call("proc_raise", 6));
  }

  @Test
  void yieldsToNobody() {
    assertEquals(0, new Caller(guest).call("sched_yield"));
  }
}
