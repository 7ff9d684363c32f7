package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.ValueType;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Programs that are ended from elsewhere, many at once. The property {@code dylink.storm.seconds}
 * lets the threads of a storm race for longer.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int PROGRAMS = 1_000;
  private static final int STACK_BYTES = 4_096;
  private static final long SECONDS = Long.getLong("dylink.storm.seconds", 2);

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  /** A host call that waits until it is let go, as one that reads from the network. */
  public static final class Gate {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Called by the guest. */
    public void pass() {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    HostLibrary library() throws ReflectiveOperationException {
      var pass =
          MethodHandles.lookup().findVirtual(Gate.class, "pass", MethodType.methodType(void.class));
      return HostLibrary.of("libgate.so", Map.of("pass", pass.bindTo(this)));
    }
  }

  private static LinkRequest request(ModuleBuilder main) throws Exception {
    // A thousand of them fit into a small heap.
    return LinkRequest.builder(Library.read("main.wasm", main.toArray()))
        .stackSize(STACK_BYTES)
        .build();
  }

  private static LinkRequest passing() throws Exception {
    Code forEver = code().loop().call("env.pass").br(0).end();
    return request(
        shared("main.wasm", "libgate.so")
            .importFunction("env", "pass", "() -> ()")
            .exportedFunction("go", "() -> ()", forEver));
  }

  private static LinkRequest counting() throws Exception {
    Code next = code().globalGet("n").i32Const(1).i32Add().globalSet("n").globalGet("n");
    return request(
        shared("main.wasm")
            .global("n", ValueType.I32, true, code().i32Const(0))
            .exportedFunction("next", "() -> i32", next));
  }

  private static LinkRequest looping() throws Exception {
    return request(
        shared("main.wasm")
            .importFunction("env", "pass", "() -> ()")
            .exportedFunction("spin", "() -> ()", code().call("env.pass").loop().br(0).end()));
  }

  @Test
  void aProgramThatIsStoppedInAHostCallComesOutOfItAndGoesNoFurther() throws Exception {
    Gate gate = new Gate();
    try (Dylink dylink = Dylink.builder().host(gate.library()).build();
        Program program = dylink.link(passing())) {
      Future<Object> running = threads.submit(() -> program.call("go"));
      gate.entered.await();
      program.stop("killed");
      gate.open.countDown();
      TrapException trap = trapOf(running);
      assertEquals(TrapKind.STOPPED, trap.kind());
      assertEquals("killed", trap.getMessage());
    }
  }

  @Test
  void closingDoesNotWaitForAHostCallAndLeavesNothingBehindIt() throws Exception {
    Gate gate = new Gate();
    try (Dylink dylink = Dylink.builder().host(gate.library()).build()) {
      Program program = dylink.link(passing());
      Future<Object> running = threads.submit(() -> program.call("go"));
      gate.entered.await();
      program.close();
      assertEquals(Program.State.CLOSED, program.state());
      gate.open.countDown();
      assertEquals(TrapKind.STOPPED, trapOf(running).kind());
      assertEquals(List.of(), dylink.programs());
    }
  }

  @Test
  void theLinkersEndEndsProgramsThatRun() throws Exception {
    Dylink dylink = Dylink.builder().build();
    LinkRequest request = counting();
    List<Future<Object>> running = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      Program program = dylink.link(request);
      running.add(
          threads.submit(
              () -> {
                begun.countDown();
                while (true) {
                  program.call("next");
                }
              }));
    }
    begun.await();
    dylink.close();
    for (Future<Object> each : running) {
      Throwable end = assertThrows(ExecutionException.class, each::get).getCause();
      // Between two calls it is closed, in one it is stopped.
      assertTrue(end instanceof IllegalStateException || isStopped(end), end::toString);
    }
    assertEquals(List.of(), dylink.programs());
    LinkException late = assertThrows(LinkException.class, () -> dylink.link(request));
    assertEquals("main.wasm: not linked: the linker was closed", late.getMessage());
  }

  private static boolean isStopped(Throwable end) {
    return end instanceof TrapException trap && trap.kind() == TrapKind.STOPPED;
  }

  @Test
  void aThousandProgramsAtOnceEachHaveTheirOwn() throws Exception {
    try (Dylink dylink = Dylink.create()) {
      LinkRequest request = counting();
      List<Program> programs = new ArrayList<>();
      for (int i = 0; i < PROGRAMS; i++) {
        programs.add(dylink.link(request));
      }
      assertEquals(programs, dylink.programs());
      List<Future<Integer>> sums = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        sums.add(threads.submit(() -> callAll(programs)));
      }
      int all = 0;
      for (Future<Integer> sum : sums) {
        all += sum.get();
      }
      assertEquals(PROGRAMS * THREADS * (THREADS + 1) / 2, all);
      programs.forEach(Program::close);
      assertEquals(List.of(), dylink.programs());
    }
  }

  private static int callAll(List<Program> programs) {
    return programs.stream().mapToInt(program -> (int) program.call("next")).sum();
  }

  /**
   * Each thread links, calls, opens, stops and closes; answers are right or the end was asked for.
   */
  @Test
  void eightThreadsLinkRunStopAndClose() throws Exception {
    byte[] plug =
        shared("plug.so").exportedFunction("answer", "() -> i32", code().i32Const(42)).toArray();
    try (Dylink dylink = Dylink.builder().library("plug.so", plug).build()) {
      LinkRequest request = counting();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      Callable<Integer> work =
          () -> {
            int rounds = 0;
            do {
              round(dylink, request);
              rounds++;
            } while (System.nanoTime() < end);
            return rounds;
          };
      int rounds = 0;
      for (Future<Integer> each :
          threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
        rounds += each.get();
      }
      System.out.println("concurrency: " + rounds + " rounds");
      assertEquals(List.of(), dylink.programs());
    }
  }

  private static void round(Dylink dylink, LinkRequest request) throws LinkException {
    try (Program program = dylink.link(request)) {
      assertEquals(1, program.call("next"));
      assertEquals(42, program.open("plug.so").call("answer"));
      program.stop("enough");
      TrapException trap = assertThrows(TrapException.class, () -> program.call("next"));
      assertEquals("enough", trap.getMessage());
    }
  }

  @Test
  void aHostFunctionMayEndTheJvmUnderRunningPrograms() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx200m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Exiting.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(7, process.waitFor(), output);
    assertEquals("", output);
  }

  /** Exits in a host function, while another program spins. */
  static final class Exiting {
    private static final CountDownLatch SPINNING = new CountDownLatch(1);
    private static volatile boolean exits;

    public static void main(String[] arguments) throws Exception {
      var pass =
          MethodHandles.lookup()
              .findStatic(Exiting.class, "pass", MethodType.methodType(void.class));
      Dylink dylink = Dylink.builder().host(HostLibrary.of("env", Map.of("pass", pass))).build();
      Program spinning = dylink.link(looping());
      new Thread(() -> assertThrows(TrapException.class, () -> spinning.call("spin"))).start();
      SPINNING.await();
      exits = true;
      Runtime.getRuntime().addShutdownHook(new Thread(dylink::close));
      dylink.link(looping()).call("spin");
    }

    static void pass() {
      if (exits) {
        System.exit(7);
      }
      SPINNING.countDown();
    }
  }

  private static TrapException trapOf(Future<?> running) {
    Throwable end = assertThrows(ExecutionException.class, running::get).getCause();
    return (TrapException) end;
  }
}
