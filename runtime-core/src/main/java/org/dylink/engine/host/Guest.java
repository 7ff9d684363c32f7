package org.dylink.engine.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dylink.engine.Memory;

/** A program as a host library sees it: its memory, and what it was granted. */
public interface Guest {
  /**
   * The program's memory.
   *
   * @throws IllegalStateException if called before the program is linked
   */
  Memory memory();

  /** The arguments, the program's own name first. */
  List<String> arguments();

  /** The environment variables that the program may see, in order. */
  Map<String, String> environment();

  /** The folders that the program may use: name in the guest to folder of the host, in order. */
  Map<String, Path> folders();

  /** Standard input; the program does not close it. */
  InputStream stdin();

  /** Standard output; the program does not close it. */
  OutputStream stdout();

  /** Standard error; the program does not close it. */
  OutputStream stderr();
}
