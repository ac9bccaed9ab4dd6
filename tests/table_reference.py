"""Derives the built-in table from the text tables and compares every place, area and key.

    python3 tests/table_reference.py DUMP_TABLE

A second, independent implementation of src/data/mktable_*.c and src/core/places/score.h, written
from src/data/README.md. It folds with src/data/fold.py.
"""

import collections
import functools
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "src", "data")
sys.dont_write_bytecode = True
sys.path.insert(0, DATA)

from fold import fold

KEY_MAX = 96
PRIMARY, KNOWN, SHARED, OTHER, CITY_CODE, CODE = range(6)
WEIGHTS = [1, 1, 5, 40, 1, 10]
FLAGS = {"namesake": 1 << 31, "capital": 1 << 25, "older": 1 << 26, "gone": 1 << 27, "repeats": 1 << 28,
         "district": 1 << 29, "seat": 1 << 30}
SIZES = ["other", "scheduled", "medium", "large"]
AIRPORT_BASES = {"other": 1000, "scheduled": 20000, "medium": 100000, "large": 1000000}
OTHER_AREA_BASE = 1000000
COUNTRY_BITS = 48
COUNTRIES_LEAST = 4 # lists of fewer candidates have no set of their countries
NO_COUNTRY = 2**32 - 1


# ---- The text tables --------------------------------------------------------------------------

def rows(name):
    with open(os.path.join(DATA, name), encoding="utf-8", newline="\n") as table:
        return [line.rstrip("\n").split("\t") for line in table
                if line != "\n" and not line.startswith("#")]


def split(cell):
    return cell.split("|") if cell else []


@functools.lru_cache(maxsize=None)
def key_of(name):
    key = fold(name).encode()
    return key if 0 < len(key) <= KEY_MAX else None


class World:
    """Cities, then airports, then areas are rows. `names` has the candidates of a key: the best
    class of each row as a name, and the best as a code."""

    def __init__(self):
        self.rows = []
        self.names = collections.defaultdict(dict)
        self.first = set()

    def add(self, row, classes):
        for name_class, cell in classes:
            for name in cell:
                key = key_of(name)
                if key:
                    known, kind = self.names[key], (row, name_class >= CITY_CODE)
                    known[kind] = min(name_class, known.get(kind, name_class))

    def candidates(self, key):
        return [(row, name_class) for (row, _), name_class in self.names.get(key, {}).items()]


def place_base(place):
    if place["type"] == "airport":
        return AIRPORT_BASES[place["size"]]
    kinds = place["kinds"]
    base = place["population"] or (500 if "older" in kinds else 1500)
    if "capital" in kinds:
        base = max(2 * base, 200000)
    if "older" in kinds:
        base /= 5
    if "gone" in kinds:
        base /= 10
    return base


def away(place, lat, lon):
    east = abs(place["lon"] - lon)
    east = min(east, 360 - east) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(place["lat"] - lat, east)


def read_areas():
    """Countries and regions, other areas, and the number of each country and region by its code."""
    areas, index = [], {}
    for code, name, population, known, shared, other, codes in rows("countries.tsv"):
        index[code, ""] = len(areas)
        areas.append({"type": "country", "name": name, "code": code, "parent": len(areas),
                      "population": int(population), "base": int(population),
                      "names": [known, shared, other, codes]})
    for country, code, name, population, known, shared, other, codes in rows("regions.tsv"):
        index[country, code] = len(areas)
        areas.append({"type": "region", "name": name, "code": country,
                      "parent": index[country, ""], "population": int(population),
                      "base": int(population), "names": [known, shared, other, codes]})
    for name, description, aliases, cities in rows("areas.tsv"):
        areas.append({"type": "other", "name": name, "description": description, "parent": NO_COUNTRY,
                      "base": OTHER_AREA_BASE, "names": [aliases, "", "", ""],
                      "cities": split(cities)[:2]})
    return areas, index


def read_cities(world, index):
    for row in rows("places.tsv"):
        geonames_id, name, lat, lon, country, admin1, population, kind, known, shared, other = row
        world.add(len(world.rows), [(PRIMARY, [name]), (KNOWN, split(known)),
                                    (SHARED, split(shared)), (OTHER, split(other))])
        world.rows.append({"type": "city", "name": name, "lat": float(lat), "lon": float(lon),
                           "country": country, "division": index[country, admin1],
                           "population": int(population), "kinds": set(kind.split()),
                           "id": int(geonames_id)})


def apply_overrides(world):
    """The override refers to the best known city of its country within 10 km."""
    for kind, key, country, lat, lon, population, _ in rows("overrides.tsv"):
        if kind == "drop":
            continue
        lat, lon = float(lat), float(lon)
        near = max((row for row, place in enumerate(world.rows) if place["country"] == country
                    and away(place, lat, lon) < 10),
                   key=lambda row: (place_base(world.rows[row]), -row))
        if kind == "place":
            world.add(len(world.rows), [(PRIMARY, [key])])
            world.rows.append({"type": "city", "name": key, "lat": lat, "lon": lon,
                               "country": country, "division": world.rows[near]["division"],
                               "population": int(population), "kinds": set(), "id": 0})
        else:
            world.add(near, [(CITY_CODE if kind == "code" else KNOWN, [key])])


def read_airports(world, index):
    for iata, icao, name, lat, lon, country, admin1, size, names in rows("airports.tsv"):
        world.add(len(world.rows), [(PRIMARY, [name]), (KNOWN, split(names)),
                                    (CODE, [iata, icao])])
        world.rows.append({"type": "airport", "name": name, "lat": float(lat), "lon": float(lon),
                           "country": country, "division": index[country, admin1],
                           "iata": iata, "icao": icao, "size": size})


def add_areas(world, areas):
    for area in areas:
        known, shared, other, codes = map(split, area["names"])
        world.add(len(world.rows), [(PRIMARY, [area["name"]]), (KNOWN, known), (SHARED, shared),
                                    (OTHER, other), (CODE, codes)])
        world.rows.append(area)


def drop_names(world):
    """Names of cities that are neither main, English nor former names, and further names of
    airports."""
    for kind, key, *_ in rows("overrides.tsv"):
        if kind == "drop":
            names = world.names[key_of(key)]
            for (row, is_code), name_class in list(names.items()):
                kind = world.rows[row]["type"]
                if not is_code and (kind == "city" and name_class > KNOWN
                                    or kind == "airport" and name_class > PRIMARY):
                    del names[row, is_code]
            if not names:
                del world.names[key_of(key)]


def put_first(world):
    """The city of the key that is nearest to the point of the override, within 50 km."""
    for kind, key, country, lat, lon, _, _ in rows("overrides.tsv"):
        if kind == "first":
            folded = key_of(key)
            near = [(away(world.rows[row], float(lat), float(lon)), row)
                    for row, _ in world.candidates(folded) if world.rows[row]["type"] == "city"
                    and world.rows[row]["country"] == country]
            if near and min(near)[0] < 50:
                world.first.add((folded, min(near)[1]))


# ---- Ranking ----------------------------------------------------------------------------------

class Ranking:
    def __init__(self, world, areas):
        self.world, self.areas = world, areas
        self.known = {}  # the order of the keys that have several candidates
        self.base = [row["base"] if "base" in row else place_base(row) for row in world.rows]

    def is_area(self, row):
        return self.world.rows[row]["type"] not in ("city", "airport")

    def country_of(self, row):
        """The number of its country. The table counts an area without one as NO_COUNTRY."""
        place = self.world.rows[row]
        return place["parent"] if self.is_area(row) else self.areas[place["division"]]["parent"]

    def area_number(self, row):
        return row - (len(self.world.rows) - len(self.areas))

    def score(self, row, name_class):
        return self.base[row] / WEIGHTS[name_class]

    def yields(self, area_row, candidate, first):
        """Whether the full name of an area comes after a place."""
        row, name_class = candidate
        area, place = self.world.rows[area_row], self.world.rows[row]
        if first:
            return True
        if area["type"] == "other" or place["type"] == "airport":
            return False
        own = self.country_of(row) == self.country_of(area_row)
        if "capital" in place["kinds"] and (name_class == PRIMARY or own and name_class <= SHARED):
            return True
        return area["type"] == "region" and self.region_yields(area_row, candidate)

    def region_yields(self, area_row, candidate):
        row, name_class = candidate
        area, place = self.world.rows[area_row], self.world.rows[row]
        inside = place["division"] == self.area_number(area_row)
        is_seat = "seat" in place["kinds"]

        def has_share(share):
            return place["population"] >= area["population"] // share

        if inside and is_seat and (name_class <= KNOWN or name_class == SHARED and has_share(5)):
            return True
        if inside and name_class == PRIMARY and has_share(20):
            return True
        if name_class > KNOWN:
            return False
        return ("capital" in place["kinds"] or has_share(1)
                or place["population"] >= 100000
                and (is_seat and name_class == PRIMARY or has_share(5)))

    def is_part_of(self, candidate, other):
        """Whether a candidate is a district of a city, or an airport that shares its main name."""
        part, city = self.world.rows[candidate[0]], self.world.rows[other[0]]
        if city["type"] != "city" or part["country"] != city["country"]:
            return False
        kilometres = away(part, city["lat"], city["lon"])
        if part["type"] == "airport":
            return candidate[1] != PRIMARY == other[1] and kilometres < 100
        return ("district" in part["kinds"] and "district" not in city["kinds"]
                and city["population"] > part["population"] and kilometres < 30)

    def is_seat_of(self, place, area_row):
        number = self.area_number(area_row)
        return ("capital" in place["kinds"]
                and self.areas[place["division"]]["parent"] == number
                or "seat" in place["kinds"] and place["division"] == number)

    def is_main_city_of(self, place, area_row):
        """Whether a city is a capital, or has a fifth of the people of the area."""
        return ("capital" in place["kinds"]
                or place["division"] == self.area_number(area_row)
                and place["population"] >= self.world.rows[area_row]["population"] // 5)

    def may_follow(self, key, candidate):
        """Whether a candidate can come after another at all: most cannot."""
        row, name_class = candidate
        place = self.world.rows[row]
        if (key, row) in self.world.first:
            return False
        if self.is_area(row):
            return name_class > KNOWN
        return place["type"] == "airport" or "district" in place["kinds"]

    def must_follow(self, candidate, other):
        """Whether one name of a key comes after another although its score may be higher."""
        (row, other_row), other_class = (candidate[0], other[0]), other[1]
        if self.is_area(other_row):
            return False
        if not self.is_area(row):
            return self.is_part_of(candidate, other)
        place = self.world.rows[other_row]
        return place["type"] == "city" and (
            other_class <= KNOWN and place["population"] >= 50000
            or self.is_seat_of(place, row) or self.is_main_city_of(place, row))

    def group(self, key, candidate, areas):
        """0 places to which all areas of that full name yield, 1 countries, 2 other areas, 3 the
        rest."""
        row = candidate[0]
        if candidate in areas:
            return 1 if self.world.rows[row]["type"] == "country" else 2
        if self.is_area(row):
            return 3
        first = (key, row) in self.world.first
        return 0 if all(self.yields(area, candidate, first) for area, _ in areas) else 3

    def ordered(self, key):
        """The candidates of a key, best first, as rows and classes."""
        candidates = self.world.candidates(key)
        if len(candidates) < 2:
            return candidates
        if key not in self.known:
            self.known[key] = self.order(key, candidates)
        return self.known[key]

    def order(self, key, candidates):
        by_score = sorted(candidates, key=lambda of: (
            of[1] >= CITY_CODE, (key, of[0]) not in self.world.first, -self.score(*of),
            of[1], of[0]))
        left = [of for of in by_score if of[1] < CITY_CODE]
        codes = by_score[len(left):]
        areas = {of for of in left if self.is_area(of[0]) and of[1] <= KNOWN}
        ranked, followers = [], {of for of in left if self.may_follow(key, of)}
        while followers.intersection(left):  # the best of those that need follow no other
            best = next(of for of in left if of not in followers
                        or not any(self.must_follow(of, other) for other in left))
            left.remove(best)
            ranked.append(best)
        ranked += left
        if areas:
            ranked.sort(key=lambda of: self.group(key, of, areas))
        return ranked + codes


# ---- Labels -------------------------------------------------------------------------------------

def first_in(world, ranking, key, division):
    """The first place or region of a name in a country or region."""
    for row, name_class in ranking.ordered(key):
        of = world.rows[row]
        if name_class < CITY_CODE and of["type"] != "country" and division in (
                ranking.country_of(row), of.get("division")):
            return row
    return None


def label_kinds(world, ranking, row):
    """Whether the label of a city leaves out its region, because that contains its name (Nairobi
    County) and the country alone leads to the city; else, whether it has its id, as its region
    leads elsewhere."""
    city, key = world.rows[row], key_of(world.rows[row]["name"])
    if not key:
        return set()
    division = city["division"]
    region, country = ranking.areas[division], ranking.areas[ranking.country_of(row)]
    if region["type"] == "region":
        has_name = key in fold(region["name"]).encode() or region["name"] == country["name"]
        if has_name and first_in(world, ranking, key, region["parent"]) == row:
            return {"repeats"}
    if city["id"] and first_in(world, ranking, key, division) != row:
        return {"namesake"}
    return set()


# ---- The cities of areas ----------------------------------------------------------------------

def find_city(world, ranking, text):
    """A city by its name, and perhaps the name of a country or region in which it lies."""
    name, _, area = text.partition(",")
    divisions = {ranking.area_number(row) for row, _ in world.candidates(key_of(area))
                 if world.rows[row]["type"] in ("country", "region")}
    for row, name_class in ranking.ordered(key_of(name)):
        place = world.rows[row]
        if place["type"] == "city" and name_class < CITY_CODE and (
                not area or divisions & {place["division"], ranking.country_of(row)}):
            return row
    return None


def cities_of_areas(world, ranking):
    """Of each area its capital or seat, and its largest other city that is no district."""
    seats, others = collections.defaultdict(list), collections.defaultdict(list)
    for row, place in enumerate(world.rows):
        if place["type"] != "city":
            continue
        division, country = place["division"], ranking.country_of(row)
        if "capital" in place["kinds"]:
            seats[country].append(row)
        if "seat" in place["kinds"] and division != country:
            seats[division].append(row)
        if "district" not in place["kinds"]:
            for area in {division, country}:
                others[area].append(row)

    def largest(candidates):
        return max(candidates, key=lambda row: (world.rows[row]["population"], -row), default=None)

    for number, area in enumerate(ranking.areas):
        if area["type"] == "other":
            found = [find_city(world, ranking, text) for text in area["cities"]]
            yield (found + [None, None])[:2]
        else:
            seat = largest(seats[number])
            yield [seat, largest(row for row in others[number] if row != seat)]


# ---- The lines of dump_table --------------------------------------------------------------------

def place_line(world, ranking, row):
    place = world.rows[row]
    region = ranking.areas[place["division"]]
    if place["type"] == "city":
        kinds = place["kinds"] | label_kinds(world, ranking, row)
        facts = place["population"] | sum(FLAGS[kind] for kind in kinds)
        number = place["id"]
    else:
        facts = SIZES.index(place["size"]) << 20
        for at, letter in enumerate(place["icao"]):
            facts |= (ord(letter) - ord("A") + 1) << 5 * at
        number = int.from_bytes(place["iata"].encode(), "little")
    return "\t".join(map(str, [
        place["type"], place["name"], f"{place['lat']:.5f}", f"{place['lon']:.5f}", region["code"],
        "" if region["type"] == "country" else region["name"], facts, number]))


def area_line(area, cities, order):
    facts = ([area["description"]] if area["type"] == "other" else
             [area["code"], area["parent"], area["population"]])
    return "\t".join(map(str, ["area", area["name"]] + facts +
                         ["-" if row is None else order[row] for row in cities]))


def divisions_of(world, ranking, key):
    """The countries and regions that a key names, by their numbers."""
    return {ranking.area_number(row) for row, _ in world.candidates(key)
            if world.rows[row]["type"] in ("country", "region")}


def splits(world, ranking, key, order, division_keys):
    """Whether a key is the name of a place and a name of its region or country, and that place has
    a higher score than the first candidate, or the second name has two letters."""
    row, name_class = order[0]
    if name_class >= CITY_CODE:
        return False
    score = ranking.score(row, name_class)
    for at in range(1, len(key) - 1):
        rest = key[at:]
        if rest not in division_keys or key[:at] not in world.names:
            continue
        divisions = divisions_of(world, ranking, rest)
        for other, other_class in world.candidates(key[:at]):
            if (other_class < CITY_CODE and not ranking.is_area(other)
                    and (len(rest) == 2 or ranking.score(other, other_class) > score)
                    and {world.rows[other]["division"], ranking.country_of(other)} & divisions):
                return True
    return False


def key_line(world, ranking, key, division_keys, order):
    ranked = ranking.ordered(key)
    cells, countries = [], 0
    for at, (row, name_class) in enumerate(ranked):
        countries |= 1 << ranking.country_of(row) % COUNTRY_BITS
        better = [of for of in ranked[at + 1:] if of[1] < CITY_CODE
                  and ranking.score(*of) > ranking.score(row, name_class)]
        cells.append(f"{order[row]}:{name_class}" + "!" * bool(better and name_class < CITY_CODE))
    if any(world.rows[row]["type"] in ("country", "region") for row, _ in ranked):
        cells[0] += "?"
    if splits(world, ranking, key, ranked, division_keys):
        cells[0] += "/"
    noted = f"{countries:x}" if len(ranked) >= COUNTRIES_LEAST else "-"
    return "\t".join(["key", key.decode(), noted] + cells)


def order_of(places, found):
    """The row in the table of each row of `places`: cities and airports are reordered among
    themselves, so that neighbours are close (tests/unit/test_nearest_tree.c tests that order).
    Places with equal lines, if there are any, come in the order of the text tables."""
    rows_of = collections.defaultdict(collections.deque)
    for row, line in enumerate(found[:len(places)]):
        rows_of[line].append(row)
    return [rows_of[line].popleft() if rows_of[line] else None for line in places]


def derive(found):
    """The lines of the table, places in the order of the lines found."""
    world = World()
    areas, index = read_areas()
    read_cities(world, index)
    apply_overrides(world)
    read_airports(world, index)
    add_areas(world, areas)
    drop_names(world)
    put_first(world)
    ranking = Ranking(world, areas)
    places = [place_line(world, ranking, row) for row in range(len(world.rows) - len(areas))]
    order = order_of(places, found) + list(range(len(places), len(world.rows)))
    lines = {row: line for row, line in zip(order, places) if row is not None}
    for row in range(len(places)):
        yield lines.get(row, "none")
    for line, row in zip(places, order):
        if row is None:
            print(f"not in the table: {line}")
    for area, cities in zip(areas, cities_of_areas(world, ranking)):
        yield area_line(area, cities, order)
    division_keys = {key for key in world.names if divisions_of(world, ranking, key)}
    for key in sorted(world.names):
        yield key_line(world, ranking, key, division_keys, order)


def main(program):
    dumped = subprocess.run([program], check=True, stdout=subprocess.PIPE).stdout.decode()
    found = dumped.split("\n")[:-1]
    expected = list(derive(found))
    wrong = [(a, b) for a, b in zip(found, expected) if a != b]
    for there, derived in wrong[:10]:
        print(f"in the table: {there}\n     derived: {derived}")
    keys = [line.split("\t") for line in expected if line.startswith("key\t")]
    print(f"{len(keys)} keys, {sum(k[1].isascii() for k in keys)} of them ASCII, "
          f"{sum(len(k) > 4 for k in keys)} ambiguous; {len(found)} lines in the table, "
          f"{len(expected)} derived, {len(wrong)} differ")
    sys.exit(1 if wrong or len(found) != len(expected) or len(keys) < 600000 else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
