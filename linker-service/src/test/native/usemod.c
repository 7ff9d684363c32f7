/* A plain main that imports functions of the module "math" by module name, and prints through WASI alone. */
struct text {
    const char *bytes;
    unsigned length;
};

__attribute__((import_module("math"), import_name("add"))) int add(int a, int b);
__attribute__((import_module("math"), import_name("mul"))) int mul(int a, int b);
__attribute__((import_module("math"), import_name("calls"))) int calls(void);
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int fd_write(
    int fd, const struct text *texts, unsigned count, unsigned *written);

static void print(const char *label, unsigned length, int value) {
    char digits[12];
    char *end = digits + sizeof digits;
    char *at = end;
    *--at = '\n';
    do {
        *--at = (char)('0' + value % 10);
    } while (value /= 10);
    struct text line[] = {{label, length}, {at, (unsigned)(end - at)}};
    unsigned written;
    fd_write(1, line, 2, &written);
}
#define PRINT(label, value) print(label, sizeof(label) - 1, value)

__attribute__((export_name("_start"))) void start(void) {
    PRINT("add ", add(40, 2));
    PRINT("mul ", mul(6, 7));
    PRINT("calls ", calls());
}
