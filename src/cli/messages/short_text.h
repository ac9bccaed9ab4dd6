/* A text that is composed for a message: too long a text is not shown. */
#ifndef CLI_SHORT_TEXT_H
#define CLI_SHORT_TEXT_H

#include "output/escape.h"

typedef struct {
    size_t length;
    char bytes[GD_ESCAPED_BYTES_MAX];
} short_text;

static inline geodist_text gd_text_of(const short_text *made)
{
    return (geodist_text){made->bytes, made->length};
}

/* Adds the text; false, and nothing added, if there is no room. */
static inline bool gd_append(short_text *made, geodist_text text)
{
    if (text.length > sizeof made->bytes - made->length)
        return false;
    if (text.length) /* its bytes may be NULL */
        memcpy(made->bytes + made->length, text.bytes, text.length);
    made->length += text.length;
    return true;
}

#endif
