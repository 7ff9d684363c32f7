package org.dylink.linker.threads;

import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.engine.host.Guest;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Libraries are opened while other threads wait on an atomic, or compute without a call: nobody is
 * waited for. The property {@code dylink.wait.rounds} is the number of rounds.
 */
@EachEngine
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ThreadWaitTest extends PlugTest {
  private static final int ROUNDS = Integer.getInteger("dylink.wait.rounds", 200);
  private static final int SPINNING = 16;
  private static final int OPENED_BESIDE_SPINNING = 20;
  private static final long SECOND = 1_000_000_000L;
  private static final int TIMED_OUT = 2;

  /** Words of main's data. */
  private static final int ASKED = 0;

  private static final int ANSWERED = 4;
  private static final int POINTER = 8;
  private static final int RESULT = 12;

  private int right;

  ThreadWaitTest(Engine engine) {
    super(engine);
    test.libraries(withThreadLocal("plug.so"))
        .host(
            new FakeHost("dl")
                .forThreads()
                .with("open", "() -> i32", this::open)
                .with("close", "(i32) -> ()", this::close));
  }

  /** Takes what the library has answered, and closes it. */
  private Object close(Guest guest, Object... answer) {
    assertEquals(5, answer[0]);
    right++;
    opened.close();
    return null;
  }

  private static ModuleBuilder main(long bytes) {
    return newMain(dylink().memInfo(bytes, 2, 0, 0))
        .importFunction("dl", "open", "() -> i32")
        .importFunction("dl", "close", "(i32) -> ()");
  }

  private static Code base() {
    return code().globalGet("env.__memory_base");
  }

  private static Code load(int word) {
    return base().op(0xfe, 0x10, 2, word);
  }

  private static Code store(int word, Code value) {
    return base().then(value).op(0xfe, 0x17, 2, word);
  }

  private static Code announce(int word, Code value) {
    return store(word, value).then(base()).i32Const(1).op(0xfe, 0x00, 2, word).drop();
  }

  /** Waits until a word has changed from a number; a wait of half a minute is a trap. */
  private static Code await(int word, Code from) {
    return code()
        .loop()
        .then(base())
        .then(from)
        .i64Const(30 * SECOND)
        .op(0xfe, 0x01, 2, word)
        .i32Const(TIMED_OUT)
        .i32Eq()
        .ifThen()
        .unreachable()
        .end()
        .then(load(word))
        .then(from)
        .i32Eq()
        .brIf(0)
        .end();
  }

  private static Code next(int local) {
    return code().localGet(local).i32Const(1).i32Add();
  }

  private static Code countTo(int last, int local, Code body) {
    return code()
        .loop()
        .then(body)
        .then(next(local))
        .localTee(local)
        .i32Const(last)
        .i32LtS()
        .brIf(0)
        .end();
  }

  @Test
  void whoWaitsForTheOpenerEntersWhatItHasOpened() throws Exception {
    ModuleBuilder main = main(16);
    thread(
        main,
        code()
            .locals(I32)
            .then(
                countTo(
                    ROUNDS,
                    2,
                    await(ASKED, code().localGet(2))
                        .then(store(RESULT, load(POINTER).callIndirect("() -> i32")))
                        .then(announce(ANSWERED, next(2))))));
    start(
        main,
        spawn(code().locals(I32), 0)
            .then(
                countTo(
                    ROUNDS,
                    0,
                    store(POINTER, code().call("dl.open"))
                        .then(announce(ASKED, next(0)))
                        .then(await(ANSWERED, code().localGet(0)))
                        .then(load(RESULT))
                        .call("dl.close"))));

    program = test.link(main);

    assertEquals(0, run(program).get(9, TimeUnit.MINUTES));
    assertEquals(ROUNDS, right);
    assertEquals(1, program.linkMap().libraries().size());
    program.close();
    assertNothingLeft();
  }

  @Test
  void whoComputesWithoutACallDelaysNobody() throws Exception {
    ModuleBuilder main = main(0);
    thread(main, code().localGet(0).localGet(1).call(TELL).then(forever()));
    Code begin = code().locals(I32);
    for (int i = 0; i < SPINNING; i++) {
      spawn(begin, i);
    }
    Code openAndCall = code().call("dl.open").callIndirect("() -> i32").call("dl.close");
    start(main, begin.call(STEP).then(countTo(OPENED_BESIDE_SPINNING, 0, openAndCall)));
    program = test.link(main);
    CompletableFuture<Integer> running = run(program);
    for (int i = 0; i < SPINNING; i++) {
      steps.next();
    }

    steps.go(0);

    assertEquals(0, exitCode(running));
    assertEquals(OPENED_BESIDE_SPINNING, right);
    program.close();
    assertNothingLeft();
  }
}
