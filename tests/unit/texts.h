/* cmocka, and comparisons of geodist_text. */
#ifndef TEXTS_H
#define TEXTS_H

#include <geodist.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static inline bool is_text(geodist_text text, const char *string)
{
    return text.length == strlen(string) && memcmp(text.bytes, string, text.length) == 0;
}

/* A copy of the bytes in a block of exactly their size, so that a sanitizer sees any access beyond
 * them; to be freed. */
static inline char *exact_copy(const char *bytes, size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

#endif
