/* What std::filesystem asks for and wasi-libc of 2022 has not, libc.so for threads. It is found where libc has no such header.
   space(), permissions() of a file and canonical() say that they are not supported. */
#pragma once
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <sys/types.h>

#define DT_SOCK 12

struct statvfs {
	unsigned long f_frsize;
	fsblkcnt_t f_blocks, f_bfree, f_bavail;
};

static inline int statvfs(const char *path, struct statvfs *found)
{
	errno = ENOTSUP;
	return -1;
}

static inline int fchmod(int file, mode_t mode)
{
	errno = ENOTSUP;
	return -1;
}

static inline int fchmodat(int folder, const char *path, mode_t mode, int flags)
{
	errno = ENOTSUP;
	return -1;
}

static inline char *realpath(const char *path, char *resolved)
{
	errno = ENOTSUP;
	return NULL;
}
