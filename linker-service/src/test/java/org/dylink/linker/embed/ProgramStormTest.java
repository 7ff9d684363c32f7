package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.TrapException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/**
 * Threads that link, call, copy, replace, open, stop and close programs at random: each answer is
 * that of a model, and at the end nothing is left. {@code -Ddylink.storm.seconds=60} is longer.
 */
class ProgramStormTest {
  private static final long SECONDS = Long.getLong("dylink.storm.seconds", 2);
  private static final long SEED = Long.getLong("dylink.storm.seed", 20_260_101);
  private static final int THREADS = 4;
  private static final int PROGRAMS = 12; // of a thread, at once
  private static final int FIRST = 7;

  /** A snapshot, and what programs that begin from it must have. */
  private record Taken(Snapshot snapshot, int sum, int factor) {}

  private final Library first = library(adder(1));
  private final Library second = library(adder(10));
  private final Library main = library(caller());
  private final Dylink dylink =
      Dylink.builder().library(first).library(library(constant(shared("libx.so"), "x", 5))).build();
  private final List<Taken> taken = new ArrayList<>(); // guarded by itself
  private final Map<String, Integer> done = new TreeMap<>(); // guarded by itself

  private static Library library(ModuleBuilder builder) {
    try {
      WasmModule module = builder.build();
      return Library.read(module.name(), module.bytes().toArray());
    } catch (org.dylink.format.MalformedModuleException e) {
      throw new AssertionError(e);
    }
  }

  /** Adds to a sum, which begins with 7; another factor is another library of the same layout. */
  private static ModuleBuilder adder(int factor) {
    return shared("libadd.so", dylink().memInfo(16, 2, 0, 0))
        .exportedFunction(
            "__wasm_call_ctors",
            "() -> ()",
            code().globalGet(MEMORY_BASE).i32Const(FIRST).i32Store(0))
        .exportedFunction(
            "add",
            "(i32) -> i32",
            code()
                .globalGet(MEMORY_BASE)
                .globalGet(MEMORY_BASE)
                .i32Load(0)
                .localGet(0)
                .i32Const(factor)
                .i32Mul()
                .i32Add()
                .i32Store(0)
                .globalGet(MEMORY_BASE)
                .i32Load(0));
  }

  private static ModuleBuilder caller() {
    Code forEver = code().loop().br(0).end();
    return importAddress(shared("main.wasm", "libadd.so"), "add")
        .importFunction("env", "add", "(i32) -> i32")
        .exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.add"))
        .exportedFunction(
            "indirect",
            "(i32) -> i32",
            code().localGet(0).globalGet("GOT.func.add").callIndirect("(i32) -> i32"))
        .exportedFunction("spin", "() -> ()", forEver);
  }

  /** A program, and what it must answer. One thread has it. */
  private final class Modelled {
    final Program program;
    int sum;
    int factor;

    Modelled(Program program, int sum, int factor) {
      this.program = program;
      this.sum = sum;
      this.factor = factor;
    }

    void call(Random random) {
      int more = random.nextInt(100);
      sum += more * factor;
      String way = random.nextBoolean() ? "call" : "indirect";
      assertEquals(sum, program.call(way, more), way);
    }

    void replace() throws LinkException {
      program.replace(factor == 1 ? second : first, Duration.ofSeconds(30));
      factor = factor == 1 ? 10 : 1;
    }

    void open() throws LinkException {
      try (OpenLibrary library = program.open("libx.so")) {
        assertEquals(5, library.call("x"));
        LinkException refusal = assertThrows(LinkException.class, program::snapshot);
        assertEquals("main.wasm: no snapshot: libx.so was opened by dlopen", refusal.getMessage());
      }
    }

    void copy() throws LinkException {
      Taken one = new Taken(program.snapshot(), sum, factor);
      synchronized (taken) {
        taken.add(one);
        if (taken.size() > PROGRAMS) {
          taken.remove(0);
        }
      }
    }

    void stop() throws Exception {
      FutureTask<TrapException> spinning =
          new FutureTask<>(() -> assertThrows(TrapException.class, () -> program.call("spin")));
      Thread thread = new Thread(spinning, "spinning");
      thread.start();
      program.stop("enough");
      assertEquals("stopped: enough", spinning.get(60, TimeUnit.SECONDS).summary());
      assertEquals(Program.State.FAILED, program.state());
      program.close();
    }
  }

  private Modelled begun(Random random) throws LinkException {
    Taken from;
    synchronized (taken) {
      from = taken.isEmpty() ? null : taken.get(random.nextInt(taken.size()));
    }
    if (from == null || random.nextInt(3) == 0) {
      count("link");
      return new Modelled(dylink.link(LinkRequest.builder(main).engine("jvm").build()), FIRST, 1);
    } else if (from.factor() == 1) {
      count("link from snapshot");
      return new Modelled(dylink.link(from.snapshot()), from.sum(), 1);
    }
    // It was taken of a program with the other library, which no link finds.
    LinkException refusal = assertThrows(LinkException.class, () -> dylink.link(from.snapshot()));
    assertEquals(
        "libadd.so: does not begin from the snapshot: it is another library now",
        refusal.getMessage());
    count("refused snapshot");
    return new Modelled(dylink.link(LinkRequest.builder(main).engine("jvm").build()), FIRST, 1);
  }

  private void count(String what) {
    synchronized (done) {
      done.merge(what, 1, Integer::sum);
    }
  }

  private void step(List<Modelled> own, Random random) throws Exception {
    if (own.size() < 2 || (own.size() < PROGRAMS && random.nextInt(4) == 0)) {
      own.add(begun(random));
      return;
    }
    int index = random.nextInt(own.size());
    Modelled one = own.get(index);
    switch (random.nextInt(16)) {
      case 0, 1 -> {
        count("replace");
        one.replace();
      }
      case 2, 3 -> {
        count("snapshot");
        one.copy();
      }
      case 4 -> {
        count("open");
        one.open();
      }
      case 5 -> {
        count("stop");
        own.remove(index);
        one.stop();
      }
      case 6 -> {
        count("close");
        own.remove(index);
        one.program.close();
      }
      default -> one.call(random);
    }
  }

  private Void blow(int thread, long end) throws Exception {
    Random random = new Random(SEED + thread);
    List<Modelled> own = new ArrayList<>();
    while (System.nanoTime() < end) {
      step(own, random);
    }
    own.forEach(each -> each.call(random));
    own.forEach(each -> each.program.close());
    return null;
  }

  @Test
  void everyAnswerIsTheModels() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      FutureTask<Void> task = new FutureTask<>(() -> blow(thread, end));
      tasks.add(task);
      new Thread(task, "storm-" + i).start();
    }
    for (FutureTask<Void> task : tasks) {
      task.get(SECONDS + 120, TimeUnit.SECONDS);
    }
    System.out.println("storm of programs: seed " + SEED + ", " + done);
    assertEquals(List.of(), dylink.programs());
    assertTrue(done.containsKey("link from snapshot"), done::toString);
    dylink.close();
  }
}
