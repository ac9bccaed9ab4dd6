#!/usr/bin/env python3
"""Tables come out as they came in, with one more cell, and other programs read them the same way.

    tables.py [--tables N] [--seed N] [--plain] GEODIST [FOLDER]

Makes N tables (table_cases.py), each from its seed, and runs `geodist -c from,to` on them. The output
without the last cell of each record must be the input, byte for byte; the cell must be the distance, or
empty where a name is not known or the record has too few or too many cells. Python's csv, pandas, DuckDB
and Miller (table_readers.py) must read the same records and cells from the input and from the output without
its last column. --seed runs one table. FOLDER (default: build-tests/recipes) keeps the Python packages, which
are installed like the Debian ones if they are missing. --plain needs and installs nothing: it compares the
bytes and what Python's csv reads. So does a machine where the others cannot be installed, which is said.
"""

import argparse
import collections
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "recipes"))
import table_cases  # noqa: E402
import table_readers  # noqa: E402
import tools  # noqa: E402
import world  # noqa: E402


def options(table):
    """Every third table names its delimiter."""
    return ["--delimiter", table.delimiter.decode()] if table.seed % 3 == 0 else []


def run(geodist, text, *options):
    return subprocess.run([geodist, "-q", "-c", "from,to", *options], input=text,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)


# ---- The bytes ------------------------------------------------------------------------------


def distance(table, cells):
    """Kilometres from `from` to `to` of a record, or None if it cannot be answered."""
    header = table.records[0].cells
    if len(cells) != len(header):
        return None
    ends = [table_cases.KNOWN.get(cells[header.index(name)]) for name in (b"from", b"to")]
    return world.haversine(*ends) if all(ends) else None


def check_cell(table, record, cell):
    if record is table.records[0]:
        assert cell == b"distance_km", f"header: {cell}"
        return
    wanted = distance(table, record.cells)
    if wanted is None:
        assert cell == b"", f"{cell} in a record without an answer: {record.text[:200]}"
    else:
        assert abs(float(cell) - wanted) <= 1.001e-6, f"{cell} is not {wanted}: {record.text[:200]}"


def check_bytes(table, output):
    """Takes the appended cells away and compares the rest with the input."""
    assert output.startswith(table.opening), "the beginning of the table is changed"
    body = output[len(table.opening):]
    records = list(table_readers.split_records(body, table.delimiter))
    assert len(records) == len(table.records), f"{len(records)} records of {len(table.records)}"
    for record, (cells, newline) in zip(table.records, records):
        if record.cells:
            check_cell(table, record, cells.pop())
        rest = table.delimiter.join(cells)
        assert (rest, newline) == (record.text, record.newline), \
            f"{record.text[:200] + record.newline} came back as {rest[:200] + newline}"


def check_status(table, status):
    wanted = any(record.cells and distance(table, record.cells) is None for record in table.records[1:])
    assert status == wanted, f"exit {status}"


def fault_of_bytes(table, done):
    try:
        check_bytes(table, done.stdout)
        check_status(table, done.returncode)
    except (AssertionError, ValueError) as error:
        return f"{error}; {done.stderr.decode(errors='replace')[:200]}"
    return None


def faults_without_header(geodist):
    for text in table_cases.WITHOUT_HEADER:
        output = run(geodist, text).stdout
        if output != text:
            yield f"{text} came back as {output}"


# ---- Other readers --------------------------------------------------------------------------


def count_unread(unread, excluded):
    """A feature of UNREAD must keep the reader from reading some table, or it does not belong there."""
    for feature, is_read in sorted(excluded.items()):
        if all(is_read):
            yield f"reads all tables with {feature}: take it out of UNREAD"
    for feature in sorted(unread - excluded.keys()):
        yield f"no table has just {feature}"


def compare_reader(name, tables, inputs, outputs):
    """Yields what is wrong. Prints how many tables the reader read."""
    unread, excluded, counts = table_readers.UNREAD[name], collections.defaultdict(list), collections.Counter()
    read = table_readers.READERS[name]
    for table, before, after in zip(tables, read(inputs), read(outputs)):
        wanted = table_readers.expected(name, [record.cells for record in table.records if record.cells])
        hindrances = table.features & unread
        if hindrances:
            if len(hindrances) == 1:
                excluded[min(hindrances)].append(before == wanted)
            counts["left out"] += 1
        elif before != wanted:
            yield f"table {table.seed}: the input is not read as it was made"
        elif after is None or [cells[:-1] for cells in after] != before:
            yield f"table {table.seed}: the output is not read as the input"
        else:
            counts["the same"] += 1
    print(f"{name}: reads {counts['the same']} of {len(tables) - counts['left out']} tables the same, "
          f"{counts['left out']} left out ({', '.join(sorted(unread))})")
    if len(tables) > 100:
        yield from count_unread(unread, excluded)


def write_all(folder, tables, texts):
    """Paths and delimiters of the tables."""
    folder.mkdir()
    found = []
    for table, text in zip(tables, texts):
        path = folder / f"{table.seed}.csv"
        path.write_bytes(text)
        found.append((str(path), table.delimiter.decode()))
    return found


def compare_readers(readers, tables, outputs):
    """Yields what is wrong, with the name of the reader."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        before = write_all(folder / "input", tables, [table.text() for table in tables])
        after = write_all(folder / "output", tables, outputs)
        for reader in readers:
            for wrong in compare_reader(reader, tables, before, after):
                yield f"{reader}: {wrong}"


def use_packages(folder):
    """Installs the readers; returns what is missing."""
    missing = tools.need(folder, ["mlr"], ["pandas", "duckdb"])
    if missing:
        print("pandas, DuckDB and Miller are NOT TESTED: please install", *missing)
    os.environ["PATH"] = tools.path_with_tools(folder)
    sys.path += map(str, pathlib.Path(folder).glob("venv/lib/python*/site-packages"))
    return missing


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--tables", type=int, default=400)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("geodist")
    parser.add_argument("folder", nargs="?", default=HERE.parent / "build-tests/recipes")
    chosen = parser.parse_args()
    plain = chosen.plain or use_packages(chosen.folder)
    seeds = range(chosen.tables) if chosen.seed is None else [chosen.seed]
    tables = [table_cases.make_table(seed) for seed in seeds]
    results = [run(chosen.geodist, table.text(), *options(table)) for table in tables]
    faults = [f"table {table.seed} ({', '.join(sorted(table.features))}): {wrong}"
              for table, done in zip(tables, results) if (wrong := fault_of_bytes(table, done))]
    print(f"{len(tables)} tables, {sum(len(table.records) for table in tables)} records, "
          f"{sum(len(table.text()) for table in tables)} bytes: {len(tables) - len(faults)} tables "
          "come back byte for byte without the appended cells")
    faults += faults_without_header(chosen.geodist)
    faults += compare_readers(["Python csv"] if plain else table_readers.READERS, tables,
                              [done.stdout for done in results])
    print(*faults[:20], sep="\n", end="\n" if faults else "")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
