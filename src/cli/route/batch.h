/* Some lines of a stream, and what becomes of them stage by stage: cut, found, measured. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "input/csv_columns.h"
#include "input/split.h"
#include "route/name_cache.h"
#include "messages/diagnostics.h"

enum { LINES_MOST = 512, STOPS_MOST = FIELDS_MOST };

typedef struct {
    geodist_text text;   /* without its end */
    geodist_text ending; /* LF or CRLF; nothing at the end of the file */
    bool silent;           /* blank or a comment: it comes back empty */
    bool located;          /* bare numbers: its stops are points already */
    trouble_kind trouble;
    uint32_t about;        /* the stop that is the trouble */
    uint32_t first, count; /* its stops */
} line;

typedef struct {
    size_t line_count, stop_count;
    line lines[LINES_MOST];
    geodist_text texts[STOPS_MOST];
    uint64_t numbers[STOPS_MOST]; /* for cli_recall */
    uint32_t cities[STOPS_MOST];
    double lat[STOPS_MOST], lon[STOPS_MOST];
    double legs[STOPS_MOST]; /* in metres, from a stop to the one behind it */
    char copies[STOPS_MOST + CLI_SLACK]; /* of lines that are to come back unchanged, to be cut instead */
    size_t copied;
} block;

/* Takes lines off the run until the block is full or the run is empty, and cuts them; as
 * columns if any are wanted. The run's bytes may change. */
void cli_cut_block(block *filled, const options *chosen, const columns *wanted, geodist_text *run);

void cli_find_block(block *cut, const options *chosen);

/* Every leg; on the sphere also some between lines that mean nothing, for the sake of one loop
 * without exceptions. */
void cli_measure_block(block *found, const options *chosen);

/* Takes the first line off the run; its end stays in *ending. */
geodist_text cli_take_line(geodist_text *run, geodist_text *ending);

#endif
