package org.dylink.linker.link.load;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.format.WasmModule;
import org.dylink.linker.testing.TrackingEngine;
import org.junit.jupiter.api.Test;

class ModuleCacheTest {
  private final Engine engine = new InterpreterEngine();
  private final ModuleCache cache = new ModuleCache();

  @Test
  void compilesEqualBytesOnce() throws InvalidModuleException {
    WasmModule one = seven();
    WasmModule two = seven();
    cache.retain(one);
    cache.retain(two);

    assertSame(cache.compile(engine, one), cache.compile(engine, two));
    assertEquals(1, cache.size());
  }

  @Test
  void keepsOtherBytesApart() throws InvalidModuleException {
    WasmModule one = seven();
    WasmModule other = module("other.wasm").exportedFunction("f", "() -> ()", code()).build();
    cache.retain(one);
    cache.retain(other);

    assertNotSame(cache.compile(engine, one), cache.compile(engine, other));
    assertEquals(2, cache.size());
  }

  @Test
  void keepsAModuleUntilItsLastHolderGoes() throws InvalidModuleException {
    WasmModule one = seven();
    cache.retain(one);
    cache.retain(seven());
    CompiledModule compiled = cache.compile(engine, one);

    cache.release(one);
    assertSame(compiled, cache.compile(engine, one));
    cache.release(one);
    assertEquals(0, cache.size());
    assertNotSame(compiled, cache.compile(engine, one));
    assertEquals(0, cache.size());
  }

  @Test
  void compilesForEachEngine() throws InvalidModuleException {
    WasmModule module = seven();
    Engine compiler = new CompilerEngine();
    cache.retain(module);

    CompiledModule interpreted = cache.compile(engine, module);
    CompiledModule compiled = cache.compile(compiler, module);

    assertNotSame(interpreted, compiled);
    assertEquals(2, cache.size());
    cache.forget(compiler);
    assertEquals(1, cache.size());
    assertSame(interpreted, cache.compile(engine, module));
  }

  @Test
  void keepsNothingOfAModuleThatIsNotValid() {
    WasmModule invalid = module("bad.wasm").exportedFunction("f", "() -> i32", code()).build();
    cache.retain(invalid);

    assertThrows(InvalidModuleException.class, () -> cache.compile(engine, invalid));
    assertEquals(0, cache.size());
    assertThrows(InvalidModuleException.class, () -> cache.compile(engine, invalid));
  }

  @Test
  void aModuleThatNobodyHoldsMayBeInvalidToo() {
    WasmModule invalid = module("bad.wasm").exportedFunction("f", "() -> i32", code()).build();

    assertThrows(InvalidModuleException.class, () -> cache.compile(engine, invalid));
  }

  @Test
  void givesThreadsThatRaceTheSameModule() throws Exception {
    WasmModule module = seven();
    cache.retain(module);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<CompiledModule>> all =
          threads.invokeAll(
              Stream.generate(() -> (Callable<CompiledModule>) () -> cache.compile(engine, module))
                  .limit(8)
                  .toList());
      for (Future<CompiledModule> each : all) {
        assertSame(all.get(0).get(), each.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void compilesOnceForThreadsThatRace() throws Exception {
    TrackingEngine counting = new TrackingEngine(engine);
    WasmModule module = seven();
    cache.retain(module);
    int racers = 8;
    CyclicBarrier together = new CyclicBarrier(racers);
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      Callable<CompiledModule> racer =
          () -> {
            together.await();
            return cache.compile(counting, module);
          };
      for (Future<CompiledModule> each : threads.invokeAll(Collections.nCopies(racers, racer))) {
        assertEquals("seven.wasm", each.get().module().name());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of("seven.wasm"), counting.compiled());
  }

  private static WasmModule seven() {
    return module("seven.wasm").exportedFunction("seven", "() -> i32", code().i32Const(7)).build();
  }
}
