/* Units of length. */
#ifndef CLI_UNIT_H
#define CLI_UNIT_H

typedef struct {
    const char *name;
    double metres;
    int decimals;      /* that a person wants to see */
    int fine_decimals; /* that programs are given: about a millimetre */
} unit;

/* Ended by a row without a name; the first is the default. */
extern const unit cli_units[];

#endif
