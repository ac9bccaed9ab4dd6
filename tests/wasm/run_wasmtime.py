#!/usr/bin/env python3
"""Runs a WASI program in Wasmtime: run_wasmtime.py MODULE [ARGUMENT...]

The compiled module is cached as MODULE.compiled, because compiling takes longer than most runs.
"""

import os
import pathlib
import sys
import tempfile

import wasmtime

ABORTED = 134  # the exit status of a shell for SIGABRT


def save(compiled, path):
    """Writes the file atomically: other processes may read or write it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
        part.write(compiled)
    os.replace(part.name, path)


def load(engine, path):
    cached = path.with_name(path.name + ".compiled")
    if cached.exists() and cached.stat().st_mtime_ns > path.stat().st_mtime_ns:
        try:
            return wasmtime.Module.deserialize_file(engine, str(cached))
        except wasmtime.WasmtimeError:
            pass  # written by another version of Wasmtime
    module = wasmtime.Module.from_file(engine, str(path))
    save(module.serialize(), cached)
    return module


def main(path, *arguments):
    engine = wasmtime.Engine()
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    wasi = wasmtime.WasiConfig()
    wasi.argv = ["geodist", *arguments]
    wasi.inherit_env()
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    store = wasmtime.Store(engine)
    store.set_wasi(wasi)
    instance = linker.instantiate(store, load(engine, pathlib.Path(path)))
    try:
        instance.exports(store)["_start"](store)
    except wasmtime.ExitTrap as end:
        return end.code
    except (wasmtime.Trap, wasmtime.WasmtimeError) as trap:
        print(trap, file=sys.stderr)
        return ABORTED
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
