/* The words a coordinate is written in. */
#ifndef GD_COORDINATE_LEXER_H
#define GD_COORDINATE_LEXER_H

#include "text/character.h"

typedef enum { gd_number, gd_sign, gd_letter, gd_mark, gd_comma } gd_token_kind;

typedef struct {
    gd_token_kind kind;
    char value;         /* sign: + -; letter: N S E W; mark: d m s : */
    bool touches;       /* nothing stands between it and the token before */
    geodist_text text;
} gd_token;

/* The longest coordinate has 19: twice a letter, three numbers with marks, a letter; a comma. The
 * rest makes one that is too long fail for what it is. */
enum { gd_most_tokens = 24 };

typedef struct {
    gd_token token[gd_most_tokens];
    size_t count;
    geodist_text stray; /* the first bytes that are none of these; empty if all are */
} gd_tokens;

static inline bool is_hemisphere(char byte)
{
    byte = lower(byte);
    return byte == 'n' || byte == 's' || byte == 'e' || byte == 'w';
}

/* Cuts text into tokens, up to its end or the first stray character, word or exponent. Every sign
 * is followed by a digit or a point, and none sticks to a number or mark before it. */
gd_tokens gd_scan_coord(geodist_text text);

#endif
