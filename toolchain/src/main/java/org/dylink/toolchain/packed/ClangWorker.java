package org.dylink.toolchain.packed;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dylink.engine.TrapException;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.embed.Dylink;

/**
 * The process that clang runs in: reads requests from its standard input, works on them at the same
 * time, answers on its standard output, and ends when nobody can ask any more, or nobody has for
 * long.
 */
public final class ClangWorker {
  private static final int BROKEN = 70;

  private final LlvmProgram llvm;
  private final IdleEnd idle;
  private final DataOutputStream answers; // guarded by itself

  private ClangWorker(LlvmProgram llvm, IdleEnd idle, OutputStream answers) {
    this.llvm = llvm;
    this.idle = idle;
    this.answers = new DataOutputStream(new BufferedOutputStream(answers));
  }

  /**
   * Works until standard input ends.
   *
   * @param arguments the module: a program that is all tools, named by its first argument; and for
   *     how long it waits, as {@link Duration} has it
   */
  public static void main(String[] arguments) throws IOException, MalformedModuleException {
    OutputStream answers = System.out;
    // Nobody else writes there.
    System.setOut(System.err);
    Library llvm = PackedModule.read(Path.of(arguments[0]));
    // It may write all files of the machine: what came with it is as trusted as the jar of it.
    Dylink.Builder builder = Dylink.builder().engine(JvmEngine.trustingCompanions());
    try (Dylink dylink = builder.library(llvm).build()) {
      IdleEnd idle = new IdleEnd(Duration.parse(arguments[1]));
      new ClangWorker(new LlvmProgram(dylink, llvm), idle, answers)
          .work(new DataInputStream(System.in));
    }
  }

  private void work(DataInputStream in) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      while (true) {
        ToolRequest request = ToolRequest.read(in);
        idle.begin();
        threads.execute(() -> answer(request));
      }
    } catch (EOFException e) {
      // Whoever asked is gone.
    } finally {
      threads.shutdownNow();
    }
  }

  private void answer(ToolRequest request) {
    ToolReply.Collector said = new ToolReply.Collector();
    int code = code(request, said);
    ToolReply reply = new ToolReply(request.number(), code, said.pieces());
    synchronized (answers) {
      try {
        reply.write(answers);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    idle.done();
  }

  private int code(ToolRequest request, ToolReply.Collector said) {
    try {
      return llvm.run(
          request.folder(),
          request.arguments(),
          request.input(),
          said.stream(false),
          said.stream(true));
    } catch (LinkException | TrapException | IOException e) {
      return broken(said, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken(said, "interrupted");
    } catch (RuntimeException | Error e) {
      // Whoever asked waits for an answer; and others ask, too.
      return broken(said, e.toString());
    }
  }

  private static int broken(ToolReply.Collector said, String why) {
    said.add(true, ("clang: " + why + "\n").getBytes(StandardCharsets.UTF_8));
    return BROKEN;
  }
}
