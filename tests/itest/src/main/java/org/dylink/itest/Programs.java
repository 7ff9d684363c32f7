package org.dylink.itest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;

/** Links and runs programs, and keeps what they print. */
final class Programs {
  private Programs() {}

  /** The library that a name stands for. */
  static Library library(Linker linker, String name) {
    return linker.library(name).orElseThrow(() -> new AssertionError("no library " + name));
  }

  static LinkRequest.Builder request(Linker linker, String main) {
    return LinkRequest.builder(library(linker, main));
  }

  static Program link(Linker linker, String main) throws LinkException {
    return linker.link(request(linker, main).build());
  }

  /** Runs a program without arguments to its end. */
  static String run(Linker linker, String main) throws LinkException {
    return run(linker, main, request -> request);
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed on standard output, with {@code exit=N} behind it
   */
  static String run(Linker linker, String main, UnaryOperator<LinkRequest.Builder> settings)
      throws LinkException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LinkRequest request = settings.apply(request(linker, main)).stdout(out).build();
    try (Program program = linker.link(request)) {
      int code = program.run();
      return out.toString(StandardCharsets.UTF_8) + "exit=" + code + "\n";
    }
  }
}
