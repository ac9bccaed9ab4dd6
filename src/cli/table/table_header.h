/* The start of a table: its delimiter, its header and the columns of its places. */
#ifndef CLI_TABLE_HEADER_H
#define CLI_TABLE_HEADER_H

#include "options/options.h"
#include "table/place_columns.h"

typedef struct {
    char delimiter;
    bool has_separator_line; /* "sep=;" stands before the header */
    record_cells cells;      /* of the header; with --no-header of the first record */
    place_columns columns;
} table_header;

typedef enum {
    HEADER_READ,
    HEADER_WAIT,  /* more input is needed */
    HEADER_NONE,  /* the bytes have no record: empty lines, perhaps a line "sep=;" */
    HEADER_WRONG, /* explained on `errors` */
    HEADER_NO_MEMORY
} header_status;

/* Whether more bytes may follow those that were read. */
typedef enum { BYTES_MORE, BYTES_NO_ROOM, BYTES_ENDED } bytes_state;

/* Reads the header in the first bytes of a table, which a byte-order mark and empty lines may stand
 * before. The delimiter is that of --delimiter or of a first line "sep=X"; else, of those that the
 * header has outside quotes, the first of TAB ; | , with which every column of --columns is found;
 * the comma if it has none. Free the header with gd_free_header(), whatever the status is. */
header_status gd_read_header(table_header *header, geodist_text bytes, bytes_state state,
                             const options *asked, writer *errors);

void gd_free_header(table_header *header);

#endif
