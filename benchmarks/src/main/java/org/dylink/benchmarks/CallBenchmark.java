package org.dylink.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One call between C functions, in a loop of the guest's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {
  private static final int CALLS = 100_000;

  @Param({"endive-interpreter", "endive-compiler"})
  private String engine;

  private Program program;

  /** Links. */
  @Setup
  public void link() throws LinkException {
    program =
        new Link(engine, "/org/dylink/benchmarks/bench.wasm", "/org/dylink/benchmarks/libcallee.so")
            .link("bench.wasm");
  }

  /** Ends the program. */
  @TearDown
  public void close() {
    program.close();
  }

  /** A function of the same library. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object sameLibrary() {
    return program.call("call_local", CALLS);
  }

  /** A function of another library, by name. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object otherLibrary() {
    return program.call("call_other", CALLS);
  }

  /** A function of another library, by its address. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object otherLibraryIndirect() {
    return program.call("call_indirect", CALLS);
  }
}
