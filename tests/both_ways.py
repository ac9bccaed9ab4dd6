#!/usr/bin/env python3
"""A line of standard input is read as the same text in one quoted argument.

    both_ways.py [--streams FILE] GEODIST...

Takes the lines that the transcript cli/streams.txt pipes into geodist, and some hundreds made of forms
that mean something to the rules for splitting. Each is given to the program both ways, with -q. Both
answers must be the same number, or both must fail; if one reason is about a place, both reasons must be
the same.
"""

import pathlib
import random
import re
import shlex
import subprocess
import sys

# These are for lines only. The second word of a pair is the value.
LINE_OPTIONS = {"-i": 1, "--input": 1, "-": 0, "--fail-fast": 0, "--columns": 1, "-q": 0,
                "-f": 1, "--progress": 0}
PIPE = re.compile(r"^\$ ((?:echo|printf) .*) \| geodist\b([^|>]*)$")

NAMES = ["nairobi", "El Paso", "elpaso", "paris", "new york", "los angeles", "tokyo", "são paulo", "東京",
         "Москва", "springfield", "Kon To", "toronto", "'s-hertogenbosch", "nairobbi", "zzzzqx", "to",
         "san josé", "rio de janeiro", "N", "bo"]
QUALIFIERS = ["TX", "france", "us", "Illinois", "usa", "kenya", "nowhereland", "Texas, USA"]
NUMBERS = ["-1.28333,36.81667", "31.75872, -106.48693", "1 2", "31.7N 106.4W", "S1.2 E36.8", "95,1",
           "10,361", "geo:1,2", "geo:1,2;u=5", "31°45'31\"N 106°29'13\"W", "0", "5", "-0,-0", "1e1,2",
           "1,5 2,5", "(51.5, -0.12)", "12:30,5", "٣,٤"]
SEPARATORS = [" ", ",", ", ", ";", "; ", " to ", " and ", " TO ", " -> ", "->", " → ", "→", "\t", " , ", "  ", " ;",
              " to to "]
ODD = ["\"paris", "a\"b\"", "\"paris\" x,london", "'", "''", "\"\"", ",", ";", "->", "to", "\x1b[31m", "caf\xe9",
       "paris,", ",paris", "to paris", "paris to", "#1", "na", "null", "--", "'el paso' tokyo",
       "from paris to london", "from paris london", "From el paso;rome", "paris -> rome to tokyo",
       "new york→tokyo", "51.5, -0.12 paris", "paris 2, 3 rome", "51,5 0,1 48,8 2,3", "51,5;0,1;48,8;2,3",
       "los angeles tokyo", "hong kong lima ohio", "los angeles \"el paso\"", "madrid mexico",
       "Springfield, IL, Portland, OR", "london and paris", "london-paris;rome", "london paris in miles",
       "\"el paso\" \"los angeles\"", "\"say \"\"paris\"\"\",london"]


def transcript_lines(path):
    """The lines that are piped into geodist, each with the options that apply to arguments, too."""
    for text in path.read_text("utf-8").split("\n"):
        pipe = PIPE.match(text)
        if not pipe:
            continue
        words, options = shlex.split(pipe.group(2)), []
        if any(word in ("--columns", "-i", "--input") for word in words):
            continue
        while words:
            word = words.pop(0)
            if word in LINE_OPTIONS:
                del words[:LINE_OPTIONS[word]]
            else:
                options.append(word)
        made = subprocess.run(["sh", "-c", pipe.group(1)], capture_output=True, check=True).stdout
        first = True
        for line in made.split(b"\n"):
            line = line.removesuffix(b"\r")
            if first:
                line = line.removeprefix(b"\xef\xbb\xbf")
            first = False
            yield line, options


def random_place(chance):
    name = chance.choice(NAMES)
    kind = chance.randrange(10)
    if kind < 4:
        return name
    if kind < 6:
        return name + chance.choice([", ", ",", " "]) + chance.choice(QUALIFIERS)
    if kind < 7:
        return f'"{name}, {chance.choice(QUALIFIERS)}"'
    if kind < 8:
        return f'"{name}"'
    return chance.choice(NUMBERS)


def random_lines(count):
    chance = random.Random(20261121)
    for odd in ODD + NUMBERS:
        yield odd.encode("latin-1" if odd == "caf\xe9" else "utf-8"), []
    for _ in range(count):
        line = random_place(chance)
        for _ in range(chance.choice([0, 1, 1, 1, 1, 2, 3])):
            line += chance.choice(SEPARATORS) + random_place(chance)
        if chance.randrange(8) == 0:
            line = " " * chance.randrange(3) + line + " " * chance.randrange(3)
        if chance.randrange(12) == 0:
            line += chance.choice(SEPARATORS)
        options = chance.choice([[], [], ["-x"], ["-m", "wgs84"], ["-u", "mi", "-p", "4"]])
        yield line.encode(), options


def is_comparable(line):
    """Not empty, no comment, no byte that an argument cannot have or that would end the line."""
    comment = line.startswith(b"#") and (len(line) == 1 or line[1:2] in (b" ", b"\t", b"#", b"!"))
    return line.strip(b" \t") and not comment and not set(line) & set(b"\0\n") and \
        not line.endswith(b"\r")


def ask(command, text):
    done = subprocess.run(command, input=text, capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


# What is said about a place, in either way.
ABOUT_PLACES = (b"no place called", b"no region or country called", b"is outside", b"is not UTF-8",
                b"is a control character", b"is ambiguous", b": quote it, or write 'to'",
                b"belongs to the name before it", b"may have decimal commas", b"is no place: write")


def reason(message):
    """The first line without its head."""
    first = message.split(b"\n")[0]
    return re.sub(rb"^geodist: (line 1: )?", b"", first)


def same_reason(by_line, by_argument):
    line, argument = reason(by_line), reason(by_argument)
    if not any(about in line or about in argument for about in ABOUT_PLACES):
        return True
    ambiguous = [b"is ambiguous" in text for text in (line, argument)]
    if all(ambiguous):  # a list of lines, or one clause
        return line.split(b"; ")[0] == argument.split(b"; ")[0]
    # A line names its first fault; arguments name all places that are not found before ambiguous ones.
    return any(ambiguous) or line == argument


def differs(program, line, options):
    by_line = ask(program + ["-q", *options, "-"], line + b"\n")
    # One argument: what begins with a hyphen stands behind the end of the options.
    by_argument = ask([*program, "-q", *options, "--", line], b"")
    for answer in by_line, by_argument:
        if answer[0] not in (0, 1, 2):
            return by_line, by_argument
    if (by_line[0] == 0) != (by_argument[0] == 0):
        return by_line, by_argument
    if by_line[0] == 0:
        same = by_line[1] == by_argument[1] and by_line[1].count(b"\n") == 1
    else:
        same = by_line[1] == b"NaN\n" and not by_argument[1] and same_reason(by_line[2], by_argument[2])
    return None if same else (by_line, by_argument)


def main(arguments):
    streams = pathlib.Path(__file__).parent / "cli" / "streams.txt"
    if arguments[:1] == ["--streams"]:
        streams, arguments = pathlib.Path(arguments[1]), arguments[2:]
    if not arguments:
        sys.exit(__doc__)
    from_transcript = list(transcript_lines(streams))
    if len(from_transcript) < 20:
        sys.exit(f"only {len(from_transcript)} lines are found in {streams}")
    tried, failed = 0, 0
    for line, options in from_transcript + list(random_lines(600)):
        if not is_comparable(line):
            continue
        tried += 1
        difference = differs(arguments, line, options)
        if difference:
            failed += 1
            print(f"{line!r} {' '.join(options)}\n  line:     {difference[0]}\n"
                  f"  argument: {difference[1]}")
    print(f"{tried - failed} passed, {failed} failed")
    sys.exit(1 if failed or not tried else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
