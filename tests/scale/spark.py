#!/usr/bin/env python3
"""Runs the lines of Apache Spark that the documentation shows, checks every answer, and prints rates.

    tests/scale/spark.py [--lines N] [--rounds N] GEODIST [FOLDER]

The lines are the block of README.md that calls mapInArrow (of tests/scale/README.md, if README.md has none).
They read a table of N pairs (5 million), of names and then of coordinates, on local[2], and every distance
they write is compared with that of the program run alone, by the id of the row. Spark SQL calculates a
haversine of the same coordinates, reading and writing the same kind of files. All run in rounds: the first
compiles, the best counts. The rate of one core is that by processor time of all processes, which other work on
the machine disturbs less than wall time.

FOLDER (default: build-tests/scale) keeps the Python packages. Without Java, nothing is tested, and
that is said. The last line is "N passed, N failed".
"""

import argparse
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests/bench"), str(ROOT / "tests/recipes")]
import throughput_inputs  # noqa: E402
import tools  # noqa: E402

# Spark asks for pandas below 3; numpy comes with it.
PACKAGES = {"pyspark": "pyspark==4.3.0", "pyarrow": "pyarrow==26.0.1", "pandas": "pandas==2.3.3"}
UNKNOWN = 0.01  # share of the second names that are not known
TICKS = os.sysconf("SC_CLK_TCK")
SQL = """spark.read.csv("trips.tsv", sep="\\t", schema="id long, a double, b double, c double, d double").selectExpr(
    "id", "2 * 6371.0088 * asin(sqrt(sin(radians(c - a) / 2) * sin(radians(c - a) / 2) + cos(radians(a)) * "
    "cos(radians(c)) * sin(radians(d - b) / 2) * sin(radians(d - b) / 2))) km").write.parquet("distances")"""


def parse_arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--lines", type=int, default=5000000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("geodist")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=ROOT / "build-tests/scale")
    return parser.parse_args()


# ---- What is needed ---------------------------------------------------------------------


def find_java():
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java") or home and shutil.which("java", path=f"{home}/bin")


def enter_venv(folder):
    """Runs this script again with the Python that has Spark. Returns what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    venv = (folder / "venv").resolve()
    if pathlib.Path(sys.prefix).resolve() == venv:
        return []
    def missing():
        return [package for name, package in PACKAGES.items() if not tools.is_installed(venv, name)]
    if missing():
        print("installing:", *missing(), flush=True)
        with open(folder / "install.log", "w", encoding="utf-8") as log:
            tools.install_python(venv, missing(), log)
    if not missing():
        os.execv(venv / "bin/python", [str(venv / "bin/python"), *sys.argv])
    return missing()


def read_example():
    """The lines that a user copies."""
    for path in ROOT / "README.md", HERE / "README.md":
        for block in re.findall(r"^```python\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            if "mapInArrow" in block:
                return block
    sys.exit("no block with mapInArrow in README.md")


# ---- Inputs and answers -----------------------------------------------------------------


def name_pairs(inputs, lines):
    """Pairs of all names, some unknown and some missing."""
    for start, stop in zip(inputs.draw(inputs.names, lines), inputs.draw(inputs.names, lines)):
        dice = inputs.chance.random()
        if dice < UNKNOWN:
            stop = inputs.chance.choice(inputs.unknown)
        yield ("" if dice > 0.9999 else start), ("" if dice > 0.99995 else stop)


def coordinate_pairs(inputs, lines):
    draw = inputs.chance.random
    for _ in range(lines):
        yield ("%.5f,%.5f" % (180 * draw() - 90, 360 * draw() - 180),
               "%.5f,%.5f" % (180 * draw() - 90, 360 * draw() - 180))


def write_tables(pairs, kind):
    """The table that Spark reads, and the lines of the program alone."""
    with open(f"{kind}.tsv", "w", encoding="utf-8") as trips, open(f"{kind}.lines", "w", encoding="utf-8") as lines:
        for number, (start, stop) in enumerate(pairs):
            trips.write(f"{number}\t{start}\t{stop}\n")
            lines.write(f"{start}\t{stop}\n")


def write_numbers():
    """The coordinates in columns of their own."""
    with open("coordinates.tsv", encoding="utf-8") as trips, open("numbers.tsv", "w", encoding="utf-8") as numbers:
        numbers.writelines(line.replace(",", "\t") for line in trips)


def distances_alone(geodist, kind):
    """What the program answers to the same lines, in order."""
    with open(f"{kind}.lines", "rb") as lines:
        printed = subprocess.run([geodist, "-q", "-i", "tsv"], stdin=lines, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL).stdout
    return np.array([float(line or "nan") for line in printed.split(b"\n")[:-1]])


def count_differences(wanted, rounding):
    """Of the distances that Spark has written, in the order of their ids; a row too few or too many is one."""
    from pyarrow import parquet
    table = parquet.read_table("distances", columns=["id", "km"]).sort_by("id")
    if not np.array_equal(table["id"].to_numpy(), np.arange(len(wanted))):
        print(f"the {table.num_rows} rows of Spark are not those of the table")
        return max(len(wanted), table.num_rows)
    found = table["km"].to_numpy()
    same = (np.isnan(found) & np.isnan(wanted)) | (abs(found - wanted) <= rounding)
    return len(wanted) - int(same.sum())


# ---- Processor time and memory ----------------------------------------------------------


def descendants():
    """Process id, name, processor seconds of its own and of its ended children, for all below this script."""
    fields, children = {}, {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{entry}/stat", encoding="utf-8") as stat:
            name, rest = stat.read().split("(", 1)[1].rsplit(")", 1)
            times = [int(field) / TICKS for field in rest.split()[11:15]]
            fields[int(entry)] = name, sum(times[:2]), sum(times[2:])
            children.setdefault(int(rest.split()[1]), []).append(int(entry))
    pending = [os.getpid()]
    while pending:
        process = pending.pop()
        pending += children.get(process, [])
        yield (process, *fields[process])


def processor_seconds():
    """By program. What a Python worker has waited for is geodist."""
    used = dict.fromkeys(("java", "python", "geodist"), 0)
    for process, name, own, ended in descendants():
        if process != os.getpid() and name in used:
            used[name] += own
            used["geodist"] += ended if name == "python" else 0
    return used


class Sizes:
    """Watches the largest resident size of the Java, Python and geodist processes below this one."""

    def __init__(self):
        self.megabytes, self.stopped = {}, threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def watch(self):
        while not self.stopped.wait(0.2):
            for process, name, *_ in descendants():
                with contextlib.suppress(OSError), open(f"/proc/{process}/status", encoding="utf-8") as status:
                    size = max([int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM")], default=0)
                    if process != os.getpid():
                        self.megabytes[name] = max(self.megabytes.get(name, 0), size)

    def __enter__(self):
        self.thread.start()
        return self.megabytes

    def __exit__(self, *_):
        self.stopped.set()
        self.thread.join()


# ---- Runs -------------------------------------------------------------------------------


def start_spark():
    from pyspark.sql import SparkSession
    spark = (SparkSession.builder.master("local[2]").appName("geodist").config("spark.ui.enabled", "false")
             .config("spark.ui.showConsoleProgress", "false")
             .config("spark.driver.memory", "2g").config("spark.log.level", "ERROR").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def run_lines(text, table, spark):
    """Wall seconds, and processor seconds by program, of lines that read trips.tsv and write distances."""
    shutil.rmtree("distances", ignore_errors=True)
    pathlib.Path("trips.tsv").unlink(missing_ok=True)
    os.link(table, "trips.tsv")
    wall, used = time.perf_counter(), processor_seconds()
    exec(compile(text, "example", "exec"), {"__name__": "__main__", "spark": spark})
    wall = time.perf_counter() - wall
    return wall, {name: seconds - used[name] for name, seconds in processor_seconds().items()}


def run_tasks(chosen, spark, example, wanted):
    """Prints each run. Returns the best lines a second of one core, and the sums of differences."""
    tasks = (("names through the pipe", example, "names", 0),
             ("coordinates through the pipe", example, "coordinates", 0),
             ("coordinates in Spark SQL", SQL, "numbers", 0.051))
    rates, differing = {}, dict.fromkeys((title for title, *_ in tasks), 0)
    for _ in range(chosen.rounds):
        for title, text, table, rounding in tasks:
            wall, used = run_lines(text, f"{table}.tsv", spark)
            rate = chosen.lines / sum(used.values())
            rates[title] = max(rates.get(title, 0), rate)
            shares = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in used.items())
            found = count_differences(wanted[table], rounding)
            differing[title] += found
            print(f"{title:29}{chosen.lines / wall / 1e6:6.2f} M/s,{rate / 1e6:6.2f} M/s of one core "
                  f"({shares}), {found} of {chosen.lines} distances differ, load {os.getloadavg()[0]:.0f}", flush=True)
    return rates, list(differing.values())


def print_example(rates, megabytes, pairs=10**12, cores=1000, cores_per_executor=4):
    """What the measured rates mean for a cluster."""
    beside = cores_per_executor * sum(megabytes.get(name, 0) for name in ("python", "geodist"))
    for title, rate in rates.items():
        core_hours = pairs / rate / 3600
        print(f"{pairs:.0e} pairs, {title}: {core_hours:.0f} core hours, "
              f"{core_hours / cores:.1f} hours on {cores} cores")
    print(f"an executor of {cores_per_executor} cores: {megabytes.get('java', 0)} MB of Java as measured, and "
          f"{beside} MB for {cores_per_executor} Python workers and programs ({megabytes.get('python', 0)} and "
          f"{megabytes.get('geodist', 0)} MB each)")


def prepare(chosen, geodist):
    """Tables in the current folder. Returns the distances by the table that they are of."""
    inputs = throughput_inputs.Inputs(".", geodist)
    write_tables(name_pairs(inputs, chosen.lines), "names")
    write_tables(coordinate_pairs(inputs, chosen.lines), "coordinates")
    write_numbers()
    wanted = {kind: distances_alone(geodist, kind) for kind in ("names", "coordinates")}
    return {**wanted, "numbers": wanted["coordinates"]}


def main():
    chosen = parse_arguments()
    geodist = os.path.abspath(shutil.which(chosen.geodist) or sys.exit(f"no such program: {chosen.geodist}"))
    missing = ["Java 17"] if not find_java() else enter_venv(chosen.folder)
    if missing:
        print(f"Spark NOT TESTED: please install {' '.join(missing)}")
        print("0 passed, 0 failed")
        return 0
    global np
    import numpy as np
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("bin")
        os.symlink(geodist, "bin/geodist")
        os.environ.update(PATH=f"{folder}/bin:{os.environ['PATH']}", PYSPARK_PYTHON=sys.executable)
        wanted, example = prepare(chosen, geodist), read_example()
        with Sizes() as megabytes:
            rates, differing = run_tasks(chosen, start_spark(), example, wanted)
        print_example(rates, megabytes)
        os.chdir(ROOT)
    print(f"{differing.count(0)} passed, {len(differing) - differing.count(0)} failed")
    return 1 if any(differing) else 0


if __name__ == "__main__":
    sys.exit(main())
