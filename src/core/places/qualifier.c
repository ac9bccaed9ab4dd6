#include "places/qualifier.h"

#include "places/valid_text.h"
#include "text/slice.h"

/* Whether addresses write the region as two capitals: a state of the United States, a province of
 * Canada. */
static bool has_postal_code(uint32_t division)
{
    geodist_text code = division_country_code(division);
    return division != division_country(division) &&
           (memcmp(code.bytes, "US", 2) == 0 || memcmp(code.bytes, "CA", 2) == 0);
}

/* Adds the areas among the candidates of which the text is the name, or the others. */
static void add_areas(gd_qualifier *read, gd_candidates candidates, bool names)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
        if (is_place(row) || !is_division(area_of_row(row)) ||
            (candidate_class(candidate) == GD_CLASS_PRIMARY) != names)
            continue;
        if (read->count < GD_READINGS_MAX)
            read->areas[read->count++] = (uint16_t)area_of_row(row);
    }
}

bool gd_read_qualifier(geodist_text text, gd_qualifier *read)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(text, key);
    read->count = 0;
    if (length == 0 || length > GD_KEY_MAX)
        return false;
    gd_candidates candidates = gd_name_index_find((geodist_text){key, length});
    if (!candidates.count || !(candidate_at(candidates, 0) & GD_QUALIFIER_FLAG))
        return false;
    read->id = gd_candidates_id(candidates);
    read->postal = GD_NO_DIVISION;
    add_areas(read, candidates, true);
    read->names = read->count;
    add_areas(read, candidates, false);
    if (read->names == 0)
        read->names = read->count;
    read->in_capitals =
        text.length == 2 && is_ascii_capital(text.bytes[0]) && is_ascii_capital(text.bytes[1]);
    for (unsigned i = 0; text.length == 2 && i < read->count; i++)
        if (has_postal_code(read->areas[i]))
            read->postal = read->areas[i];
    return true;
}

uint32_t gd_division_of(uint32_t row)
{
    if (is_place(row))
        return place_division(row);
    uint32_t area = area_of_row(row);
    bool is_region = is_division(area) && area >= table_field(GD_FIELD_COUNTRIES);
    return is_region ? division_country(area) : GD_NO_DIVISION;
}

unsigned gd_count_divisions(const gd_qualifier *qualifier, uint32_t division, gd_readings readings)
{
    if (division == GD_NO_DIVISION)
        return 0;
    if (readings == GD_POSTAL && qualifier->postal != GD_NO_DIVISION)
        return division == qualifier->postal;
    uint32_t country = division_country(division);
    unsigned last = readings == GD_ALL_READINGS ? qualifier->count : qualifier->names, count = 0;
    for (unsigned i = 0; i < last; i++)
        count += qualifier->areas[i] == division || qualifier->areas[i] == country;
    return count;
}

bool gd_readings_differ(const gd_qualifier *qualifier, uint32_t division, uint32_t other)
{
    uint32_t country = division_country(division), other_country = division_country(other);
    for (unsigned i = 0; i < qualifier->count; i++) {
        uint32_t area = qualifier->areas[i];
        if ((area == division || area == country) && (area == other || area == other_country))
            return false;
    }
    return true;
}

/* ---- Numbers of names and qualifiers: where their candidates are in the table ------ */

/* Sets the set of the countries of the candidates, all bits if they have none. */
static gd_candidates candidates_of_id(uint32_t id, uint64_t *countries)
{
    bool in_list = id & GD_ID_OF_LIST;
    const unsigned char *at = gd_table + (id & ~GD_ID_OF_LIST);
    uint32_t count = in_list ? load_u24(at - 3) : 1;
    *countries = UINT64_MAX;
    if (count & GD_COUNTRIES_FLAG)
        *countries = load_u24(at - 9) | (uint64_t)load_u24(at - 6) << 24;
    return (gd_candidates){at, count & ~(uint32_t)GD_COUNTRIES_FLAG, in_list};
}

uint32_t geodist_qualifier(geodist_text text)
{
    gd_qualifier read;
    geodist_error error;
    geodist_text part = trim(text), rest;
    if (cut(part, ',', &rest).length < part.length || gd_check_text(part, &error) != GEODIST_OK ||
        gd_is_damaged(part) || !gd_read_qualifier(part, &read))
        return 0;
    return read.id;
}

bool geodist_name_is_in(uint32_t name_id, uint32_t qualifier)
{
    if (name_id == 0 || qualifier == 0)
        return false;
    uint64_t countries, unused, wanted = 0;
    gd_candidates names = candidates_of_id(name_id, &countries);
    gd_candidates areas = candidates_of_id(qualifier, &unused);
    gd_qualifier read = {.count = 0};
    add_areas(&read, areas, true);
    add_areas(&read, areas, false);
    for (unsigned i = 0; i < read.count; i++)
        wanted |= UINT64_C(1) << division_country(read.areas[i]) % GD_COUNTRY_BITS;
    if (!(countries & wanted))
        return false;
    for (uint32_t i = 0; i < names.count; i++) {
        uint32_t division = gd_division_of(candidate_row(candidate_at(names, i)));
        if (gd_count_divisions(&read, division, GD_ALL_READINGS))
            return true;
    }
    return false;
}
