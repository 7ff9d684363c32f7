package org.dylink.linker.threads;

import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.Engine;
import org.dylink.engine.host.Guest;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.TableRegion;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Eight threads open, call and close libraries at once: 500 rounds, or as many as the property
 * {@code dylink.storm.seconds} allows.
 */
@EachEngine
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ThreadStormTest extends ThreadTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 500;
  private static final int LIBRARIES = 3;
  private static final int MARK = 100;
  private static final long SECONDS = Long.getLong("dylink.storm.seconds", 0);

  /**
   * What a thread has opened, and the number that the library's thread-local variable begins with.
   */
  private record Opened(OpenLibrary library, int first) {}

  private static final ThreadLocal<Opened> OPENED = new ThreadLocal<>();

  private final AtomicLong rounds = new AtomicLong();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger left = new AtomicInteger(THREADS);
  private final CompletableFuture<Void> allDone = new CompletableFuture<>();
  private volatile Program program;
  private long end;

  ThreadStormTest(Engine engine) {
    super(engine);
    for (int i = 0; i < LIBRARIES; i++) {
      test.libraries(plug(i));
    }
    test.host(
        new FakeHost("dl")
            .forThreads()
            .with("open", "() -> i32", this::open)
            .with("goesOn", "(i32, i32) -> i32", this::goesOn)
            .with("close", "() -> ()", this::close)
            .with("done", "() -> ()", this::done));
  }

  private static String name(int library) {
    return "plug" + library + ".so";
  }

  private static int first(int library) {
    return 5 + library;
  }

  /** Its thread-local variable is exchanged for another number. */
  private static ModuleBuilder plug(int library) {
    return withThreadLocal(name(library), first(library))
        .exportedFunction(
            "swap",
            "(i32) -> i32",
            code()
                .globalGet("__tls_base")
                .i32Load(0)
                .globalGet("__tls_base")
                .localGet(0)
                .i32Store(0));
  }

  private Object open(Guest guest, Object... arguments) {
    int library = ThreadLocalRandom.current().nextInt(LIBRARIES);
    try {
      OPENED.set(new Opened(program.open(name(library)), first(library)));
      return OPENED.get().library().address("swap").orElseThrow();
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Compares what two calls have given; others keep the library open, and with it the variable. */
  private Object goesOn(Guest guest, Object... numbers) {
    int mark = MARK + guest.thread();
    boolean isRight = (int) numbers[0] == OPENED.get().first() || (int) numbers[0] == mark;
    if (!isRight || (int) numbers[1] != mark) {
      wrong.add("thread " + guest.thread() + " " + List.of(numbers) + " in " + OPENED.get());
    }
    long count = rounds.incrementAndGet();
    return count < ROUNDS || System.nanoTime() - end < 0 ? 1 : 0;
  }

  private Object close(Guest guest, Object... arguments) {
    OPENED.get().library().close();
    return null;
  }

  private Object done(Guest guest, Object... arguments) {
    if (left.decrementAndGet() == 0) {
      allDone.complete(null);
    }
    return null;
  }

  private static ModuleBuilder main() {
    ModuleBuilder main =
        newMain()
            .importFunction("dl", "open", "() -> i32")
            .importFunction("dl", "goesOn", "(i32, i32) -> i32")
            .importFunction("dl", "close", "() -> ()")
            .importFunction("dl", "done", "() -> ()");
    thread(
        main,
        code()
            .locals(I32)
            .loop()
            .call("dl.open")
            .localSet(2)
            .then(swap())
            .then(swap())
            .call("dl.goesOn")
            .call("dl.close")
            .brIf(0)
            .end()
            .call("dl.done"));
    Code begin = code();
    for (int i = 0; i < THREADS; i++) {
      spawn(begin, i);
    }
    return start(main, begin.call(STEP));
  }

  private static Code swap() {
    return code().localGet(0).i32Const(MARK).i32Add().localGet(2).callIndirect("(i32) -> i32");
  }

  @Test
  void eightThreadsOpenCallAndClose() throws Exception {
    program = test.link(main());
    LinkMap before = program.linkMap();
    end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    CompletableFuture<Integer> running = run(program);
    CompletableFuture.anyOf(running, allDone).get(SECONDS + 60, TimeUnit.SECONDS);
    noThreadIsLeft();

    assertEquals(List.of(), List.copyOf(wrong));
    assertEquals(before.libraries(), program.linkMap().libraries());
    assertEquals(usedBytes(before), usedBytes(program.linkMap()));
    assertEquals(usedSlots(before), usedSlots(program.linkMap()));
    steps.go(0);
    assertEquals(0, exitCode(running));
    program.close();
    assertNothingLeft();
    System.out.println("threads: " + rounds + " rounds of a storm right");
  }

  private static long usedBytes(LinkMap map) {
    return map.memoryPages() * MemoryType.PAGE_SIZE
        - map.freeData().stream().mapToLong(DataRegion::size).sum();
  }

  private static long usedSlots(LinkMap map) {
    return map.tableSize() - map.freeSlots().stream().mapToLong(TableRegion::size).sum();
  }
}
