/* Which texts can be names or coordinates at all. */
#ifndef GD_VALID_TEXT_H
#define GD_VALID_TEXT_H

#include <geodist.h>

/* GEODIST_OK, or GEODIST_NOT_UTF8 for a byte that begins no well-formed UTF-8 sequence or for
 * U+FFFD, which stands for such bytes after a conversion; or
 * GEODIST_CONTROL_CHARACTER for a control character (U+0000-001F, 007F-009F) that is not ASCII
 * white space at an end of the text. On failure *error spans the first byte or character at fault;
 * otherwise it is left as it was. */
geodist_status gd_check_text(geodist_text text, geodist_error *error);

/* Whether a question mark stands next to an ASCII letter, a digit or a byte from 0x80 on. Conversions
 * put it in the place of a letter ("Montr?al"), so that the rest is not the name. */
bool gd_is_damaged(geodist_text text);

#endif
