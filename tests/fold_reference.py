"""Holds the fold of the library against src/data/fold.py, which says the same in Unicode's terms.

    python3 tests/fold_reference.py FOLD_LINES

FOLD_LINES folds each line of its input. Every code point, alone and between two letters,
all pairs of marks that keys keep, jamo and kana sequences, and 200,000 random strings.
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

TABLE = os.path.join(HERE, "..", "src", "core", "fold_table.inc")
KEY_MAX = 96


def samples():
    codes = [chr(c) for c in range(1, 0x110000) if c != 10 and not 0xD800 <= c < 0xE000]
    yield from codes
    yield from ("a" + char + "b" for char in codes)
    marks = [char for char in codes if unicodedata.combining(char) and fold(char)]
    for first in marks:
        yield from ("क" + first + second for second in marks)
    jamo = [chr(c) for c in list(range(0x10FF, 0x1114)) + list(range(0x1160, 0x1177))
            + list(range(0x11A6, 0x11C4)) + [0xAC00, 0xAC01, 0x3131, 0x314F]]
    for first in jamo:
        yield from (first + second + third for second in jamo for third in jamo[::5])
    kana = [chr(c) for c in range(0x3040, 0x3100)]
    yield from (char + voice for char in kana for voice in "\u3099\u309a\uff9e\uff9f")
    chance = random.Random(20261120)
    scripts = [range(0x20, 0x7F), range(0xA0, 0x250), range(0x300, 0x370), range(0x370, 0x530),
               range(0x590, 0x700), range(0x900, 0xE00), range(0xE00, 0x1100),
               range(0x1100, 0x1200), range(0x1780, 0x1880), range(0x1E00, 0x2000),
               range(0x2000, 0x2100), range(0x3040, 0x3100), range(0xAC00, 0xAD00),
               range(0xF900, 0xFB50), range(0xFB50, 0xFF00), range(0xFF00, 0xFFF0),
               range(0x10400, 0x10450), range(0x1D400, 0x1D800), marks]
    for _ in range(200000):
        mixed = chance.random() < 0.3
        script = chance.choice(scripts)
        text = ""
        for _ in range(chance.randrange(1, 40)):
            pick = chance.choice(chance.choice(scripts) if mixed else script)
            text += pick if isinstance(pick, str) else chr(pick)
        yield text


def expected(text):
    key = fold(text)
    return key if len(key.encode()) <= KEY_MAX else "overlong"


def main(program):
    with open(TABLE, encoding="utf-8") as table:
        version = table.readline().split()[2].rstrip(";")
    if version != unicodedata.unidata_version:
        sys.exit(f"the table is of Unicode {version}, this Python has "
                 f"{unicodedata.unidata_version}: run a Python that has the table's")
    written = subprocess.run([sys.executable, "-B", fold_table.__file__], check=True,
                             capture_output=True, encoding="utf-8").stdout
    with open(TABLE, encoding="utf-8") as table:
        if table.read() != written:
            sys.exit("src/core/fold_table.inc is not what fold_table.py writes")
    texts = list(samples())
    folded = subprocess.run([program], check=True, stdout=subprocess.PIPE,
                            input="\n".join(texts).encode() + b"\n").stdout.decode()
    keys = folded.split("\n")[:-1]
    if len(keys) != len(texts):
        sys.exit(f"{len(keys)} lines came back for {len(texts)}")
    wrong = [(text, key) for text, key in zip(texts, keys) if key != expected(text)]
    for text, key in wrong[:10]:
        print(f"{text!a}: {key!a}, not {expected(text)!a}")
    print(f"{len(texts)} strings folded, {len(wrong)} differ; Unicode {version}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
