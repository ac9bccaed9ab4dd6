#include "messages/rewrite.h"

#include "text/slice.h"

static bool is_place(const short_text *made)
{
    geodist_place place;
    return gd_is_printable(gd_text_of(made)) && !memchr(made->bytes, '\'', made->length) &&
           geodist_find(gd_text_of(made), &place, NULL) == GEODIST_OK;
}

/* ---- Without a part ---------------------------------------------------------------- */

static bool is_separator(char byte)
{
    return byte == ',' || is_space(byte);
}

/* The text without blanks and commas at its end, or at its start. Sets *comma if there was a comma
 * among them. */
static geodist_text trim_end(geodist_text text, bool *comma)
{
    for (; text.length && is_separator(text.bytes[text.length - 1]); text.length--)
        *comma = *comma || text.bytes[text.length - 1] == ',';
    return text;
}

static geodist_text trim_start(geodist_text text, bool *comma)
{
    for (; text.length && is_separator(text.bytes[0]); text.bytes++, text.length--)
        *comma = *comma || text.bytes[0] == ',';
    return text;
}

bool gd_rewrite_without(geodist_text text, size_t offset, size_t length, short_text *made)
{
    bool comma = false;
    geodist_text all = trim(text);
    geodist_text before = trim_end(slice(text, 0, offset), &comma);
    geodist_text after = trim_start(slice(text, offset + length, text.length), &comma);
    made->length = 0;
    if (before.length == 0 || after.length == 0)
        all = before.length ? trim_start(before, &comma) : trim_end(after, &comma);
    else if (gd_append(made, trim(before)) && gd_append(made, geodist_string(comma ? ", " : " ")))
        all = trim(after);
    return all.length && gd_append(made, all) && is_place(made);
}

/* ---- In another order -------------------------------------------------------------- */

/* Appends the parts from the last to the first. */
static bool append_reversed(short_text *made, geodist_text text)
{
    enum { PARTS_MAX = 6 };
    geodist_text parts[PARTS_MAX], rest = text;
    size_t count = 0;
    while (rest.length && count < PARTS_MAX)
        parts[count++] = trim(cut(rest, ',', &rest));
    if (count < 2 || rest.length)
        return false;
    while (count-- > 0)
        if (!gd_append(made, parts[count]) || (count && !gd_append(made, geodist_string(", "))))
            return false;
    return true;
}

bool gd_rewrite_reversed(geodist_text text, short_text *made)
{
    made->length = 0;
    return append_reversed(made, text) && is_place(made);
}

bool gd_rewrite_swapped(geodist_text text, short_text *made)
{
    geodist_text numbers = trim(text), first, second;
    first = cut(numbers, memchr(numbers.bytes, ',', numbers.length) ? ',' : ' ', &second);
    made->length = 0;
    return second.length && gd_append(made, trim(second)) && gd_append(made, geodist_string(",")) &&
           gd_append(made, first) && is_place(made);
}
