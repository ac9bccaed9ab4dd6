/* The table of options: the parser, --help and every other list of options read it. */
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include "options/options.h"
#include "options/word_list.h"

typedef enum {
    OPTION_FLAG,    /* bool; no value */
    OPTION_INTEGER, /* int from min to max */
    OPTION_CHOICE,  /* int: the index in the names */
    OPTION_UNIT,    /* int: the row of gd_units, by any word for it */
    OPTION_STRING,  /* const char * */
    OPTION_RADIUS,  /* double: km */
    OPTION_BEARING, /* double: degrees */
    OPTION_DELIMITER, /* char */
    OPTION_COMMAND  /* sets the command, and the subject if there is a value */
} option_kind;

typedef struct {
    char letter; /* 0 if there is only a long name */
    const char *name;
    const char *value; /* what the value is called; NULL if there is none */
    option_kind kind;
    size_t field;      /* offset in options */
    long min, max;     /* of an integer; of OPTION_COMMAND min is the command */
    word_list *choice; /* the names of the choices that messages list */
    unsigned commands; /* the set of commands it applies to: bits 1 << command */
    const char *help;
} option_row;

/* Ended by a row without a name. */
extern const option_row gd_option_rows[];

enum { OPTIONS_MAX = 64 };

/* The long names of all options (a word_list). */
const char *gd_option_name(size_t index);

/* What other programs call an option, and what to write here. No name here is the beginning of the
 * name of an option. Ended by a row without a name. */
typedef struct {
    const char *name, *instead;
} option_hint;

extern const option_hint gd_option_hints[];

/* What a command is called in a message: its option, or what selects it. */
const char *gd_command_name(command of);

/* The command of the same option that reads lines of standard input, or the command itself. */
command gd_lines_of(command of);

/* --help, and the lines that begin it. */
void gd_put_help(writer *out);
void gd_put_usage(writer *out);

#endif
