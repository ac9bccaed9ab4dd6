#!/usr/bin/env python3
"""Compares the output of the program under WebAssembly with that of the native program:

    same_stream.py LINES NATIVE COMMAND...

Both read the same stream of names, coordinates and faulty lines, once for each set of options.
Standard output, standard error and exit status must be equal.
"""

import pathlib
import random
import subprocess
import sys
import tempfile

PLACES = pathlib.Path(__file__).resolve().parents[2] / "src" / "data" / "places.tsv"
# 15 decimals show every bit. The sines of musl and glibc differ in the last bit of one in thirty, so
# that distances computed with them would differ here.
OPTIONS = [["-q", "-p", "15"], ["-f", "json"], ["-u", "mi"], ["-f", "csv", "--radius", "6378.137", "--strict"],
        ["-q", "-m", "wgs84", "-p", "15"]]
# Faulty lines, routes of several legs, and lines that can be split in several ways.
ODD = ["", "# a comment", "nairobi", "nairobbi elpaso", "91,0 0,0", "paris;london;tokyo", '"paris london',
       "springfield\tParis, Texas", "new york to los angeles", "x\0y\t\x1b[31m", "1.5 2.5 3.5", "東京;köln", "nai\udcffrobi;paris"]


def read_names():
    with PLACES.open(encoding="utf-8") as table:
        rows = (line.split("\t") for line in table if not line.startswith("#"))
        return [row[1] for row in rows]


def random_point(chance):
    """Two in a hundred latitudes are of a pole or the equator, longitudes of 0 or 180 degrees."""
    lat = chance.choice([-90, 0, 90]) if chance.random() < 0.02 else chance.uniform(-90, 90)
    lon = chance.choice([-180, 0, 180]) if chance.random() < 0.02 else chance.uniform(-180, 180)
    return lat, lon


def antipode(lat, lon):
    return -lat, lon - 180 if lon > 0 else lon + 180


def coordinate_line(chance):
    here = random_point(chance)
    there = random_point(chance)
    kind = chance.random()
    if kind < 0.1:  # nearby
        there = max(-90, min(90, here[0] + chance.gauss(0, 1e-4))), here[1]
    elif kind < 0.2:
        there = antipode(*here)
    digits = chance.choice([2, 5, 9, 15])
    return ("%.*f,%.*f %.*f,%.*f" if kind < 0.5 else "%.*f %.*f %.*f %.*f") % (
        digits, here[0], digits, here[1], digits, there[0], digits, there[1])


def line(chance, names):
    kind = chance.random()
    if kind < 0.45:
        return f"{chance.choice(names)}\t{chance.choice(names)}"
    if kind < 0.95:
        return coordinate_line(chance)
    return chance.choice(ODD)


def run(command, path):
    with open(path, "rb") as stream, tempfile.TemporaryFile() as out:
        done = subprocess.run(command, stdin=stream, stdout=out, stderr=subprocess.PIPE, timeout=600)
        out.seek(0)
        return out.read(), done.stderr, done.returncode


def report(options, native, other):
    print(f"{' '.join(options)}: status {native[2]} and {other[2]}")
    for name, ours, theirs in zip(["output", "errors"], native, other):
        pairs = list(zip(ours.split(b"\n"), theirs.split(b"\n")))
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        print(f"  {name}: {len(differing)} of {len(pairs)} lines differ, such as {differing[:3]}")


def main(lines, native, *other):
    chance, names, failed = random.Random(20261121), read_names(), 0
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
        for _ in range(int(lines)):
            stream.write(line(chance, names) + "\n")
        stream.flush()
        for options in OPTIONS:
            answers = [run([*command, *options], stream.name) for command in ([native], other)]
            if answers[0] != answers[1] or answers[0][2] not in (0, 1):
                failed += 1
                report(options, *answers)
    print(f"{len(OPTIONS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
