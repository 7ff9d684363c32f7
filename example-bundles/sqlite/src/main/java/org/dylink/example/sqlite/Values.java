package org.dylink.example.sqlite;

import org.dylink.binding.Pointer;

/** SQLite's values as Java's. */
final class Values {
  private final Sqlite sqlite;

  Values(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /**
   * A value of a row, or an argument of a function.
   *
   * @param value an sqlite3_value
   */
  Object get(Pointer value) {
    return switch (sqlite.type(value)) {
      case Sqlite.TYPE_INTEGER -> sqlite.integer(value);
      case Sqlite.TYPE_FLOAT -> sqlite.real(value);
      case Sqlite.TYPE_TEXT -> sqlite.text(value);
      case Sqlite.TYPE_BLOB -> blob(value);
      default -> null;
    };
  }

  private byte[] blob(Pointer value) {
    byte[] bytes = new byte[sqlite.bytes(value)];
    if (bytes.length > 0) { // else there is no pointer
      sqlite.blob(value).read(0, bytes);
    }
    return bytes;
  }

  /** Binds a parameter, counted from 1. */
  int bind(Pointer statement, int parameter, Object value) {
    if (value == null) {
      return sqlite.bindNull(statement, parameter);
    } else if (value instanceof Long || value instanceof Integer) {
      return sqlite.bind(statement, parameter, ((Number) value).longValue());
    } else if (value instanceof Double real) {
      return sqlite.bind(statement, parameter, real);
    } else if (value instanceof String text) {
      return sqlite.bind(statement, parameter, text, -1, Sqlite.TRANSIENT);
    } else if (value instanceof byte[] bytes) {
      return sqlite.bind(statement, parameter, bytes, bytes.length, Sqlite.TRANSIENT);
    }
    throw refuse(value);
  }

  /** Gives the result of a function. */
  void result(Pointer context, Object value) {
    if (value == null) {
      sqlite.resultNull(context);
    } else if (value instanceof Long || value instanceof Integer) {
      sqlite.result(context, ((Number) value).longValue());
    } else if (value instanceof Double real) {
      sqlite.result(context, real);
    } else if (value instanceof String text) {
      sqlite.result(context, text, -1, Sqlite.TRANSIENT);
    } else if (value instanceof byte[] bytes) {
      sqlite.result(context, bytes, bytes.length, Sqlite.TRANSIENT);
    } else {
      throw refuse(value);
    }
  }

  private static IllegalArgumentException refuse(Object value) {
    return new IllegalArgumentException(
        "expected Long, Integer, Double, String, byte[] or null, found "
            + value.getClass().getName());
  }
}
