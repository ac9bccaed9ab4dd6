#include "places/grid_reference.h"

#include "places/form_words.h"

/* Letters of bands and squares: without I and O, which look like digits. */
static bool skip_grid_letter(geodist_text *rest)
{
    if (rest->length == 0 || !is_ascii_letter(rest->bytes[0]) ||
        memchr("io", lower(rest->bytes[0]), 2))
        return false;
    *rest = slice(*rest, 1, rest->length);
    return true;
}

/* A zone of UTM from 1 to 60 and the letter of its band or hemisphere. */
static bool skip_zone(geodist_text *rest)
{
    int zone = 0;
    for (size_t left = gd_count_digits(*rest, 2); left; left--) {
        zone = zone * 10 + (rest->bytes[0] - '0');
        *rest = slice(*rest, 1, rest->length);
    }
    gd_skip_blanks(rest);
    return zone >= 1 && zone <= 60 && skip_grid_letter(rest);
}

/* A number of metres with perhaps a fraction, a unit and a direction: 391545.25mE. */
static bool skip_metres(geodist_text *rest, size_t min, const char *direction)
{
    if (gd_skip_digits(rest, 8) < min)
        return false;
    if (gd_skip(rest, "."))
        gd_skip_digits(rest, SIZE_MAX);
    geodist_text unit = *rest;
    gd_skip_blanks(&unit);
    bool has_metres = gd_skip(&unit, "m"), has_direction = gd_skip(&unit, direction);
    if (has_metres || has_direction)
        *rest = unit;
    return true;
}

/* Equally many digits for easting and northing, to the end of the text; the least of each. */
static bool is_pair(geodist_text rest, size_t min)
{
    size_t first = gd_skip_digits(&rest, 10);
    bool is_split = gd_blank_length(rest) > 0;
    gd_skip_blanks(&rest);
    size_t second = gd_skip_digits(&rest, 5);
    if (rest.length)
        return false;
    return is_split ? first == second && first >= 1 : first % 2 == 0 && first >= 2 * min;
}

static bool is_utm(geodist_text rest)
{
    if (!skip_zone(&rest))
        return false;
    gd_skip_blanks(&rest);
    gd_skip(&rest, ",");
    gd_skip_blanks(&rest);
    if (!skip_metres(&rest, 5, "e"))
        return false;
    gd_skip_blanks(&rest);
    gd_skip(&rest, ",");
    gd_skip_blanks(&rest);
    return skip_metres(&rest, 1, "n") && rest.length == 0;
}

static bool is_mgrs(geodist_text rest)
{
    if (!skip_zone(&rest))
        return false;
    gd_skip_blanks(&rest);
    if (!skip_grid_letter(&rest) || !skip_grid_letter(&rest))
        return false;
    gd_skip_blanks(&rest);
    return is_pair(rest, 1);
}

/* The National Grid of Great Britain. Four digits in one group are none: with two letters they are
 * rather the postal code of a country (NO 0150). */
static bool is_british_grid(geodist_text rest)
{
    if (rest.length == 0 || !memchr("hjnost", lower(rest.bytes[0]), 6))
        return false;
    rest = slice(rest, 1, rest.length);
    if (!skip_grid_letter(&rest))
        return false;
    gd_skip_blanks(&rest);
    return is_pair(rest, 3);
}

bool gd_is_grid_reference(geodist_text text)
{
    geodist_text rest = text;
    if (gd_skip(&rest, "utm") || gd_skip(&rest, "mgrs"))
        gd_skip_blanks(&rest);
    if (gd_skip(&rest, "zone"))
        gd_skip_blanks(&rest);
    return is_utm(rest) || is_mgrs(rest) || is_british_grid(text);
}
