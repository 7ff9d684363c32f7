package org.dylink.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dylink.linker.LinkException;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Opening, calling and closing a library in a running program. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OpenBenchmark {
  @Param({"endive-interpreter", "endive-compiler"})
  private String engine;

  private Program program;

  /** Links. */
  @Setup
  public void link() throws LinkException {
    program =
        new Link(
                engine,
                "/org/dylink/benchmarks/bench.wasm",
                "/org/dylink/benchmarks/libcallee.so",
                "/org/dylink/benchmarks/libplugin.so")
            .link("bench.wasm");
  }

  /** Ends the program. */
  @TearDown
  public void close() {
    program.close();
  }

  /** Opens, calls and closes. */
  @Benchmark
  public Object openCallClose() throws LinkException {
    try (OpenLibrary library = program.open("libplugin.so")) {
      return library.call("plugin", 1);
    }
  }
}
