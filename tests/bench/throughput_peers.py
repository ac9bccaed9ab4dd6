"""What the peers of tests/bench/throughput do: text file in, file of distances out, one process each.

    python throughput_peers.py PEER TASK THREADS INPUT PLACES OUTPUT

PEER is duckdb or polars, in the form that was the fastest of those tried. Columns are typed and nothing
is guessed; both multiply instead of calling pow, and print one decimal. TASK is numbers (haversine of
lat,lon,lat,lon) or a join of both names of a line with PLACES (name, lat, lon): inner for names that are
all known, left where some are unknown. PLACES is read by each run, which took no longer than to open a
database with the same table.

The order: both keep that of the coordinates. Polars is told to keep it in joins. DuckDB has no order in
joins, and is told not to care (preserve_insertion_order), which makes it no slower.
"""

import os
import sys

EARTH_DIAMETER = 2 * 6371.0088  # km
# DuckDB: the fastest number of one decimal is a DECIMAL.
SQL = """COPY (SELECT ({diameter} * asin(sqrt(
    sin(radians({c} - {a}) / 2) * sin(radians({c} - {a}) / 2) + cos(radians({a})) * cos(radians({c})) *
    sin(radians({d} - {b}) / 2) * sin(radians({d} - {b}) / 2))))::DECIMAL(9, 1) FROM {source})
TO '{output}' (FORMAT csv, HEADER false, NULLSTR 'NaN')"""
CSV = "read_csv('{path}', auto_detect=false, header=false, delim='{delimiter}', quote='', escape='', columns={columns})"


def read_csv(path, delimiter, **columns):
    return CSV.format(path=path, delimiter=delimiter, columns=columns)


def duckdb_source(task, given, places):
    """The columns of both points, and what to select them from."""
    if task == "numbers":
        return "abcd", read_csv(given, ",", a="DOUBLE", b="DOUBLE", c="DOUBLE", d="DOUBLE")
    pairs = read_csv(given, "\t", start="VARCHAR", stop="VARCHAR")
    table = read_csv(places, "\t", name="VARCHAR", lat="DOUBLE", lon="DOUBLE")
    return ("f.lat", "f.lon", "t.lat", "t.lon"), f"""{pairs} p
        {task} JOIN {table} f ON f.name = p.start {task} JOIN {table} t ON t.name = p.stop"""


def run_duckdb(task, threads, given, places, output):
    import duckdb
    (a, b, c, d), source = duckdb_source(task, given, places)
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    connection.execute("SET enable_progress_bar = false")
    connection.execute(f"SET preserve_insertion_order = {str(task == 'numbers').lower()}")
    connection.execute(SQL.format(diameter=EARTH_DIAMETER, a=a, b=b, c=c, d=d, source=source, output=output))


def polars_frame(task, given, places):
    """A lazy frame with the radians of both points in a, b, c and d."""
    def scan(path, delimiter, **columns):
        return pl.scan_csv(path, separator=delimiter, has_header=False, quote_char=None, schema=columns)
    if task == "numbers":
        return scan(given, ",", **dict.fromkeys("abcd", pl.Float64)).select(pl.all().radians())
    frame = scan(given, "\t", start=pl.String, stop=pl.String)
    table = scan(places, "\t", name=pl.String, lat=pl.Float64, lon=pl.Float64)
    for key, lat, lon in ("start", "a", "b"), ("stop", "c", "d"):
        point = table.select("name", pl.col("lat").radians().alias(lat), pl.col("lon").radians().alias(lon))
        frame = frame.join(point, left_on=key, right_on="name", how=task, maintain_order="left")
    return frame


def run_polars(task, threads, given, places, output):
    os.environ["POLARS_MAX_THREADS"] = threads
    global pl
    import polars as pl
    a, b, c, d = map(pl.col, "abcd")
    p, q = ((c - a) / 2).sin(), ((d - b) / 2).sin()
    h = p * p + a.cos() * c.cos() * q * q
    distance = (EARTH_DIAMETER * h.sqrt().arcsin()).alias("km")
    polars_frame(task, given, places).select(distance).sink_csv(
        output, include_header=False, float_precision=1, null_value="NaN")


if __name__ == "__main__":
    {"duckdb": run_duckdb, "polars": run_polars}[sys.argv[1]](*sys.argv[2:])
