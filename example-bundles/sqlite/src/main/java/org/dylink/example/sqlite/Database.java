package org.dylink.example.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.Pointer;

/**
 * A database. Values are Long, Double, String, {@code byte[]} or null. One thread at a time uses
 * it.
 */
public final class Database implements AutoCloseable {
  private static final int POINTER_BYTES = 4;

  private final Sqlite sqlite;
  private final Binding binding;
  private final Values values;
  private final Pointer database;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * Opens a database.
   *
   * @param sqlite its program is the database's own
   * @param name a path in the program, or {@code :memory:}
   */
  Database(Sqlite sqlite, String name) {
    this.sqlite = sqlite;
    this.binding = Binding.of(sqlite);
    this.values = new Values(sqlite);
    int[] opened = new int[1];
    int code = sqlite.open(name, opened, Sqlite.OPEN_READWRITE | Sqlite.OPEN_CREATE, null);
    this.database = binding.pointer(opened[0]); // there also if it could not be opened
    check(code);
  }

  /**
   * Runs statements that have no results.
   *
   * @param script SQL with semicolons between the statements
   */
  public void execute(String script) {
    check(sqlite.exec(database, script, null, null, null));
  }

  /**
   * Runs statements and tells of each row. {@code sqlite3_exec} calls back for it.
   *
   * @param script SQL with semicolons between the statements
   * @param rows gets the columns as text, null for NULL; gives false to end it
   */
  public void execute(String script, Function<List<String>, Boolean> rows) {
    boolean[] ended = new boolean[1];
    int code =
        sqlite.exec(
            database,
            script,
            (context, columns, texts, names) -> {
              ended[0] = !rows.apply(strings(texts, columns));
              return ended[0] ? 1 : 0;
            },
            null,
            null);
    if (!ended[0]) {
      check(code);
    }
  }

  // A char **.
  private static List<String> strings(Pointer array, int count) {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Pointer text = array.readPointer((long) i * POINTER_BYTES);
      strings.add(text == null ? null : text.readString(0));
    }
    return strings;
  }

  /** Prepares a statement; what is not closed is closed with the database. */
  public Statement prepare(String sql) {
    int[] prepared = new int[1];
    check(sqlite.prepare(database, sql, -1, prepared, null));
    if (prepared[0] == 0) {
      throw new SqliteException("no statement: " + sql);
    }
    Statement statement = new Statement(this, sqlite, values, binding.pointer(prepared[0]));
    statements.add(statement);
    return statement;
  }

  /**
   * Makes a Java function one of SQL, as long as the database is open.
   *
   * @param function gets the arguments; what it throws fails the statement that calls it
   */
  public void define(String name, int parameters, Function<List<Object>, Object> function) {
    // Not closed here: its function pointer goes with the program.
    Callback<Sqlite.Scalar> callback =
        binding.callback(
            Sqlite.Scalar.class,
            (context, count, arguments) -> answer(context, function, list(arguments, count)));
    check(
        sqlite.createFunction(database, name, parameters, Sqlite.UTF8, null, callback, null, null));
  }

  private List<Object> list(Pointer array, int count) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(values.get(array.readPointer((long) i * POINTER_BYTES)));
    }
    return list;
  }

  // An exception would pass through SQLite, which is not prepared for it: it would be left with a
  // statement half done.
  @SuppressWarnings("CatchingUnchecked")
  private void answer(
      Pointer context, Function<List<Object>, Object> function, List<Object> arguments) {
    try {
      values.result(context, function.apply(arguments));
    } catch (RuntimeException e) {
      sqlite.resultError(context, String.valueOf(e.getMessage()), -1);
    }
  }

  /** Throws what SQLite says, unless a code is that of success. */
  void check(int code) {
    if (code != Sqlite.OK) {
      throw new SqliteException(sqlite.message(database));
    }
  }

  /** Closes the database and ends its program; may be called twice. */
  @Override
  public void close() {
    if (binding.program().state() == org.dylink.linker.Program.State.CLOSED) {
      return;
    }
    try {
      statements.forEach(Statement::close);
      check(sqlite.close(database));
    } finally {
      binding.close();
    }
  }
}
