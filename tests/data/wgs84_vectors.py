#!/usr/bin/env python3
"""Writes wgs84_vectors.tsv: geodesics on WGS84 as GeodSolve computes them.

    python3 wgs84_vectors.py > wgs84_vectors.tsv

GeodSolve (GeographicLib, Debian's geographiclib-tools) is asked for lengths to a tenth of a
nanometre and azimuths to 1e-15 degrees. The pairs are drawn as for sphere_vectors.tsv, and of
three more classes that geodesics find hard.
"""
import contextlib
import io
import subprocess
from decimal import Decimal

with contextlib.redirect_stdout(io.StringIO()): # it prints its own vectors
    import sphere_vectors as sphere

rng = sphere.rng
rng.seed(1984)
PAIRS_A_CLASS = 250


def meridional():
    lat1, lon1 = sphere.point()
    lat2 = sphere.point()[0]
    return lat1, lon1, lat2, lon1 if rng.random() < 0.5 else lon1 - 180 if lon1 > 0 else lon1 + 180


def equatorial():
    lon1 = rng.uniform(-180, 180)
    return 0, lon1, 0, lon1 + rng.uniform(0, 180)


def antipodal_strip():
    """Where the shortest lines to the other side part: half a degree about the antipode."""
    lat1, lon1 = sphere.point()
    lat2 = max(-90, min(90, -lat1 + rng.choice([0, 1]) * rng.uniform(-1, 1)))
    return lat1, lon1, lat2, lon1 + 180 + rng.uniform(-1, 1)


CLASSES = dict(sphere.CLASSES, **{
    "meridional": meridional,
    "equatorial": equatorial,
    "antipodal strip": antipodal_strip,
})
pairs = [("edge", pair) for pair in sphere.EDGES]
pairs += [(name, draw()) for name, draw in CLASSES.items() for _ in range(PAIRS_A_CLASS)]
# It takes an e for the hemisphere, so every digit is written out.
lines = "".join(" ".join(format(Decimal(float(x)), "f") for x in pair) + "\n" for _, pair in pairs)
answers = subprocess.run(["GeodSolve", "-i", "-p", "10"], input=lines, text=True, check=True,
                         capture_output=True).stdout.splitlines()
assert len(answers) == len(pairs)
print("# class", "lat1", "lon1", "lat2", "lon2", "metres", "azimuth1", "azimuth2", sep="\t")
for (name, pair), answer in zip(pairs, answers):
    azimuth1, azimuth2, metres = answer.split()
    print(name, *(repr(float(x)) for x in pair), metres, azimuth1, azimuth2, sep="\t")
