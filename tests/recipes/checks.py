"""One check for each recipe: it gets the world, the folder of the tables and the standard output."""

import csv
import io
import json
import sqlite3
import subprocess

import world as worlds

MILLIMETRE = 1e-6 + 1e-9  # in kilometres, and the rounding of this comparison


def is_near(got, wanted, most=MILLIMETRE):
    assert abs(float(got) - wanted) <= most, f"{got} is not {wanted:.6f}"


def parse(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def same_flights(world, records):
    """Each record is a flight in order and its distance."""
    assert len(records) == len(world.flights), f"{len(records)} records"
    for record, flight, distance in zip(records, world.flights, world.distances):
        assert [str(cell) for cell in record[:3]] == [str(cell) for cell in flight], record
        is_near(record[-1], distance)


def has_header(record, name="distance_km"):
    assert record == ["id", "origin", "destination", name], record


def nearest_capitals(world, folder, output):
    berlin = world.capitals["DE"][1]
    wanted = sorted((world.to_capital(code, berlin), f"{city}, {world.countries[code][0]}")
                    for code, (city, _) in world.capitals.items())[:3]
    got = parse(output, "\t")
    assert [row[1] for row in got] == [name for _, name in wanted], got
    for (distance, _), (expected, _) in zip(got, wanted):
        is_near(distance, expected, 0.0500001)


def sums_by_origin(world, folder, output):
    wanted = {origin: sum(distances) for origin, distances in world.by_origin().items()}
    got = dict(line.split() for line in output.splitlines())
    assert got.keys() == wanted.keys()
    for origin, distance in got.items():
        is_near(distance, wanted[origin], 0.001)


def joined_capitals(world, folder, output):
    header, *records = parse(output)
    assert header == ["code", "city", "country", "population", "distance_km"], header
    geneva = next((float(row[2]), float(row[3])) for row in worlds.rows("places.tsv")
                  if row[1] == "Genève" or row[0] == "2660646")
    assert [record[0] for record in records] == sorted(world.capitals)
    for code, city, country, population, distance in records:
        assert (city, country, population) == (world.capitals[code][0], *world.countries[code])
        is_near(distance, world.to_capital(code, geneva))


def parts(world, folder, output):
    records = []
    for part in range(4):
        header, *rest = parse((folder / f"part-{part}.csv.out").read_text())
        has_header(header)
        records += rest
    same_flights(world, records)


def blocks(world, folder, output):
    same_flights(world, parse(output))


def far_flights(world, folder, output):
    wanted = [(a, b, km) for (_, a, b), km in zip(world.flights, world.distances) if km > 15000]
    got = parse(output)
    assert wanted and len(got) == len(wanted), len(got)
    for (a, b, distance), expected in zip(got, wanted):
        assert (a, b) == expected[:2]
        is_near(distance, expected[2])


def failed_lines(world, folder, output):
    wanted = [f"{number}: {line}" for number, line in enumerate(worlds.MISTAKES, 1)
              if line != "LHR to JFK"]
    assert output.splitlines() == wanted, output


def farthest_flights(world, folder, output):
    wanted = sorted(zip(world.distances, world.flights), reverse=True)[:3]
    got = json.loads(output)
    assert len(got) == 3, got
    for record, (distance, flight) in zip(got, wanted):
        assert (record["id"], record["origin"], record["destination"]) == flight, record
        is_near(record["distance_km"], distance)


def coordinates(world, folder, output):
    got = json.loads(output)
    assert [record["code"] for record in got] == sorted(world.capitals)
    for record in got:
        wanted = world.capitals[record["code"]][1]
        assert (record["lat"], record["lon"]) == wanted, (record, wanted)


SHOW_PANDAS = "print(flights.to_json(orient='values'), back.to_json(orient='values'), sep='\\n')\n"


def data_frames(world, folder, output):
    there, back = (json.loads(line) for line in output.splitlines())
    same_flights(world, [[*map(str, row[:3]), row[3]] for row in there])
    # The second table has its columns the other way round.
    same_flights(world, [[str(row[0]), row[2], row[1], row[3]] for row in back])


def means(world, folder, output):
    wanted = sorted(((sum(distances) / len(distances), origin)
                     for origin, distances in world.by_origin().items()), reverse=True)[:3]
    header, *records = parse(output)
    assert header == ["origin", "km"] and [record[0] for record in records] == [o for _, o in wanted]
    for (_, distance), (expected, _) in zip(records, wanted):
        is_near(distance, expected)


def parquet(world, folder, output):
    done = subprocess.run(["duckdb", "-csv", "-c", "FROM 'distances.parquet'"], cwd=folder,
                          capture_output=True, text=True, check=True)
    header, *records = parse(done.stdout)
    has_header(header)
    same_flights(world, records)


def database(world, folder, output):
    with sqlite3.connect(folder / "distances.db") as opened:
        got = opened.execute("SELECT id, origin, destination, distance_km FROM distances")
        same_flights(world, got.fetchall())


CHECKS = {
    "sort 1": nearest_capitals, "awk 1": sums_by_origin, "join 1": joined_capitals, "xargs 1": parts,
    "parallel 1": blocks, "jq 1": far_flights, "jq 2": failed_lines, "mlr 1": farthest_flights,
    "mlr 2": coordinates, "pandas 1": data_frames, "DuckDB 1": means, "DuckDB 2": parquet,
    "sqlite3 1": database,
}
