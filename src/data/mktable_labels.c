#include "mktable_labels.h"

#include "places/fold.h"
#include "text/slice.h"

/* Whether the name of a region contains the key (Nairobi County), or is that of its country. */
static bool region_has_name(const gd_world *in, uint32_t region, geodist_text key)
{
    const gd_area *of = &in->areas[region];
    char letters[GD_KEY_MAX];
    size_t length = gd_fold(of->name, letters);
    if (same_text(of->name, in->areas[of->parent].name))
        return true;
    if (length > GD_KEY_MAX)
        return false;
    for (size_t at = 0; at + key.length <= length; at++)
        if (memcmp(letters + at, key.bytes, key.length) == 0)
            return true;
    return false;
}

/* The first place or area of a name in a country or region; GD_NO_ROW if there is none. */
static uint32_t first_in(const gd_world *in, geodist_text key, uint32_t division)
{
    size_t count, at = gd_find_candidates(&in->names, key, &count);
    for (size_t i = at; i < at + count; i++) {
        const gd_candidate *of = &in->names.candidates[i];
        bool is_place = of->row < in->place_count;
        uint32_t country = gd_country_of(in, of->row);
        bool is_country = !is_place && of->row - in->place_count == country;
        if (!gd_is_code(of) && !is_country &&
            (country == division || (is_place && in->places[of->row].division == division)))
            return of->row;
    }
    return GD_NO_ROW;
}

/* Whether a label can leave out the region of a city: the region has a name of the same key, and
 * name and country alone lead to the city. */
static bool region_repeats(const gd_world *in, uint32_t number)
{
    const gd_named_place *of = &in->places[number];
    char letters[GD_KEY_MAX];
    geodist_text key = {letters, gd_fold(of->name, letters)};
    if (of->division < in->country_count || key.length > GD_KEY_MAX ||
        !region_has_name(in, of->division, key))
        return false;
    return first_in(in, key, in->areas[of->division].parent) == number;
}

/* Whether name, region and country lead to another place. */
static bool is_namesake(const gd_world *in, uint32_t number)
{
    const gd_named_place *of = &in->places[number];
    char letters[GD_KEY_MAX];
    geodist_text key = {letters, gd_fold(of->name, letters)};
    return of->id && key.length <= GD_KEY_MAX && first_in(in, key, of->division) != number;
}

void gd_mark_labels(gd_world *in)
{
    for (uint32_t i = 0; i < in->city_count; i++) {
        if (region_repeats(in, i))
            in->places[i].facts |= GD_REGION_REPEATS;
        else if (is_namesake(in, i))
            in->places[i].facts |= GD_NAMESAKE;
    }
}
