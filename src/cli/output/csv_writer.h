/* Fields of CSV as RFC 4180 has them. */
#ifndef CLI_CSV_WRITER_H
#define CLI_CSV_WRITER_H

#include "output/writer.h"

/* In quotes. */
void cli_put_csv_field(sink *out, geodist_text text);
void cli_put_csv_label(sink *out, const geodist_place *place);

#endif
