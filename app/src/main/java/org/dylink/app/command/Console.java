package org.dylink.app.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.Option;
import org.dylink.app.search.Folders;
import org.dylink.format.PrintableText;

/**
 * The surroundings of a command.
 *
 * @param folder what relative paths start from, absolute
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person sits at the streams
 */
record Console(Path folder, InputStream in, PrintStream out, PrintStream err, boolean terminal) {

  /** As our launcher gives them; another launcher gives none, and the process has the rest. */
  static Console of(Map<String, Object> launch) {
    return new Console(
        (Path) launch.getOrDefault("dylink.folder", Path.of("").toAbsolutePath()),
        (InputStream) launch.getOrDefault("dylink.in", System.in),
        (PrintStream) launch.getOrDefault("dylink.out", System.out),
        (PrintStream) launch.getOrDefault("dylink.err", System.err),
        (Boolean) launch.getOrDefault("dylink.terminal", false));
  }

  /** The folders of a command line; those that are not there are named, and nothing more. */
  Folders folders(Arguments arguments) {
    Folders folders = new Folders(folder, arguments.all(Option.LIBRARY_FOLDER));
    folders
        .missing()
        .forEach(name -> say(Option.LIBRARY_FOLDER.flag() + ": no such folder: " + name));
    return folders;
  }

  /** Prints a message on standard error, behind what the program has printed. */
  void say(String message) {
    out.flush();
    err.println("dylink: " + PrintableText.ofLines(message));
  }
}
