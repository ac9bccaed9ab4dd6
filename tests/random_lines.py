"""A line for a line, whatever the lines are: python3 tests/random_lines.py GEODIST

Streams made of pieces that mean something to the ways of cutting, with every way and format.
The answers are counted, and with a sanitizer in the program nothing else may be said.
"""

import random
import subprocess
import sys

PIECES = [b"nairobi", b"El Paso", b"paris", b"TX", b"\xe6\x9d\xb1", b"x", b" ", b",", b";", b"\t",
          b'"', b'""', b"'", b" to ", b"1.5", b"5", b".", b"-", b"N", b"E", b"\xc2\xb0", b"geo:",
          b"#", b"\0", b"\xff", b"\x1b[31m", b"\r"]
WAYS = [[], ["-q"], ["-f", "json"], ["-f", "tsv", "-p", "0"], ["-f", "csv", "--strict"],
        ["-i", "csv"], ["-i", "words"], ["-i", "tsv"], ["--columns", "1,2"], ["-q", "--to", "rome"],
        ["--locate"], ["--locate", "--decimal-comma", "-f", "csv", "--fields", "label,error"],
        ["--near", "-", "--count", "1", "-f", "tsv"], ["--near", "-", "--count", "2", "-f", "json"],
        ["--near", "-", "--within", "2", "-f", "geojson"]]
LINES = 4000


def main(program):
    chance, failed = random.Random(20261121), 0
    for way in WAYS:
        lines = [b"a,b"] + [b"".join(chance.choices(PIECES, k=chance.randrange(14)))
                            for _ in range(LINES)]
        done = subprocess.run(program + way, input=b"\n".join(lines) + b"\n",
                              capture_output=True, timeout=120)
        answers = done.stdout.count(b"\n")
        unsafe = b"\x1b" in done.stderr or b"Sanitizer" in done.stderr or b"runtime error" in done.stderr
        if answers != len(lines) or done.returncode not in (0, 1) or unsafe:
            failed += 1
            print(f"{way}: {answers} answers to {len(lines)} lines, status {done.returncode}",
                  done.stderr[-1000:].decode(errors="replace"))
    print(f"{len(WAYS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
