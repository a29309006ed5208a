/* A disk that remembers: loaded before libc, it writes down every call that changes files below one
 * folder, in order, so that what a power cut would have left can be put together afterwards.
 *
 * A record is a line, `what inode number length length-of-path length-of-other-path`, and then the
 * bytes of all three. Built and read by recording_disk.py; Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define LONG (2 * PATH_MAX)

static char folder[PATH_MAX];
static int notes = -1;

void disk_records(const char *below, int fd) {
    notes = fd;
    snprintf(folder, sizeof folder, "%s", below);
}

static int ours(const char *path) {
    return folder[0] && !strncmp(path, folder, strlen(folder));
}

/* The whole path of what is open, or of a name in an open folder. */
static int whole(int fd, const char *name, char *path) {
    char link[64], base[PATH_MAX] = "";
    if (!folder[0]) return 0;
    if (!name || name[0] != '/') {
        snprintf(link, sizeof link, fd == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", fd);
        ssize_t length = readlink(link, base, sizeof base - 1);
        if (length <= 0) return 0;
        base[length] = 0;
    }
    snprintf(path, LONG, "%s%s%s", base, name && base[0] ? "/" : "", name ? name : "");
    return ours(path);
}

static unsigned long inode(int fd) {
    struct stat about;
    return fstat(fd, &about) ? 0 : (unsigned long)about.st_ino;
}

static void note(char what, unsigned long ino, long number, const void *data, size_t size,
                 const char *path, const char *other) {
    char head[160];
    int length = snprintf(head, sizeof head, "%c %lu %ld %zu %zu %zu\n", what, ino, number, size,
                          strlen(path), strlen(other));
    struct iovec parts[] = {{head, length}, {(void *)data, size}, {(void *)path, strlen(path)},
                            {(void *)other, strlen(other)}};
    int before = errno;
    if (writev(notes, parts, 4) < 0) _exit(99);
    errno = before;
}

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

#define WRITE(name, fd, data, place, ...) \
    char path[LONG]; \
    REAL(name); \
    int is_ours = whole(fd, 0, path); \
    long start = is_ours ? (place) : 0; \
    ssize_t done = real(__VA_ARGS__); \
    if (is_ours && done > 0) note('W', inode(fd), start, data, done, "", ""); \
    return done

ssize_t write(int fd, const void *data, size_t size) {
    WRITE(write, fd, data, lseek(fd, 0, SEEK_CUR), fd, data, size);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t place) {
    WRITE(pwrite, fd, data, place, fd, data, size, place);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) {
    WRITE(pwrite64, fd, data, place, fd, data, size, place);
}

/* Python copies by reading and writing where these cannot be used. */
#define CANNOT { errno = ENOTSOCK; return -1; }
ssize_t sendfile(int out, int in, off_t *place, size_t size) CANNOT
ssize_t sendfile64(int out, int in, off64_t *place, size_t size) CANNOT

#define ON_OPEN(name, what, number, fd, ...) \
    char path[LONG]; \
    REAL(name); \
    int done = real(__VA_ARGS__); \
    if (!done && whole(fd, 0, path)) note(what, inode(fd), number, "", 0, path, ""); \
    return done

int fsync(int fd) { ON_OPEN(fsync, 'S', 0, fd, fd); }
int fdatasync(int fd) { ON_OPEN(fdatasync, 'S', 0, fd, fd); }
int ftruncate(int fd, off_t size) { ON_OPEN(ftruncate, 'T', size, fd, fd, size); }
int ftruncate64(int fd, off64_t size) { ON_OPEN(ftruncate64, 'T', size, fd, fd, size); }

#define ON_PATH(name, what, fd, at, fd2, to, ...) \
    char path[LONG], other[LONG] = ""; \
    REAL(name); \
    int is_ours = whole(fd, at, path); \
    const char *second = to; \
    if (second) is_ours = whole(fd2, second, other) || is_ours; \
    int done = real(__VA_ARGS__); \
    if (!done && is_ours) note(what, 0, 0, "", 0, path, other); \
    return done

#define HERE AT_FDCWD
int rename(const char *a, const char *b) { ON_PATH(rename, 'R', HERE, a, HERE, b, a, b); }
int renameat(int f, const char *a, int g, const char *b) {
    ON_PATH(renameat, 'R', f, a, g, b, f, a, g, b);
}
int link(const char *a, const char *b) { ON_PATH(link, 'L', HERE, a, HERE, b, a, b); }
int linkat(int f, const char *a, int g, const char *b, int flags) {
    ON_PATH(linkat, 'L', f, a, g, b, f, a, g, b, flags);
}
int unlink(const char *a) { ON_PATH(unlink, 'U', HERE, a, HERE, 0, a); }
int unlinkat(int f, const char *a, int flags) {
    ON_PATH(unlinkat, (flags & AT_REMOVEDIR) ? 'D' : 'U', f, a, f, 0, f, a, flags);
}
int rmdir(const char *a) { ON_PATH(rmdir, 'D', HERE, a, HERE, 0, a); }
int mkdir(const char *a, mode_t mode) { ON_PATH(mkdir, 'M', HERE, a, HERE, 0, a, mode); }
int mkdirat(int f, const char *a, mode_t mode) { ON_PATH(mkdirat, 'M', f, a, f, 0, f, a, mode); }

#define OPEN(name, fd, at, flags, ...) \
    char path[LONG]; \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    } \
    REAL(name); \
    int is_ours = whole(fd, at, path); \
    int is_new = is_ours && ((flags) & O_CREAT) && access(path, F_OK); \
    int opened = real(__VA_ARGS__); \
    if (opened >= 0 && is_new) note('C', inode(opened), 0, "", 0, path, ""); \
    else if (opened >= 0 && is_ours && ((flags) & O_TRUNC)) \
        note('T', inode(opened), 0, "", 0, path, ""); \
    return opened

int open(const char *a, int flags, ...) { OPEN(open, HERE, a, flags, a, flags, mode); }
int open64(const char *a, int flags, ...) { OPEN(open64, HERE, a, flags, a, flags, mode); }
int openat(int f, const char *a, int flags, ...) { OPEN(openat, f, a, flags, f, a, flags, mode); }
int openat64(int f, const char *a, int flags, ...) {
    OPEN(openat64, f, a, flags, f, a, flags, mode);
}
