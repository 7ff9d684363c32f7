/* SQLite through libsqlite3.so: SIZE rows inserted one by one, indexed and joined with themselves, all in memory. */
#include "measure.h"
#include <sqlite3.h>

static sqlite3 *db;

static void check(int code, int expected) {
    if (code != expected) {
        fprintf(stderr, "sql: %s\n", db ? sqlite3_errmsg(db) : "no database");
        exit(1);
    }
}

static void execute(const char *statement) { check(sqlite3_exec(db, statement, NULL, NULL, NULL), SQLITE_OK); }

static unsigned query(const char *statement) {
    sqlite3_stmt *prepared;
    check(sqlite3_prepare_v2(db, statement, -1, &prepared, NULL), SQLITE_OK);
    check(sqlite3_step(prepared), SQLITE_ROW);
    unsigned result = (unsigned)sqlite3_column_int64(prepared, 0);
    check(sqlite3_finalize(prepared), SQLITE_OK);
    return result;
}

static void insert(int rows) {
    sqlite3_stmt *prepared;
    execute("BEGIN");
    check(sqlite3_prepare_v2(db, "INSERT INTO item(grp, size, name) VALUES (?, ?, ?)", -1, &prepared, NULL), SQLITE_OK);
    unsigned seed = 1;
    for (int i = 0; i < rows; i++) {
        char name[32];
        seed = seed * 1664525u + 1013904223u;
        snprintf(name, sizeof name, "item %u of %d", seed >> 12, i);
        sqlite3_bind_int(prepared, 1, (int)(seed >> 16) % (rows / 4 + 1));
        sqlite3_bind_double(prepared, 2, (seed >> 8) / 256.0);
        sqlite3_bind_text(prepared, 3, name, -1, SQLITE_TRANSIENT);
        check(sqlite3_step(prepared), SQLITE_DONE);
        sqlite3_reset(prepared);
    }
    check(sqlite3_finalize(prepared), SQLITE_OK);
    execute("COMMIT");
}

int main(int argc, char **argv) {
    int rows = measure_arguments(argc, argv, 200000);
    while (measure_again()) {
        check(sqlite3_open(":memory:", &db), SQLITE_OK);
        execute("CREATE TABLE item(id INTEGER PRIMARY KEY, grp INTEGER, size REAL, name TEXT)");
        measure_start();
        insert(rows);
        measure_stop("sql-insert", query("SELECT max(id) FROM item"));

        measure_start();
        execute("CREATE INDEX by_name ON item(name); CREATE INDEX by_group ON item(grp)");
        measure_stop("sql-index", query("SELECT id FROM item ORDER BY name LIMIT 1"));

        measure_start();
        unsigned found = query("SELECT count(*) FROM item a JOIN item b ON a.grp = b.grp WHERE a.size < b.size AND a.name LIKE '%77%'");
        measure_stop("sql-join", found);
        sqlite3_close(db);
    }
    return 0;
}
