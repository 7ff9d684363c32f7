/*
 * SQLite behind standard input and output: SQLite's own tests are in Tcl, which there is not for WASI, so that Tcl stays
 * outside (client.tcl) and asks this program for all that SQLite does. The same source, compiled by gcc, tells what is right.
 *
 * A message is parts, each its size in a line and its bytes, and a line with a dot. A request is answered by one message,
 * before which there may be calls: '!call', a name and arguments, answered by 'return' or 'fail', and by requests before that.
 */
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARTS 200 /* of a request */

typedef struct {
    char *bytes; /* with a NUL behind it */
    int size;
} Part;

typedef struct {
    Part parts[PARTS];
    int count;
} Request;

typedef struct {
    char *bytes;
    size_t size, room;
} Answer;

static void *memory(void *old, size_t size) {
    void *block = realloc(old, size);
    if (!block) {
        fprintf(stderr, "server: no memory for %zu bytes\n", size);
        exit(1);
    }
    return block;
}

static int receive(Request *request) {
    char line[32];
    request->count = 0;
    while (fgets(line, sizeof line, stdin)) {
        if (line[0] == '.') {
            return 1;
        }
        if (request->count == PARTS) {
            fprintf(stderr, "server: more than %d parts\n", PARTS);
            exit(1);
        }
        Part *part = &request->parts[request->count++];
        part->size = atoi(line);
        part->bytes = memory(NULL, (size_t)part->size + 1);
        part->bytes[part->size] = 0;
        if (fread(part->bytes, 1, (size_t)part->size, stdin) < (size_t)part->size) {
            return 0;
        }
    }
    return 0;
}

static void release(Request *request) {
    for (int i = 0; i < request->count; i++) {
        free(request->parts[i].bytes);
    }
}

static void append(Answer *answer, const void *bytes, size_t size) {
    if (answer->size + size > answer->room) {
        answer->room = 2 * (answer->size + size);
        answer->bytes = memory(answer->bytes, answer->room);
    }
    memcpy(answer->bytes + answer->size, bytes, size);
    answer->size += size;
}

/* A part: a letter, where it has one, and bytes. */
static void add(Answer *answer, const char *letter, const void *bytes, size_t size) {
    char head[32];
    append(answer, head, (size_t)snprintf(head, sizeof head, "%zu\n%s", strlen(letter) + size, letter));
    append(answer, bytes, size);
}

static void add_text(Answer *answer, const char *text) {
    add(answer, "", text, strlen(text));
}

static void add_number(Answer *answer, sqlite3_int64 number) {
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)number);
    add_text(answer, text);
}

/* Empty where there is none: C libraries write that in their own ways. */
static void add_pointer(Answer *answer, const void *pointer) {
    char text[32] = "";
    if (pointer) {
        snprintf(text, sizeof text, "%p", pointer);
    }
    add_text(answer, text);
}

static void *pointer(const Part *part) {
    void *result = NULL;
    sscanf(part->bytes, "%p", &result);
    return result;
}

static void send_answer(Answer *answer) {
    append(answer, ".\n", 2);
    fwrite(answer->bytes, 1, answer->size, stdout);
    fflush(stdout);
    free(answer->bytes);
    *answer = (Answer){0};
}

static void add_failure(Answer *answer, sqlite3 *db, int code) {
    add_text(answer, "error");
    add_text(answer, db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

/* The value as it is: n, i, f, t or b and its text. */
static void add_value(Answer *answer, sqlite3_value *value) {
    char number[64];
    switch (sqlite3_value_type(value)) {
        case SQLITE_NULL: add(answer, "n", "", 0); break;
        case SQLITE_INTEGER:
            add(answer, "i", number, (size_t)snprintf(number, sizeof number, "%lld", (long long)sqlite3_value_int64(value)));
            break;
        case SQLITE_FLOAT:
            add(answer, "f", number, (size_t)snprintf(number, sizeof number, "%.17g", sqlite3_value_double(value)));
            break;
        case SQLITE_BLOB: {
            const void *bytes = sqlite3_value_blob(value);
            add(answer, "b", bytes ? bytes : "", (size_t)sqlite3_value_bytes(value));
            break;
        }
        default: {
            const unsigned char *text = sqlite3_value_text(value);
            add(answer, "t", text ? (const char *)text : "", (size_t)sqlite3_value_bytes(value));
        }
    }
}

static int serve(Request *last);

static void call(const char *name, int count, sqlite3_value **values, Request *result) {
    Answer question = {0};
    add_text(&question, "!call");
    add_text(&question, name);
    for (int i = 0; i < count; i++) {
        add_value(&question, values[i]);
    }
    send_answer(&question);
    if (!serve(result)) {
        exit(1);
    }
}

static void result_of(sqlite3_context *context, const Request *result) {
    const Part *value = &result->parts[1];
    const char *bytes = value->bytes + 1;
    if (strcmp(result->parts[0].bytes, "fail") == 0) {
        sqlite3_result_error(context, bytes, value->size - 1);
        return;
    }
    switch (value->bytes[0]) {
        case 'n': sqlite3_result_null(context); break;
        case 'i': sqlite3_result_int64(context, atoll(bytes)); break;
        case 'f': sqlite3_result_double(context, atof(bytes)); break;
        case 'b': sqlite3_result_blob(context, bytes, value->size - 1, SQLITE_TRANSIENT); break;
        default: sqlite3_result_text(context, bytes, value->size - 1, SQLITE_TRANSIENT);
    }
}

static void called(sqlite3_context *context, int count, sqlite3_value **values) {
    Request result;
    call(sqlite3_user_data(context), count, values, &result);
    result_of(context, &result);
    release(&result);
}

static int compared(void *name, int size1, const void *bytes1, int size2, const void *bytes2) {
    Answer question = {0};
    Request result;
    add_text(&question, "!call");
    add_text(&question, name);
    add(&question, "t", bytes1, (size_t)size1);
    add(&question, "t", bytes2, (size_t)size2);
    send_answer(&question);
    if (!serve(&result)) {
        exit(1);
    }
    int order = atoi(result.parts[1].bytes + 1);
    release(&result);
    return order;
}

static void do_open(Request *request, Answer *answer) {
    sqlite3 *db = NULL;
    int code = sqlite3_open_v2(request->parts[1].bytes, &db, atoi(request->parts[2].bytes), NULL);
    if (code) {
        add_failure(answer, db, code);
        sqlite3_close(db);
        return;
    }
    add_text(answer, "ok");
    add_pointer(answer, db);
}

static void do_close(Request *request, Answer *answer) {
    sqlite3_close_v2(pointer(&request->parts[1]));
    add_text(answer, "ok");
}

/* The statement, how many bytes of the text it took, how many columns, their names, and names of parameters. */
static void do_prepare(Request *request, Answer *answer) {
    sqlite3 *db = pointer(&request->parts[1]);
    const Part *sql = &request->parts[2];
    sqlite3_stmt *statement = NULL;
    const char *rest = sql->bytes;
    int code = sqlite3_prepare_v2(db, sql->bytes, sql->size + 1, &statement, &rest);
    if (code) {
        add_failure(answer, db, code);
        return;
    }
    int columns = sqlite3_column_count(statement);
    add_text(answer, "ok");
    add_pointer(answer, statement);
    add_number(answer, rest - sql->bytes);
    add_number(answer, columns);
    for (int i = 0; i < columns; i++) {
        const char *name = sqlite3_column_name(statement, i);
        add_text(answer, name ? name : "");
    }
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        const char *name = sqlite3_bind_parameter_name(statement, i);
        add_text(answer, name ? name : "");
    }
}

static void do_bind(Request *request, Answer *answer) {
    sqlite3_stmt *statement = pointer(&request->parts[1]);
    int index = atoi(request->parts[2].bytes), size = request->parts[3].size - 1;
    const char *value = request->parts[3].bytes + 1;
    switch (request->parts[3].bytes[0]) {
        case 'i': sqlite3_bind_int64(statement, index, atoll(value)); break;
        case 'f': sqlite3_bind_double(statement, index, atof(value)); break;
        case 'b': sqlite3_bind_blob(statement, index, value, size, SQLITE_TRANSIENT); break;
        case 't': sqlite3_bind_text(statement, index, value, size, SQLITE_TRANSIENT); break;
        default: sqlite3_bind_null(statement, index);
    }
    add_text(answer, "ok");
}

/* So many rows, or all; 'row' where there may be more, else 'done', in front of the values or, if it fails, the message. */
static void do_step(Request *request, Answer *answer) {
    sqlite3_stmt *statement = pointer(&request->parts[1]);
    int limit = atoi(request->parts[2].bytes), code = SQLITE_ROW;
    Answer values = {0};
    for (int row = 0; (!limit || row < limit) && (code = sqlite3_step(statement)) == SQLITE_ROW; row++) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            add_value(&values, sqlite3_column_value(statement, i));
        }
    }
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
        add_text(answer, code == SQLITE_ROW ? "row" : "done");
    } else {
        add_failure(answer, sqlite3_db_handle(statement), code);
    }
    append(answer, values.bytes ? values.bytes : "", values.size);
    free(values.bytes);
}

static void do_finalize(Request *request, Answer *answer) {
    sqlite3_finalize(pointer(&request->parts[1]));
    add_text(answer, "ok");
}

static void do_state(Request *request, Answer *answer) {
    sqlite3 *db = pointer(&request->parts[1]);
    add_text(answer, "ok");
    add_number(answer, sqlite3_changes(db));
    add_number(answer, sqlite3_total_changes(db));
    add_number(answer, sqlite3_last_insert_rowid(db));
    add_number(answer, sqlite3_errcode(db));
    add_number(answer, sqlite3_get_autocommit(db));
}

static void do_complete(Request *request, Answer *answer) {
    add_text(answer, "ok");
    add_number(answer, sqlite3_complete(request->parts[1].bytes));
}

static void do_function(Request *request, Answer *answer) {
    sqlite3 *db = pointer(&request->parts[1]);
    int count = atoi(request->parts[3].bytes), flags = atoi(request->parts[4].bytes);
    int code = sqlite3_create_function_v2(db, request->parts[2].bytes, count, SQLITE_UTF8 | flags, strdup(request->parts[5].bytes), called,
        NULL, NULL, free);
    if (code) {
        add_failure(answer, db, code);
    } else {
        add_text(answer, "ok");
    }
}

static void do_collate(Request *request, Answer *answer) {
    sqlite3 *db = pointer(&request->parts[1]);
    int code = sqlite3_create_collation_v2(db, request->parts[2].bytes, SQLITE_UTF8, strdup(request->parts[3].bytes), compared, free);
    if (code) {
        add_failure(answer, db, code);
    } else {
        add_text(answer, "ok");
    }
}

static const struct {
    const char *name;
    int parts;
    void (*answer)(Request *, Answer *);
} VERBS[] = {
    {"open", 3, do_open},
    {"close", 2, do_close},
    {"prepare", 3, do_prepare},
    {"bind", 4, do_bind},
    {"step", 3, do_step},
    {"finalize", 2, do_finalize},
    {"state", 2, do_state},
    {"complete", 2, do_complete},
    {"function", 6, do_function},
    {"collate", 4, do_collate},
};

static void answer_to(Request *request, Answer *answer) {
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++) {
        if (strcmp(request->parts[0].bytes, VERBS[i].name) == 0 && request->count == VERBS[i].parts) {
            VERBS[i].answer(request, answer);
            return;
        }
    }
    add_text(answer, "error");
    add_text(answer, "server: no such request");
}

/* Until the result of a call has come, which is 1, or the end of the input. */
static int serve(Request *last) {
    while (receive(last) && last->count) {
        if (strcmp(last->parts[0].bytes, "return") == 0 || strcmp(last->parts[0].bytes, "fail") == 0) {
            return 1;
        }
        Answer answer = {0};
        answer_to(last, &answer);
        send_answer(&answer);
        release(last);
    }
    return 0;
}

int main(void) {
    Request last;
    serve(&last);
    return 0;
}
