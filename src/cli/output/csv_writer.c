#include "output/csv_writer.h"

/* With quotes doubled. */
static void put_doubled(writer *out, geodist_text text)
{
    while (text.length) {
        const char *quote = memchr(text.bytes, '"', text.length);
        size_t length = quote ? (size_t)(quote - text.bytes) + 1 : text.length;
        gd_put_text(out, (geodist_text){text.bytes, length});
        if (quote)
            gd_put(out, "\"");
        text.bytes += length;
        text.length -= length;
    }
}

/* Writes a text without quotes at once. False, and nothing written, for any other. */
static bool put_plain_field(writer *out, geodist_text text)
{
    char *room = gd_reserve(out, text.length + 2);
    if (!room || (text.length && memchr(text.bytes, '"', text.length)))
        return false;
    *room = '"';
    if (text.length) /* its bytes may be NULL */
        memcpy(room + 1, text.bytes, text.length);
    room[text.length + 1] = '"';
    gd_commit(out, text.length + 2);
    return true;
}

void gd_put_csv_field(writer *out, geodist_text text)
{
    if (put_plain_field(out, text))
        return;
    gd_put(out, "\"");
    put_doubled(out, text);
    gd_put(out, "\"");
}

static bool needs_quotes(cell_style style, geodist_text text)
{
    if (style.quotes != QUOTES_IF_NEEDED)
        return style.quotes == QUOTES_ALWAYS;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == style.delimiter || memchr("\"\r\n", text.bytes[i], 3))
            return true;
    return false;
}

void gd_put_text_cell(writer *out, cell_style style, geodist_text text)
{
    if (needs_quotes(style, text))
        gd_put_csv_field(out, text);
    else
        gd_put_text(out, text);
}

void gd_put_joined_cell(writer *out, cell_style style, const geodist_text *parts, size_t count)
{
    bool quoted = false;
    for (size_t i = 0; i < count; i++)
        quoted = quoted || needs_quotes(style, parts[i]);
    gd_put(out, quoted ? "\"" : "");
    for (size_t i = 0; i < count; i++)
        if (quoted)
            put_doubled(out, parts[i]);
        else
            gd_put_text(out, parts[i]);
    gd_put(out, quoted ? "\"" : "");
}
