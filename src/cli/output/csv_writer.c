#include "output/csv_writer.h"

void gd_put_csv_field(writer *out, geodist_text text)
{
    gd_put(out, "\"");
    while (text.length) {
        const char *quote = memchr(text.bytes, '"', text.length);
        size_t length = quote ? (size_t)(quote - text.bytes) + 1 : text.length;
        gd_put_text(out, (geodist_text){text.bytes, length});
        if (quote)
            gd_put(out, "\"");
        text.bytes += length;
        text.length -= length;
    }
    gd_put(out, "\"");
}

static bool needs_quotes(cell_style style, geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == style.delimiter || memchr("\"\r\n", text.bytes[i], 3))
            return true;
    return false;
}

void gd_put_text_cell(writer *out, cell_style style, geodist_text text)
{
    if (style.quotes == QUOTES_ALWAYS ||
        (style.quotes == QUOTES_IF_NEEDED && needs_quotes(style, text)))
        gd_put_csv_field(out, text);
    else
        gd_put_text(out, text);
}
