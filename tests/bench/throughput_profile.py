"""Where geodist spends its time, by stage: tests/bench/throughput --profile

Samples of perf (its cpu-clock, which virtual machines have too) count time, cache misses included. Where
perf is missing or not allowed, callgrind counts instructions over 100,000 lines; these know nothing of
cache misses. A function belongs to the stage of the source file that defines it; system time to reading,
writing or the rest of the kernel (start, page faults) by the call chain. What the compiler has inlined counts
for the caller.
"""

import collections
import functools
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "src"
STAGES = ["read", "split", "numbers", "find", "measure", "format", "write", "messages", "kernel", "other"]
# The first that the path of the defining file begins with.
FOLDERS = [("cli/input/input_file", "read"), ("cli/input/line_reader", "read"), ("cli/input", "split"),
           ("cli/commands", "split"), ("core/coordinates/format", "format"), ("core/coordinates", "numbers"),
           ("core/places/suggest", "messages"), ("core/places/fuzzy", "messages"),
           ("core/places/edit_distance", "messages"), ("cli/messages", "messages"),
           ("cli/route", "find"), ("core/places", "find"), ("core/table", "find"),
           ("core/geometry", "measure"), ("cli/formats", "format"), ("cli/output", "format")]
LIBRARY = [("mem.?chr", "split"), ("printf|mpn|hack_digit|IO_", "format"), ("sincos|asin|atan", "measure")]
# What is done one after the other, if the stages between are divided among threads.
SERIAL = {"read", "write", "messages", "kernel"}
CALLGRIND_LINES = 100000
SHOWN = 6


@functools.cache
def definitions():
    """Source file of each function: the name stands before a parenthesis in a line that is not indented."""
    found = {}
    for path in sorted(SOURCES.rglob("*.[ch]")):
        for name in re.findall(r"^(?:[a-zA-Z_][\w *]*?)?\b(\w+)\([^;\n]*$", path.read_text("utf-8"), re.MULTILINE):
            if path.suffix == ".c" or name not in found:
                found[name] = str(path.relative_to(SOURCES))
    return found


def stage_of(symbol):
    symbol = symbol.split(".")[0].split("@")[0]
    path = definitions().get(symbol, "")
    for start, stage in FOLDERS:
        if path.startswith(start):
            return stage
    return next((stage for pattern, stage in LIBRARY if re.search(pattern, symbol)), "other")


def stage_of_chain(chain):
    """Stage of a sample: symbol and object of each function, the innermost first."""
    if "kernel" not in chain[0][1]:
        return stage_of(chain[0][0])
    symbols = {symbol for symbol, _ in chain}
    if "vfs_read" in symbols:
        return "read"
    return "write" if "vfs_write" in symbols else "kernel"


def sample_with_perf(command, given, folder):
    """Weights of stage and function, and None if perf does not work."""
    record = ["perf", "record", "--freq", "2000", "--event", "cpu-clock", "--call-graph", "fp",
              "--output", f"{folder}/perf.data"]
    if not shutil.which("perf"):
        return None
    with open(given, "rb") as source, open(f"{folder}/geodist.out", "wb") as sink:
        if subprocess.run([*record, *command], stdin=source, stdout=sink, stderr=subprocess.DEVNULL).returncode > 1:
            return None
    script = subprocess.run(["perf", "script", "--fields", "ip,sym,dso", "--input", f"{folder}/perf.data"],
                            capture_output=True, text=True, check=True).stdout
    weights = collections.Counter()
    for has_frames, lines in itertools.groupby(script.splitlines(), key=lambda line: bool(line.strip())):
        if has_frames:
            chain = [re.match(r"\s*\w+ (.+?)(?:\+0x\w+)? \((.*)\)$", line).groups() for line in lines]
            weights[stage_of_chain(chain), chain[0][0]] += 1
    return weights


def count_with_callgrind(command, given, folder):
    with open(given, "rb") as lines, open(f"{folder}/first", "wb") as first:
        first.writelines(itertools.islice(lines, CALLGRIND_LINES))
    counts = f"{folder}/callgrind.out"
    with open(f"{folder}/first", "rb") as source:
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", *command],
                       stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    listing = subprocess.run(["callgrind_annotate", "--threshold=100", counts], capture_output=True,
                             text=True, check=True).stdout
    weights = collections.Counter()
    for count, symbol in re.findall(r"^ *([\d,]+) \(.*?\)  \S*?:(\w\S*) \[", listing, re.MULTILINE):
        weights[stage_of(symbol), symbol] += int(count.replace(",", ""))
    return weights


def user_and_system(command, given, folder):
    with open(given, "rb") as source, open(f"{folder}/geodist.out", "wb") as sink:
        process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def print_shares(weights, nanoseconds):
    total = sum(weights.values())
    for stage in STAGES:
        functions = collections.Counter({name: n for (at, name), n in weights.items() if at == stage})
        if not functions:
            continue
        share = sum(functions.values()) / total
        shown = ", ".join(f"{name} {n / total:.0%}" for name, n in functions.most_common(SHOWN)
                          if n / total >= 0.005)
        print(f"    {stage:9}{share:7.1%}{share * nanoseconds:8.1f} ns a line   {shown}")


def print_scaling(weights):
    serial = sum(n for (stage, _), n in weights.items() if stage in SERIAL) / sum(weights.values())
    speeds = ", ".join(f"{n} threads {1 / (serial + (1 - serial) / n):.2f}" for n in (2, 4, 8, 16))
    print(f"    one after the other: {serial:.1%} ({', '.join(sorted(SERIAL))}); "
          f"if the rest is divided evenly: {speeds}")


def print_profile(command, given, lines, folder):
    taken = min(user_and_system(command, given, folder) for _ in range(3)) / lines * 1e9
    weights, by = sample_with_perf(command, given, folder), "samples of perf"
    if not weights and shutil.which("valgrind"):
        weights, by = count_with_callgrind(command, given, folder), "instructions counted by callgrind"
    if not weights:
        sys.exit("please install perf or valgrind")
    print(f"    {taken:.0f} ns of processor time a line; shares by {by}")
    print_shares(weights, taken)
    if "perf" in by:  # callgrind does not see the system
        print_scaling(weights)


def print_profiles(chosen, inputs, tasks):
    """One thread of geodist for each of the chosen tasks."""
    for name in chosen.tasks:
        task, lines = tasks[name], round(chosen.lines * tasks[name].share)
        given = getattr(inputs, f"make_{name}")(lines)
        print(f"\n{lines} {task.title}", flush=True)
        print_profile([chosen.geodist, "-q", *task.options, *chosen.one_thread], given, lines, inputs.folder)
        os.remove(given)
