"""Readers of tables: a plain one of RFC 4180 that keeps the bytes, and those that people use.

A reader of READERS gets paths of tables, each with its delimiter, and yields for each the records as lists of
cells in bytes, without empty lines, or None where it gives up. UNREAD says which features of a table
(table_cases.py) keep which reader from reading it, and expected() what it makes of the others.
"""

import csv
import json
import pathlib
import re
import subprocess

UNREAD = {
    # It is a record for them, of another width than the header.
    "Python csv": {"sep= line"},
    # It takes the width from the first record; more cells are an error.
    "pandas": {"sep= line", "surplus cells"},
    # It reads other encodings only if they are named, and mixed widths as columns.
    "DuckDB": {"sep= line", "surplus cells", "not UTF-8"},
    # A quote in a cell without quotes is an error, the first line is the header. Surplus cells are dropped.
    "Miller": {"sep= line", "surplus cells", "quotes in unquoted cells", "empty lines first"},
}


def expected(reader, records):
    """The records as the reader gives them, where it reads them in another way than Python's csv."""
    if reader == "Python csv":
        return records
    width = len(records[0])
    padded = [cells + [b""] * (width - len(cells)) for cells in records]
    if reader == "Miller":  # the ends of lines in a cell become LF; records of empty cells are left out here
        return [[cell.replace(b"\r\n", b"\n") for cell in cells] for cells in padded[1:] if any(cells)]
    return padded


def split_records(text, delimiter):
    """Yields the cells of each record as they are written, and its newline. An empty line has no cells.

    A quote opens a quoted cell only where the cell begins.
    """
    cell = re.compile(rb'(?:"[^"]*(?:""[^"]*)*")?[^\n' + re.escape(delimiter) + rb"]*")
    at, cells = 0, []
    while at < len(text):
        found = cell.match(text, at)
        at = found.end()
        if text[at:at + 1] == delimiter:
            cells.append(found[0])
            at += 1
            if at < len(text):
                continue
            found = cell.match(text, at)  # an empty cell at the end of the text
        last, newline = found[0], text[at:at + 1]
        if newline and last.endswith(b"\r"):
            last, newline = last[:-1], b"\r\n"
        yield ([*cells, last] if cells or last else []), newline
        at, cells = at + 1, []


def to_bytes(cell):
    return (cell or "").encode("utf-8", "surrogateescape")


def read_csv_module(tables):
    csv.field_size_limit(1 << 30)
    for path, delimiter in tables:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as opened:
            yield [list(map(to_bytes, record))
                   for record in csv.reader(opened, delimiter=delimiter) if record]


def read_pandas(tables):
    import pandas
    for path, delimiter in tables:
        try:
            frame = pandas.read_csv(path, sep=delimiter, header=None, dtype=str, keep_default_na=False,
                                    encoding_errors="surrogateescape")
        except ValueError:  # its errors of parsing and of encodings
            yield None
            continue
        # Cells that are missing at the end of a record are NaN.
        yield [[to_bytes(cell if isinstance(cell, str) else "") for cell in record]
               for record in frame.itertuples(index=False)]


def parse_json(text):
    """The values of the objects, or None if there are none."""
    try:
        objects = json.loads(text.decode("utf-8", "surrogateescape"), strict=False)
    except ValueError:
        return None
    return objects


def read_duckdb(tables):
    """All tables in one process; an error leaves an empty file."""
    tables, script = list(tables), [".mode json"]
    for path, delimiter in tables:
        script += [f".output {path}.json", f"FROM read_csv('{path}', all_varchar = true, header = false, "
                   f"delim = '{delimiter}', quote = '\"', escape = '\"', null_padding = true, "
                   "strict_mode = false, parallel = false, comment = '', max_line_size = 16000000);"]
    subprocess.run(["duckdb"], input="\n".join(script).encode(), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    for path, _ in tables:
        rows = parse_json(pathlib.Path(f"{path}.json").read_bytes())
        yield rows and [list(map(to_bytes, row.values())) for row in rows]


def read_miller(tables):
    """Without the header, which names the cells. Where short records are filled, so are empty lines."""
    for path, delimiter in tables:
        done = subprocess.run(["mlr", "--icsv", "--ifs", "tab" if delimiter == "\t" else delimiter,
                               "--allow-ragged-csv-input", "--ojson", "--jvquoteall", "cat", path],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        rows = None if done.returncode else parse_json(done.stdout)
        if rows is None:
            yield None
            continue
        records = [list(map(to_bytes, row.values())) for row in rows]
        yield [cells for cells in records if any(cells)]


READERS = {"Python csv": read_csv_module, "pandas": read_pandas, "DuckDB": read_duckdb,
           "Miller": read_miller}
