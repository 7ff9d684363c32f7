package org.dylink.app.launch;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One call of dylink: its command line and its surroundings.
 *
 * @param arguments the command line, from the command on
 * @param folder what relative paths start from
 * @param in standard input
 * @param out standard output; a program that cannot write there is told why, unless it is a {@code
 *     PrintStream}
 * @param err standard error
 * @param terminal whether a person sits at the streams
 */
public record Launch(
    List<String> arguments,
    Path folder,
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean terminal) {

  /** The property by which bnd's launcher, too, hands over the command line. */
  static final String ARGUMENTS = "launcher.arguments";

  /** The surroundings; who finds none takes those of the process. */
  static final String FOLDER = "dylink.folder";

  static final String IN = "dylink.in";
  static final String OUT = "dylink.out";
  static final String ERR = "dylink.err";
  static final String TERMINAL = "dylink.terminal";

  /** A future that is completed when the command is to end before it is done. */
  static final String ENDING = "dylink.ending";

  public Launch {
    arguments = List.copyOf(arguments);
    folder = folder.toAbsolutePath();
  }

  /**
   * As properties of the service that stands for this call inside the framework.
   *
   * @param ending see {@link #ENDING}
   */
  Map<String, Object> properties(CompletableFuture<Void> ending) {
    return Map.of(
        ARGUMENTS,
        arguments.toArray(new String[0]),
        FOLDER,
        folder,
        IN,
        in,
        OUT,
        out,
        ERR,
        err,
        TERMINAL,
        terminal,
        ENDING,
        ending);
  }
}
