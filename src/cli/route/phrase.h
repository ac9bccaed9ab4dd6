/* A text that was split into places, and what can be wrong with the split. */
#ifndef CLI_PHRASE_H
#define CLI_PHRASE_H

#include <geodist.h>

/* The places that an argument, several arguments or a line were split into. */
typedef struct {
    const geodist_text *texts;
    size_t count;
    bool at_blanks;     /* as in split_result: the texts lie in one text, in this order */
    geodist_text whole; /* the text of all, if they are not arguments; not one place */
    bool all_found;     /* every text is a place */
    bool not_joined;    /* gd_may_have_joined_name() is known to be false */
} phrase;

typedef enum {
    PHRASE_JOINED_NAME,    /* neighbouring words are one place: los angeles */
    PHRASE_CONJUNCTION,    /* the word and stands between places */
    PHRASE_STRAY_WORDS,    /* words such as vs or distance from */
    PHRASE_UNIT,           /* the end is a unit: in miles */
    PHRASE_CUT_QUALIFIERS, /* regions and countries were cut off: Springfield, IL, Portland, OR */
    PHRASE_HYPHEN,         /* a hyphen or slash joins two places: london-paris */
    PHRASE_SIGN,           /* a dash or another sign stands between blanks: london - paris */
    PHRASE_DECIMAL_COMMAS  /* 51,5 0,1 48,8 2,3 */
} phrase_fault_kind;

typedef struct {
    phrase_fault_kind kind;
    size_t first, count;        /* the texts that the fault is about */
    geodist_text text;          /* from the first to the last of them */
    geodist_place place;        /* of a joined name */
    geodist_text before, after; /* the places at a hyphen or sign, both empty if not known */
    bool at_edge;               /* stray words begin or end a text */
} phrase_fault;

#endif
