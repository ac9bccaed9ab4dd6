"""Makes tables with a fixed seed, record by record, so that the cells of each are known.

A table has some of the features below. Its records end in LF or CRLF; the columns `from` and `to` have
names of places, some of them unknown or empty, and the other columns have anything.
"""

import dataclasses
import random

FEATURES = ["crlf", "mixed newlines", "bom", "quoted cells", "doubled quotes", "quoted newlines",
            "quoted delimiters", "empty cells", "missing cells", "surplus cells", "empty lines",
            "no newline at the end", "record over 256 KiB", "quotes in unquoted cells", "not UTF-8", "sep= line",
            "NUL bytes", "names of columns twice", "other delimiters", "two hundred columns", "empty lines first"]
# Nothing to answer: they come back as they are.
WITHOUT_HEADER = [b"", b"\n", b"\r\n", b"\n\r\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", b"sep=;", b"sep=,\n",
                  b"\xef\xbb\xbfsep=;\r\n\r\n"]
DELIMITERS = [b",", b";", b"\t", b"|"]
# Where they are, as src/data has it.
KNOWN = {b"nairobi": (-1.28333, 36.81667), b"El Paso, TX": (31.75872, -106.48693),
         b"S\xc3\xa3o Paulo": (-23.5475, -46.63611), b"\xe6\x9d\xb1\xe4\xba\xac": (35.6895, 139.69171),
         b"LHR": (51.4706, -0.46194), b"paris": (48.85341, 2.3488), b"51.5, -0.12": (51.5, -0.12),
         b"geo:-1.28,36.82": (-1.28, 36.82)}
UNANSWERED = [b"", b"nairobbi", b"italy", b"NA"]
WORDS = [b"a", b"12", b"0.50", b"x y", b" padded ", b"-", b"#", b"# note", b"NULL", b"nan", b"1e5", b"'", b"\\",
         b"\\n", b"007", b"\xc3\xa9t\xc3\xa9", b"\xf0\x9f\x8c\x8d", b"=1+2", b"true", b"2026-11-21"]


@dataclasses.dataclass
class Record:
    """A record; an empty line has no cells."""
    cells: list
    text: bytes
    newline: bytes


@dataclasses.dataclass
class Table:
    seed: int
    features: set
    delimiter: bytes
    opening: bytes  # a byte-order mark, a sep= line, empty lines
    records: list  # the header first

    def text(self):
        return self.opening + b"".join(record.text + record.newline for record in self.records)


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.seed = seed
        chosen = self.chance.sample(FEATURES, self.chance.randrange(6))
        self.features = {*chosen, FEATURES[seed % len(FEATURES)]}
        self.delimiter = DELIMITERS[seed // len(FEATURES) % len(DELIMITERS)]

    def has(self, feature, share=1.0):
        return feature in self.features and self.chance.random() < share

    def newline(self):
        if "mixed newlines" in self.features:
            return self.chance.choice([b"\n", b"\r\n"])
        return b"\r\n" if "crlf" in self.features else b"\n"

    def other_value(self):
        """A cell of a column that is only passed through."""
        parts = [self.chance.choice(WORDS)]
        if self.has("empty cells", 0.4):
            return b""
        if self.has("quoted newlines", 0.2):
            parts.append(self.chance.choice([b"\n", b"\r\n", b"\n\n"]))
        if self.has("quoted delimiters", 0.3):
            parts.append(self.delimiter)
        if self.has("other delimiters", 0.3):
            parts.append(self.chance.choice([d for d in DELIMITERS if d != self.delimiter]))
        if self.has("doubled quotes", 0.3) or self.has("quotes in unquoted cells", 0.3):
            parts.append(self.chance.choice([b'"', b'""', b'say "hi"']))
        if self.has("not UTF-8", 0.3):
            parts.append(self.chance.choice([b"\xe9", b"\xff\xfe", b"M\xfcnchen"]))
        if self.has("NUL bytes", 0.2):
            parts.append(b"\0")
        if len(parts) > 1:
            parts.append(self.chance.choice(WORDS))
        return b"".join(parts)

    def encode(self, value):
        """The value as a cell, in quotes where it needs them and sometimes where it does not."""
        needs = any(special in value for special in (self.delimiter, b"\n", b"\r")) or value[:1] == b'"'
        if b'"' in value and "quotes in unquoted cells" not in self.features:
            needs = True
        if needs or self.has("quoted cells", 0.4):
            return b'"' + value.replace(b'"', b'""') + b'"'
        return value

    def record(self, cells):
        # One empty cell without quotes would be an empty line.
        text = self.delimiter.join(map(self.encode, cells)) or b'""'
        return Record(cells, text, self.newline())

    def header(self, width):
        names = [b"column %d" % (number // 2 if self.has("names of columns twice") else number)
                 for number in range(width - 2)]
        if names and self.has("other delimiters"):
            names[0] = b"size" + self.chance.choice([d for d in DELIMITERS if d != self.delimiter]) + b"weight"
        for name in b"from", b"to":
            names.insert(self.chance.randrange(len(names) + 1), name)
        return names

    def cells(self, header):
        def place():
            return self.chance.choice([*KNOWN] if self.chance.random() < 0.8 else UNANSWERED)
        cells = [place() if name in (b"from", b"to") else self.other_value() for name in header]
        if self.has("missing cells", 0.2):
            return cells[:self.chance.randrange(1, len(cells))]
        if self.has("surplus cells", 0.2):
            return cells + [self.other_value() for _ in range(self.chance.randrange(1, 4))]
        return cells

    def lengthen(self, cells, header):
        """Makes a record that is longer than 256 KiB."""
        others = [number for number, name in enumerate(header) if name not in (b"from", b"to")]
        filler = b"0123456789abcde "
        if self.has("quoted newlines"):
            filler = b"0123456789abcd\n,"
        at = self.chance.choice(others)
        cells[at] = filler * self.chance.randrange(16385, 40000)

    def table(self):
        width = 200 if self.has("two hundred columns") else self.chance.randrange(3, 9)
        header = self.header(width)
        opening = b"\xef\xbb\xbf" if self.has("bom") else b""
        if self.has("sep= line"):
            opening += b"sep=" + self.delimiter + self.newline()
        if self.has("empty lines first"):
            opening += b"".join(self.newline() for _ in range(self.chance.randrange(1, 4)))
        records = [self.record(header)]
        number_of_records = self.chance.randrange(1, 25)
        long_one = self.chance.randrange(number_of_records) if self.has("record over 256 KiB") else None
        for number in range(number_of_records):
            cells = self.cells(header)
            if number == long_one and len(cells) == len(header):
                self.lengthen(cells, header)
            records.append(self.record(cells))
            if self.has("empty lines", 0.3):
                records.append(Record([], b"", self.newline()))
        if self.has("no newline at the end") and records[-1].cells:
            records[-1].newline = b""
        return Table(self.seed, self.features, self.delimiter, opening, records)


def make_table(seed):
    return Maker(seed).table()
