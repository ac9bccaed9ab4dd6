/* For files that still include it: what it had is in ascii.h and utf8.h. */
#ifndef GD_CHARACTER_H
#define GD_CHARACTER_H

#include "text/ascii.h"
#include "text/utf8.h"

static inline size_t character_length(geodist_text text)
{
    return utf8_length(text);
}

#endif
