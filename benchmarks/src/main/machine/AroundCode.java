import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.benchmarks.BindingBenchmark;
import org.dylink.benchmarks.Sum;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.engine.Engine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.machine.run.NativeEngine;

/**
 * What there is around machine code: calls of a bound interface, and of Java functions from C, a
 * million at a time, and loading libc.so; on the engine that the argument names, lines as measure.h
 * prints them.
 */
public final class AroundCode {
  private static final int CALLS = 1_000_000;
  private static final int REPETITIONS = 20;

  private AroundCode() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("jvm")) {
      calls(new JvmEngine());
    } else {
      calls(new NativeEngine(ObjectSource.compiling(new LlvmCompiler())));
      load();
    }
  }

  private static void calls(Engine engine) throws Exception {
    try (Dylink dylink =
        Dylink.builder().engine(engine).folder(Path.of("java-binding/src/test/native")).build()) {
      Sum sum = WasmBinder.bind(Sum.class, dylink);
      measure("bound-call", () -> addUp(sum));
    }
    Path main = Path.of(BindingBenchmark.class.getResource("bench.wasm").toURI());
    try (Dylink dylink = Dylink.builder().engine(engine).host(new BindingBenchmark.Host()).build();
        Program program = dylink.link(LinkRequest.builder(dylink.read(main)).build())) {
      measure("host-call", () -> (int) program.call("call_other", CALLS));
    }
  }

  private static int addUp(Sum sum) {
    int total = 0;
    for (int i = 0; i < CALLS; i++) {
      total = sum.add(total, i);
    }
    return total;
  }

  // From a file's bytes to code that can be called; LLVM is not in it.
  private static void load() throws Exception {
    Path file = Path.of("example-bundles/libc/src/main/resources/lib/libc.so");
    WasmModule libc = WasmModule.read("libc.so", Files.readAllBytes(file));
    byte[] object = MachineObjectFile.write(new LlvmCompiler().compile(libc));
    NativeEngine engine = new NativeEngine(ObjectSource.compiling(module -> read(object)));
    measure("load-libc", () -> engine.compile(libc) == null ? 0 : 1);
  }

  private static MachineObject read(byte[] object) throws CompilerFailedException {
    try {
      return MachineObjectFile.read(object);
    } catch (UnfitObjectException e) {
      throw new CompilerFailedException(e.getMessage(), e);
    }
  }

  private interface Work {
    int run() throws Exception;
  }

  private static void measure(String name, Work work) throws Exception {
    for (int i = 0; i < REPETITIONS; i++) {
      long begin = System.nanoTime();
      int check = work.run();
      long time = System.nanoTime() - begin;
      System.out.println(name + " " + time + " " + Integer.toUnsignedString(check));
    }
  }
}
