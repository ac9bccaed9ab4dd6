/* Text that came from outside, made safe to show. */
#ifndef CLI_ESCAPE_H
#define CLI_ESCAPE_H

#include "output/writer.h"

/* Longer text is cut at a character and ends in an ellipsis. */
enum { CLI_SHOWN_BYTES = 200 };

/* For a person: printable UTF-8 as it is. A byte that is not UTF-8 and an ASCII control
 * character become \xNN; a character that cannot be seen or that changes how others are
 * shown (C1 controls, bidirectional and other format characters, zero-width characters,
 * line separators, private use, noncharacters) becomes \u{N}; a backslash is doubled, so
 * that an escape cannot be mistaken for text. */
void cli_put_shown(sink *out, geodist_text text);

/* Whether cli_put_shown would put the text unchanged. */
bool cli_is_plain(geodist_text text);

/* A JSON string with its quotes (RFC 8259, 7), never cut. What a terminal should not
 * see is escaped here too; a byte that is not UTF-8 becomes U+FFFD. */
void cli_put_json_string(sink *out, geodist_text text);

#endif
