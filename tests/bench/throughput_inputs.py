"""The inputs of tests/bench/throughput, drawn with a fixed seed.

The join needs unique names, and geodist must read each of them as the row that the join finds: a name is
used if geodist, asked for it alone, answers with a city of that name. The other cities of the name are
left out of the table.
"""

import json
import random
import subprocess

LARGEST = 30000


def list_cities(geodist):
    """Rows of --list by their GeoNames id."""
    printed = subprocess.run([geodist, "--list"], stdout=subprocess.PIPE, check=True).stdout.decode()
    rows = (line.split("\t") for line in printed.splitlines())
    return {row[-1]: row for row in rows if row[7] == "city"}


def locate(geodist, names):
    """The GeoNames id of the place that each name leads to, and None where there is none."""
    given = "".join(f"{name}\n" for name in names).encode()
    printed = subprocess.run([geodist, "--locate", "-q", "-f", "json", "-"], input=given,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    answers = list(map(json.loads, printed.splitlines()))
    assert len(answers) == len(names), "one answer for each name"
    return [str(answer["geonames_id"]) if "geonames_id" in answer else None for answer in answers]


def find_names(geodist):
    """Name, latitude and longitude of the cities that are found by their plain name, largest first."""
    cities = list_cities(geodist)
    names = sorted({row[0] for row in cities.values() if '"' not in row[0]})
    found = [(name, cities.get(key)) for name, key in zip(names, locate(geodist, names))]
    rows = [row for name, row in found if row and row[0] == name]
    rows.sort(key=lambda row: (-int(row[6]), row[0]))
    return [(row[0], row[4], row[5]) for row in rows]


def find_unknown(geodist, names, count):
    """Names that are not found, each a name with its letters in reverse and two more."""
    made = [f"{name[::-1].lower()}qx" for name in names[:2 * count]]
    return [name for name, key in zip(made, locate(geodist, made)) if key is None][:count]


class Inputs:
    """Makes the files of a folder."""

    def __init__(self, folder, geodist):
        self.folder, self.places = folder, f"{folder}/places"
        self.chance = random.Random(20261122)
        rows = find_names(geodist)
        self.names = [row[0] for row in rows]
        self.largest = self.names[:LARGEST]
        self.unknown = find_unknown(geodist, self.largest, LARGEST // 10)
        with open(self.places, "w", encoding="utf-8") as table:
            table.writelines("\t".join(row) + "\n" for row in rows)

    def write_pairs(self, name, starts, stops):
        path = f"{self.folder}/{name}"
        with open(path, "w", encoding="utf-8") as pairs:
            pairs.writelines(f"{start}\t{stop}\n" for start, stop in zip(starts, stops))
        return path

    def draw(self, names, count):
        return self.chance.choices(names, k=count)

    def make_numbers(self, lines):
        path, draw = f"{self.folder}/numbers", self.chance.random
        with open(path, "w", encoding="utf-8") as pairs:
            pairs.writelines("%.5f,%.5f,%.5f,%.5f\n" % (180 * draw() - 90, 360 * draw() - 180,
                                                        180 * draw() - 90, 360 * draw() - 180)
                             for _ in range(lines))
        return path

    def make_largest(self, lines):
        return self.write_pairs("largest", self.draw(self.largest, lines), self.draw(self.largest, lines))

    def make_all(self, lines):
        return self.write_pairs("all", self.draw(self.names, lines), self.draw(self.names, lines))

    def make_unknown(self, lines):
        stops = (self.chance.choice(self.unknown) if self.chance.random() < 0.1 else stop
                 for stop in self.draw(self.largest, lines))
        return self.write_pairs("unknown", self.draw(self.largest, lines), stops)
