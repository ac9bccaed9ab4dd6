"""Do names mean what people mean by them?

    python3 tests/expectations.py GEODIST

The lists in tests/data were written from knowledge, not from the table: the largest cities by
their English names, exonyms and former names, ambiguous names with and without qualifiers,
each with its country and a point within 50 km; and misspellings with what must be among
the suggestions. Others say which names are areas, where the airports of a code are, and what
is no place.
"""

import json
import math
import os
import subprocess
import sys
import time

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
MOST_SECONDS = float(os.environ.get("SUGGESTION_SECONDS", "inf"))


def rows(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as table:
        return [line.rstrip("\n").split("\t") for line in table if not line.startswith("# ")]


def kilometres(lat1, lon1, lat2, lon2):
    p1, p2, dlon = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(dlon / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(h)))


def answers_to(program, texts):
    """What the program answers to each text as the first place of a line."""
    lines = "".join(f"{text}\t0,0\n" for text in texts)
    printed = subprocess.run(program + ["-f", "json"], input=lines, encoding="utf-8",
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    answers = [json.loads(line) for line in printed.splitlines()]
    assert len(answers) == len(texts)
    return answers


def check_places(program, name):
    expected = rows(name)
    answers = answers_to(program, [row[0] for row in expected])
    wrong = 0
    for (query, country, lat, lon), answer in zip(expected, answers):
        found = answer.get("from")
        if not found or found["country_code"] != country or kilometres(
                found["lat"], found["lon"], float(lat), float(lon)) > 50:
            wrong += 1
            print(f"{name}: {query} is {found or answer['error']}")
    print(f"{name}: {len(expected) - wrong} of {len(expected)}")
    return wrong


def is_expected(answer, expected, limit):
    """Expected is `area` or a point; any other word asks for an error."""
    found = answer.get("from")
    if "," in expected:
        lat, lon = map(float, expected.split(","))
        return found and kilometres(found["lat"], found["lon"], lat, lon) <= limit
    return not found and (expected != "area" or " is " in answer["error"])


def check_expected(program, name, limit=50):
    expected, wrong = rows(name), 0
    for row, answer in zip(expected, answers_to(program, [row[0] for row in expected])):
        if not is_expected(answer, row[1], limit):
            wrong += 1
            print(f"{name}: {row[0]} is {answer.get('from') or answer['error']}, not {row[1]}")
    print(f"{name}: {len(expected) - wrong} of {len(expected)}")
    return wrong


def check_suggestions(program, name):
    expected, wrong, slowest = rows(name), 0, 0
    for query, suggestion in expected:
        began = time.perf_counter()
        done = subprocess.run(program + [query, "0,0"], encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        slowest = max(slowest, time.perf_counter() - began)
        if done.returncode != 1 or suggestion not in done.stderr:
            wrong += 1
            print(f"{name}: {query} gives {done.stdout or done.stderr}")
    print(f"{name}: {len(expected) - wrong} of {len(expected)}, the slowest in {slowest:.4f} s")
    return wrong + (slowest > MOST_SECONDS)


def main(program):
    wrong = sum(check_places(program, f"{name}.tsv") for name in ("largest", "exonyms", "ambiguous"))
    wrong += sum(check_expected(program, f"{name}.tsv") for name in (
        "country_names", "region_names", "area_names", "city_codes", "ambiguous_places", "refused"))
    wrong += check_expected(program, "airports.tsv", 12)
    wrong += check_expected(program, "unread.tsv")
    wrong += check_suggestions(program, "unknown.tsv")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
