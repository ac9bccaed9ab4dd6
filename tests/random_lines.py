"""A line for a line, whatever the lines are: python3 tests/random_lines.py GEODIST

Streams made of pieces that mean something to the ways of cutting, with every way and format.
The answers are counted, and with a sanitizer in the program nothing else may be said. Where a line
may have several answers, each begins with the number of its line. Tables of such pieces are read with Python's csv: each record has the cells that it had, and the added ones.
"""

import csv
import io
import random
import subprocess
import sys

PIECES = [b"nairobi", b"El Paso", b"paris", b"TX", b"\xe6\x9d\xb1", b"x", b" ", b",", b";", b"\t",
          b'"', b'""', b"'", b" to ", b"1.5", b"5", b".", b"-", b"N", b"E", b"\xc2\xb0", b"geo:",
          b"#", b"\0", b"\xff", b"\x1b[31m", b"\r"]
WAYS = [[], ["-q"], ["-f", "json"], ["-f", "tsv", "-p", "0"], ["-f", "csv", "--strict"],
        ["-i", "csv"], ["-i", "words"], ["-i", "tsv"], ["-c", "1,2"], ["-q", "--to", "rome"],
        ["--locate"], ["--locate", "--decimal-comma", "-f", "csv", "--fields", "label,error"],
        ["--near", "-", "--count", "1", "-f", "tsv"], ["--near", "-", "--count", "1", "-f", "json"],
        ["--near", "-", "--count", "1", "--within", "2", "-f", "geojson"],
        ["--decimal-comma", "-f", "json"], ["--search", "-", "--count", "1"]]
# A line has any number of answers, but at least one.
LISTS = [["--near", "-", "--count", "2", "-f", "tsv"], ["--near", "-", "--within", "2", "-f", "csv"],
         ["--search", "-", "--count", "2", "-f", "tsv"]]
# Options, the header and how many cells each record gets.
TABLES = [(["-c", "a,b"], "a,b", 1),
          (["-c", "a+b", "--add", "label,error"], "a;b;c", 2),
          (["-c", "b", "--to", "paris", "--add", "distance=x,bearing,label"], "a\tb", 3),
          (["-c", "a,b,c,d", "--add", "lat,lon,error"], "a|b|c|d", 9),
          (["-c", "lat,lon", "--decimal-comma", "-q"], "x;lat;lon", 3),
          (["-c", "2", "--no-header", "--delimiter", ","], "paris,rome", 3)]
LINES = 4000


def random_lines(chance, pieces):
    return [b"".join(chance.choices(pieces, k=chance.randrange(14))) for _ in range(LINES)]


def run(program, way, lines):
    return subprocess.run(program + way, input=b"\n".join(lines) + b"\n",
                          capture_output=True, timeout=120)


def is_wrong(way, done, problem):
    unsafe = b"\x1b" in done.stderr or b"Sanitizer" in done.stderr or b"runtime error" in done.stderr
    if not problem and done.returncode in (0, 1) and not unsafe:
        return False
    print(f"{way}: {problem}, status {done.returncode}", done.stderr[-1000:].decode(errors="replace"))
    return True


def stream_fails(program, chance, way):
    lines = [b"a,b"] + random_lines(chance, PIECES)
    done = run(program, way, lines)
    answers = done.stdout.count(b"\n")
    problem = answers != len(lines) and f"{answers} answers to {len(lines)} lines"
    return is_wrong(way, done, problem)


def list_fails(program, chance, way):
    lines = random_lines(chance, PIECES)
    done = run(program, way, lines)
    numbers = [int(row.replace(b",", b"\t").split(b"\t")[0]) for row in done.stdout.splitlines()]
    problem = (numbers != sorted(numbers) or set(numbers) != set(range(1, len(lines) + 1))) and \
        "not all lines have an answer"
    return is_wrong(way, done, problem)


def records_of(table, delimiter):
    return list(csv.reader(io.StringIO(table.decode("latin-1"), newline=""), delimiter=delimiter))


def find_difference(before, after, added):
    """What is wrong with the records, or None. The last may have a quote that is not closed."""
    if len(before) != len(after):
        return f"{len(after)} records of {len(before)}"
    for i, (old, new) in enumerate(zip(before, after)):
        kept = new[:-added] if old and (new != old or i + 1 < len(before)) else new
        if kept != old:
            return f"record {i}: {new} of {old}"
    return None


def table_fails(program, chance, way, header, added):
    delimiter = next((mark for mark in "\t;|" if mark in header), ",")
    # Python's csv ends a record at a CR, and knows NUL only since 3.11.
    pieces = [piece for piece in PIECES if piece not in (b"\r", b"\0")] + 2 * [delimiter.encode()]
    lines = [header.encode()] + random_lines(chance, pieces)
    done = run(program, way, lines)
    before = records_of(b"\n".join(lines) + b"\n", delimiter)
    problem = find_difference(before, records_of(done.stdout, delimiter), added)
    return is_wrong(way, done, problem)


def main(program):
    csv.field_size_limit(1 << 30)
    chance = random.Random(20261121)
    failed = sum(stream_fails(program, chance, way) for way in WAYS)
    failed += sum(list_fails(program, chance, way) for way in LISTS)
    failed += sum(table_fails(program, chance, *table) for table in TABLES)
    print(f"{len(WAYS) + len(LISTS) + len(TABLES) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
