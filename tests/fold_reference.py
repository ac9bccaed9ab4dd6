"""Compares the fold of the library with src/data/fold.py, which defines it in Unicode's terms.

    python3 tests/fold_reference.py FOLD_LINES

FOLD_LINES folds each line of its input: every code point, alone and between two letters, all
pairs of marks that keys keep, sequences of jamo and kana, random strings and random bytes. Then
src/core/places/fold_table.inc must be what fold_table.py writes.

If this Python has another version of Unicode than the table, that last check is skipped, and only
code points that both versions know are compared. Python does not tell what an older version knew:
if this Python is newer, a code point that it keeps and the table drops is taken to be unknown to
the table.
"""

import os
import random
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, "..", "src", "data"))

import fold_table
from fold import fold

TABLE = os.path.join(HERE, "..", "src", "core", "places", "fold_table.inc")
KEY_MAX = 96
CODES = [chr(c) for c in range(1, 0x110000) if c != 0x0A and not 0xD800 <= c < 0xE000]
SCRIPTS = [
    (0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x530), (0x590, 0x700), (0x900, 0xE00),
    (0xE00, 0x1100), (0x10A0, 0x1100), (0x1100, 0x1200), (0x13A0, 0x1400), (0x1780, 0x1880),
    (0x1C90, 0x1CC0), (0x1E00, 0x2000), (0x2000, 0x2100), (0x3040, 0x3100), (0x3130, 0x3190),
    (0x3200, 0x3400), (0x4E00, 0x5000), (0xAB70, 0xABC0), (0xAC00, 0xAD00), (0xF900, 0xFB50),
    (0xFB50, 0xFF00), (0xFF00, 0xFFF0), (0x10400, 0x10450), (0x1D150, 0x1D170),
    (0x1D400, 0x1D800), (0x1E900, 0x1E960), (0x2F800, 0x2FA20),
]
RANDOM_STRINGS, RANDOM_BYTES = 200000, 100000


def sequences(known):
    """Strings of known code points, most of them with marks to sort or to compose."""
    yield from ("a" + char + "b" for char in known)
    marks = [char for char in known if unicodedata.combining(char) and fold(char)]
    for first in marks:
        yield from ("क" + first + second for second in marks)
        yield from (first + "-" + second for second in marks[::5])
    jamo = [chr(c) for c in [*range(0x10FF, 0x1114), *range(0x1160, 0x1177),
                             *range(0x11A6, 0x11C4), 0xAC00, 0xAC01, 0x3131, 0x314F, 0x301]]
    for first in jamo:
        yield from (first + second + third for second in jamo for third in jamo[::5])
    for kana in map(chr, range(0x3040, 0x3100)):
        for voice in "\u3099\u309a\u309b\uff9e\uff9f":
            yield from (kana + voice, kana + "\u093c" + voice, kana + voice + "\u093c" + voice)
    chance = random.Random(20261120)
    pools = [[char for char in map(chr, range(*script)) if char in known] for script in SCRIPTS]
    pools.append(marks)
    for _ in range(RANDOM_STRINGS):
        mixed, pool = chance.random() < 0.3, chance.choice(pools)
        yield "".join(chance.choice(chance.choice(pools) if mixed else pool)
                      for _ in range(chance.randrange(1, 40)))


def broken_utf8(known):
    """Mostly invalid UTF-8, without the bytes that end lines or strings in C."""
    chance = random.Random(20261121)
    edges = b"a \x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xc3\xdf\xe0\xe1\xed\xef\xf0\xf1\xf4\xf5\xff"
    for _ in range(RANDOM_BYTES):
        name = bytes(chance.choice(edges) for _ in range(chance.randrange(1, 12)))
        if all(char in known for char in name.decode("utf-8", "ignore")):
            yield name


def fold_all(program, names):
    folded = subprocess.run([program], check=True, stdout=subprocess.PIPE,
                            input=b"".join(name + b"\n" for name in names)).stdout
    keys = folded.decode().split("\n")[:-1]
    if len(keys) != len(names):
        sys.exit(f"{len(keys)} lines came back for {len(names)}")
    return keys


def compare(program, names):
    """Exits at the first name that the library folds to another key than fold.py."""
    for name, key in zip(names, fold_all(program, names)):
        right = fold(name.decode("utf-8", "ignore"))
        right = right if len(right.encode()) <= KEY_MAX else "overlong"
        if key != right:
            sys.exit(f"{name!r} ({ascii(name.decode('utf-8', 'replace'))}) "
                     f"is folded to {key!a}, not {right!a}")
    return len(names)


def known_to_both(program, newer):
    """The code points that both this Python and the table know."""
    keys = fold_all(program, [char.encode() for char in CODES])
    return [char for char, key in zip(CODES, keys) if unicodedata.category(char) != "Cn"
            and not (newer and not key and fold(char))]


def check_table(text):
    written = subprocess.run([sys.executable, "-B", fold_table.__file__], check=True,
                             stdout=subprocess.PIPE).stdout.decode()
    if text != written:
        sys.exit("src/core/places/fold_table.inc is not what src/data/fold_table.py writes")


def numbers(version):
    return [int(number) for number in version.split(".")]


def main(program):
    with open(TABLE, encoding="utf-8", newline="") as table:
        text = table.read()
    ours, theirs = text.split()[2].rstrip(";"), unicodedata.unidata_version
    known = CODES
    if ours == theirs:
        check_table(text)
    else:
        known = known_to_both(program, numbers(theirs) > numbers(ours))
        print(f"NOT CHECKED: whether src/core/places/fold_table.inc is current. It is of Unicode {ours}, "
              f"this Python has {theirs}.")
    known = dict.fromkeys(known)  # a set in order
    compared = compare(program, [char.encode() for char in known])
    compared += compare(program, [name.encode() for name in sequences(known)])
    compared += compare(program, list(broken_utf8(known)))
    print(f"{len(known)} code points and {compared - len(known)} strings are folded alike; "
          f"Unicode {ours}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
