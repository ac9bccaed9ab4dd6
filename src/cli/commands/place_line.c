#include "commands/place_line.h"

#include "input/byte_kinds.h"
#include "input/header_words.h"
#include "input/quotes.h"
#include "messages/diagnostics.h"
#include "text/slice.h"

static bool parse_point(batch *in, size_t at, geodist_text text)
{
    in->rows[at] = GEODIST_NO_ROW;
    return geodist_parse_points(text, &in->lat[at], &in->lon[at], 1) == 1;
}

void gd_refuse_header(const line_stream *of, batch_route *added, geodist_text line)
{
    bool is_first = of->line_count == 0 && of->batch.route_count == 1;
    if (!is_first || !gd_is_header(line))
        return;
    added->status = ROUTE_HEADER;
    added->is_phrase = false;
    added->known = 0;
    added->whole = line;
}

void gd_read_place_line(line_stream *of, batch_route *added, geodist_text line)
{
    geodist_text text = trim(line);
    added->count = 1;
    added->fault = added->first;
    if (text.length && text.bytes[0] == '"') {
        if (!gd_closing_quote(text, 0))
            added->status = ROUTE_UNCLOSED_QUOTE;
        text = gd_unquote_field(text, &of->scratch_end);
    }
    of->batch.texts[added->first] = text;
    if (text.length && kind_of(text.bytes[0]) & NUMERIC)
        added->known = parse_point(&of->batch, added->first, text);
    gd_refuse_header(of, added, line);
}

void gd_put_line_failure(const line_stream *of, const batch_route *failed, bool with_help,
                         writer *out)
{
    gd_put_failure(out, &of->batch, failed, with_help);
}
