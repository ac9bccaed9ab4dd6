#include "options/word_list.h"

#include "output/escape.h"
#include "text/ascii.h"

/* No word of a list is longer; the help keeps room for 24. */
enum { WORD_MAX = 32, LETTERS_PER_ERROR = 3, PREFIX_MIN = 3 };

static bool same_letter(char a, char b)
{
    return lower(a) == lower(b);
}

static bool starts_with(geodist_text word, geodist_text prefix)
{
    size_t same = 0;
    if (prefix.length > word.length)
        return false;
    while (same < prefix.length && same_letter(word.bytes[same], prefix.bytes[same]))
        same++;
    return same == prefix.length;
}

size_t gd_find_word(geodist_text word, word_list *words)
{
    for (size_t i = 0; words(i); i++) {
        geodist_text known = geodist_string(words(i));
        if (known.length == word.length && starts_with(known, word))
            return i;
    }
    return SIZE_MAX;
}

/* ---- Did you mean ------------------------------------------------------------------ */

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The number of bytes to insert, delete, replace or swap with their neighbour (optimal string
 * alignment). Both words have at most WORD_MAX bytes. */
static size_t edit_distance(geodist_text a, geodist_text b)
{
    size_t table[WORD_MAX + 1][WORD_MAX + 1]; /* of the first i bytes of a and the first j of b */
    for (size_t i = 0; i <= a.length; i++)
        for (size_t j = 0; j <= b.length; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            bool same = same_letter(a.bytes[i - 1], b.bytes[j - 1]);
            size_t best = smaller(table[i - 1][j], table[i][j - 1]) + 1;
            best = smaller(best, table[i - 1][j - 1] + !same);
            if (i > 1 && j > 1 && same_letter(a.bytes[i - 1], b.bytes[j - 2]) &&
                same_letter(a.bytes[i - 2], b.bytes[j - 1]))
                best = smaller(best, table[i - 2][j - 2] + 1);
            table[i][j] = best;
        }
    return table[a.length][b.length];
}

/* The lower, the better; SIZE_MAX if the words do not resemble each other. */
static size_t penalty(geodist_text word, geodist_text known)
{
    if (word.length == 0 || word.length > WORD_MAX || known.length > WORD_MAX)
        return SIZE_MAX;
    size_t longer = word.length > known.length ? word.length : known.length;
    size_t errors = edit_distance(word, known);
    if (errors <= longer / LETTERS_PER_ERROR)
        return 2 * errors + !same_letter(word.bytes[0], known.bytes[0]);
    if (word.length >= PREFIX_MIN && starts_with(known, word))
        return 2 * WORD_MAX;
    return SIZE_MAX;
}

const char *gd_suggest_word(geodist_text word, word_list *words)
{
    const char *best = NULL;
    size_t lowest = SIZE_MAX;
    for (size_t i = 0; words(i); i++) {
        size_t of_this = penalty(word, geodist_string(words(i)));
        if (of_this < lowest) {
            lowest = of_this;
            best = words(i);
        }
    }
    return best;
}

/* ---- Unknown words ----------------------------------------------------------------- */

void gd_put_did_you_mean(writer *errors, const char *dashes, const char *meant)
{
    if (!meant)
        return;
    gd_put(errors, "; did you mean '");
    gd_put(errors, dashes);
    gd_put(errors, meant);
    gd_put(errors, "'?");
}

static void put_names(writer *errors, word_list *names)
{
    gd_put(errors, "; one of ");
    for (size_t i = 0; names(i); i++) {
        gd_put(errors, names(i));
        gd_put(errors, names(i + 1) ? ", " : "");
    }
}

void gd_put_unknown_word(writer *errors, const char *what, const char *word, word_list *words,
                         word_list *names)
{
    const char *meant = gd_suggest_word(geodist_string(word), words);
    gd_put(errors, "unknown ");
    gd_put(errors, what);
    gd_put(errors, " ");
    gd_put_quoted(errors, geodist_string(word));
    if (meant)
        gd_put_did_you_mean(errors, "", meant);
    else
        put_names(errors, names);
    gd_put(errors, "\n");
}
