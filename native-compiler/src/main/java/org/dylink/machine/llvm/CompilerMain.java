package org.dylink.machine.llvm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.make.ChildCompiler;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/**
 * The compiler as a process: {@code MODULE-FILE OBJECT-FILE PLATFORM}. It prints why it refuses a
 * module, and nobody waits for it any more when its standard input ends.
 */
public final class CompilerMain {
  private static final int ABANDONED = 4;

  // The message has the module's name in front, which is not known here.
  private static final String NAME = "module";

  private CompilerMain() {}

  /**
   * Compiles one module.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    endWithParent();
    // What LLVM and its bindings print is no answer.
    PrintStream answer = System.out;
    System.setOut(System.err);
    try {
      WasmModule module = WasmModule.read(NAME, Files.readAllBytes(Path.of(arguments[0])));
      LlvmCompiler compiler = LlvmCompiler.forTarget(arguments[2]);
      Files.write(Path.of(arguments[1]), MachineObjectFile.write(compiler.compile(module)));
    } catch (InvalidModuleException | MalformedModuleException e) {
      refuse(answer, e.getMessage().substring((NAME + ": ").length()));
    } catch (IllegalArgumentException e) {
      refuse(answer, e.getMessage());
    }
  }

  private static void refuse(PrintStream answer, String why) throws IOException {
    answer.write(why.getBytes(StandardCharsets.UTF_8));
    answer.flush();
    System.exit(ChildCompiler.REFUSED);
  }

  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // The parent writes nothing.
                }
              } catch (IOException e) {
                // As if it had ended.
              }
              Runtime.getRuntime().halt(ABANDONED);
            },
            "dylink parent");
    watch.setDaemon(true);
    watch.start();
  }
}
