/* Preloaded into geodist to make its system calls fail.
 *
 *     FAULT=CALL:KIND:WHEN    read or write; an errno by number, or "short" for one byte at
 *                             a time; the WHEN-th call on standard input or output, or
 *                             "all" of them */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether this call is to fail; *wanted becomes how. */
static bool strikes(const char *call, const char **kind)
{
    static unsigned long calls;
    const char *fault = getenv("FAULT");
    size_t length = strlen(call);
    if (!fault || strncmp(fault, call, length) != 0 || fault[length] != ':')
        return false;
    *kind = fault + length + 1;
    const char *when = strchr(*kind, ':') + 1;
    calls++;
    return strcmp(when, "all") == 0 || strtoul(when, NULL, 10) == calls;
}

typedef ssize_t read_call(int, void *, size_t);
typedef ssize_t write_call(int, const void *, size_t);

ssize_t read(int file, void *bytes, size_t length)
{
    static read_call *real;
    const char *kind;
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "read");
    if (file != STDIN_FILENO || !strikes("read", &kind))
        return real(file, bytes, length);
    if (strncmp(kind, "short", 5) == 0)
        return real(file, bytes, length ? 1 : 0);
    errno = atoi(kind);
    return -1;
}

ssize_t write(int file, const void *bytes, size_t length)
{
    static write_call *real;
    const char *kind;
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "write");
    if (file != STDOUT_FILENO || !strikes("write", &kind))
        return real(file, bytes, length);
    if (strncmp(kind, "short", 5) == 0)
        return real(file, bytes, length ? 1 : 0);
    errno = atoi(kind);
    return -1;
}
