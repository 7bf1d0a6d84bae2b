/* Preloaded into the program by tests: fails, or kills the process at, the k-th call of one kind.
 *
 * JTSIM_FAULT_CALL   write|fsync|rename|open|close|unlink
 * JTSIM_FAULT_NUMBER k, counted from 1
 * JTSIM_FAULT_ERROR  errno as a number; the call is not made (a close is made all the same)
 * JTSIM_FAULT_KILL   before|after: SIGKILL before or after the call is made
 * JTSIM_FAULT_PATH   only calls on files whose path contains this text
 * JTSIM_FAULT_REPEAT 1: that call and all later ones
 * JTSIM_FAULT_LOG    a file that gets a line for every counted call
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static const char* wish(const char* name) {
  const char* value = getenv(name);
  return value == NULL ? "" : value;
}

static void log_call(const char* call, const char* path) {
  const char* file = wish("JTSIM_FAULT_LOG");
  if (*file == '\0') return;
  char line[4096];
  const int length = snprintf(line, sizeof line, "%s %s\n", call, path);
  const long log = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (log < 0) return;
  syscall(SYS_write, log, line, (size_t)length);
  syscall(SYS_close, log);
}

/* Whether it is this call's turn. */
static int is_hit(const char* call, const char* path) {
  if (strcmp(wish("JTSIM_FAULT_CALL"), call) != 0) return 0;
  /* Pipes and events inside the process are no disk. */
  if (strncmp(path, "anon_inode:", 11) == 0 || strncmp(path, "pipe:", 5) == 0) return 0;
  const char* part = wish("JTSIM_FAULT_PATH");
  if (*part != '\0' && strstr(path, part) == NULL) return 0;
  log_call(call, path);
  const long number = atomic_fetch_add(&calls, 1) + 1;
  const long wanted = atol(wish("JTSIM_FAULT_NUMBER"));
  if (wanted <= 0) return 0;
  return number == wanted || (number > wanted && *wish("JTSIM_FAULT_REPEAT") == '1');
}

static void path_of(int file, char* path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, size - 1);
  path[length > 0 ? length : 0] = '\0';
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static int kills(const char* when) { return strcmp(wish("JTSIM_FAULT_KILL"), when) == 0; }
static int error_wanted(void) { return atoi(wish("JTSIM_FAULT_ERROR")); }

/* Calls the real function, or not. `failed` is what stands for failure. */
#define AT(call, path, failed, real)                    \
  do {                                                  \
    const int hit = is_hit(call, path);                 \
    if (hit && kills("before")) die();                  \
    if (hit && error_wanted() != 0) {                   \
      errno = error_wanted();                           \
      return failed;                                    \
    }                                                   \
    const __typeof__(real) result = (real);             \
    if (hit && kills("after")) die();                   \
    return result;                                      \
  } while (0)

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void* bytes, size_t size) {
  char path[4096];
  path_of(file, path, sizeof path);
  AT("write", path, -1, REAL(write)(file, bytes, size));
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  char path[4096];
  path_of(file, path, sizeof path);
  AT("write", path, -1, REAL(pwrite64)(file, bytes, size, at));
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  char path[4096];
  path_of(file, path, sizeof path);
  AT("write", path, -1, REAL(pwrite)(file, bytes, size, at));
}

int fsync(int file) {
  char path[4096];
  path_of(file, path, sizeof path);
  AT("fsync", path, -1, REAL(fsync)(file));
}

int fdatasync(int file) {
  char path[4096];
  path_of(file, path, sizeof path);
  AT("fsync", path, -1, REAL(fdatasync)(file));
}

int rename(const char* from, const char* to) { AT("rename", to, -1, REAL(rename)(from, to)); }

int unlink(const char* path) { AT("unlink", path, -1, REAL(unlink)(path)); }

int close(int file) {
  char path[4096];
  path_of(file, path, sizeof path);
  const int hit = is_hit("close", path);
  if (hit && kills("before")) die();
  const int result = REAL(close)(file);
  if (hit && kills("after")) die();
  if (hit && error_wanted() != 0) {
    errno = error_wanted();
    return -1;
  }
  return result;
}

static int needs_mode(int flags) { return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; }

int open(const char* path, int flags, ...) {
  mode_t mode = 0;
  if (needs_mode(flags)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  AT("open", path, -1, REAL(open)(path, flags, mode));
}

int open64(const char* path, int flags, ...) {
  mode_t mode = 0;
  if (needs_mode(flags)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  AT("open", path, -1, REAL(open64)(path, flags, mode));
}
