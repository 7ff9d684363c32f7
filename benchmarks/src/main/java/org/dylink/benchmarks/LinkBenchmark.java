package org.dylink.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dylink.linker.LinkException;
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
import org.openjdk.jmh.annotations.Warmup;

/** Linking and running hello, which needs libc.so, when both are compiled already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LinkBenchmark {
  @Param({"endive-interpreter", "endive-compiler"})
  private String engine;

  private Link link;

  /** Reads the files. */
  @Setup
  public void read() {
    link = new Link(engine, "/bin/hello.wasm", "/lib/libc.so");
  }

  /** Links and closes. */
  @Benchmark
  public int link() throws LinkException {
    try (Program program = link.link("hello.wasm")) {
      return program.linkMap().tableSize();
    }
  }

  /** Links, runs and closes. */
  @Benchmark
  public int linkAndRun() throws LinkException {
    try (Program program = link.link("hello.wasm")) {
      return program.run();
    }
  }
}
