/* Units of length. */
#ifndef CLI_UNIT_H
#define CLI_UNIT_H

#include <stdbool.h>

typedef struct {
    const char *name;
    double metres;
    int decimals;      /* that a person wants to see */
    int fine_decimals; /* that programs are given: about a millimetre */
} unit;

/* Ended by a row without a name; the first is the default. */
extern const unit cli_units[];

/* A length as a number and, if it is not in the usual one, a unit: 100, 62.5mi, "54 nmi". False if
 * it is none, and beyond a million km. */
bool cli_read_length(const char *string, const unit *usual, double *metres);

#endif
