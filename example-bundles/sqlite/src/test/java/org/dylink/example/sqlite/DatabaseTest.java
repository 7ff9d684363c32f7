package org.dylink.example.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service does, without a framework. */
class DatabaseTest {
  private static final String TABLE = "CREATE TABLE item(name TEXT, price REAL, count INTEGER)";

  private static final Dylink LINKER =
      Dylink.create(Path.of("src/main/resources/lib"), Path.of("../libc/src/main/resources/lib"));

  private final Databases databases =
      new SqliteComponent(LINKER, LINKER.library("libsqlite3.so").orElseThrow());

  @TempDir Path folder;

  @AfterAll
  static void close() {
    LINKER.close();
  }

  @Test
  void aPreparedStatementIsRunWithManyValues() {
    try (Database database = databases.openInMemory()) {
      database.execute(TABLE);
      try (Statement insert = database.prepare("INSERT INTO item VALUES (?, ?, ?)")) {
        for (int i = 0; i < 1000; i++) {
          assertEquals(List.of(), insert.run("item " + i, i / 4.0, i % 10));
        }
      }
      Statement sums =
          database.prepare("SELECT count(*), sum(price), max(name) FROM item WHERE count < ?");
      assertEquals(List.of(List.of(100L, 12_375.0, "item 990")), sums.run(1));
      assertEquals(List.of(List.of(1000L, 124_875.0, "item 999")), sums.run(10));
    }
  }

  @Test
  void allTypesComeBack() {
    try (Database database = databases.openInMemory()) {
      byte[] bytes = {1, 0, -1};
      List<Object> row =
          database
              .prepare("SELECT ?, ?, ?, ?, ?, ?")
              .run(1L << 60, 0.1, "größer", bytes, null, new byte[0])
              .get(0);
      assertEquals(List.of(1L << 60, 0.1, "größer"), row.subList(0, 3));
      assertArrayEquals(bytes, (byte[]) row.get(3));
      assertEquals(null, row.get(4));
      assertArrayEquals(new byte[0], (byte[]) row.get(5));
    }
  }

  @Test
  void cTellsALambdaOfEachRow() {
    List<List<String>> rows = new ArrayList<>();
    try (Database database = databases.openInMemory()) {
      String script = TABLE + "; INSERT INTO item VALUES ('a', 1, 2), ('b', NULL, 3), ('c', 0, 0);";
      database.execute(
          script + "SELECT * FROM item ORDER BY name",
          row -> {
            rows.add(row);
            return rows.size() < 2;
          });
    }
    assertEquals(List.of(List.of("a", "1.0", "2"), Arrays.asList("b", null, "3")), rows);
  }

  @Test
  void aLambdaIsAFunctionOfSql() {
    try (Database database = databases.openInMemory()) {
      database.define("reverse", 1, values -> new StringBuilder((String) values.get(0)).reverse());
      database.define(
          "backwards", 1, values -> new StringBuilder((String) values.get(0)).reverse().toString());
      Statement select = database.prepare("SELECT backwards(?)");
      assertEquals(List.of(List.of("abc")), select.run("cba"));
      // What it throws is SQLite's error, and the statement can be run again.
      SqliteException failure = assertThrows(SqliteException.class, () -> select.run(1));
      assertTrue(failure.getMessage().contains("java.lang.Long cannot be cast"));
      assertEquals(List.of(List.of("xyz")), select.run("zyx"));
      assertEquals(
          "expected Long, Integer, Double, String, byte[] or null, found java.lang.StringBuilder",
          assertThrows(
                  SqliteException.class, () -> database.prepare("SELECT reverse(?)").run("cba"))
              .getMessage());
    }
  }

  @Test
  void aFileOfAGrantedFolderIsThereForTheNextProgram() throws Exception {
    Path file = folder.resolve("shop.db");
    try (Database database = databases.open(file)) {
      database.execute(TABLE + "; INSERT INTO item VALUES ('apple', 0.5, 3);");
      database.execute("BEGIN; INSERT INTO item VALUES ('never', 1, 1); ROLLBACK");
    }
    assertEquals(
        "SQLite format 3", Files.readString(file, StandardCharsets.ISO_8859_1).substring(0, 15));
    assertEquals(List.of(), LINKER.programs());
    try (Database database = databases.open(file)) {
      assertEquals(
          List.of(List.of("apple", 0.5, 3L)), database.prepare("SELECT * FROM item").run());
      assertEquals(List.of(List.of("ok")), database.prepare("PRAGMA integrity_check").run());
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList()); // no journal is left
    }
  }

  @Test
  void whatAProgramLeavesUndoneIsRolledBackByTheNext() throws Exception {
    Path file = folder.resolve("shop.db");
    Database crashed = databases.open(file);
    crashed.execute(TABLE + "; PRAGMA cache_size = 5");
    crashed.execute("BEGIN");
    Statement insert = crashed.prepare("INSERT INTO item VALUES (?, 1, 1)");
    for (int i = 0; i < 100; i++) {
      insert.run("x".repeat(1000)); // more than the cache has room for: the file is changed
    }
    LINKER.programs().get(0).close();
    assertTrue(Files.size(folder.resolve("shop.db-journal")) > 0);
    try (Database database = databases.open(file)) {
      assertEquals(List.of(List.of(0L)), database.prepare("SELECT count(*) FROM item").run());
    }
  }

  @Test
  void anotherFolderIsNotGranted() {
    try (Database database = databases.open(folder.resolve("shop.db"))) {
      SqliteException failure =
          assertThrows(
              SqliteException.class, () -> database.execute("ATTACH '/etc/other.db' AS other"));
      assertEquals("unable to open database: /etc/other.db", failure.getMessage());
    }
  }

  @Test
  void mistakesAreToldInSqlitesWords() {
    try (Database database = databases.openInMemory()) {
      SqliteException failure =
          assertThrows(SqliteException.class, () -> database.execute("SELEC 1"));
      assertEquals("near \"SELEC\": syntax error", failure.getMessage());
      failure = assertThrows(SqliteException.class, () -> database.prepare("SELECT * FROM none"));
      assertEquals("no such table: none", failure.getMessage());
    }
  }
}
