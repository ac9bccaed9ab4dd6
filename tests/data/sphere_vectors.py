#!/usr/bin/env python3
"""Writes sphere_vectors.tsv: great-circle distances in arbitrary precision (mpmath).

    python3 sphere_vectors.py > sphere_vectors.tsv

The distance is the arctangent of the cross and the dot product of the two directions, with 80
digits, on a sphere of 6371008.8 m: neither the formula nor the arithmetic of the library.
Coordinates are the shortest digits that read back as the same double.
"""
import math
import random

from mpmath import mp, mpf

mp.dps = 80
RADIUS = mpf("6371008.8")
DEGREE = mp.pi / 180
PAIRS_A_CLASS = 600
rng = random.Random(1884)  # the year of the prime meridian


def sin_cos(degrees):
    """Of an exact angle; multiples of 90 degrees give exactly 0 and 1."""
    quadrant = int(mp.nint(degrees / 90))
    rest = (degrees - 90 * quadrant) * DEGREE
    s, c = mp.sin(rest), mp.cos(rest)
    return [(s, c), (c, -s), (-s, -c), (-c, s)][quadrant % 4]


def distance(lat1, lon1, lat2, lon2):
    s1, c1 = sin_cos(mpf(lat1))
    s2, c2 = sin_cos(mpf(lat2))
    s, c = sin_cos(mpf(lon2) - mpf(lon1))
    cross = mp.hypot(c2 * s, c1 * s2 - s1 * c2 * c)
    return RADIUS * mp.atan2(cross, s1 * s2 + c1 * c2 * c)


def point():
    return math.degrees(math.asin(rng.uniform(-1, 1))), rng.uniform(-180, 180)


def shift(low, high):
    return rng.choice([-1, 1]) * 10 ** rng.uniform(low, high) * (rng.random() > 0.125)


def moved(lat, lon, low, high):
    return max(-90, min(90, lat + shift(low, high))), lon + shift(low, high)


def near_identical():
    here = point()
    return here + moved(*here, -9, 0)


def near_antipodal():
    lat, lon = point()
    return (lat, lon) + moved(-lat, lon - 180 if lon > 0 else lon + 180, -12, 0)


def polar():
    (lat1, lon1), (lat2, lon2) = point(), point()
    near_pole = lambda lat: math.copysign(90 - abs(shift(-13, 0.5)), lat)
    return near_pole(lat1), lon1, near_pole(lat2), lon2


def date_line():
    lat1, lat2 = point()[0], point()[0]
    if rng.random() < 0.5:
        lat2 = max(-90, min(90, lat1 + shift(-9, 0)))
    return lat1, 180 - abs(shift(-13, 1)), lat2, -180 + abs(shift(-13, 1))


CLASSES = {
    "random": lambda: point() + point(),
    "near-identical": near_identical,
    "near-antipodal": near_antipodal,
    "polar": polar,
    "date line": date_line,
}

EDGES = [
    (-1.28333, 36.81667, 31.75872, -106.48693),  # Nairobi, El Paso
    (0, 0, 0, 0),
    (0, 0, 0, 180),
    (0, -180, 0, 180),
    (0, 90, 0, -90),
    (90, 0, -90, 0),
    (90, 12, 90, -77),
    (-90, 0, -90, 180),
    (90, 0, 0, 123),
    (45, 0, 45, 90),
    (45, 10, -45, -170),
    (10, 190, 10, -170),
    (10, 550, 10, -170),
    (10, 720.25, 10, 0),
    (0, 0, 0, 90),
    (0, 0, 90, 0),
    (0, 0, 1e-9, 0),
    (0, 0, 0, 1e-9),
    (0, 0, 5e-15, -5e-15),
    (0, 0, 1e-100, 0),
    (0, 0, 0, 179.99999999999997),
    (1e-14, 0, -1e-14, 180),
    (89.99999999999999, 0, 89.99999999999999, 180),
    (89.99999999999999, 0, -89.99999999999999, 0),
    (52.784459512564, 0, -52.784459512563990912, 179.634407464943777557),
    (-0.0, -0.0, 0.0, 0.0),
]


def write(name, pair):
    metres = mp.nstr(distance(*pair), 25, min_fixed=-mp.inf, max_fixed=mp.inf, strip_zeros=False)
    print(name, *(repr(float(x)) for x in pair), metres, sep="\t")


print("# class", "lat1", "lon1", "lat2", "lon2", "metres", sep="\t")
for pair in EDGES:
    write("edge", pair)
for name, draw in CLASSES.items():
    for _ in range(PAIRS_A_CLASS):
        write(name, draw())
