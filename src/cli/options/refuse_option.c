/* Messages about options and words that do not exist. */
#include "options/refuse.h"
#include "output/escape.h"
#include "text/slice.h"

/* ---- Options of other programs ------------------------------------------------------ */

/* The name of a long option, without the hyphens and without the value. */
static geodist_text long_name(const char *argument)
{
    return (geodist_text){argument + 2, strcspn(argument + 2, "=")};
}

static void put_unknown_option(writer *errors, geodist_text option)
{
    gd_put(errors, "geodist: unknown option '");
    gd_put_escaped(errors, option);
    gd_put(errors, "'");
}

/* The name of the choice that the word means, or NULL. */
static const char *find_choice(const option_row *row, geodist_text word)
{
    if (row->kind == OPTION_UNIT) {
        const unit *found = gd_find_unit(word);
        return found ? found->name : NULL;
    }
    size_t found = row->choice ? gd_find_word(word, row->choice) : SIZE_MAX;
    return found == SIZE_MAX ? NULL : row->choice(found);
}

static bool is_choice(geodist_text word)
{
    for (const option_row *row = gd_option_rows; row->name; row++)
        if (find_choice(row, word))
            return true;
    return false;
}

/* "; write -f json" for json, "; write --precision" for decimals. False if there is nothing to
 * write instead of the option. */
static bool put_instead(writer *errors, geodist_text option, geodist_text name)
{
    for (const option_row *row = gd_option_rows; row->name; row++) {
        const char *choice = find_choice(row, name), letter[] = {row->letter, '\0'};
        if (choice) {
            put_unknown_option(errors, option);
            gd_put(errors, row->letter ? "; write -" : "; write --");
            gd_put(errors, row->letter ? letter : row->name);
            gd_put(errors, " ");
            gd_put(errors, choice);
            gd_put(errors, "\n");
            return true;
        }
    }
    for (const option_hint *hint = gd_option_hints; hint->name; hint++)
        if (same_text(name, geodist_string(hint->name))) {
            put_unknown_option(errors, option);
            gd_put(errors, "; write ");
            gd_put(errors, hint->instead);
            gd_put(errors, "\n");
            return true;
        }
    return false;
}

bool gd_is_foreign_option(const char *argument, writer *errors)
{
    enum { SHORTEST_WORD = 3 }; /* after one hyphen: -mi is -m i */
    if (argument[0] != '-')
        return false;
    if (argument[1] != '-') {
        geodist_text word = geodist_string(argument + 1);
        return word.length >= SHORTEST_WORD && is_choice(word) &&
               put_instead(errors, geodist_string(argument), word);
    }
    geodist_text name = long_name(argument);
    if (name.length < 2) /* --m is short for --model or --min-population */
        return false;
    return put_instead(errors, (geodist_text){argument, name.length + 2}, name);
}

/* ---- What getopt refuses ------------------------------------------------------------ */

static bool is_abbreviation(geodist_text name, const option_row *row)
{
    return name.length && strncmp(row->name, name.bytes, name.length) == 0;
}

/* "geodist: option '--s' may be --strict, --search or --self-test". False if fewer than two options
 * begin so. */
static bool put_ambiguous(writer *errors, const char *argument)
{
    geodist_text name = long_name(argument);
    size_t left = 0;
    for (const option_row *row = gd_option_rows; row->name; row++)
        left += is_abbreviation(name, row);
    if (left < 2)
        return false;
    gd_refuse(errors, "option", argument, " may be ");
    for (const option_row *row = gd_option_rows; row->name; row++)
        if (is_abbreviation(name, row)) {
            gd_put(errors, "--");
            gd_put(errors, row->name);
            gd_put(errors, --left > 1 ? ", " : left == 1 ? " or " : "\n");
        }
    return true;
}

static void put_unknown_long(writer *errors, const char *argument)
{
    if (put_ambiguous(errors, argument))
        return;
    geodist_text name = long_name(argument), whole = geodist_string(argument);
    put_unknown_option(errors, name.length ? slice(whole, 0, name.length + 2) : whole);
    gd_put_did_you_mean(errors, "--", gd_suggest_word(name, gd_option_name));
    gd_put(errors, "\n");
}

/* -near, -json: a long option or a word for a value with one hyphen. False if it is none. */
static bool put_missing_hyphen(writer *errors, const char *argument)
{
    geodist_text name = geodist_string(argument + 1);
    size_t found = gd_find_word(name, gd_option_name);
    if (name.length < 2)
        return false;
    if (found == SIZE_MAX)
        return put_instead(errors, geodist_string(argument), name);
    put_unknown_option(errors, geodist_string(argument));
    gd_put_did_you_mean(errors, "--", gd_option_name(found));
    gd_put(errors, "\n");
    return true;
}

/* The letter may be meant in the other case: -U, -v. */
static void put_unknown_letter(writer *errors, char letter)
{
    const char option[] = {'-', letter, '\0'};
    put_unknown_option(errors, geodist_string(option));
    for (const option_row *row = gd_option_rows; row->name; row++)
        if (row->letter && lower(row->letter) == lower(letter)) {
            const char other[] = {row->letter, '\0'};
            gd_put_did_you_mean(errors, "-", other);
            break;
        }
    gd_put(errors, "\n");
}

/* The whole argument is quoted if the code is not a printable ASCII letter. */
static void put_unknown_short(writer *errors, const char *argument, int code)
{
    if (put_missing_hyphen(errors, argument))
        return;
    if (code > ' ' && code < 0x7F)
        put_unknown_letter(errors, (char)code);
    else
        gd_refuse(errors, "unknown option", argument, "\n");
}

static void put_missing_value(writer *errors, const option_row *row, bool is_long)
{
    const char letter[] = {row->letter, '\0'};
    gd_put(errors, is_long ? "geodist: option '--" : "geodist: option '-");
    gd_put(errors, is_long ? row->name : letter);
    gd_put(errors, "' needs a value: ");
    gd_put(errors, row->value);
    gd_put(errors, "\n");
}

bool gd_refuse_option(int answer, const char *argument, int code, const option_row *row,
                      writer *errors)
{
    bool is_long = argument[1] == '-';
    if (answer == ':')
        put_missing_value(errors, row, is_long);
    else if (is_long && row)
        gd_refuse(errors, "option", argument, " takes no value\n");
    else if (is_long)
        put_unknown_long(errors, argument);
    else
        put_unknown_short(errors, argument, code);
    return false;
}
