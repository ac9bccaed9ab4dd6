/* Degrees, minutes and seconds, with the signs, marks and letters around them. */
#include "coordinates/dms.h"

#include "geometry/angle.h"

/* From the start of one piece of the text to the end of another. */
static geodist_text joined(geodist_text from, geodist_text to)
{
    return (geodist_text){from.bytes, (size_t)(to.bytes + to.length - from.bytes)};
}

/* Whether a mark may follow the number that comes next in the angle. A colon stands between two
 * numbers of an angle that has no other mark. */
static bool mark_fits(gd_span tokens, size_t at, const gd_angle *a)
{
    const gd_token *before = a->parts ? a->mark[a->parts - 1] : NULL;
    bool colons = before && before->value == ':';
    if (tokens.token[at].value != ':')
        return !colons && tokens.token[at].value == "dms"[a->parts];
    return (colons || a->parts == 0) && a->parts + 1 < GD_ANGLE_PARTS && tokens.token[at].touches &&
           is_kind(tokens, at + 1, GD_TOKEN_NUMBER) && tokens.token[at + 1].touches;
}

/* Takes the numbers from a token on, each with its mark. Returns the token after them. */
static size_t take_numbers(gd_span tokens, size_t at, gd_angle *a)
{
    while (a->parts < GD_ANGLE_PARTS && is_kind(tokens, at, GD_TOKEN_NUMBER)) {
        a->number[a->parts] = &tokens.token[at++];
        a->mark[a->parts] = NULL;
        if (is_kind(tokens, at, GD_TOKEN_MARK) && mark_fits(tokens, at, a))
            a->mark[a->parts] = &tokens.token[at++];
        a->parts++;
    }
    return at;
}

geodist_status gd_parse_angle(gd_span tokens, gd_angle *a, geodist_text *fault)
{
    size_t at = 0;
    *a = (gd_angle){.parts = 0};
    if (is_kind(tokens, at, GD_TOKEN_LETTER))
        a->letter = tokens.token[at++].value;
    const gd_token *sign = is_kind(tokens, at, GD_TOKEN_SIGN) ? &tokens.token[at++] : NULL;
    at = take_numbers(tokens, at, a);
    if (a->parts && !a->letter && is_kind(tokens, at, GD_TOKEN_LETTER))
        a->letter = tokens.token[at++].value;

    if (at < tokens.count)
        return failed(fault, GEODIST_BAD_COORDINATE, tokens.token[at].text);
    if (a->parts == 0)
        return failed(fault, GEODIST_BAD_COORDINATE, (geodist_text){NULL, 0});
    for (size_t i = 0; i + 1 < a->parts; i++)
        if (!a->letter && !a->mark[i])
            return failed(fault, GEODIST_BAD_COORDINATE, a->number[i + 1]->text);
    if (sign && a->letter)
        return failed(fault, GEODIST_SIGN_AND_LETTER,
                      joined(tokens.token[0].text, tokens.token[tokens.count - 1].text));

    const gd_token *last = a->mark[a->parts - 1] ? a->mark[a->parts - 1] : a->number[a->parts - 1];
    a->text = joined((sign ? sign : a->number[0])->text, last->text);
    a->negative = (sign && sign->value == '-') || a->letter == 'S' || a->letter == 'W';
    return GEODIST_OK;
}

/* Degrees, minutes and seconds in degrees. The sum is kept in the unit of the last number, exactly
 * as two doubles, and the remainder of its division is divided as well. */
static double total(const gd_decimal *part, size_t parts)
{
    double whole = 0, unit = 1, residue;
    for (size_t i = 0; i + 1 < parts; i++) {
        whole = (whole + part[i].value) * 60;
        unit *= 60;
    }
    double sum = exact_sum(whole, part[parts - 1].value, &residue);
    double quotient = sum / unit;
    return quotient + (fma(-unit, quotient, sum) + residue) / unit;
}

static bool contains(geodist_text text, char byte)
{
    return memchr(text.bytes, byte, text.length) != NULL;
}

geodist_status gd_measure_angle(const gd_angle *a, gd_extent *e, geodist_text *fault)
{
    gd_decimal part[GD_ANGLE_PARTS] = {{.value = 0}};
    for (size_t i = 0; i < a->parts; i++) {
        geodist_text digits = a->number[i]->text;
        bool last = i + 1 == a->parts;
        if ((a->parts > 1 && (contains(digits, 'e') || contains(digits, 'E'))) ||
            (!last && contains(digits, '.')))
            return failed(fault, GEODIST_BAD_COORDINATE, digits);
        part[i] = gd_parse_decimal(digits);
        if (i > 0 && reaches(part[i], 60))
            return failed(fault, GEODIST_MINUTES_RANGE, digits);
    }
    e->first = part[0];
    e->degrees = a->parts == 1 ? part[0].value : total(part, a->parts);
    for (size_t i = 1; i < a->parts; i++)
        if (exceeds(part[i], 0))
            e->first.rest = 1;
    return GEODIST_OK;
}
