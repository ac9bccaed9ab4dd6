#!/usr/bin/env python3
"""Runs transcripts: what a person types and what comes back, byte for byte.

A transcript is plain text.

    # Prose begins with a number sign.
    $ geodist -q nairobi elpaso
    14888.8

    $ geodist nairobbi elpaso
    geodist: no place called 'nairobbi'; did you mean Nairobi, Kenya?
    [exit 1]

After a command comes all that it prints, standard output and standard error as a terminal
shows them, up to the next command or prose; blank lines at its end do not count. The exit
status is shown unless it is 0. Commands are run by sh, in an empty directory.

    run.py [--geodist COMMAND] FILE...
"""

import argparse
import difflib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile


def read_transcript(path):
    """Yields line number, command and expected lines."""
    number, command, expected = 0, None, []
    for at, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.startswith(("$ ", "#")):
            if command:
                yield number, command, expected
            number, command, expected = at, line[2:] if line[0] == "$" else None, []
        else:
            expected.append(line)
    if command:
        yield number, command, expected


def without_blank_end(lines):
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def run(command, environment, directory):
    """What the command prints, as the lines of a transcript."""
    try:
        done = subprocess.run(
            ["sh", "-c", command], env=environment, cwd=directory, timeout=60,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return ["[no end after 60 seconds]"]
    # Bytes that are not UTF-8 must differ from every escape the program may print for them.
    *lines, last = done.stdout.decode("utf-8", "surrogateescape").split("\n")
    if last:
        lines += [last, "[no newline at the end]"]
    if done.returncode:
        lines.append(f"[exit {done.returncode}]")
    return lines


def put_on_path(geodist, directory):
    """Makes geodist in the directory the given command."""
    script = directory / "geodist"
    script.write_text(f'#!/bin/sh\nexec {geodist} "$@"\n')
    script.chmod(0o755)


def find_command(command):
    """The command with the full path of its program: transcripts run elsewhere."""
    program, *rest = shlex.split(command)
    found = shutil.which(program)
    if not found:
        sys.exit(f"no such command: {program}")
    return shlex.join([os.path.abspath(found), *rest])


def main():
    sys.stdout.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(description="Run transcripts of geodist.")
    parser.add_argument("--geodist", default="geodist", metavar="COMMAND",
                        help="what runs when a transcript says geodist; may have arguments")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as bin_name, tempfile.TemporaryDirectory() as work_name:
        environment = dict(os.environ)
        put_on_path(find_command(arguments.geodist), pathlib.Path(bin_name))
        environment["PATH"] = bin_name + os.pathsep + environment.get("PATH", os.defpath)
        for path in arguments.files:
            for number, command, expected in read_transcript(path):
                wanted = without_blank_end(expected)
                got = run(command, environment, work_name)
                if got == wanted:
                    passed += 1
                    continue
                failed += 1
                print(f"{path}:{number}: $ {command}")
                for line in difflib.ndiff(wanted, got):
                    if not line.startswith("?"):
                        print(f"    {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
