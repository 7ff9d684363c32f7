package org.dylink.engine.machine.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;

/**
 * A compiler in a process of its own, one for each module: where LLVM finds a fault of its own it
 * ends the process that it is in. The process reads the module from a file, writes the object to
 * another, and ends when the pipe does that is its standard input: with this JVM, at the latest.
 */
public final class ChildCompiler implements MachineCompiler {
  /** The exit code with which it refuses a module; its standard output says why. */
  public static final int REFUSED = 3;

  // In native-compiler, which is not there where this is compiled.
  private static final String MAIN = "org.dylink.machine.llvm.CompilerMain";

  private final List<Path> classPath;
  private final String target;
  private final CompilerLimits limits;
  private final String main;

  /**
   * @param classPath what {@link CompilerFolder} found
   * @param target the platform, such as {@code linux-x86_64}
   */
  public ChildCompiler(List<Path> classPath, String target, CompilerLimits limits) {
    this(classPath, target, limits, MAIN);
  }

  ChildCompiler(List<Path> classPath, String target, CompilerLimits limits, String main) {
    this.main = main;
    this.classPath = List.copyOf(classPath);
    this.target = target;
    this.limits = limits;
  }

  @Override
  public MachineObject compile(WasmModule module)
      throws InvalidModuleException, CompilerFailedException {
    try (ChildFiles files = ChildFiles.of(module)) {
      int code = run(files);
      if (code == REFUSED) {
        // The process does not know the module's name.
        throw InvalidModuleException.unsupported(module.name(), LastWords.of(files), null);
      } else if (code != 0) {
        throw new CompilerFailedException(
            "ended with code " + code + ": " + LastWords.of(files), null);
      }
      MachineObject object = MachineObjectFile.read(Files.readAllBytes(files.object()));
      object.requireFor(module, target);
      return object;
    } catch (UnfitObjectException e) {
      throw new CompilerFailedException("gave no object: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CompilerFailedException(e.toString(), e);
    }
  }

  private int run(ChildFiles files) throws IOException, CompilerFailedException {
    List<String> arguments =
        List.of(main, files.module().toString(), files.object().toString(), target);
    ProcessBuilder builder =
        new ProcessBuilder(ChildCommand.of(classPath, limits, arguments))
            .directory(files.folder().toFile())
            .redirectOutput(files.answer().toFile())
            .redirectError(files.messages().toFile());
    ChildCommand.tune(builder.environment());
    Process process = builder.start();
    try {
      if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CompilerFailedException(
            "takes more than " + limits.time().toSeconds() + " seconds", null);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompilerFailedException("was interrupted", e);
    } finally {
      end(process);
    }
  }

  // Its files are deleted next, and where a file is open some systems do not delete it.
  private static void end(Process process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
