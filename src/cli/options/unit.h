/* Units of length. */
#ifndef CLI_UNIT_H
#define CLI_UNIT_H

#include <stdbool.h>

typedef struct {
    const char *name;
    double metres;
    int decimals;         /* default precision for people */
    int machine_decimals; /* default precision for programs: about a millimetre */
} unit;

/* Ended by a row without a name; the first is the default. */
extern const unit gd_units[];

/* Parses a length: a number and, if it is not in the default unit, a unit: 100, 62.5mi, "54 nmi".
 * False if it is none, or beyond a million km. */
bool gd_parse_length(const char *string, const unit *default_unit, double *metres);

#endif
