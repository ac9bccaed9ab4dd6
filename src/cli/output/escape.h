/* Text from outside, made safe to print. */
#ifndef CLI_ESCAPE_H
#define CLI_ESCAPE_H

#include "output/writer.h"

/* Longer text is cut at a character and ends in an ellipsis. */
enum { GD_ESCAPED_BYTES_MAX = 200 };

/* For a person: printable UTF-8 is copied. A byte that is not UTF-8 and an ASCII control character
 * become \xNN; a character that is invisible or changes how others are shown (C1 controls,
 * bidirectional and other format characters, zero-width characters, line separators, private use,
 * noncharacters) becomes \u{N}; a backslash is doubled, so that an escape cannot be mistaken for
 * text. */
void gd_put_escaped(writer *out, geodist_text text);

/* The same between single quotes. */
void gd_put_quoted(writer *out, geodist_text text);

/* Whether gd_put_escaped() would copy the text unchanged. */
bool gd_is_printable(geodist_text text);

/* A JSON string with its quotes (RFC 8259, section 7), never cut. What is unsafe for a terminal is
 * escaped here as well; a byte that is not UTF-8 becomes U+FFFD. */
void gd_put_json_string(writer *out, geodist_text text);

#endif
