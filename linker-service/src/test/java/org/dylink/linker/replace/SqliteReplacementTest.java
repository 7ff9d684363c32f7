package org.dylink.linker.replace;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.Engines;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQLite is replaced while a database is open, and a statement half done. */
class SqliteReplacementTest {
  private static final Path EXAMPLES = Path.of("../example-bundles");
  private static final Path SQLITE =
      Path.of(
          System.getProperty(
              "dylink.sqlite", EXAMPLES + "/sqlite/src/main/resources/lib/libsqlite3.so"));
  private static final int ROW = 100;
  private static final int DONE = 101;
  private static final int VERSION = 3_040_001;
  private static final int ROWS = 500;

  private LinkedProgram program;

  @BeforeEach
  void link() throws Exception {
    Library libc = TestLibrary.of(EXAMPLES.resolve("libc/src/main/resources/lib/libc.so"));
    TestLink link = TestLink.with(Engines.replacing()).host(FakeWasi.serving(libc));
    link.libraries()
        .add(TestLibrary.of(EXAMPLES.resolve("sqlite/src/main/resources/lib/libsqlite3.so")));
    link.libraries().add(libc);
    program = link.link(shared("main.wasm", "libsqlite3.so"));
  }

  @AfterEach
  void close() {
    program.close();
  }

  private int call(String function, Object... arguments) {
    return (int) program.call(function, arguments);
  }

  private int text(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    int address = call("malloc", bytes.length);
    program.entrance().memory().write(address, bytes, 0, bytes.length);
    return address;
  }

  private int pointer(int address) {
    return program.entrance().memory().readInt(address);
  }

  /** The same library with another number for its version: a constant in its code. */
  private static TestLibrary rebuilt(int version) throws MalformedModuleException {
    TestLibrary library = TestLibrary.of(SQLITE);
    byte[] bytes = library.module().bytes().toArray();
    byte[] constant = constant(VERSION);
    int found = 0;
    for (int i = 0; i + constant.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + constant.length, constant, 0, constant.length)) {
        System.arraycopy(constant(version), 0, bytes, i, constant.length);
        found++;
      }
    }
    assertEquals(1, found);
    WasmModule module = WasmModule.read(library.name(), bytes);
    return new TestLibrary(library.name(), "3.40.2", "test", module);
  }

  /** i32.const and the number, as LLVM writes it. */
  private static byte[] constant(int number) {
    byte[] bytes = {0x41, 0, 0, 0, 0};
    for (int i = 0; i < 4; i++) {
      bytes[i + 1] = (byte) (((number >> (7 * i)) & 0x7f) | (i < 3 ? 0x80 : 0));
    }
    return bytes;
  }

  @Test
  void anOpenDatabaseAndAStatementHalfDoneGoOn() throws Exception {
    int result = call("malloc", 8);
    assertEquals(0, call("sqlite3_open", text(":memory:"), result));
    int database = pointer(result);
    execute(database, "create table t (id integer primary key, word text)");
    execute(database, "begin");
    for (int i = 1; i <= ROWS; i++) {
      execute(database, "insert into t values (" + i + ", 'word " + i + "')");
    }
    execute(database, "commit");
    int statement = prepare(database, "select id, length(word) from t order by id");
    int insert = prepare(database, "insert into t (word) values ('after')");
    long sum = sum(statement, ROWS / 2);

    assertEquals(VERSION, call("sqlite3_libversion_number"));
    ReplacementPlan plan = program.replace(rebuilt(VERSION + 1));
    assertEquals(Layout.SAME, plan.layout());
    assertEquals(VERSION + 1, call("sqlite3_libversion_number"));

    sum += sum(statement, ROWS - ROWS / 2);
    assertEquals(DONE, call("sqlite3_step", statement));
    assertEquals((long) ROWS * (ROWS + 1) / 2, sum);
    assertEquals(DONE, call("sqlite3_step", insert));
    int count = prepare(database, "select count(*) from t where word = 'after'");
    assertEquals(ROW, call("sqlite3_step", count));
    assertEquals(1, call("sqlite3_column_int", count, 0));
    for (int each : new int[] {statement, insert, count}) {
      assertEquals(0, call("sqlite3_finalize", each));
    }
    assertEquals(0, call("sqlite3_close", database));
  }

  private void execute(int database, String sql) {
    assertEquals(0, call("sqlite3_exec", database, text(sql), 0, 0, 0), sql);
  }

  private int prepare(int database, String sql) {
    int result = call("malloc", 4);
    assertEquals(0, call("sqlite3_prepare_v2", database, text(sql), -1, result, 0), sql);
    return pointer(result);
  }

  private long sum(int statement, int rows) {
    long sum = 0;
    for (int i = 0; i < rows; i++) {
      assertEquals(ROW, call("sqlite3_step", statement));
      sum += call("sqlite3_column_int", statement, 0);
    }
    return sum;
  }
}
