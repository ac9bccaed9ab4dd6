/* The values of --delimiter. */
#ifndef CLI_DELIMITER_H
#define CLI_DELIMITER_H

#include <stdbool.h>

/* The delimiters that a table may have, in the order in which they are tried. */
#define GD_DELIMITERS "\t;|,"

/* Parses one of the characters, or a word for it: tab, \t, comma, semicolon, pipe. */
bool gd_parse_delimiter(const char *value, char *delimiter);

#endif
