"""Tables of real places for the recipes, and what the recipes must find, calculated independently."""

import csv
import json
import math
import pathlib
import random
import sqlite3
import subprocess

DATA = pathlib.Path(__file__).resolve().parent / "../../src/data"
RADIUS_KM = 6371.0088
FLIGHTS = 2000


def rows(name):
    with open(DATA / name, encoding="utf-8") as table:
        for line in table:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def haversine(a, b):
    """Kilometres between two points in degrees."""
    (lat1, lon1), (lat2, lon2) = (map(math.radians, point) for point in (a, b))
    h = (math.sin((lat2 - lat1) / 2) ** 2
         + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2)
    return 2 * RADIUS_KM * math.atan2(math.sqrt(h), math.sqrt(max(0, 1 - h)))


class World:
    """Airports, capitals and countries of the tables, and flights chosen with a fixed seed."""

    def __init__(self):
        # NAN and NAT are also words for a missing value, MKC is the code of a city: these come first.
        self.airports = {row[0]: (float(row[3]), float(row[4])) for row in rows("airports.tsv")
                         if row[7] == "large" and row[0] not in ("", "MKC", "NAN", "NAT")}
        self.countries = {row[0]: (row[1], row[2]) for row in rows("countries.tsv")}
        self.capitals = {row[4]: (row[1], (float(row[2]), float(row[3])))
                         for row in rows("places.tsv") if row[7] in ("capital", "capital seat")}
        chance, codes = random.Random(20261121), sorted(self.airports)
        self.flights = [(number, *chance.sample(codes, 2)) for number in range(1, FLIGHTS + 1)]
        self.distances = [haversine(self.airports[a], self.airports[b]) for _, a, b in self.flights]

    def to_capital(self, code, point):
        return haversine(self.capitals[code][1], point)

    def by_origin(self):
        """Distances of the flights from each airport."""
        found = {}
        for (_, origin, _), distance in zip(self.flights, self.distances):
            found.setdefault(origin, []).append(distance)
        return found


def write_csv(path, header, records):
    with open(path, "w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(records)


def write_lines(path, lines):
    path.write_text("".join(line + "\n" for line in lines), "utf-8")


MISTAKES = ["nairobbi to LHR", "LHR to JFK", "italy to rome", "95,0 to rome"]


def write_tables(world, folder):
    header = ["id", "origin", "destination"]
    write_csv(folder / "flights.csv", header, world.flights)
    for part in range(4):
        write_csv(folder / f"part-{part}.csv", header, world.flights[part * 500:(part + 1) * 500])
    (folder / "flights.json").write_text(
        json.dumps([dict(zip(header, flight)) for flight in world.flights]))
    write_lines(folder / "journeys.txt", (f"{a} to {b}" for _, a, b in world.flights))
    write_lines(folder / "mistakes.txt", MISTAKES)
    capitals = sorted(world.capitals)
    write_csv(folder / "capitals.csv", ["code", "city"],
              [(code, world.capitals[code][0]) for code in capitals])
    write_csv(folder / "countries.csv", ["code", "country", "population"],
              [(code, *world.countries[code]) for code in capitals])
    write_lines(folder / "cities.txt",
                (f"{world.capitals[code][0]}, {world.countries[code][0]}" for code in capitals))
    with sqlite3.connect(folder / "flights.db") as database:
        database.execute("CREATE TABLE flights (id INTEGER, origin TEXT, destination TEXT)")
        database.executemany("INSERT INTO flights VALUES (?, ?, ?)", world.flights)
    subprocess.run(["duckdb", "-c", "COPY (FROM 'flights.csv') TO 'flights.parquet'"],
                   cwd=folder, check=True, stdout=subprocess.DEVNULL)
