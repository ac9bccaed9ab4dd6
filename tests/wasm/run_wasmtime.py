#!/usr/bin/env python3
"""Runs a WASI command in Wasmtime as a shell would: run_wasmtime.py MODULE [ARGUMENT...]

The compiled module is kept beside it, as MODULE.compiled: compiling takes longer than most
commands do.
"""

import os
import pathlib
import sys
import tempfile

import wasmtime

ABORTED = 134  # as a shell calls it


def keep(compiled, path):
    """Others may be reading or writing the file: it appears as a whole."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
        part.write(compiled)
    os.replace(part.name, path)


def load(engine, path):
    kept = path.with_name(path.name + ".compiled")
    if kept.exists() and kept.stat().st_mtime_ns > path.stat().st_mtime_ns:
        try:
            return wasmtime.Module.deserialize_file(engine, str(kept))
        except wasmtime.WasmtimeError:
            pass  # it is of another version
    module = wasmtime.Module.from_file(engine, str(path))
    keep(module.serialize(), kept)
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
