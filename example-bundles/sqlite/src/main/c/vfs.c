/*
 * What SQLite asks of an operating system, over WASI: files, entropy, time. SQLite's own for Unix wants file owners,
 * mmap and fcntl locks, which WASI does not have.
 *
 * Nothing is locked: WASI has no locks. A database file may be open in one program at a time.
 */
#include <sqlite3.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define PATH_SIZE 512
#define ALIGNMENT 4096 /* what one write of the host changes at once, as most file systems have it */

typedef struct {
    sqlite3_file base;
    int descriptor;
} File;

static int descriptor(sqlite3_file *file) {
    return ((File *)file)->descriptor;
}

static int file_close(sqlite3_file *file) {
    return close(descriptor(file)) ? SQLITE_IOERR_CLOSE : SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    int done = 0;
    while (done < size) {
        ssize_t count = pread(descriptor(file), (char *)bytes + done, size - done, offset + done);
        if (count < 0) {
            return SQLITE_IOERR_READ;
        }
        if (count == 0) { /* SQLite wants zeroes behind the end */
            memset((char *)bytes + done, 0, size - done);
            return SQLITE_IOERR_SHORT_READ;
        }
        done += (int)count;
    }
    return SQLITE_OK;
}

static int file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
    int done = 0;
    while (done < size) {
        ssize_t count = pwrite(descriptor(file), (const char *)bytes + done, size - done, offset + done);
        if (count <= 0) {
            return errno == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        }
        done += (int)count;
    }
    return SQLITE_OK;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    return ftruncate(descriptor(file), size) ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

static int file_sync(sqlite3_file *file, int flags) {
    int failed = flags & SQLITE_SYNC_DATAONLY ? fdatasync(descriptor(file)) : fsync(descriptor(file));
    return failed ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    struct stat status;
    if (fstat(descriptor(file), &status)) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = status.st_size;
    return SQLITE_OK;
}

static int file_lock(sqlite3_file *file, int level) {
    (void)file, (void)level;
    return SQLITE_OK;
}

static int file_reserved(sqlite3_file *file, int *reserved) {
    (void)file;
    *reserved = 0;
    return SQLITE_OK;
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    (void)file, (void)operation, (void)argument;
    return SQLITE_NOTFOUND;
}

static int file_sector_size(sqlite3_file *file) {
    (void)file;
    return ALIGNMENT;
}

static int file_characteristics(sqlite3_file *file) {
    (void)file;
    return 0;
}

static const sqlite3_io_methods FILE_METHODS = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

/* Temporary tables are in memory (SQLITE_TEMP_STORE=3): a file without a name is never asked for. */
static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_out) {
    (void)vfs;
    file->pMethods = NULL; /* not to be closed unless it is open */
    int mode = flags & SQLITE_OPEN_READWRITE ? O_RDWR : O_RDONLY;
    mode |= flags & SQLITE_OPEN_CREATE ? O_CREAT : 0;
    mode |= flags & SQLITE_OPEN_EXCLUSIVE ? O_EXCL : 0;
    int opened = name ? open(name, mode, 0666) : -1;
    if (opened < 0) {
        return SQLITE_CANTOPEN;
    }
    ((File *)file)->descriptor = opened;
    file->pMethods = &FILE_METHODS;
    if (flags_out) {
        *flags_out = flags;
    }
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs, (void)sync; /* a folder cannot be synced through WASI */
    if (unlink(name)) {
        return errno == ENOENT ? SQLITE_IOERR_DELETE_NOENT : SQLITE_IOERR_DELETE;
    }
    return SQLITE_OK;
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    (void)vfs;
    struct stat status;
    int there = stat(name, &status) == 0;
    /* An empty journal is none: as with SQLite's own for Unix. */
    *result = there && (flags != SQLITE_ACCESS_EXISTS || !S_ISREG(status.st_mode) || status.st_size > 0);
    return SQLITE_OK;
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *name, int size, char *path) {
    (void)vfs;
    return snprintf(path, size, "%s%s", *name == '/' ? "" : "/", name) < size ? SQLITE_OK : SQLITE_CANTOPEN;
}

static int vfs_randomness(sqlite3_vfs *vfs, int size, char *bytes) {
    (void)vfs;
    return getentropy(bytes, size < 256 ? size : 256) ? 0 : size;
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) {
    (void)vfs;
    usleep(microseconds);
    return microseconds;
}

static int vfs_time_milliseconds(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds) {
    (void)vfs;
    struct timeval now;
    gettimeofday(&now, NULL);
    /* since noon of 24 November 4714 before Christ, in Greenwich: a Julian day */
    *milliseconds = 210866760000000LL + now.tv_sec * 1000LL + now.tv_usec / 1000;
    return SQLITE_OK;
}

static int vfs_time_days(sqlite3_vfs *vfs, double *days) {
    sqlite3_int64 milliseconds;
    int result = vfs_time_milliseconds(vfs, &milliseconds);
    *days = (double)milliseconds / 86400000.0;
    return result;
}

static int vfs_last_error(sqlite3_vfs *vfs, int size, char *text) {
    (void)vfs, (void)size, (void)text;
    return errno;
}

/* SQLite calls it before anything else: built with SQLITE_OS_OTHER, it has no other. */
int sqlite3_os_init(void) {
    static sqlite3_vfs vfs = {
        .iVersion = 2,
        .szOsFile = sizeof(File),
        .mxPathname = PATH_SIZE,
        .zName = "wasi",
        .xOpen = vfs_open,
        .xDelete = vfs_delete,
        .xAccess = vfs_access,
        .xFullPathname = vfs_full_path,
        .xRandomness = vfs_randomness,
        .xSleep = vfs_sleep,
        .xCurrentTime = vfs_time_days,
        .xGetLastError = vfs_last_error,
        .xCurrentTimeInt64 = vfs_time_milliseconds,
    };
    return sqlite3_vfs_register(&vfs, 1);
}

int sqlite3_os_end(void) {
    return SQLITE_OK;
}
