#!/usr/bin/env python3
"""table_expectations.py GEODIST LIST...: runs the cases of tests/data/tables_expected_*.py.

The lists were written from the description of the interface by people who had not seen the
program. A case is a dict:

    name, why      what it shows, and the sentence of the description
    args, input    arguments of the program, and bytes of standard input
    out            the exact bytes of standard output, or None
    out_cells      instead: rows of cells, read with Python's csv; None is any cell
    out_json       instead: a JSON value for each line; a dict is contained; ... is any value
    out_doc        instead: what the whole output contains as one JSON value
    out_has        bytes that the output contains
    status         the exit status, several of which one must be, or None
    err, err_not   bytes that standard error contains, and that it does not contain
    err_empty      standard error is empty

--half 0|1 runs the cases with an even or odd index only. --show prints what came out.
"""

import argparse
import csv
import io
import json
import pathlib
import runpy
import subprocess
import sys


def contains(found, wanted):
    if wanted is ...:
        return True
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            key in found and contains(found[key], value) for key, value in wanted.items())
    if isinstance(wanted, list):
        return (isinstance(found, list) and len(found) == len(wanted)
                and all(contains(a, b) for a, b in zip(found, wanted)))
    return found == wanted


def cells_of(output, delimiter):
    text = output.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def same_cells(found, wanted):
    return len(found) == len(wanted) and all(
        len(a) == len(b) and all(cell is None or str(cell) == at for at, cell in zip(a, b))
        for a, b in zip(found, wanted))


def faults(case, done):
    """What is wrong with the result of a case."""
    out, errors = done.stdout, done.stderr
    status = case.get("status")
    if status is not None:
        allowed = status if isinstance(status, (list, tuple, set)) else [status]
        if done.returncode not in allowed:
            yield f"status {done.returncode}, not {status}"
    if case.get("out") is not None and out != case["out"]:
        yield f"output is not {case['out']!r}"
    if case.get("out_cells") is not None:
        delimiter = case.get("delimiter", ",")
        rows = cells_of(out, delimiter)
        wanted = case["out_cells"]
        if not same_cells(rows, wanted) and not same_cells([r for r in rows if r], wanted):
            yield f"cells are not {wanted!r}"
    if case.get("out_json") is not None:
        try:
            lines = [json.loads(line) for line in out.decode().splitlines()]
        except ValueError as error:
            yield f"no JSON: {error}"
        else:
            if not contains(lines, case["out_json"]):
                yield f"JSON is not {case['out_json']!r}"
    if case.get("out_doc") is not None:
        try:
            if not contains(json.loads(out), case["out_doc"]):
                yield f"JSON is not {case['out_doc']!r}"
        except ValueError as error:
            yield f"no JSON: {error}"
    for part in as_list(case.get("out_has")):
        if part not in out:
            yield f"output has no {part!r}"
    for part in as_list(case.get("err")):
        if part not in errors:
            yield f"standard error has no {part!r}"
    for part in as_list(case.get("err_not")):
        if part in errors:
            yield f"standard error has {part!r}"
    if case.get("err_empty") and errors:
        yield "standard error is not empty"


def as_list(value):
    return [] if value is None else [value] if isinstance(value, bytes) else value


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("geodist")
    parser.add_argument("lists", nargs="+", type=pathlib.Path)
    parser.add_argument("--half", type=int, choices=[0, 1])
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    failed = run = 0
    for path in asked.lists:
        for index, case in enumerate(runpy.run_path(str(path))["CASES"]):
            if asked.half is not None and index % 2 != asked.half:
                continue
            run += 1
            done = subprocess.run([asked.geodist, *case["args"]], input=case["input"],
                                  capture_output=True, timeout=60, check=False)
            wrong = list(faults(case, done))
            if not wrong:
                continue
            failed += 1
            print(f"{path.stem} {index} {case['name']}: geodist {' '.join(case['args'])}")
            for fault in wrong:
                print(f"    {fault[:400]}")
            if asked.show:
                print(f"    why: {case.get('why')}\n    in:  {case['input'][:300]!r}\n"
                      f"    out: {done.stdout[:600]!r}\n    err: {done.stderr[:300]!r}")
    print(f"{run - failed} of {run} cases")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
