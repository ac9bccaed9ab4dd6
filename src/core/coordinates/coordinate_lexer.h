/* The tokens of a coordinate. */
#ifndef GD_COORDINATE_LEXER_H
#define GD_COORDINATE_LEXER_H

#include "text/ascii.h"
#include "text/utf8.h"

typedef enum {
    GD_TOKEN_NUMBER,
    GD_TOKEN_SIGN,
    GD_TOKEN_LETTER, /* of a hemisphere */
    GD_TOKEN_MARK,   /* of degrees, minutes or seconds */
    GD_TOKEN_COMMA
} gd_token_kind;

typedef struct {
    gd_token_kind kind;
    char value;   /* sign: + -; letter: N S E W; mark: d m s : */
    bool touches; /* nothing stands between this token and the token before */
    geodist_text text;
} gd_token;

/* The longest coordinate has 19 tokens: twice a letter, three numbers with marks, a letter; a
 * comma. There is room for more so that a text that is too long fails where it goes wrong. */
enum { GD_MAX_TOKENS = 24 };

typedef struct {
    gd_token token[GD_MAX_TOKENS];
    size_t count;
    geodist_text stray; /* the first bytes that are no token; empty if there are none */
} gd_tokens;

static inline bool is_hemisphere(char byte)
{
    byte = lower(byte);
    return byte == 'n' || byte == 's' || byte == 'e' || byte == 'w';
}

/* White space, also that of Unicode, may stand between tokens. Invisible characters there are ignored.
 *
 * Cuts the text into tokens, up to its end or the first character or word that is no token. Every
 * sign is directly followed by a digit or a point, and does not touch a number or mark before it.
 * */
void gd_scan_coordinate(geodist_text text, gd_tokens *tokens);

#endif
