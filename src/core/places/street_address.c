#include "places/street_address.h"

#include "places/fold.h"
#include "places/form_words.h"

enum { STREET_WORD_MAX = 20, ENDING_MAX = 10 };

/* Where a word for a street stands. Longer numbers beside it are rather postal codes. */
typedef enum {
    NO_STREET,
    BEFORE_NAME, /* rue de la Paix */
    AT_START,    /* via Roma; only at the start of a part or after a number: "Paris via Lyon 2" */
    AFTER_NAME,  /* Downing Street, Fifth Avenue; not Road Town */
    SHORT_FORM,  /* Baker St; not East St Louis, nor Provo UT */
    EITHER_SIDE, /* Hauptstraße, Lange Gasse, Place de la Concorde; towns have these words, too */
    BOX          /* the number follows at once */
} street_kind;

/* The most digits of a house number before and after. */
static const struct {
    uint8_t before, after;
} digits_max[] = {
    [NO_STREET] = {0, 0},  [BEFORE_NAME] = {5, 4}, [AT_START] = {5, 4}, [AFTER_NAME] = {5, 3},
    [SHORT_FORM] = {4, 3}, [EITHER_SIDE] = {3, 3}, [BOX] = {0, 0},
};

/* Folded. Words that many towns have in their names (park, place, grove, court, hill) are left out:
 * numbers of up to three digits before two words suffice. */
static const struct {
    char word[STREET_WORD_MAX];
    uint8_t kind;
} streets[] = {
    /* English */
    {"street", AFTER_NAME}, {"road", AFTER_NAME}, {"lane", AFTER_NAME}, {"drive", AFTER_NAME},
    {"rd", AFTER_NAME}, {"ln", AFTER_NAME}, {"parkway", AFTER_NAME}, {"pkwy", AFTER_NAME},
    {"st", SHORT_FORM}, {"dr", SHORT_FORM}, {"ut", SHORT_FORM},
    {"avenue", BEFORE_NAME}, {"ave", BEFORE_NAME}, {"boulevard", BEFORE_NAME},
    {"blvd", BEFORE_NAME}, {"highway", BEFORE_NAME}, {"hwy", BEFORE_NAME}, {"route", BEFORE_NAME},
    {"box", BOX}, {"pobox", BOX}, {"postfach", BOX}, {"postbus", BOX}, {"apartado", BOX},
    {"place", EITHER_SIDE}, {"markt", EITHER_SIDE}, {"ring", EITHER_SIDE},
    /* French, Spanish, Catalan, Portuguese, Italian, Romanian */
    {"rue", BEFORE_NAME}, {"chaussee", BEFORE_NAME}, {"quai", BEFORE_NAME},
    {"impasse", BEFORE_NAME}, {"chemin", BEFORE_NAME}, {"calle", BEFORE_NAME},
    {"avenida", BEFORE_NAME}, {"av", BEFORE_NAME}, {"avda", BEFORE_NAME}, {"paseo", BEFORE_NAME},
    {"carrera", BEFORE_NAME}, {"plaza", EITHER_SIDE}, {"carrer", BEFORE_NAME},
    {"rua", BEFORE_NAME}, {"travessa", BEFORE_NAME}, {"praca", EITHER_SIDE}, {"via", AT_START},
    {"viale", BEFORE_NAME}, {"piazza", EITHER_SIDE}, {"corso", EITHER_SIDE},
    {"vicolo", BEFORE_NAME}, {"strada", BEFORE_NAME}, {"bulevardul", BEFORE_NAME},
    /* Polish, Czech, Russian, Ukrainian */
    {"ulica", BEFORE_NAME}, {"ulice", BEFORE_NAME}, {"ul", BEFORE_NAME}, {"aleja", BEFORE_NAME},
    {"улица", BEFORE_NAME}, {"ул", BEFORE_NAME}, {"вулиця", BEFORE_NAME}, {"вул", BEFORE_NAME},
    {"бульвар", BEFORE_NAME}, {"шоссе", BEFORE_NAME}, {"проспект", BEFORE_NAME},
    /* Indonesian, Malay */
    {"jalan", BEFORE_NAME}, {"jl", BEFORE_NAME}, {"jln", BEFORE_NAME},
};

/* Words for streets, and what names of streets end in; they stand on either side of the number.
 * German, Dutch, Swedish, Norwegian, Danish, Finnish, Hungarian, Turkish. */
static const char endings[][ENDING_MAX] = {
    "strasse", "str", "gasse", "weg",  "platz", "allee", "damm",  "ufer", "straat", "laan", "plein",
    "gracht",  "kade", "gatan", "gata", "vagen", "veien", "vegen", "vej",  "gade",   "katu", "ntie",
    "utca", "caddesi", "sokak", "sokagi",
};

/* Words of streets without a word for one, if a part of at least three words begins with them and
 * ends in a number: "Unter den Linden 77", "Am Markt 5". */
static const char prepositions[][ENDING_MAX] = {
    "am", "an", "auf", "beim", "hinter", "im", "unter", "vor", "zum", "zur",
};

/* Japanese: a block and a lot, always with a number. */
static const char blocks[][7] = {"丁目", "番地"};

static bool is_text(geodist_text text, const char *word)
{
    return text.length == strlen(word) && memcmp(text.bytes, word, text.length) == 0;
}

static bool ends_in(geodist_text text, const char *ending)
{
    size_t length = strlen(ending);
    return text.length >= length && is_text(slice(text, text.length - length, length), ending);
}

static street_kind kind_of(geodist_text key)
{
    for (size_t i = 0; i < sizeof streets / sizeof *streets; i++)
        if (is_text(key, streets[i].word))
            return (street_kind)streets[i].kind;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_in(key, endings[i]))
            return EITHER_SIDE;
    return NO_STREET;
}

static bool is_preposition(geodist_text key)
{
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (is_text(key, prepositions[i]))
            return true;
    return false;
}

static bool is_ordinal_ending(geodist_text text)
{
    return gd_begins_with(text, "st") || gd_begins_with(text, "nd") || gd_begins_with(text, "rd") ||
           gd_begins_with(text, "th");
}

/* How many digits a house number has, such as 12, 221B, 5bis, 12-14 or 12/3; 0 if the word is
 * none. An ordinal (5th) is one only before a word for a street. */
static size_t house_digits(geodist_text word, bool *is_ordinal)
{
    size_t digits = gd_count_digits(word, 6);
    geodist_text rest = slice(word, digits, word.length);
    *is_ordinal = false;
    if (digits == 0 || digits == 6)
        return 0;
    while (rest.length > 1 && (rest.bytes[0] == '-' || rest.bytes[0] == '/')) {
        size_t second = gd_count_digits(slice(rest, 1, rest.length), 5);
        rest = slice(rest, 1 + second, rest.length);
        if (second == 0 || second > 4 || digits > 4)
            return 0;
    }
    *is_ordinal = rest.length == 2 && is_ordinal_ending(rest);
    bool ends = rest.length == 0 || *is_ordinal ||
                (rest.length == 1 && is_ascii_letter(rest.bytes[0])) ||
                (rest.length == 3 && (gd_begins_with(rest, "bis") || gd_begins_with(rest, "ter")));
    return ends ? digits : 0;
}

/* What is known of the text so far. A house number may stand in a part of its own before that of the
 * street, and anywhere in the part after it: "12, rue de Rivoli", "Via Roma, 3". */
typedef struct {
    street_kind street, street_before; /* in this part, in the part before */
    size_t digits;                     /* of the house number in this part */
    size_t words;                      /* of this part */
    size_t names;                      /* of this part: its words that are no numbers */
    bool first_part, counts_names;     /* "5 Sloane Square": only names follow the number */
    bool after_number, after_box;
    bool after_preposition; /* the part begins with one */
} parse;

static bool ends_address(const parse *state, size_t digits)
{
    return state->after_box || digits <= digits_max[state->street].after ||
           digits <= digits_max[state->street_before].after ||
           (state->after_preposition && state->words >= 2 && digits <= 3);
}

static bool take_number(parse *state, size_t digits, bool is_ordinal)
{
    if (!is_ordinal && ends_address(state, digits))
        return true;
    state->counts_names = state->first_part && state->words == 0 && digits <= 3 && !is_ordinal;
    state->digits = digits;
    state->after_number = !is_ordinal;
    state->after_box = false;
    return false;
}

/* Whether a word of this kind is one for a street, where it stands. */
static bool is_in_place(const parse *state, street_kind kind)
{
    if (kind == AT_START)
        return state->words == 0 || state->after_number;
    if (kind == AFTER_NAME || kind == SHORT_FORM)
        return state->words > 0 && !state->after_number;
    return kind != NO_STREET && kind != BOX;
}

/* Whether a number before the word counts or measures, or is a day: "10 miles from Rome". */
static bool makes_amount(geodist_text word)
{
    return gd_is_unit(word) || gd_is_currency(word) || gd_is_month(word) || gd_is_preposition(word);
}

static bool take_name(parse *state, geodist_text word)
{
    char bytes[GD_KEY_MAX];
    size_t length = gd_fold(word, bytes);
    state->counts_names &= !gd_has_digit(word) && (state->names > 0 || !makes_amount(word));
    if (length == 0) /* nothing but punctuation */
        return false;
    geodist_text key = {bytes, length > GD_KEY_MAX ? 0 : length};
    street_kind kind = kind_of(key);
    if (is_in_place(state, kind)) {
        if (state->digits && state->digits <= digits_max[kind].before)
            return true;
        state->street = kind;
    }
    state->after_preposition |= state->words == 0 && is_preposition(key);
    state->after_box = kind == BOX;
    state->names++;
    state->after_number = false;
    return false;
}

static bool is_numbered_name(const parse *state)
{
    return state->counts_names && state->names >= 2;
}

static parse next_part(const parse *state)
{
    bool is_only_number = state->digits && state->digits <= 4 && state->names == 0;
    return (parse){.street_before = state->street, .digits = is_only_number ? state->digits : 0};
}

static bool has_block(geodist_text text)
{
    for (size_t at = 0; at + 6 <= text.length; at++)
        for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
            if (memcmp(text.bytes + at, blocks[i], 6) == 0)
                return true;
    return false;
}

/* Takes a word, which may consist of several with full stops: "Hauptstr.5", "P.O.Box". */
static bool take_word(parse *state, geodist_text word)
{
    while (word.length) {
        geodist_text piece = cut(word, '.', &word);
        bool is_ordinal;
        size_t digits = house_digits(piece, &is_ordinal);
        if (digits ? take_number(state, digits, is_ordinal) : take_name(state, piece))
            return true;
        state->words++;
    }
    return false;
}

bool gd_is_street_address(geodist_text text)
{
    gd_words words = {text, false};
    gd_word word;
    parse state = {.first_part = true};
    if (has_block(text))
        return true;
    while (gd_next_word(&words, &word)) {
        if (word.begins_part && state.words > 0) {
            if (is_numbered_name(&state))
                return true;
            state = next_part(&state);
        }
        if (take_word(&state, word.text))
            return true;
    }
    return is_numbered_name(&state);
}
