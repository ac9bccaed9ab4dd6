"""Derives the built-in table from the text tables and compares every place and every key.

    python3 tests/table_reference.py DUMP_TABLE

A second, independent implementation of src/data/mktable_*.c and src/core/places/score.h, written
from src/data/README.md. It folds with src/data/fold.py.
"""

import collections
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
WEIGHTS = [1, 1, 5, 40, 100]
FLAGS = {"": 0, "capital": 1 << 25, "older": 1 << 26, "gone": 1 << 27}
REPEATS = 1 << 28


def rows(name):
    with open(os.path.join(DATA, name), encoding="utf-8", newline="\n") as table:
        return [line.rstrip("\n").split("\t") for line in table
                if line != "\n" and not line.startswith("#")]


def key_of(name):
    key = fold(name).encode()
    return key if 0 < len(key) <= KEY_MAX else None


class NameIndex:
    def __init__(self):
        self.best = collections.defaultdict(dict)  # key -> row -> class
        self.first = set()

    def add(self, names, row, name_class):
        for name in names:
            key = key_of(name)
            if key:
                known = self.best[key]
                known[row] = min(name_class, known.get(row, name_class))

    def ordered(self, key, score):
        candidates = self.best[key]
        return sorted(candidates, key=lambda row: (
            (key, row) not in self.first, -score(row, candidates[row]), row))


def score(place, name_class):
    population, kind = place["population"], place["kind"]
    base = population or (500 if kind == "older" else 1500)
    if kind == "capital":
        base = max(2 * base, 200000)
    if kind == "older":
        base /= 5
    if kind == "gone":
        base /= 10
    return base / WEIGHTS[name_class]


def away(place, lat, lon):
    east = (place["lon"] - lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(place["lat"] - lat, east)


def split(cell):
    return cell.split("|") if cell else []


def read_divisions():
    divisions, index, names = [], {}, NameIndex()
    for code, name, aliases in rows("countries.tsv"):
        index[code, ""] = len(divisions)
        names.add([name] , len(divisions), 0)
        names.add(split(aliases), len(divisions), 1)
        divisions.append((name, len(divisions), code))
    for country, code, name, aliases in rows("regions.tsv"):
        index[country, code] = len(divisions)
        names.add([name], len(divisions), 0)
        names.add(split(aliases), len(divisions), 1)
        divisions.append((name, index[country, ""], country))
    return divisions, index, names


def read_places(index):
    places, names = [], NameIndex()
    for row in rows("places.tsv"):
        geonames_id, name, lat, lon, country, admin1, population, kind, *aliases = row
        names.add([name], len(places), 0)
        for name_class, cell in enumerate(aliases, 1):
            names.add(split(cell), len(places), name_class)
        places.append({"name": name, "lat": float(lat), "lon": float(lon), "country": country,
                       "division": index[country, admin1], "population": int(population),
                       "kind": kind, "id": int(geonames_id)})
    return places, names


def override(places, names):
    table = [(kind, key, country, float(lat), float(lon), population)
             for kind, key, country, lat, lon, population, _ in rows("overrides.tsv")]
    for kind, key, country, lat, lon, population in table:
        near = max((row for row, place in enumerate(places) if place["country"] == country
                    and away(place, lat, lon) < 10),
                   key=lambda row: (score(places[row], 0), -row))
        if kind == "place":
            names.add([key], len(places), 0)
            places.append({"name": key, "lat": lat, "lon": lon, "country": country,
                           "division": places[near]["division"], "population": int(population),
                           "kind": "", "id": 0})
        else:
            names.add([key], near, 1)
    for kind, key, country, lat, lon, _ in table:
        if kind == "first":
            folded = key_of(key)
            names.first.add((folded, min(
                (row for row in names.best[folded] if places[row]["country"] == country),
                key=lambda row: away(places[row], lat, lon))))


def repeats(row, places, names, divisions, division_names):
    place, key = places[row], key_of(places[row]["name"])
    if not key or divisions[place["division"]][1] == place["division"]:
        return False
    if place["division"] not in division_names.best.get(key, ()):
        return False
    rivals = names.ordered(key, lambda r, c: score(places[r], c))
    return next(r for r in rivals if places[r]["country"] == place["country"]) == row


def index_lines(title, names, score_of):
    for key in sorted(names.best):
        order = names.ordered(key, score_of)
        yield "\t".join([title, key.decode()] + [
            f"{row}:{names.best[key][row]}" + ("!" * (len(order) > 1 and (key, row) in names.first))
            for row in order])


def derive():
    divisions, index, division_names = read_divisions()
    places, names = read_places(index)
    override(places, names)
    for row, place in enumerate(places):
        name, parent, code = divisions[place["division"]]
        region = "" if parent == place["division"] else name
        flags = FLAGS[place["kind"]]
        if repeats(row, places, names, divisions, division_names):
            flags |= REPEATS
        yield (f"{place['name']}\t{place['lat']:.5f}\t{place['lon']:.5f}\t{code}\t{region}\t"
               f"{place['population'] | flags}\t{place['id']}")
    for name, parent, _ in divisions:
        yield f"division\t{name}\t{parent}"
    yield from index_lines("place key", names, lambda row, c: score(places[row], c))
    yield from index_lines("division key", division_names, lambda row, c: c == 0)


def main(program):
    dumped = subprocess.run([program], check=True, stdout=subprocess.PIPE).stdout.decode()
    found, expected = dumped.split("\n")[:-1], list(derive())
    wrong = [(a, b) for a, b in zip(found, expected) if a != b]
    for there, derived in wrong[:10]:
        print(f"in the table: {there}\n     derived: {derived}")
    keys = [line.split("\t") for line in expected if line.startswith("place key\t")]
    print(f"{len(keys)} keys, {sum(k[1].isascii() for k in keys)} of them ASCII, "
          f"{sum(len(k) > 3 for k in keys)} ambiguous; {len(found)} lines in the table, "
          f"{len(expected)} derived, {len(wrong)} differ")
    sys.exit(1 if wrong or len(found) != len(expected) or len(keys) < 600000 else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
