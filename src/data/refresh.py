"""Makes places.tsv, airports.tsv, regions.tsv and countries.tsv from the pinned packages.

    python3 src/data/refresh.py CACHE_FOLDER [airports]

With the word airports it makes airports.tsv alone, of the other tables as they are. Only maintainers run this; a build reads only the four tables. The same packages give the same
bytes. README.md beside this file explains how the sources are joined and the names ranked.
"""

import collections
import re
import sys

import airports
import sources
from airport_list import airports as airports_of
from divisions import RENUMBERED, codes_of_all, country_rows, region_rows
from fold import fold
from names import (CODE, Nearby, distinct, is_name, kilometres, one_name, plain_form, plain_region,
                   read_tsv, undivided, write_tsv)

Place = collections.namedtuple(
    "Place", "id name lat lon country admin1 population kind known shared other")


# ---- joining the sources --------------------------------------------------------

def language_names(by_language):
    """The English name of a place, the names it has in several languages, and those of one."""
    english = [by_language["en"]] if "en" in by_language else []
    languages = collections.defaultdict(set)
    for language, name in sorted(by_language.items()):
        languages[name].add(re.split("[_@-]", language)[0])
    count = collections.Counter()
    for name, among in languages.items():
        count[fold(name)] += len(among)
    shared = [name for name in languages if count[fold(name)] >= 2]
    return english, shared, [name for name in languages if count[fold(name)] < 2]


# The kinds of a place in the order in which they are written, and the feature codes they stand for.
KINDS = ["capital", "seat", "district", "older", "gone"]
KIND = {"PPLC": "capital", "PPLA": "seat", "PPLX": "district",
        "PPLQ": "gone", "PPLH": "gone", "PPLW": "gone"}


# A row of the newest source that stands in the wrong region: Taipei, in the province of Taiwan.
REGION_OF = {1668341: "03"}

# Names of districts without a feature code: Paris 10e Arrondissement, Ward 3, Ct 0012 (a census
# tract of Canada).
DISTRICT_NAME = re.compile(r"Paris \d\d?e? .*|(Lyon|Marseille) \d\d .*|Ward \d+|Ct \d{4}|"
                           r".* (Residential|Business) District")


def kind_of(name, old):
    """The words for the kind of a place that is in the newest source."""
    if old:
        return {KIND[old[7]]} if old[7] in KIND else set()
    return {"district"} if DISTRICT_NAME.fullmatch(name) else set()


def current_places(rows, older, languages, admin1):
    """A place for every row of the newest source, completed from the older one."""
    for key, row in sorted(rows.items()):
        country = row["countrycode"]
        old = older.get(key)
        english, shared, single = language_names(languages.get(str(key), {}))
        alternates = row["alternatenames"] + (old[3].split(",") if old else [])
        known = [undivided(row["name"]), plain_form(row["name"], country)] + english
        if old:
            known += [old[1], old[2], plain_form(old[1], country)]
        division = f"{country}.{REGION_OF.get(key, row['admin1code'])}"
        if division not in admin1 and old and country not in RENUMBERED:
            division = f"{country}.{old[10]}"
        yield Place(
            key, one_name(row["name"]), row["latitude"], row["longitude"], country,
            division.split(".")[1] if division in admin1 else "", row["population"],
            kind_of(row["name"], old),
            [n for n in known if n and is_name(n)],
            shared, single + [a for a in alternates if is_name(a) and not CODE.fullmatch(a)])


def keys_of(place):
    return {fold(name) for name in [place.name, *place.known, *place.shared, *place.other]}


def older_kind(feature):
    """A place that the newest source dropped is no seat any more."""
    kind = KIND.get(feature, "older")
    return {kind} if kind in ("capital", "gone") else {"older"} | ({kind} - {"seat"})


def older_places(older, current, admin1):
    """Rows that the newest source no longer has, unless it has the place under a new id."""
    for key, row in sorted(older.items()):
        if key in current.ids:
            continue
        name, ascii_name, lat, lon, country = row[1], row[2], float(row[4]), float(row[5]), row[8]
        if current.same(country, set(map(fold, (name, ascii_name, one_name(name)))), lat, lon, 25):
            continue
        yield Place(key, one_name(name), lat, lon, country,
                    row[10] if f"{country}.{row[10]}" in admin1
                    and country not in RENUMBERED else "", int(row[14]),
                    older_kind(row[7]), [ascii_name], [],
                    [a for a in row[3].split(",") if is_name(a) and not CODE.fullmatch(a)])


def other_places(rows, current, admin1):
    """Towns that only the list without population has; they get no id."""
    for row in sorted(rows, key=lambda r: (r["country"], r["name"], r["lat"], r["lng"])):
        lat, lon = float(row["lat"]), float(row["lng"])
        if current.at(lat, lon) or current.same(row["country"], {fold(row["name"])}, lat, lon, 25):
            continue
        division = f"{row['country']}.{row['admin1']}"
        yield Place(0, one_name(row["name"]), lat, lon, row["country"],
                    row["admin1"] if division in admin1 else "", 0, set(), [], [], [])


class Index:
    """Which of the places taken so far is the same as a given one."""

    def __init__(self, places):
        self.ids = {place.id for place in places}
        self.points = {(round(p.lat, 5), round(p.lon, 5)) for p in places}
        self.near = Nearby()
        for place in places:
            self.near.add(place.lat, place.lon, place)

    def at(self, lat, lon):
        return (round(lat, 5), round(lon, 5)) in self.points

    def same(self, country, names, lat, lon, limit):
        return any(place.country == country and keys_of(place) & names
                   for _, place in self.near.within(lat, lon, limit))


def add_populations(places, natural_earth):
    """Fills in the population of places that have none, where a namesake is within 25 km."""
    near = Nearby()
    for row in natural_earth:
        if row.get("pop"):
            near.add(row["lat"], row["lng"], row)
    for place in places:
        if place.population == 0:
            found = [row["pop"] for _, row in near.within(place.lat, place.lon, 25)
                     if row["iso2"] == place.country
                     and {fold(row["city"]), fold(row["city_ascii"])} & keys_of(place)]
            if found:
                place = place._replace(population=int(max(found)))
        yield place


def merge_duplicates(places):
    """One place of those with one country and name within 3 km: the most populous."""
    groups = collections.defaultdict(list)
    for place in places:
        groups[place.country, fold(place.name)].append(place)
    for group in groups.values():
        group.sort(key=lambda p: ("capital" not in p.kind, -p.population, p.id == 0, p.id))
        kept = []
        for place in group:
            twin = next((i for i, other in enumerate(kept) if kilometres(
                place.lat, place.lon, other.lat, other.lon) < 3), None)
            if twin is None:
                kept.append(place)
            else:
                best = kept[twin]
                kind = best.kind | {"seat"} - {"district"} if "seat" in place.kind else best.kind
                kept[twin] = best._replace(kind=kind, **{
                    field: getattr(best, field) + getattr(place, field)
                    for field in ("known", "shared", "other")})
        yield from kept


# ---- seats of regions ----------------------------------------------------------------

def best_seat(places, numbers, names):
    """The place with a name of the region, else the only most populous one; None if none is."""
    fit = [n for n in numbers if not places[n].kind & {"district", "gone"}]
    named = [n for n in fit if {fold(places[n].name)} & names]
    ranked = sorted(named or fit, key=lambda n: (-places[n].population, n))
    if len(ranked) > 1 and places[ranked[0]].population == places[ranked[1]].population:
        return None
    return ranked[0] if ranked else None


# Copenhagen governs no region; Hillerød is the seat of the one around it.
CAPITAL_IS_NO_SEAT = {"DK.17"}


def with_seats(places, admin1):
    """Gives each region a seat: the marked place, unless a capital has ten times its people (some
    marks are wrong: a village in England); without a mark the capital, else one found by rule."""
    regions = collections.defaultdict(list)
    for number, place in enumerate(places):
        if place.admin1:
            regions[f"{place.country}.{place.admin1}"].append(number)
    filled = []
    for division, numbers in sorted(regions.items()):
        seats = [n for n in numbers if "seat" in places[n].kind]
        capitals = [n for n in numbers if "capital" in places[n].kind]
        people = max((places[n].population for n in seats), default=0)
        wrong = (division not in CAPITAL_IS_NO_SEAT
                 and any(places[n].population > 10 * people for n in capitals))
        if seats and not wrong and not (division[:2] in RENUMBERED and len(seats) > 1):
            continue
        name = admin1[division]
        names = {fold(n) for n in (name, plain_region(name)) if n}
        chosen = capitals[0] if capitals else best_seat(places, seats or numbers, names)
        for n in seats:
            places[n] = places[n]._replace(kind=places[n].kind - {"seat"})
        if chosen is not None:
            places[chosen] = places[chosen]._replace(kind=places[chosen].kind | {"seat"})
            filled += [] if capitals else [division]
    print(f"{len(regions)} regions; seat found by rule in {len(filled)}")
    return places


# ---- the tables ----------------------------------------------------------------------

def place_rows(places):
    for place in sorted(places, key=lambda p: (p.id == 0, p.id, p.country, p.name, p.lat)):
        known, shared, other = distinct(place.name, place.known, place.shared, place.other)
        yield [str(place.id), place.name, f"{place.lat:.5f}", f"{place.lon:.5f}", place.country,
               place.admin1, str(place.population), " ".join(k for k in KINDS if k in place.kind),
               "|".join(known), "|".join(shared), "|".join(other)]


def division_of(place):
    return f"{place.country}.{place.admin1}"


def region_populations(places):
    """The people in the places of each region that is in use, without districts of cities."""
    populations = collections.Counter()
    for place in places:
        counted = not place.kind & {"district", "gone"}
        populations[division_of(place)] += place.population if counted else 0
    return populations


def city_names(places, populations):
    """The keys of the capital of each country, and of the seat and the large cities of each region."""
    of_capital, of_seat = collections.defaultdict(set), collections.defaultdict(set)
    for place in places:
        if "capital" in place.kind:
            of_capital[place.country] |= keys_of(place)
        large = place.population * 5 >= populations[division_of(place)] > 0
        if "district" not in place.kind and ("seat" in place.kind or large):
            of_seat[division_of(place)] |= keys_of(place)
    return of_capital, of_seat


def areas_and_places(cache):
    """Makes places.tsv, regions.tsv and countries.tsv."""
    admin1, languages = sources.admin1(cache), sources.names_by_language(cache)
    older = sources.geonames_2023(cache)
    places = list(current_places(sources.geonames(cache), older, languages, admin1))
    index = Index(places)
    places += list(older_places(older, index, admin1))
    places += list(other_places(sources.cities1000(cache), index, admin1))
    places = list(add_populations(places, sources.natural_earth(cache)))
    places = list(merge_duplicates(places))
    places.sort(key=lambda p: (p.id == 0, p.id, p.country, p.name, p.lat, p.lon))
    places = with_seats(places, admin1)
    write_tsv("places.tsv", ["id", "name", "lat", "lon", "country", "admin1", "population",
                             "kind", "known", "shared", "other"], list(place_rows(places)))

    countries, facts = sources.countries(cache), sources.country_facts(cache)
    codes, populations = codes_of_all(countries, admin1), region_populations(places)
    of_capital, of_seat = city_names(places, populations)
    regions = list(region_rows(admin1, facts, languages, populations, codes, of_seat))
    write_tsv("regions.tsv", ["country", "admin1", "name", "population",
                              "known", "shared", "other", "codes"], regions)
    used = {place.country for place in places}
    used |= {airport.country for airport in all_airports(cache)}
    nations = list(country_rows(countries, facts, languages, used, codes, of_capital))
    write_tsv("countries.tsv", ["country", "name", "population",
                                "known", "shared", "other", "codes"], nations)


def all_airports(cache):
    return airports_of(sources.airportsdata(cache), sources.airport_data_js(cache))


def read_places():
    split = lambda names: names.split("|") if names else []
    for key, name, lat, lon, country, admin1, population, kind, *names in read_tsv("places.tsv"):
        yield Place(int(key), name, float(lat), float(lon), country, admin1, int(population),
                    set(kind.split()), *map(split, names))


def airport_table(cache):
    """Makes airports.tsv with the names in the other tables."""
    main, foreign = set(), set()
    for row in read_tsv("areas.tsv"):
        main |= set(map(fold, [row[0], *row[2].split("|")]))
    for table, name in (("countries.tsv", 1), ("regions.tsv", 2)):
        for row in read_tsv(table):
            main |= set(map(fold, [row[name], *row[name + 2].split("|")]))
            foreign |= {fold(n) for column in row[name + 3:name + 5] for n in column.split("|")}
    rows = airports.rows(all_airports(cache), list(read_places()), main, foreign)
    write_tsv("airports.tsv", ["iata", "icao", "name", "lat", "lon", "country", "admin1", "size",
                               "names"], list(rows))


def main(cache, tables="all"):
    sources.fetch(cache)
    if tables == "all":
        areas_and_places(cache)
    airport_table(cache)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["airports"]):
        sys.exit(__doc__)
    main(*sys.argv[1:])
