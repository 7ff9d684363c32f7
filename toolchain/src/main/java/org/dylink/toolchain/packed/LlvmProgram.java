package org.dylink.toolchain.packed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.toolchain.CompilerArguments;

/**
 * LLVM's tools in one module, of which the first argument names one. Each command is a program of
 * its own over the same code, which is compiled once. Threads may share it.
 */
public final class LlvmProgram {
  private final Linker linker;
  private final Library llvm;

  /**
   * Prepares it.
   *
   * @param llvm the module
   */
  public LlvmProgram(Linker linker, Library llvm) {
    this.linker = linker;
    this.llvm = llvm;
  }

  /**
   * Runs clang, and wasm-ld if clang asks for it.
   *
   * @param folder what relative paths start from; it and all paths as the guest names them
   * @param arguments without the compiler's own name
   * @param input all of standard input
   * @return the exit code
   * @throws LinkException if it does not run on this linker's engines
   * @throws org.dylink.engine.TrapException if it traps
   */
  public int run(
      String folder, List<String> arguments, byte[] input, OutputStream out, OutputStream err)
      throws LinkException, IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("clang", "-working-directory=" + folder));
    line.addAll(arguments);
    Path temporary = Files.createTempDirectory("dylink-clang");
    try {
      String guest = GuestPaths.of(temporary);
      return isOneJob(new CompilerArguments(arguments))
          ? runJob(line, input, guest, out, err)
          : runJobs(line, folder, input, guest, out, err);
    } finally {
      TemporaryFolder.delete(temporary);
    }
  }

  /** One that the driver does itself. */
  private static boolean isOneJob(CompilerArguments arguments) {
    int files = arguments.operands().size();
    return files == 0 || arguments.has("-###") || (files == 1 && !arguments.links());
  }

  private int runJobs(
      List<String> line,
      String folder,
      byte[] input,
      String temporary,
      OutputStream out,
      OutputStream err)
      throws LinkException, IOException, InterruptedException {
    List<String> question = new ArrayList<>(line);
    question.add(1, "-###");
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int code = runJob(question, input, temporary, told, told);
    DriverJobs jobs = DriverJobs.of(told.toString(StandardCharsets.UTF_8));
    err.write(jobs.notes().getBytes(StandardCharsets.UTF_8));
    JobPaths paths = new JobPaths(folder, path -> Files.exists(GuestPaths.toHost(path)));
    for (int i = 0; i < jobs.jobs().size() && code == 0; i++) {
      code = runJob(paths.absolute(jobs.jobs().get(i)), input, temporary, out, err);
    }
    return code;
  }

  /**
   * @param temporary a folder for what one job leaves for the next
   */
  private int runJob(
      List<String> command, byte[] input, String temporary, OutputStream out, OutputStream err)
      throws LinkException, InterruptedException {
    LinkRequest.Builder request =
        LinkRequest.builder(llvm)
            .arguments(command)
            .environment("TMPDIR", temporary)
            .stdin(new ByteArrayInputStream(input))
            .stdout(out)
            .stderr(err);
    GuestPaths.folders().forEach(request::folder);
    // In a thread with a stack as large as a compiler needs.
    return linker.start(request.build()).waitFor();
  }
}
