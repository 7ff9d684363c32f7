package org.dylink.example.sqlite;

import java.nio.file.Path;

/** SQLite as a service. Each database that is opened is a program with a memory of its own. */
public interface Databases {
  /**
   * Opens a database, and makes its file if there is none. It must not be open elsewhere: WASI has
   * no locks.
   *
   * @param file the program may use the folder that it is in, and nothing else
   * @throws SqliteException if SQLite cannot open it, or cannot be linked
   */
  Database open(Path file);

  /**
   * Makes a database in memory, which goes when it is closed.
   *
   * @throws SqliteException if SQLite cannot be linked
   */
  Database openInMemory();
}
