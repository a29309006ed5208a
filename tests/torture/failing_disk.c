/* A disk that fails on demand: loaded before libc, it counts the calls that change (or read) files
 * below one folder, and at the n-th of them does what it was told.
 *
 * Built and driven by failing_disk.py; Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COUNT, ONCE, FROM_NOW_ON, FULL, KILL, TORN };
enum { WRITES = 1, READS = 2, DATA = 4 };

static char folder[4096];
static int what, how, code;
static long at, seen;

long disk_seen(void) { return seen; }

void disk_works(void) { folder[0] = 0; }

void disk_fails(const char *below, int kinds, int mode, int number, long nth) {
    what = kinds, how = mode, code = number, at = nth, seen = 0;
    snprintf(folder, sizeof folder, "%s", below);
}

static int ours(const char *path) {
    return folder[0] && path && !strncmp(path, folder, strlen(folder));
}

static int ours_open(int fd) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return ours(path);
}

/* Whether this call shall fail; `takes_room` for one that needs free space. */
static int fails(int kind, int takes_room) {
    if (!(what & kind)) return 0;
    seen++;
    if (how == COUNT || seen < at) return 0;
    if (how == KILL && seen == at) kill(getpid(), SIGKILL);
    if (how == ONCE && seen != at) return 0;
    if (how == FULL && !takes_room) return 0;
    if (how == TORN && seen != at) return 0;
    errno = code;
    return 1;
}

#define REAL(name, ...) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name); \
    return real(__VA_ARGS__)

/* A write that fails: the first half is written if that is how this disk ends. */
#define WRITE(name, fd, size, whole, half) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name); \
    if (ours_open(fd) && fails(WRITES | DATA, 1)) { \
        if (how == TORN || (how == FULL && seen == at && size > 1)) { \
            ssize_t written = half; \
            if (how == TORN) kill(getpid(), SIGKILL); \
            return written; \
        } \
        return -1; \
    } \
    return whole

ssize_t write(int fd, const void *data, size_t size) {
    WRITE(write, fd, size, real(fd, data, size), real(fd, data, size / 2));
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t place) {
    WRITE(pwrite, fd, size, real(fd, data, size, place), real(fd, data, size / 2, place));
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) {
    WRITE(pwrite64, fd, size, real(fd, data, size, place), real(fd, data, size / 2, place));
}

ssize_t sendfile(int out, int in, off_t *place, size_t size) {
    WRITE(sendfile, out, size, real(out, in, place, size), real(out, in, place, size / 2));
}

ssize_t sendfile64(int out, int in, off64_t *place, size_t size) {
    WRITE(sendfile64, out, size, real(out, in, place, size), real(out, in, place, size / 2));
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    WRITE(copy_file_range, out, size, real(in, from, out, to, size, flags),
          real(in, from, out, to, size / 2, flags));
}

#define ON_OPEN(name, kind, takes_room, fd, ...) \
    if (ours_open(fd) && fails(kind, takes_room)) return -1; \
    REAL(name, __VA_ARGS__)

#define ON_PATH(name, takes_room, path, ...) \
    if (ours(path) && fails(WRITES, takes_room)) return -1; \
    REAL(name, __VA_ARGS__)

ssize_t read(int fd, void *data, size_t size) { ON_OPEN(read, READS, 0, fd, fd, data, size); }
ssize_t pread(int fd, void *data, size_t size, off_t place) {
    ON_OPEN(pread, READS, 0, fd, fd, data, size, place);
}
ssize_t pread64(int fd, void *data, size_t size, off64_t place) {
    ON_OPEN(pread64, READS, 0, fd, fd, data, size, place);
}
int fsync(int fd) { ON_OPEN(fsync, WRITES, 0, fd, fd); }
int fdatasync(int fd) { ON_OPEN(fdatasync, WRITES, 0, fd, fd); }
int ftruncate(int fd, off_t size) { ON_OPEN(ftruncate, WRITES, 0, fd, fd, size); }
int ftruncate64(int fd, off64_t size) { ON_OPEN(ftruncate64, WRITES, 0, fd, fd, size); }
int rename(const char *old, const char *new) { ON_PATH(rename, 0, new, old, new); }
int renameat(int a, const char *old, int b, const char *new) {
    ON_PATH(renameat, 0, new, a, old, b, new);
}
int link(const char *old, const char *new) { ON_PATH(link, 1, new, old, new); }
int unlink(const char *path) { ON_PATH(unlink, 0, path, path); }
int unlinkat(int fd, const char *path, int flags) { ON_PATH(unlinkat, 0, path, fd, path, flags); }
int rmdir(const char *path) { ON_PATH(rmdir, 0, path, path); }
int mkdir(const char *path, mode_t mode) { ON_PATH(mkdir, 1, path, path, mode); }

/* Opening for reading is a read; making a file is a write that takes room. */
#define OPEN(name, path, flags, ...) \
    mode_t mode = 0; \
    if ((flags) & O_CREAT) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    } \
    if (ours(path)) { \
        if ((flags) & O_CREAT) { \
            if (access(path, F_OK) && fails(WRITES, 1)) return -1; \
        } else if (fails(READS, 0)) return -1; \
    } \
    REAL(name, __VA_ARGS__)

int open(const char *path, int flags, ...) { OPEN(open, path, flags, path, flags, mode); }
int open64(const char *path, int flags, ...) { OPEN(open64, path, flags, path, flags, mode); }
int openat(int fd, const char *path, int flags, ...) {
    OPEN(openat, path, flags, fd, path, flags, mode);
}
int openat64(int fd, const char *path, int flags, ...) {
    OPEN(openat64, path, flags, fd, path, flags, mode);
}
