#include "mktable_rank.h"

#include "table/table.h"

#include <stdlib.h>

static bool is_area(const gd_world *in, const gd_candidate *of)
{
    return of->row >= in->place_count;
}

static const gd_area *area_of(const gd_world *in, const gd_candidate *of)
{
    return &in->areas[of->row - in->place_count];
}

static bool is_full_name(const gd_candidate *of)
{
    return of->name_class <= GD_CLASS_KNOWN;
}

/* ---- Parts of cities ------------------------------------------------------------------ */

/* Whether the first candidate is a district of the second, or an airport of it that has its name. */
static bool belongs_to(const gd_world *in, const gd_candidate *part, const gd_candidate *city)
{
    const double district_km = 30, airport_km = 100;
    if (is_area(in, part) || !gd_is_city(in, city->row) ||
        gd_country_of(in, part->row) != gd_country_of(in, city->row))
        return false;
    const gd_named_place *a = &in->places[part->row], *b = &in->places[city->row];
    double away = gd_kilometres(a, b->lat, b->lon);
    if (!gd_is_city(in, part->row))
        return part->name_class != GD_CLASS_PRIMARY && city->name_class == GD_CLASS_PRIMARY &&
               away < airport_km;
    return a->facts & GD_DISTRICT && !(b->facts & GD_DISTRICT) &&
           gd_population(b) > gd_population(a) && away < district_km;
}

/* Moves the candidate at `from` to `to`, and those between by one. */
static void move(gd_candidate *names, size_t from, size_t to)
{
    gd_candidate moved = names[from];
    for (; from > to; from--)
        names[from] = names[from - 1];
    for (; from < to; from++)
        names[from] = names[from + 1];
    names[to] = moved;
}

static void put_parts_after_cities(const gd_world *in, gd_candidate *names, size_t count)
{
    for (size_t i = count; i-- > 0;)
        for (size_t j = count; j-- > i + 1;)
            if (!names[i].first && belongs_to(in, &names[i], &names[j])) {
                move(names, i, j);
                break;
            }
}

/* ---- Areas ---------------------------------------------------------------------------- */

/* A city of so many people is well known by its main name. */
enum { WELL_KNOWN = 100000 };

static bool is_well_known(const gd_world *in, const gd_candidate *city)
{
    return is_full_name(city) && gd_population(&in->places[city->row]) >= WELL_KNOWN;
}

enum { FIFTH = 5, TWENTIETH = 20 };

/* Whether a city has so much of the population of an area that their name means the city. */
static bool has_share(const gd_world *in, const gd_candidate *city, const gd_area *of,
                      uint32_t share)
{
    return gd_population(&in->places[city->row]) >= of->population / share;
}

/* Whether the name means the capital of a country, whatever the area. */
static bool country_yields(const gd_world *in, uint32_t country, const gd_candidate *to)
{
    if (!(in->places[to->row].facts & GD_CAPITAL))
        return false;
    return to->name_class == GD_CLASS_PRIMARY ||
           (gd_country_of(in, to->row) == country && to->name_class <= GD_CLASS_SHARED);
}

static bool region_yields(const gd_world *in, uint32_t region, const gd_candidate *to)
{
    const gd_named_place *city = &in->places[to->row];
    const gd_area *of = &in->areas[region];
    bool is_main_name = to->name_class == GD_CLASS_PRIMARY;
    bool is_seat = city->facts & GD_SEAT, is_capital = city->facts & GD_CAPITAL;
    if (is_capital && (is_full_name(to) || country_yields(in, of->parent, to)))
        return true;
    if (city->division == region && is_seat && to->name_class <= GD_CLASS_SHARED)
        return is_full_name(to) || has_share(in, to, of, FIFTH);
    if (city->division == region && is_main_name)
        return has_share(in, to, of, TWENTIETH);
    if (is_full_name(to) && has_share(in, to, of, 1))
        return true; /* Saint Joseph in Missouri is larger than Saint Joseph in Barbados */
    return is_well_known(in, to) && ((is_seat && is_main_name) || has_share(in, to, of, FIFTH));
}

/* Whether the full name of an area yields to a candidate. */
static bool yields(const gd_world *in, const gd_candidate *area, const gd_candidate *to)
{
    uint32_t number = area->row - in->place_count;
    if (to->first)
        return true;
    if (!gd_is_city(in, to->row) || number >= in->division_count)
        return false;
    return number < in->country_count ? country_yields(in, number, to)
                                      : region_yields(in, number, to);
}

static bool all_yield(const gd_world *in, const gd_candidate *names, size_t count,
                      const gd_candidate *to)
{
    for (size_t i = 0; i < count; i++)
        if (is_area(in, &names[i]) && is_full_name(&names[i]) && !yields(in, &names[i], to))
            return false;
    return true;
}

/* Countries come before other areas, and these by their score, as they are. */
static bool is_country(const gd_world *in, const gd_candidate *of)
{
    return is_area(in, of) && of->row - in->place_count < in->country_count;
}

/* The groups in which the names of a key come. */
typedef enum { PLACE_BEFORE_AREAS, COUNTRY_NAME, AREA_NAME, ALL_OTHERS } group;

static group group_of(const gd_world *in, const gd_candidate *names, size_t count,
                      const gd_candidate *of)
{
    if (is_area(in, of))
        return !is_full_name(of) ? ALL_OTHERS : is_country(in, of) ? COUNTRY_NAME : AREA_NAME;
    return all_yield(in, names, count, of) ? PLACE_BEFORE_AREAS : ALL_OTHERS;
}

static void put_full_names_first(const gd_world *in, gd_candidate *names, size_t count)
{
    bool has_full_name = false;
    for (size_t i = 0; i < count; i++)
        has_full_name = has_full_name || (is_area(in, &names[i]) && is_full_name(&names[i]));
    if (!has_full_name)
        return;
    gd_candidate *ordered = gd_reserve(count * sizeof *ordered);
    size_t filled = 0;
    for (group g = PLACE_BEFORE_AREAS; g <= ALL_OTHERS; g++)
        for (size_t i = 0; i < count; i++)
            if (group_of(in, names, count, &names[i]) == g)
                ordered[filled++] = names[i];
    memcpy(names, ordered, count * sizeof *ordered);
    free(ordered);
}

/* Whether a city is the capital or the seat of an area. */
static bool is_seat_of(const gd_world *in, uint32_t city, const gd_candidate *area)
{
    uint32_t number = area->row - in->place_count;
    const gd_named_place *of = &in->places[city];
    return (of->facts & GD_CAPITAL && gd_country_of(in, city) == number) ||
           (of->facts & GD_SEAT && of->division == number);
}

/* Whether a city comes before an area that only has the name in another language, or as an alias. */
static bool precedes_other_name(const gd_world *in, const gd_candidate *city,
                                const gd_candidate *area)
{
    const uint32_t least_population = 50000;
    if (!gd_is_city(in, city->row))
        return false;
    const gd_named_place *of = &in->places[city->row];
    bool is_main_city = of->facts & GD_CAPITAL ||
                        (of->division == area->row - in->place_count &&
                         has_share(in, city, area_of(in, area), FIFTH));
    return is_seat_of(in, city->row, area) ||
           is_main_city || /* Nowy Jork */
           (is_full_name(city) && gd_population(&in->places[city->row]) >= least_population);
}

/* The other names of areas: after the last city that is known by that main name, and after the seat
 * of the area. */
static void put_other_names_after_cities(const gd_world *in, gd_candidate *names, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        if (!is_area(in, &names[i]) || is_full_name(&names[i]))
            continue;
        for (size_t j = count; j-- > i + 1;)
            if (precedes_other_name(in, &names[j], &names[i])) {
                move(names, i, j);
                break;
            }
    }
}

/* ---- A key ---------------------------------------------------------------------------- */

static void mark_disorder(gd_candidate *names, size_t count)
{
    double highest = 0;
    for (size_t i = count; i-- > 0;) {
        names[i].disordered = highest > names[i].score;
        highest = names[i].score > highest ? names[i].score : highest;
    }
}

static void rank(const gd_world *in, gd_candidate *candidates, size_t count)
{
    size_t names = 0, divisions = 0;
    while (names < count && !gd_is_code(&candidates[names]))
        names++;
    for (size_t i = 0; i < count; i++)
        divisions += is_area(in, &candidates[i]);
    if (divisions > GD_READINGS_MAX)
        gd_fail("%zu areas have one name: %.*s", divisions, (int)area_of(in, candidates)->name.length,
                area_of(in, candidates)->name.bytes);
    put_parts_after_cities(in, candidates, names);
    if (divisions) {
        put_full_names_first(in, candidates, names);
        put_other_names_after_cities(in, candidates, names);
    }
    mark_disorder(candidates, names);
}

void gd_rank_names(gd_world *in)
{
    gd_sort_names(&in->names); /* again: some are first now */
    size_t count;
    for (size_t i = 0; i < in->names.count; i += count) {
        gd_find_candidates(&in->names, gd_candidate_key(&in->names, &in->names.candidates[i]),
                           &count);
        rank(in, &in->names.candidates[i], count);
    }
}
