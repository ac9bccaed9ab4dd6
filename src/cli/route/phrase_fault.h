/* What is wrong with the way in which a text was split into places. */
#ifndef CLI_PHRASE_FAULT_H
#define CLI_PHRASE_FAULT_H

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

/* Finds the first fault. Neighbouring words are a joined name if geodist_find() or
 * geodist_areas() knows them, joined by blanks, as one place or area at least as well known as the
 * least known of them; a word that is no place is the least known. Words with a blank inside were
 * quoted: they are joined only if one of the words is no place. */
bool gd_find_phrase_fault(const phrase *of, phrase_fault *found);

/* False if no neighbouring words of a phrase of which all are found can be a joined name, provided
 * that none of them is in the region or country that the next names: geodist_name_is_in() tells.
 * Takes a fraction of the time of gd_find_phrase_fault(). */
bool gd_may_have_joined_name(const phrase *of);

/* Finds words of a sound phrase of arguments that are one place, too, though less known than each
 * of them: cordoba mexico. */
bool gd_find_lesser_reading(const phrase *of, phrase_fault *found);

/* Whether all of the text is one place or area. */
bool gd_is_one_place(geodist_text text);

/* How many texts, from the first on, are one place with commas between them: a name and the regions
 * and countries after it. Commas at the ends of the texts do not count. 0 if the first is no place.
 */
size_t gd_count_qualified(const geodist_text *texts, size_t count);

/* The text without a comma at its end. */
geodist_text gd_without_comma(geodist_text text);

/* Whether an unknown text is two places with a hyphen, dash, slash or another sign between them
 * that is no separator. "BEFORE to AFTER" then means these two. False if one of them is little
 * known, if they are an airport and its city, and if the text resembles a better known name. */
bool gd_part_at_sign(geodist_text text, geodist_text *before, geodist_text *after);

/* Whether the text is a word such as from or vs that people write between places, and no place. */
bool gd_is_stray_word(geodist_text text);

/* Whether the text is a whole number, a comma and digits: 51,5. */
bool gd_is_decimal_comma(geodist_text text);

#endif
