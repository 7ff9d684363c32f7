/*
 * The four socket calls of WASI preview 1, straight, on descriptors that are no sockets: 0 (standard input) and 99
 * (not open). Prints errno numbers as WASI has them: 8 badf, 52 nosys, 57 notsock, 58 notsup, 76 notcapable.
 */
#include <stdio.h>
#include <wasi/api.h>

static void try_all(__wasi_fd_t fd) {
    uint8_t buffer[4] = {'d', 'a', 't', 'a'};
    __wasi_iovec_t into = {.buf = buffer, .buf_len = sizeof buffer};
    __wasi_ciovec_t from = {.buf = buffer, .buf_len = sizeof buffer};
    __wasi_fd_t accepted;
    __wasi_size_t size;
    __wasi_roflags_t flags;

    printf("fd %d: accept %d\n", fd, __wasi_sock_accept(fd, 0, &accepted));
    printf("fd %d: recv %d\n", fd, __wasi_sock_recv(fd, &into, 1, 0, &size, &flags));
    printf("fd %d: send %d\n", fd, __wasi_sock_send(fd, &from, 1, 0, &size));
    printf("fd %d: shutdown %d\n", fd, __wasi_sock_shutdown(fd, __WASI_SDFLAGS_RD | __WASI_SDFLAGS_WR));
}

int main(void) {
    try_all(0);
    try_all(99);
    return 0;
}
