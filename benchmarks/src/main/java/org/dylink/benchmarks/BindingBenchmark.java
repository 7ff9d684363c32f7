package org.dylink.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dylink.binding.Binding;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;
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

/** Between Java and C: a bound interface, Java functions for C, an array, binding itself. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:CompileCommand=quiet",
      "-XX:CompileCommand=dontinline,org.dylink.benchmarks.Sum$Called::add"
    })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BindingBenchmark {
  private static final int MEBIBYTE = 1 << 20;
  private static final int CALLS = 100_000;

  /** An interface whose implementation is in C or in Java. */
  @State(Scope.Thread)
  public static class Side {
    /** Where it is. */
    @Param({"java-inlined", "java", "c"})
    private String side;

    private int argument = 3;
    private Dylink dylink;
    private Sum sum;

    /** Binds. */
    @Setup
    public void bind() throws LinkException {
      dylink = linker();
      sum =
          switch (side) {
            case "java-inlined" -> new Sum.Inlined();
            case "java" -> new Sum.Called();
            default -> WasmBinder.bind(Sum.class, dylink);
          };
    }

    /** Ends the program. */
    @TearDown
    public void close() {
      dylink.close();
    }
  }

  /** A call of an interface, (int, int) -> int. */
  @Benchmark
  public int call(Side side) {
    return side.sum.add(side.argument, 4);
  }

  /** Objects of one interface, each with a program of its own. */
  @State(Scope.Thread)
  public static class Several {
    /** How many; a power of two. */
    @Param({"1", "4", "16"})
    private int objects;

    private int next;
    private Dylink dylink;
    private Sum[] sums;

    /** Binds. */
    @Setup
    public void bind() throws LinkException {
      dylink = linker();
      sums = new Sum[objects];
      for (int i = 0; i < objects; i++) {
        sums[i] = WasmBinder.bind(Sum.class, dylink);
      }
    }

    /** Ends the programs. */
    @TearDown
    public void close() {
      dylink.close();
    }
  }

  /** The same call, of one object after another. */
  @Benchmark
  public int callOneOf(Several several) {
    several.next = several.next + 1 & several.objects - 1;
    return several.sums[several.next].add(several.next, 4);
  }

  /** Two arrays, and a program. */
  @State(Scope.Thread)
  public static class Arrays {
    private final byte[] bytes = new byte[MEBIBYTE];
    private final byte[] copy = new byte[MEBIBYTE];
    private Dylink dylink;
    private Sum sum;

    /** Binds. */
    @Setup
    public void bind() throws LinkException {
      dylink = linker();
      sum = WasmBinder.bind(Sum.class, dylink);
    }

    /** Ends the program. */
    @TearDown
    public void close() {
      dylink.close();
    }
  }

  /** 1 MiB to another array. */
  @Benchmark
  public Object arraycopy(Arrays arrays) {
    System.arraycopy(arrays.bytes, 0, arrays.copy, 0, MEBIBYTE);
    return arrays.copy;
  }

  /** 1 MiB to C. */
  @Benchmark
  public int passArray(Arrays arrays) {
    return arrays.sum.take(arrays.bytes, 4);
  }

  /** A C program whose library libcallee.so is written in Java. */
  @State(Scope.Thread)
  public static class Host implements HostLibrary {
    private Dylink dylink;
    private Program program;

    @Override
    public String moduleName() {
      return "libcallee.so";
    }

    /** What libcallee.c does. */
    @HostSymbol
    public int callee(int x) {
      return x * 3 + 1;
    }

    /** Not used here. */
    @HostSymbol("callee_address")
    public int calleeAddress() {
      return 0;
    }

    /** Links. */
    @Setup
    public void link() throws Exception {
      dylink = Dylink.builder().host(this).build();
      program =
          dylink.link(
              LinkRequest.builder(
                      dylink.read(
                          Path.of(BindingBenchmark.class.getResource("bench.wasm").toURI())))
                  .build());
    }

    /** Ends the program. */
    @TearDown
    public void close() {
      dylink.close();
    }
  }

  /** A call from C to a function in Java. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object callToJava(Host host) {
    return host.program.call("call_other", CALLS);
  }

  /** A linker that has compiled what it needs. */
  @State(Scope.Thread)
  public static class Linked {
    private Dylink dylink;

    /** Begins with nothing. */
    @Setup
    public void open() {
      dylink = linker();
    }

    /** Ends the programs. */
    @TearDown
    public void close() {
      dylink.close();
    }
  }

  /** Links zlib and libc, binds an interface, and closes. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public int bind(Linked linked) throws LinkException {
    try (Zlib zlib = WasmBinder.bind(Zlib.class, linked.dylink)) {
      return System.identityHashCode(zlib);
    }
  }

  /** A program that is there. */
  @State(Scope.Thread)
  public static class Running {
    private Dylink dylink;
    private Program program;

    /** Links. */
    @Setup
    public void link() throws LinkException {
      dylink = linker();
      program = Binding.of(WasmBinder.bind(Sum.class, dylink)).program();
    }

    /** Ends the program. */
    @TearDown
    public void close() {
      dylink.close();
    }
  }

  /** Binds one more object of an interface, and calls it once. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public int bindAnother(Running running) {
    return WasmBinder.bind(Sum.class, running.program).add(3, 4);
  }

  private static Dylink linker() {
    return Dylink.create(
        Path.of("java-binding/src/test/native"),
        Path.of("example-bundles/zlib/src/main/resources/lib"),
        Path.of("example-bundles/libc/src/main/resources/lib"));
  }
}
