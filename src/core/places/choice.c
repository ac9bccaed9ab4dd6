#include "places/choice.h"

#include "places/score.h"

#include <math.h>

/* The kinds of codes, in the order in which they are chosen. */
typedef enum {
    CITY_CODE, /* a metropolitan code or an abbreviation */
    LARGE_AIRPORT,
    COUNTRY_CODE, /* of three letters */
    SCHEDULED_AIRPORT,
    OTHER_AIRPORT,
    ICAO_CODE,     /* of any airport */
    REGION_CODE,   /* of three letters or more */
    TWO_LETTERS,   /* of a country or region */
    CODE_KINDS
} code_kind;

static code_kind kind_of(const gd_query *query, uint32_t candidate)
{
    enum { ICAO_LETTERS = 4 };
    uint32_t row = candidate_row(candidate);
    if (is_city(row))
        return CITY_CODE;
    if (!is_place(row) && query->letter_count == 2)
        return TWO_LETTERS;
    if (!is_place(row))
        return area_of_row(row) < table_field(GD_FIELD_COUNTRIES) ? COUNTRY_CODE : REGION_CODE;
    gd_airport_size size = airport_size(row);
    if (query->letter_count == ICAO_LETTERS)
        return ICAO_CODE;
    return size == GD_AIRPORT_LARGE   ? LARGE_AIRPORT
           : size == GD_AIRPORT_OTHER ? OTHER_AIRPORT
                                      : SCHEDULED_AIRPORT;
}

static bool is_of_airport(code_kind kind)
{
    return kind == LARGE_AIRPORT || kind == SCHEDULED_AIRPORT || kind == OTHER_AIRPORT ||
           kind == ICAO_CODE;
}

/* The decision between a code and a name: a city of that main name is chosen before the code from
 * this population on. */
static const double least_population[][CODE_KINDS] = {
    /* clang-format off */
    /*                 city      large     country   scheduled other  ICAO  region two letters */
    [GD_CAPITALS]   = {INFINITY, INFINITY, INFINITY, 50000,     20000, 5000, 5000,  INFINITY},
    [GD_MIXED_CASE] = {0,        0,        0,        0,         0,     0,    0,     50000},
    [GD_LOWER_CASE] = {15000,    15000,    15000,    15000,     5000,  5000, 15000, 50000},
    /* clang-format on */
};

/* What is known about the names among the candidates that match. */
typedef struct {
    uint32_t best;          /* the first one, or GD_NO_CANDIDATE */
    double main_population; /* of the largest city of that main name; -1 if there is none */
} matching_names;

static matching_names find_names(const gd_query *query)
{
    matching_names found = {GD_NO_CANDIDATE, -1};
    for (uint32_t i = 0; i < query->candidates.count; i++) {
        uint32_t candidate = candidate_at(query->candidates, i), row = candidate_row(candidate);
        if (is_code(candidate))
            break;
        if (!gd_query_matches(query, row))
            continue;
        if (found.best == GD_NO_CANDIDATE)
            found.best = candidate;
        if (query->letter_case <= GD_COMMON_WORD)
            break;
        double population = is_city(row) ? (double)(place_facts(row) & GD_POPULATION_MASK) : -1;
        if (gd_is_full_name(candidate) && population > found.main_population)
            found.main_population = population;
    }
    return found;
}

/* The code that is chosen first of those that match; GD_NO_CANDIDATE if there is none. Of a kind
 * the first in the table is best. */
static uint32_t find_code(const gd_query *query, code_kind from, code_kind *kind)
{
    uint32_t best = GD_NO_CANDIDATE;
    *kind = CODE_KINDS;
    for (uint32_t i = query->candidates.count; i-- > 0;) {
        uint32_t candidate = candidate_at(query->candidates, i);
        if (!is_code(candidate))
            break;
        code_kind is = kind_of(query, candidate);
        if (query->letter_case == GD_MIXED_CASE && is_of_airport(is) && is != LARGE_AIRPORT)
            continue; /* Sept, Saar and Lot are words; Lhr is a code */
        if (is >= from && is <= *kind && gd_query_matches(query, candidate_row(candidate))) {
            best = candidate;
            *kind = is;
        }
    }
    return best;
}

static bool is_other_area(uint32_t candidate)
{
    return is_area(candidate) && !is_division(area_of_row(candidate_row(candidate)));
}

/* Besides cities of that main name, a name is chosen before a code if it is the full name of an
 * area, or a city is as well known by another name of it; but in capitals not before the codes that
 * people write most. */
static bool name_is_chosen(const gd_query *query, const matching_names *names, code_kind kind)
{
    double least = least_population[query->letter_case][kind];
    if (names->main_population >= least || (kind == TWO_LETTERS && query->qualifier_count))
        return true; /* Ro, Italy */
    if (kind == TWO_LETTERS)
        return is_other_area(names->best) && gd_is_full_name(names->best); /* EU */
    if (query->letter_case == GD_CAPITALS && kind <= COUNTRY_CODE)
        return false;
    if (is_area(names->best)) /* INN is Innsbruck, although the Inn is a river */
        return gd_is_full_name(names->best) &&
               !(query->letter_case == GD_CAPITALS && kind <= SCHEDULED_AIRPORT &&
                 is_other_area(names->best));
    double score = gd_score(candidate_row(names->best), candidate_class(names->best));
    if (kind == LARGE_AIRPORT) /* Fez */
        return score >= 100000;
    bool is_small = kind == OTHER_AIRPORT || kind == ICAO_CODE;
    return kind > COUNTRY_CODE && score >= (query->letter_case == GD_CAPITALS ? 50000
                                            : is_small                        ? 5000
                                                                              : 15000);
}

/* Whether the name is to be mentioned when the code is chosen. */
static bool name_is_known(const gd_query *query, const matching_names *names, code_kind kind)
{
    const double known_population = 15000;
    if (query->letter_count == 2)
        return false;
    if (is_area(names->best))
        return kind != COUNTRY_CODE && gd_is_full_name(names->best);
    return names->main_population >= known_population;
}

/* Whether the code is to be mentioned when the name is chosen. */
static bool code_is_known(const gd_query *query, code_kind kind)
{
    return query->letter_count > 2 && kind <= SCHEDULED_AIRPORT;
}

gd_choice gd_choose(const gd_query *query)
{
    code_kind kind, other_kind;
    if (query->letter_case <= GD_COMMON_WORD && !query->qualifier_count && !query->has_only_row)
        return (gd_choice){candidate_at(query->candidates, 0), GD_NO_CANDIDATE};
    matching_names names = find_names(query);
    if (query->letter_case <= GD_COMMON_WORD)
        return (gd_choice){names.best, GD_NO_CANDIDATE};
    uint32_t code = find_code(query, CITY_CODE, &kind);
    if (code == GD_NO_CANDIDATE)
        return (gd_choice){names.best, GD_NO_CANDIDATE};
    bool has_name = names.best != GD_NO_CANDIDATE;
    if (has_name && name_is_chosen(query, &names, kind))
        return (gd_choice){names.best, code_is_known(query, kind) ? code : GD_NO_CANDIDATE};
    if (kind == LARGE_AIRPORT) { /* FRA, and CAN before Çan */
        uint32_t country = find_code(query, COUNTRY_CODE, &other_kind);
        if (other_kind == COUNTRY_CODE)
            return (gd_choice){code, country};
    }
    if (has_name && name_is_known(query, &names, kind))
        return (gd_choice){code, names.best};
    return (gd_choice){code, GD_NO_CANDIDATE};
}

/* Whether a candidate is the alpha-3 code of a country, or a code in its place (USA): territories
 * have it only as a qualifier. */
static bool is_country_code(const gd_query *query, uint32_t candidate)
{
    return is_code(candidate) && is_area(candidate) && kind_of(query, candidate) == COUNTRY_CODE;
}

bool gd_is_also_meant(const gd_query *query, gd_choice chosen, uint32_t candidate)
{
    double weight = gd_weighted(1, candidate_class(chosen.candidate));
    if (is_country_code(query, chosen.candidate))
        return false;
    return is_area(candidate) && candidate_row(candidate) != candidate_row(chosen.candidate) &&
           is_code(candidate) == is_code(chosen.candidate) &&
           gd_weighted(1, candidate_class(candidate)) >= weight &&
           gd_query_matches(query, candidate_row(candidate));
}
