package org.dylink.app.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dylink.app.TextStream;
import org.dylink.app.WriteFailure;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.Folders;
import org.dylink.format.PrintableText;

/** The surroundings of a command. Threads may share it. */
final class Console {
  private final Path folder;
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final boolean terminal;
  private final CompletableFuture<?> ending;
  private final MachineCodeFiles machineCode;
  private final TextStream outText;
  private final TextStream errText;

  private Console(Map<String, Object> launch) {
    folder = (Path) launch.getOrDefault("dylink.folder", Path.of("").toAbsolutePath());
    in = (InputStream) launch.getOrDefault("dylink.in", System.in);
    out = (OutputStream) launch.getOrDefault("dylink.out", System.out);
    err = (OutputStream) launch.getOrDefault("dylink.err", System.err);
    terminal = (Boolean) launch.getOrDefault("dylink.terminal", false);
    ending =
        (CompletableFuture<?>)
            launch.getOrDefault("dylink.ending", new CompletableFuture<Object>());
    machineCode =
        new MachineCodeFiles(
            Optional.ofNullable((String) launch.get("dylink.native")),
            Optional.ofNullable((String) launch.get("dylink.native.compiler")));
    outText = new TextStream(out);
    errText = new TextStream(err);
  }

  /** As our launcher gives them; another launcher gives none, and the process has the rest. */
  static Console of(Map<String, Object> launch) {
    return new Console(launch);
  }

  /** What relative paths start from, absolute. */
  Path folder() {
    return folder;
  }

  /** Where machine code is kept, and what makes it. */
  MachineCodeFiles machineCode() {
    return machineCode;
  }

  /** Standard input. */
  InputStream in() {
    return in;
  }

  /** Standard output for a program, which is told itself what goes wrong there. */
  OutputStream out() {
    return out;
  }

  /** Standard error for a program. */
  OutputStream err() {
    return err;
  }

  /** Standard output for what a command prints. */
  TextStream outText() {
    return outText;
  }

  /** Standard error for what a command prints. */
  TextStream errText() {
    return errText;
  }

  /** Whether a person sits at the streams. */
  boolean terminal() {
    return terminal;
  }

  /** The folders of a command line; those that are not there are named, and nothing more. */
  Folders folders(Arguments arguments) {
    Folders folders = new Folders(folder, arguments.all(Option.LIBRARY_FOLDER));
    folders
        .missing()
        .forEach(name -> say(Option.LIBRARY_FOLDER.flag() + ": no such folder: " + name));
    return folders;
  }

  /** What is to be done when the command shall end before it is done, by Ctrl-C for one. */
  void whenEnding(Runnable action) {
    CompletableFuture<Void> done = ending.thenRun(action);
    if (done.isCompletedExceptionally()) {
      done.join();
    }
  }

  /** Prints a message on standard error; none once the command is to end: it is no failure. */
  void say(String message) {
    line("dylink: " + PrintableText.ofLines(message));
  }

  /** Prints what belongs to a message, as it is. */
  void line(String text) {
    if (!ending.isDone()) {
      errText.println(text);
    }
  }

  /**
   * What a command has come to whose output may not have been written.
   *
   * @param code its exit code if it was
   */
  int written(int code) {
    Optional<WriteFailure> failure = outText.failure().map(WriteFailure::new);
    failure.flatMap(WriteFailure::message).ifPresent(this::say);
    return failure.map(WriteFailure::code).orElse(code);
  }
}
