package org.dylink.example.sqlite;

import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** A part of sqlite3.h; what the functions do is told there. Results of type int are codes. */
@WasmLibrary("libsqlite3.so")
public interface Sqlite {
  int OK = 0;
  int ROW = 100;
  int DONE = 101;

  int OPEN_READWRITE = 2;
  int OPEN_CREATE = 4;

  int TYPE_INTEGER = 1;
  int TYPE_FLOAT = 2;
  int TYPE_TEXT = 3;
  int TYPE_BLOB = 4;

  /** A destructor: SQLite copies what it is given, as that is freed after the call. */
  int TRANSIENT = -1;

  int UTF8 = 1;

  /** Told of each row of {@link #exec}; anything but 0 ends it. */
  @FunctionalInterface
  interface RowCallback {
    int row(Pointer context, int columns, Pointer values, Pointer names);
  }

  /** A function of SQL; it gives its result by {@code result...}. */
  @FunctionalInterface
  interface Scalar {
    void call(Pointer context, int count, Pointer values);
  }

  @SymbolName("sqlite3_libversion")
  String version();

  @SymbolName("sqlite3_open_v2")
  int open(String name, @Out int[] database, int flags, @OrNull String vfs);

  @SymbolName("sqlite3_close")
  int close(Pointer database);

  @SymbolName("sqlite3_errmsg")
  String message(Pointer database);

  @SymbolName("sqlite3_exec")
  int exec(
      Pointer database,
      String script,
      @OrNull RowCallback callback,
      @OrNull Pointer context,
      @OrNull Pointer message);

  @SymbolName("sqlite3_create_function")
  int createFunction(
      Pointer database,
      String name,
      int parameters,
      int encoding,
      @OrNull Pointer context,
      Callback<Scalar> function,
      @OrNull Pointer step,
      @OrNull Pointer end);

  @SymbolName("sqlite3_prepare_v2")
  int prepare(Pointer database, String sql, int bytes, @Out int[] statement, @OrNull Pointer tail);

  @SymbolName("sqlite3_step")
  int step(Pointer statement);

  @SymbolName("sqlite3_reset")
  int reset(Pointer statement);

  @SymbolName("sqlite3_finalize")
  int end(Pointer statement);

  @SymbolName("sqlite3_bind_null")
  int bindNull(Pointer statement, int parameter);

  @SymbolName("sqlite3_bind_int64")
  int bind(Pointer statement, int parameter, long value);

  @SymbolName("sqlite3_bind_double")
  int bind(Pointer statement, int parameter, double value);

  @SymbolName("sqlite3_bind_text")
  int bind(Pointer statement, int parameter, String value, int bytes, int destructor);

  @SymbolName("sqlite3_bind_blob")
  int bind(
      Pointer statement, int parameter, @In @SizedBy(3) byte[] value, int bytes, int destructor);

  @SymbolName("sqlite3_column_count")
  int columns(Pointer statement);

  @SymbolName("sqlite3_column_value")
  Pointer column(Pointer statement, int column);

  @SymbolName("sqlite3_value_type")
  int type(Pointer value);

  @SymbolName("sqlite3_value_int64")
  long integer(Pointer value);

  @SymbolName("sqlite3_value_double")
  double real(Pointer value);

  @SymbolName("sqlite3_value_text")
  String text(Pointer value);

  @SymbolName("sqlite3_value_blob")
  Pointer blob(Pointer value);

  @SymbolName("sqlite3_value_bytes")
  int bytes(Pointer value);

  @SymbolName("sqlite3_result_null")
  void resultNull(Pointer context);

  @SymbolName("sqlite3_result_int64")
  void result(Pointer context, long value);

  @SymbolName("sqlite3_result_double")
  void result(Pointer context, double value);

  @SymbolName("sqlite3_result_text")
  void result(Pointer context, String value, int bytes, int destructor);

  @SymbolName("sqlite3_result_blob")
  void result(Pointer context, @In @SizedBy(2) byte[] value, int bytes, int destructor);

  @SymbolName("sqlite3_result_error")
  void resultError(Pointer context, String message, int bytes);
}
