package org.dylink.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.engine.TrapException;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library behind an interface is replaced: the object, and what it has given out, stay. */
class ReplacementTest {
  private static final Path VERSIONS = Path.of("src/test/native/gauge");

  /** {@code src/test/native/libgauge.c}. */
  @WasmLibrary("libgauge.so")
  public interface Gauge extends AutoCloseable {
    /** A struct of two numbers. */
    record Point(int x, int y) {}

    /** A struct that is passed as its only number. */
    record Wide(double value) {}

    /** A function pointer. */
    @FunctionalInterface
    interface Binary {
      int apply(int a, int b);
    }

    int version();

    int made();

    void keep(Callback<Binary> function);

    @SymbolName("call_kept")
    int callKept(int a, int b);

    int apply(Binary function, int a, int b);

    @SymbolName("apply")
    int applyHeld(Callback<Binary> function, int a, int b);

    int scale();

    Point shifted(Point at);

    double weighed(Wide by);

    void move(@InOut Point[] at);

    int sum(@In @SizedBy(1) int[] numbers, int count);

    String unit();

    @Override
    void close();
  }

  private final TestLinker linker = new TestLinker();
  private Gauge gauge;

  @BeforeEach
  void bind() throws Exception {
    version("v1");
    gauge = WasmBinder.bind(Gauge.class, linker);
  }

  @AfterEach
  void close() {
    gauge.close();
  }

  private Library version(String folder) throws IOException, MalformedModuleException {
    byte[] bytes = Files.readAllBytes(VERSIONS.resolve(folder).resolve("libgauge.so"));
    return linker.add(WasmModule.read("libgauge.so", bytes));
  }

  private ReplacementPlan replaceBy(String folder) throws Exception {
    return Binding.of(gauge).program().replace(version(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "moved"})
  void itsMethodsCallTheNewLibraryAndItsVariablesStay(String folder) throws Exception {
    assertEquals(1, gauge.version());
    assertEquals("metre", gauge.unit());

    replaceBy(folder);

    assertEquals(2, gauge.version());
    assertEquals("yards", gauge.unit());
    assertEquals(2, gauge.made());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "moved"})
  void aFunctionOfJavaIsCalledByTheNewLibrary(String folder) throws Exception {
    try (Callback<Gauge.Binary> minus =
        Binding.of(gauge).callback(Gauge.Binary.class, (a, b) -> a - b)) {
      gauge.keep(minus);
      assertEquals(2, gauge.callKept(5, 3));
      int slot = minus.slot();

      replaceBy(folder);

      assertEquals(4, gauge.callKept(5, 3));
      assertEquals(slot, minus.slot());
      assertEquals(2002, gauge.applyHeld(minus, 5, 3));
      assertEquals(2015, gauge.apply((a, b) -> a * b, 5, 3));
    }
    TrapException trap = assertThrows(TrapException.class, () -> gauge.callKept(5, 3));
    assertEquals("Binary was released", trap.getMessage().replaceFirst(".*: ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "moved"})
  void aFunctionOfCThatJavaHoldsIsTheNewOne(String folder) throws Exception {
    Callback<Gauge.Binary> scale = Binding.of(gauge).callback(gauge.scale());
    assertEquals(1008, gauge.applyHeld(scale, 5, 3));

    replaceBy(folder);

    assertEquals(2016, gauge.applyHeld(scale, 5, 3));
    assertEquals(scale.slot(), gauge.scale());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "moved"})
  void structsAndArraysGoToTheNewLibraryAndBack(String folder) throws Exception {
    Gauge.Point[] points = {new Gauge.Point(1, 2)};
    gauge.move(points);
    assertEquals(new Gauge.Point(11, 12), points[0]);
    assertEquals(new Gauge.Point(2, 3), gauge.shifted(new Gauge.Point(1, 2)));
    assertEquals(1.5, gauge.weighed(new Gauge.Wide(1.5)));
    assertEquals(1006, gauge.sum(new int[] {1, 2, 3}, 3));

    replaceBy(folder);

    gauge.move(points);
    assertEquals(new Gauge.Point(31, 32), points[0]);
    assertEquals(new Gauge.Point(3, 4), gauge.shifted(new Gauge.Point(1, 2)));
    assertEquals(3.0, gauge.weighed(new Gauge.Wide(1.5)));
    assertEquals(2006, gauge.sum(new int[] {1, 2, 3}, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "moved"})
  void memoryAndVariablesThatJavaPointsToAreThere(String folder) throws Exception {
    try (MemoryBlock block = Binding.of(gauge).allocate(4)) {
      block.pointer().writeInt(0, 77);
      gauge.version();

      replaceBy(folder);

      assertEquals(77, block.pointer().readInt(0));
      Pointer calls = Binding.of(gauge).symbol("calls").orElseThrow();
      assertEquals(1, calls.readInt(0));
      calls.writeInt(0, 5);
      assertEquals(5, gauge.made());
    }
  }

  @Test
  void aCallUnderWayEndsOnTheOldCode() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Gauge.Binary wait =
        (a, b) -> {
          inside.countDown();
          await(goOn);
          return a + b;
        };
    CompletableFuture<Integer> underWay =
        CompletableFuture.supplyAsync(() -> gauge.apply(wait, 5, 3));
    inside.await();
    CompletableFuture<ReplacementPlan> replacing = CompletableFuture.supplyAsync(this::replace);
    goOn.countDown();

    assertEquals(1008, underWay.get(60, TimeUnit.SECONDS));
    replacing.get(60, TimeUnit.SECONDS);
    assertEquals(2008, gauge.apply(wait, 5, 3));
  }

  private ReplacementPlan replace() {
    try {
      return replaceBy("v2");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMethodWhoseFunctionIsGoneSaysSo() throws Exception {
    replaceBy("lacking");

    assertEquals(2, gauge.version());
    TrapException trap = assertThrows(TrapException.class, gauge::made);
    assertEquals("libgauge.so: function made is gone: the library was replaced", trap.getMessage());
  }
}
