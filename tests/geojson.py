#!/usr/bin/env python3
"""Puts random journeys through -f geojson and looks at the lines as a map would draw them.

    geojson.py GEODIST

Every line begins and ends where it should, keeps to the great circle by three-dimensional
vectors, makes no step of more than half the map, and meets the antimeridian on both sides at the
same latitude wherever it is cut (RFC 7946, 3.1.9).
"""
import json
import math
import random
import subprocess
import sys

ON_CIRCLE = 3e-9  # radians: what is written has 8 decimals of a degree
rng = random.Random(7946)


def vector(lon, lat):
    lon, lat = math.radians(lon), math.radians(lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def cross(a, b):
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def length(v):
    return math.sqrt(sum(x * x for x in v))


def angle(a, b):
    return math.atan2(length(cross(a, b)), sum(x * y for x, y in zip(a, b)))


def pairs():
    edge = [-180, -179.5, -90, 0, 90, 179.5, 180]
    for _ in range(2000):
        lat = [math.degrees(math.asin(rng.uniform(-1, 1))) for _ in range(2)]
        lon = [rng.uniform(-180, 180) if rng.random() < 0.7 else rng.choice(edge) for _ in range(2)]
        yield lat[0], lon[0], lat[1], lon[1]
    for lat in (-89.9, -60, 1e-5, 45, 89):
        for lon in edge:
            yield lat, lon, lat, (lon + 360) % 360 - 180  # over a pole
            yield lat, lon, -lat / 2, lon


def parts_of(feature):
    geometry = feature["geometry"]
    single = geometry["type"] == "LineString"
    assert single or geometry["type"] == "MultiLineString", geometry["type"]
    parts = [geometry["coordinates"]] if single else geometry["coordinates"]
    assert single == (len(parts) == 1)
    return parts


def check(feature, lat1, lon1, lat2, lon2):
    start, end = vector(lon1, lat1), vector(lon2, lat2)
    parts = parts_of(feature)
    for part in parts:
        assert len(part) >= 2, "a part of one vertex"
        for lon, lat in part:
            assert abs(lon) <= 180 and abs(lat) <= 90
        for (a, _), (b, _) in zip(part, part[1:]):
            assert abs(a - b) <= 180, f"a step from {a} to {b}"
    for before, after in zip(parts, parts[1:]):
        assert abs(before[-1][0]) == 180 and before[-1][0] == -after[0][0], "not cut there"
        assert before[-1][1] == after[0][1], "not joined"
    line = [vector(*vertex) for part in parts for vertex in part]
    assert angle(line[0], start) < ON_CIRCLE and angle(line[-1], end) < ON_CIRCLE, "other ends"
    normal = cross(start, end)
    if length(normal) > 1e-3:  # otherwise there is no plane to speak of
        off = max(abs(sum(x * y for x, y in zip(normal, v))) / length(normal) for v in line)
        assert off < ON_CIRCLE, f"off the great circle by {off}"
    total = sum(angle(a, b) for a, b in zip(line, line[1:]))
    assert abs(total - angle(start, end)) < 1e-6, "not the shortest way"
    assert max(angle(a, b) for a, b in zip(line, line[1:])) < math.radians(1.001)


def main():
    drawn = list(pairs())
    text = "".join(" ".join(f"{x:.8f}" for x in pair) + "\n" for pair in drawn)
    done = subprocess.run([sys.argv[1], "-f", "geojson"], input=text, text=True,
                          stdout=subprocess.PIPE, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == len(drawn)
    cut = 0
    for pair, line in zip(drawn, lines):
        feature = json.loads(line)
        assert feature["type"] == "Feature"
        cut += feature["geometry"]["type"] == "MultiLineString"
        try:
            check(feature, *(round(x, 8) for x in pair))
        except AssertionError as what:
            sys.exit(f"{pair}: {what}")
    assert cut > 300
    print(f"{len(lines)} lines, {cut} of them cut")


main()
