package org.dylink.example.sqlite;

/** What SQLite says is wrong. */
public final class SqliteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqliteException(String message) {
    super(message);
  }

  SqliteException(String message, Throwable cause) {
    super(message, cause);
  }
}
