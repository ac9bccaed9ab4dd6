/* Reads the records of a CSV table, in constant memory and of any length. */
#ifndef CLI_RECORD_READER_H
#define CLI_RECORD_READER_H

#include "input/csv_marks.h"
#include "input/csv_scanner.h"
#include "input/input_file.h"
#include "input/wanted_columns.h"

enum {
    GD_RECORD_BUFFER = 1 << 20,
    GD_RECORD_READ = 1 << 18,   /* bytes read at a time: they stay in the processor's cache */
    GD_LONG_CELL_MAX = 1024 /* bytes kept of a cell of a record that is longer than the buffer */
};

typedef struct {
    size_t start, end; /* in the buffer */
} span;

typedef struct {
    size_t length;
    char bytes[GD_LONG_CELL_MAX];
} long_cell;

typedef struct {
    input_file input;
    csv_scanner scanner;
    csv_marks marks; /* of the bytes from the last position on */
    const wanted_columns *columns; /* the wanted ones; none until gd_want_columns() */
    span *cells;                /* of the record that is being read, one for each wanted column */
    long_cell *long_cells;      /* the same of a record that is longer than the buffer */
    uint64_t line;              /* at which the record starts, from 1 on */
    size_t start;               /* of the part of the record that was not handed out */
    size_t at;                  /* the buffer is scanned up to here */
    size_t cell, cell_start;    /* the current cell */
    size_t next_column;         /* the next wanted one */
    size_t next_index;          /* its index in the table; SIZE_MAX if there is none */
    bool in_record;             /* a record was started and not completed */
    bool too_long;              /* the record is longer than the buffer */
    bool started;               /* a byte-order mark, if there is one, was skipped */
    size_t length;              /* bytes in the buffer */
    char bytes[GD_RECORD_BUFFER + GD_MARKS_BLOCK]; /* which also is more than GD_NAME_SLACK */
} record_reader;

typedef enum {
    RECORD_COMPLETE,
    RECORD_PART,     /* the first bytes of a record that is longer than the buffer */
    RECORD_UNCLOSED, /* what is left of a record with a quote that is not closed */
    RECORD_WAIT,     /* there is no complete record in the buffer */
    RECORD_END
} record_event;

/* What was read. The texts are in the buffer and valid until gd_fill_records(). */
typedef struct {
    geodist_text content; /* the bytes that were not handed out before, without the ending */
    geodist_text ending;  /* LF or CRLF, or nothing at the end of the input */
    uint64_t line;        /* at which the record starts */
    size_t cell_count;
    bool has_stray_text; /* behind the closing quote of a cell */
    bool too_long;
} record;

/* The next event; for the first three kinds, sets the record. Before a record is complete the bytes
 * of its RECORD_PART events were handed out. */
record_event gd_next_record(record_reader *from, record *read);

/* A wanted cell of the last complete record, with its quotes. Of a record that is longer than the
 * buffer at most GD_LONG_CELL_MAX bytes, and so many only if there may be more. */
static inline geodist_text gd_record_cell(const record_reader *from, size_t slot)
{
    const long_cell *cell = &from->long_cells[slot];
    span at = from->cells[slot];
    return from->too_long ? (geodist_text){cell->bytes, cell->length}
                          : (geodist_text){from->bytes + at.start, at.end - at.start};
}

/* From now on these columns are wanted. False if memory is lacking. */
bool gd_want_columns(record_reader *from, const wanted_columns *columns);

/* Reads more input into the buffer; flushes the writers before it would wait. */
void gd_fill_records(record_reader *from, writer *out, writer *errors);

/* Drops all bytes in the buffer, which are whole lines, before the first record is read. */
void gd_drop_records(record_reader *from);

void gd_close_records(record_reader *from);

#endif
