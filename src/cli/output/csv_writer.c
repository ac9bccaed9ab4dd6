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
