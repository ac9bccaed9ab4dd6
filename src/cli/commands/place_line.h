/* A line that is one place as a whole, for the streams that expect one. */
#ifndef CLI_PLACE_LINE_H
#define CLI_PLACE_LINE_H

#include "commands/line_stream.h"

/* Takes the place of a line into the batch, as line_command.read_line() does. White space at the
 * ends and double quotes around all of it are removed; nothing else is split. Two bare numbers are
 * a point, which need not be looked up. If the first line of all has header words only, it is an
 * error. */
void gd_read_place_line(line_stream *of, batch_route *added, geodist_text line);

/* In read_line(): if the line is the first one that is neither empty nor a comment, and has header
 * words only, the route becomes ROUTE_HEADER, though Start and Time are villages. */
void gd_refuse_header(const line_stream *of, batch_route *added, geodist_text line);

/* As line_command.put_failure(), for lines whose only faults are those of a batch_route. */
void gd_put_line_failure(const line_stream *of, const batch_route *failed, bool with_help,
                         writer *out);

#endif
