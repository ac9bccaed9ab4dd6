#include "places/plain_name.h"

#include "places/missing_value.h"
#include "text/slice.h"

/* Kinds of bytes. */
enum { OTHER = 1, LETTER = 2, SIGN = 4, LEAD = 8, TAIL = 16 };

/* Of U+00C0 to U+027F the first bytes are C3 to C9. */
static const unsigned char kinds[256] = {
    /* clang-format off */
#define FOUR(kind) kind, kind, kind, kind
#define SIXTEEN(kind) FOUR(kind), FOUR(kind), FOUR(kind), FOUR(kind)
    SIXTEEN(OTHER), SIXTEEN(OTHER),
    SIGN, OTHER, OTHER, OTHER, OTHER, OTHER, OTHER, SIGN, /* blank and apostrophe */
    OTHER, OTHER, OTHER, OTHER, OTHER, SIGN, SIGN, OTHER, /* hyphen and point */
    FOUR(SIGN), FOUR(SIGN), SIGN, SIGN, OTHER, OTHER, FOUR(OTHER), /* digits */
    OTHER, LETTER, LETTER, LETTER, FOUR(LETTER), FOUR(LETTER), FOUR(LETTER),
    FOUR(LETTER), FOUR(LETTER), LETTER, LETTER, LETTER, OTHER, FOUR(OTHER),
    OTHER, LETTER, LETTER, LETTER, FOUR(LETTER), FOUR(LETTER), FOUR(LETTER),
    FOUR(LETTER), FOUR(LETTER), LETTER, LETTER, LETTER, OTHER, FOUR(OTHER),
    SIXTEEN(TAIL), SIXTEEN(TAIL), SIXTEEN(TAIL), SIXTEEN(TAIL),
    OTHER, OTHER, OTHER, LEAD, FOUR(LEAD), LEAD, LEAD, OTHER, OTHER, FOUR(OTHER),
    SIXTEEN(OTHER), SIXTEEN(OTHER), SIXTEEN(OTHER),
#undef SIXTEEN
#undef FOUR
    /* clang-format on */
};

static unsigned kind_of(char byte)
{
    return kinds[(unsigned char)byte];
}

/* Whether a character of two bytes is one of the two among the letters that are signs. */
static bool is_product_or_quotient(const char *at)
{
    return at[0] == '\xC3' && (at[1] == '\x97' || at[1] == '\xB7');
}

/* Whether all characters that are not ASCII are letters of two bytes. */
static bool has_whole_letters(geodist_text text)
{
    unsigned before = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned kind = kind_of(text.bytes[i]);
        if ((before == LEAD) != (kind == TAIL) ||
            (kind == TAIL && is_product_or_quotient(text.bytes + i - 1)))
            return false;
        before = kind;
    }
    return before != LEAD;
}

/* "port" at the end of "airport". */
static bool ends_in_rt(geodist_text text)
{
    return lower(text.bytes[text.length - 1]) == 't' && lower(text.bytes[text.length - 2]) == 'r';
}

bool gd_is_plain_name(geodist_text text)
{
    enum { LEAST = 5 };
    unsigned seen = 0;
    if (text.length < LEAST || ends_in_rt(text))
        return false;
    for (size_t i = 0; i < text.length; i++)
        seen |= kind_of(text.bytes[i]);
    bool begins_well = kind_of(text.bytes[0]) == LETTER && kind_of(text.bytes[1]) & (LETTER | LEAD);
    bool ends_well = kind_of(text.bytes[text.length - 1]) & (LETTER | TAIL);
    return !(seen & OTHER) && begins_well && ends_well &&
           (!(seen & (LEAD | TAIL)) || has_whole_letters(text)) && !gd_is_missing_value(text);
}
