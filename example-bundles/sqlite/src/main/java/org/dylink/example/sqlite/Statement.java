package org.dylink.example.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.Pointer;

/** A prepared statement: bound and run as often as wanted. */
public final class Statement implements AutoCloseable {
  private final Database database;
  private final Sqlite sqlite;
  private final Values values;
  private final Pointer statement;
  private boolean closed;

  Statement(Database database, Sqlite sqlite, Values values, Pointer statement) {
    this.database = database;
    this.sqlite = sqlite;
    this.values = values;
    this.statement = statement;
  }

  /**
   * Runs it to its end.
   *
   * @param parameters for the question marks, in their order
   * @return the rows
   * @throws SqliteException as SQLite says
   * @throws IllegalArgumentException if a parameter is of another type than {@link Database} says
   */
  public List<List<Object>> run(Object... parameters) {
    if (closed) {
      throw new IllegalStateException("the statement is closed");
    }
    try {
      for (int i = 0; i < parameters.length; i++) {
        database.check(values.bind(statement, i + 1, parameters[i]));
      }
      return rows();
    } finally {
      // Its code is that of the last step, which was told already.
      int unused = sqlite.reset(statement);
    }
  }

  private List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    int code = sqlite.step(statement);
    while (code == Sqlite.ROW) {
      rows.add(row());
      code = sqlite.step(statement);
    }
    database.check(code == Sqlite.DONE ? Sqlite.OK : code);
    return rows;
  }

  private List<Object> row() {
    List<Object> row = new ArrayList<>();
    int columns = sqlite.columns(statement);
    for (int column = 0; column < columns; column++) {
      row.add(values.get(sqlite.column(statement, column)));
    }
    return row;
  }

  /** Gives it back; may be called twice. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      int unused = sqlite.end(statement);
    }
  }
}
