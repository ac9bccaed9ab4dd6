/* How lines are split into places: the values of --input. */
#ifndef CLI_SPLIT_MODE_H
#define CLI_SPLIT_MODE_H

typedef enum { SPLIT_AUTO, SPLIT_TSV, SPLIT_CSV, SPLIT_WORDS } split_mode;

#endif
