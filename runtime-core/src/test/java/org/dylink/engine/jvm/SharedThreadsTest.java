package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Instance;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.control.Waiters;
import org.dylink.engine.jvm.run.memory.SharedMemory;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads in one memory, each with an instance of its own. */
@Timeout(120)
public class SharedThreadsTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 5_000;
  private static final int PAGE = MemoryType.PAGE_SIZE;

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private Engine engine;
  private Memory memory;
  private CompiledModule lib;

  @BeforeEach
  void makeMemory() {
    engine = engine();
    memory = engine.newMemory(new MemoryType(new Limits(1, 300), true));
    lib =
        compile(
            engine,
            module("lib.so")
                .importSharedMemory("env", "memory", 1, 65_536)
                .exportedFunction("hammer", "(i32) -> ()", hammer())
                .exportedFunction("locked", "(i32) -> ()", locked())
                .exportedFunction("pass", "(i32, i32) -> i32", pass())
                .exportedFunction("cross", "(i32, i32, i32) -> i32", cross())
                .exportedFunction("spinFenced", "(i32) -> i32", spin(code().op(0xfe, 3, 0)))
                .exportedFunction("spinCalling", "(i32) -> i32", spin(code().call("nothing")))
                .exportedFunction("work", "(i32) -> ()", work())
                .exportedFunction("reach", "() -> i32", reach())
                .exportedFunction("grow", "() -> i32", grow())
                .exportedFunction("wait", "(i32, i32) -> i32", await())
                .exportedFunction(
                    "notify", "(i32, i32) -> i32", code().localGet(0).localGet(1).op(0xfe, 0, 2, 0))
                .exportedFunction("play", "(i32, i32) -> ()", play())
                .function("nothing", "() -> ()", code()));
  }

  /** The engine under test. */
  protected Engine engine() {
    return new JvmEngine();
  }

  /** Who waits for what is written in a memory of the engine's. */
  protected Waiters waiters(Memory waited) {
    return ((SharedMemory) waited).waiters();
  }

  @AfterEach
  void endThreads() {
    pool.shutdownNow();
  }

  private Instance instance() {
    return start(lib, memory);
  }

  /** Runs a function in threads, each with an instance, and gives what they return. */
  private List<Object> together(int threads, String function, Object... arguments)
      throws Exception {
    List<Callable<Object>> calls = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Instance own = instance();
      calls.add(() -> call(own, function, arguments));
    }
    List<Object> results = new ArrayList<>();
    for (Future<Object> each : pool.invokeAll(calls)) {
      results.add(each.get());
    }
    return results;
  }

  private static Code down(int local) {
    return code().localGet(local).i32Const(1).i32Sub().localTee(local);
  }

  /** Adds as many ones to numbers of each width. */
  private static Code hammer() {
    return code()
        .loop()
        .then(code().i32Const(0).i32Const(1).op(0xfe, 0x1e, 2, 0).drop())
        .then(code().i32Const(8).i64Const(1).op(0xfe, 0x1f, 3, 0).drop())
        .then(code().i32Const(17).i32Const(1).op(0xfe, 0x20, 0, 0).drop())
        .then(code().i32Const(18).i32Const(1).op(0xfe, 0x21, 1, 0).drop())
        .then(code().i32Const(19 + 1).i64Const(1).op(0xfe, 0x24, 2, 4).drop())
        .then(code().i32Const(16).i32Const(1).op(0xfe, 0x3c, 0, 0).drop())
        .then(down(0))
        .brIf(0)
        .end();
  }

  @Test
  void noneOfManyThreadsLosesAnAddition() throws Exception {
    together(THREADS, "hammer", ROUNDS);

    int all = THREADS * ROUNDS;
    assertEquals(all, memory.readInt(0));
    assertEquals(all, memory.readLong(8));
    assertEquals(0, memory.readByte(16), "toggled an even number of times");
    assertEquals((byte) all, memory.readByte(17));
    assertEquals((short) all, memory.readShort(18));
    assertEquals(0, memory.readInt(20));
    assertEquals(all, memory.readInt(24));
  }

  /** A lock of compare-and-exchange around plain accesses. */
  private static Code locked() {
    return code()
        .loop()
        .loop()
        .then(code().i32Const(32).i32Const(0).i32Const(1).op(0xfe, 0x48, 2, 0))
        .brIf(0)
        .end()
        .then(code().i32Const(40).i32Const(40).i32Load(0).i32Const(1).i32Add().i32Store(0))
        .then(code().i32Const(32).i32Const(0).op(0xfe, 0x17, 2, 0))
        .then(down(0))
        .brIf(0)
        .end();
  }

  @Test
  void whatIsWrittenUnderALockIsSeenByTheNext() throws Exception {
    together(4, "locked", ROUNDS);

    assertEquals(4 * ROUNDS, memory.readInt(40));
  }

  /**
   * Whoever is 0 writes a number at 64 and then, as an atomic, at 128; who is 1 waits for it there
   * and counts what it finds at 64 and is another.
   */
  private static Code pass() {
    return code()
        .locals(ValueType.I32, ValueType.I32)
        .loop()
        .then(code().localGet(2).i32Const(1).i32Add().localSet(2))
        .localGet(0)
        .ifThen()
        .then(code().loop().i32Const(128).op(0xfe, 0x10, 2, 0).localGet(2).op(0x47).brIf(0).end())
        .then(code().i32Const(64).i32Load(0).localGet(2).op(0x47).localGet(3).i32Add().localSet(3))
        .then(code().i32Const(192).localGet(2).op(0xfe, 0x17, 2, 0))
        .orElse()
        .then(code().i32Const(64).localGet(2).i32Store(0))
        .then(code().i32Const(128).localGet(2).op(0xfe, 0x17, 2, 0))
        .then(code().loop().i32Const(192).op(0xfe, 0x10, 2, 0).localGet(2).op(0x47).brIf(0).end())
        .end()
        .then(code().localGet(2).localGet(1).op(0x47).brIf(0))
        .end()
        .localGet(3);
  }

  @Test
  void whatIsWrittenBeforeAnAtomicIsSeenBehindIt() throws Exception {
    Instance writer = instance();
    Instance reader = instance();
    Future<Object> written = pool.submit(() -> call(writer, "pass", 0, ROUNDS));

    assertEquals(0, call(reader, "pass", 1, ROUNDS));
    assertEquals(0, written.get());
  }

  /** Meets the other at 320, writes the round at its own place, gives what the other's holds. */
  private static Code cross() {
    return code()
        .then(code().i32Const(320).i32Const(1).op(0xfe, 0x1e, 2, 0).drop())
        .then(code().loop().i32Const(320).op(0xfe, 0x10, 2, 0))
        .then(code().localGet(2).i32Const(2).op(0x6c).op(0x49).brIf(0).end())
        .then(code().localGet(0).localGet(2).op(0xfe, 0x17, 2, 0))
        .then(code().localGet(1).op(0xfe, 0x10, 2, 0));
  }

  @Test
  void oneOfTwoWhoWriteAndThenReadSeesTheOther() throws Exception {
    Instance one = instance();
    Instance other = instance();
    Future<List<Object>> seen =
        pool.submit(
            () -> {
              List<Object> all = new ArrayList<>();
              for (int round = 1; round <= ROUNDS; round++) {
                all.add(call(one, "cross", 384, 448, round));
              }
              return all;
            });
    List<Object> mine = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      mine.add(call(other, "cross", 448, 384, round));
    }
    List<Object> its = seen.get();
    for (int round = 1; round <= ROUNDS; round++) {
      boolean isSeen = (int) mine.get(round - 1) >= round || (int) its.get(round - 1) >= round;
      assertTrue(isSeen, "round " + round);
    }
  }

  /** Reads plainly until there is something, with something in between. */
  private static Code spin(Code between) {
    return code()
        .loop()
        .then(between)
        .then(code().localGet(0).i32Load(0).op(0x45).brIf(0))
        .end()
        .localGet(0)
        .i32Load(0);
  }

  /** Goes round a loop. */
  private static Code work() {
    return code().loop().then(down(0)).brIf(0).end();
  }

  @Test
  void whoSpinsOverAFenceSeesWhatIsWritten() throws Exception {
    assertSpinEnds("spinFenced");
  }

  @Test
  void whoSpinsOverACallThatIsInlinedSeesWhatIsWritten() throws Exception {
    assertSpinEnds("spinCalling");
  }

  // Long enough for HotSpot to compile the loop: first as a function that is called often, then
  // while it is in there.
  private void assertSpinEnds(String function) throws Exception {
    Instance reader = instance();
    memory.writeInt(4, 1);
    for (int i = 0; i < 20_000; i++) {
      call(reader, function, 4);
    }
    Future<Object> read = pool.submit(() -> call(reader, function, 8));
    call(instance(), "work", 300_000_000);
    memory.writeInt(8, 42);

    assertEquals(42, read.get());
  }

  /** Loads the last word of as many pages as 512 says, as an atomic, until those are 300. */
  private static Code reach() {
    return code()
        .locals(ValueType.I32)
        .loop()
        .then(code().i32Const(512).op(0xfe, 0x10, 2, 0).localTee(0))
        .then(code().i32Const(PAGE).op(0x6c).i32Const(4).i32Sub().i32Load(0).drop())
        .then(code().localGet(0).i32Const(300).op(0x47).brIf(0))
        .end()
        .memorySize();
  }

  private static Code grow() {
    return code()
        .loop()
        .then(code().i32Const(1).memoryGrow().drop())
        .then(code().i32Const(512).memorySize().op(0xfe, 0x17, 2, 0))
        .then(code().memorySize().i32Const(300).op(0x47).brIf(0))
        .end()
        .memorySize();
  }

  @Test
  void nobodyTrapsAtAnAddressThatItKnowsToHaveBeenAdded() throws Exception {
    memory.writeInt(512, 1);
    List<Future<Object>> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Instance own = instance();
      readers.add(pool.submit(() -> call(own, "reach")));
    }
    assertEquals(300, call(instance(), "grow"));
    for (Future<Object> each : readers) {
      assertEquals(300, each.get());
    }
  }

  @Test
  void theHostReadsAndWritesFromSeveralThreads() throws Exception {
    List<Callable<Object>> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int at = i * 1000;
      writers.add(
          () -> {
            byte[] bytes = new byte[1000];
            for (int round = 1; round < 500; round++) {
              memory.fill(at, (byte) round, 1000);
              memory.read(at, bytes, 0, 1000);
              memory.write(at, bytes, 0, 1000);
              assertEquals((byte) round, memory.readByte(at + round));
            }
            return memory.readLong(at + 992);
          });
    }
    for (Future<Object> each : pool.invokeAll(writers)) {
      assertEquals(0xf3f3_f3f3_f3f3_f3f3L, each.get());
    }
  }

  private static Code await() {
    return code().localGet(0).localGet(1).i64Const(-1).op(0xfe, 1, 2, 0);
  }

  private void untilWaiting(int count) {
    while (waiters(memory).size() != count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void notifyWakesAsManyAsItSaysAndThoseThatCameFirst() throws Exception {
    List<Future<Object>> waiting = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Instance own = instance();
      int address = i < 7 ? 600 : 604;
      waiting.add(pool.submit(() -> call(own, "wait", address, 0)));
      untilWaiting(i + 1);
    }
    Instance waker = instance();
    assertEquals(0, call(waker, "notify", 600, 0));
    assertEquals(3, call(waker, "notify", 600, 3));
    for (Future<Object> each : waiting.subList(0, 3)) {
      assertEquals(0, each.get());
    }
    assertEquals(5, waiters(memory).size());
    assertEquals(4, call(waker, "notify", 600, -1));
    assertEquals(0, call(waker, "notify", 600, -1));
    assertEquals(1, call(waker, "notify", 604, -1));
    for (Future<Object> each : waiting) {
      assertEquals(0, each.get());
    }
    assertEquals(0, waiters(memory).size());
  }

  /**
   * Waits until 700 has the parity of the first argument, then adds one and wakes the other, as
   * often as the second says.
   */
  private static Code play() {
    return code()
        .locals(ValueType.I32)
        .loop()
        .block()
        .loop()
        .then(code().i32Const(700).op(0xfe, 0x10, 2, 0).localTee(2))
        .then(code().i32Const(1).op(0x71).localGet(0).op(0x46).brIf(1))
        .then(code().i32Const(700).localGet(2).i64Const(-1).op(0xfe, 1, 2, 0).drop())
        .br(0)
        .end()
        .end()
        .then(code().i32Const(700).i32Const(1).op(0xfe, 0x1e, 2, 0).drop())
        .then(code().i32Const(700).i32Const(1).op(0xfe, 0, 2, 0).drop())
        .then(down(1))
        .brIf(0)
        .end();
  }

  @Test
  void noWakeUpIsLostBetweenComparingAndWaiting() throws Exception {
    Instance even = instance();
    Instance odd = instance();
    Future<Object> played = pool.submit(() -> call(even, "play", 0, ROUNDS));
    call(odd, "play", 1, ROUNDS);
    played.get();

    assertEquals(2 * ROUNDS, memory.readInt(700));
    assertEquals(0, waiters(memory).size());
  }

  @Test
  void whoWaitsIsStopped() throws Exception {
    ExecutionControl control = engine.newExecutionControl();
    Instance own = instance();
    Future<Boolean> waiting =
        pool.submit(
            () -> {
              TrapException trap =
                  assertThrows(
                      TrapException.class, () -> control.call(() -> call(own, "wait", 800, 0)));
              assertEquals(TrapKind.STOPPED, trap.kind());
              assertEquals("enough", trap.getMessage());
              return Thread.interrupted();
            });
    untilWaiting(1);
    control.stop("enough");

    assertEquals(false, waiting.get());
    assertEquals(0, waiters(memory).size());
  }

  @Test
  void anInterruptOfSomebodyElseWakesNobodyAndIsKept() throws Exception {
    Instance own = instance();
    Thread[] waiter = new Thread[1];
    Future<Boolean> waiting =
        pool.submit(
            () -> {
              waiter[0] = Thread.currentThread();
              assertEquals(0, call(own, "wait", 800, 0));
              return Thread.interrupted();
            });
    untilWaiting(1);
    waiter[0].interrupt();
    while (waiter[0].isInterrupted()) {
      Thread.onSpinWait(); // until it has looked
    }
    assertEquals(1, waiters(memory).size());
    assertEquals(1, call(instance(), "notify", 800, 1));
    assertEquals(true, waiting.get());
  }

  @Test
  void whatTrapsInOneThreadLeavesOthersAlone() throws Exception {
    Instance own = instance();
    Future<Object> waiting = pool.submit(() -> call(own, "wait", 800, 0));
    untilWaiting(1);
    Instance other = instance();
    Future<Object> trapped = pool.submit(() -> call(other, "wait", 801, 0));
    ExecutionException thrown = assertThrows(ExecutionException.class, trapped::get);
    assertEquals("unaligned atomic: 4 bytes at address 0x321", thrown.getCause().getMessage());
    assertEquals(1, call(other, "notify", 800, 1));
    assertEquals(0, waiting.get());
  }
}
