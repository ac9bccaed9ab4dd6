#include "places/meaning.h"

#include "coordinates/coordinate.h"
#include "places/missing_value.h"
#include "places/plain_name.h"
#include "places/unsupported_form.h"
#include "places/valid_text.h"

static geodist_status fail(geodist_error found, geodist_error *error)
{
    if (error)
        *error = found;
    return found.status;
}

/* The name, or else the qualifier, with a question mark in the place of a letter. */
static geodist_error damaged_part(geodist_text text)
{
    geodist_text list, part = trim(cut(text, ',', &list));
    geodist_status status = GEODIST_UNKNOWN_NAME;
    while (!gd_is_damaged(part) && list.length) {
        part = trim(cut(list, ',', &list));
        status = GEODIST_UNKNOWN_QUALIFIER;
    }
    return (geodist_error){status, (size_t)(part.bytes - text.bytes), part.length};
}

/* Whether the name of the place itself has such a question mark: "Mar?S?", a village in the table.
 */
static bool is_named_so(uint32_t candidate)
{
    uint32_t row = candidate_row(candidate);
    return is_place(row) && gd_is_damaged(place_name(row));
}

/* Parses the text as a name and chooses the place. */
static geodist_status parse_name(geodist_text text, const gd_found_name *found, gd_meaning *read,
                                 geodist_error *error)
{
    geodist_status status = found ? gd_parse_found(text, found, &read->query, error)
                                  : gd_parse_query(text, &read->query, error);
    if (status != GEODIST_OK)
        return status;
    read->choice = gd_choose(&read->query);
    if (read->choice.candidate != GD_NO_CANDIDATE)
        return GEODIST_OK;
    geodist_text name = read->query.name; /* a code that is none in this case */
    return fail((geodist_error){GEODIST_UNKNOWN_NAME, (size_t)(name.bytes - text.bytes),
                                name.length},
                error);
}

/* The same, but for a text in which a conversion put a question mark in the place of a letter. */
static geodist_status read_name(geodist_text text, const gd_found_name *found, gd_meaning *read,
                                geodist_error *error)
{
    geodist_status status = parse_name(text, found, read, error);
    if (!gd_is_damaged(text))
        return status;
    geodist_error damaged = damaged_part(text);
    bool is_name = status == GEODIST_OK && damaged.status == GEODIST_UNKNOWN_NAME;
    return is_name && is_named_so(read->choice.candidate) ? GEODIST_OK : fail(damaged, error);
}

/* Reads a text that is a plain name and nothing else, as nearly all texts are, if only its
 * candidates say what it means: then parse_name() chooses the first. */
static bool read_plain_name(geodist_text text, gd_candidates found, gd_meaning *read)
{
    if (!found.count || is_code(candidate_at(found, found.count - 1)) ||
        candidate_at(found, 0) & GD_SPLIT_FLAG || !gd_is_plain_name(text))
        return false;
    read->is_coordinate = false;
    read->query.name = text;
    read->query.candidates = found;
    read->query.letter_case = GD_NO_CODE;
    read->query.qualifier_count = 0;
    read->query.readings = GD_NAMES_ONLY;
    read->query.has_only_row = false;
    read->choice = (gd_choice){candidate_at(found, 0), GD_NO_CANDIDATE};
    return true;
}

/* A name that begins like a coordinate (S2) is looked up after the coordinate has failed; if there
 * is no such name, the error is that of the coordinate, unless the text is another form of place.
 */
geodist_status gd_read_meaning(geodist_text text, const gd_found_name *found, gd_meaning *read,
                               geodist_error *error)
{
    geodist_error text_error, coordinate_error, query_error;
    if (found && read_plain_name(text, found->candidates, read))
        return GEODIST_OK;
    gd_coordinate coordinate = gd_read_coordinate(text, &read->point, &coordinate_error);
    read->is_coordinate = coordinate == GD_COORDINATE_READ;
    if (read->is_coordinate)
        return GEODIST_OK;
    if (gd_check_text(text, &text_error) != GEODIST_OK)
        return fail(text_error, error);
    if (gd_is_missing_value(text))
        return fail((geodist_error){GEODIST_EMPTY, 0, text.length}, error);
    if (coordinate == GD_COORDINATE_FAULTY)
        return gd_is_unsupported(text, &text_error) ? fail(text_error, error)
                                                    : fail(coordinate_error, error);
    geodist_status status = read_name(text, found, read, error ? &query_error : NULL);
    if (status == GEODIST_OK)
        return GEODIST_OK;
    if (gd_is_unsupported(text, &text_error))
        return fail(text_error, error);
    if (coordinate == GD_COORDINATE_MAYBE)
        return fail(coordinate_error, error);
    if (error)
        *error = query_error;
    return status;
}
