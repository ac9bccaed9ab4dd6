/* Fields of CSV as RFC 4180 has them. */
#ifndef CLI_CSV_WRITER_H
#define CLI_CSV_WRITER_H

#include "output/writer.h"

/* In quotes; quotes inside are doubled. */
void gd_put_csv_field(writer *out, geodist_text text);

#endif
