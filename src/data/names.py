"""Tools for names and tables that the makers of the tables share."""

import collections
import math
import os
import re

import sources
from fold import fold

HERE = os.path.dirname(os.path.abspath(__file__))


def kilometres(lat1, lon1, lat2, lon2):
    """Haversine on the sphere of mean radius."""
    p1, p2, dlon = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(dlon / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, h)))


def read_tsv(name):
    """The rows of a table; none if it does not exist."""
    if not os.path.exists(os.path.join(HERE, name)):
        return []
    with open(os.path.join(HERE, name), encoding="utf-8", newline="\n") as table:
        return [line.rstrip("\n").split("\t") for line in table
                if line.strip() and not line.startswith("#")]


def write_tsv(name, header, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as table:
        table.write(f"# edition {sources.EDITION}\n")
        for row in [["# " + header[0]] + header[1:]] + rows:
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            table.write("\t".join(row) + "\n")


class Nearby:
    """Finds items within some kilometres of a point by a grid of one degree."""

    def __init__(self):
        self.cells = collections.defaultdict(list)

    def add(self, lat, lon, item):
        self.cells[math.floor(lat), math.floor(lon)].append((lat, lon, item))

    def within(self, lat, lon, limit):
        reach = 1 + int(limit / 111 / max(0.05, math.cos(math.radians(lat))))
        rows = 1 + int(limit / 111)
        for row in range(math.floor(lat) - rows, math.floor(lat) + rows + 1):
            for column in range(math.floor(lon) - reach, math.floor(lon) + reach + 1):
                for lat2, lon2, item in self.cells.get((row, (column + 180) % 360 - 180), ()):
                    distance = kilometres(lat, lon, lat2, lon2)
                    if distance < limit:
                        yield distance, item


# ---- alternate names ------------------------------------------------------

def one_name(name):
    """Misato of "Misato, Saitama": after a comma comes the region."""
    return name.split(",")[0].strip() or name


CODE = re.compile(r"[A-Z]{3}")
LATIN = re.compile(r"[\u0000-\u024f\u0250-\u036f\u1e00-\u1eff\u2010-\u2027\u02b0-\u02ff]*")


def is_name(alternate):
    """False for machine transliterations (nyrwby), numerals, links, damaged text (Zabor\\x8aT)."""
    if "://" in alternate or "|" in alternate or re.search(r"[\x00-\x1f\x7f-\x9f\ufffd]", alternate):
        return False
    letters = fold(alternate)
    if not re.search(r"[^\W\d_]", letters) or re.search(r"[a-z][^\x00-\x7f]|[^\x00-\x7f][a-z]", letters):
        return False
    return not (LATIN.fullmatch(alternate) and alternate == alternate.lower())


def undivided(name):
    """The name without the division after it: Pahrump of "Pahrump, Nevada"."""
    return re.split(r"[,(\u060c\u3001\uff0c\uff08]", name)[0].strip() or name


SAINTS = [("Saint", "St"), ("Sainte", "Ste"), ("Fort", "Ft"), ("Mount", "Mt")]
EXCHANGES = [(re.compile(rf"\b{a}\.?(?=[\s-])", re.I), b)
             for pair in SAINTS for a, b in (pair, pair[::-1])]

# Words that the gazetteer of a country adds to the common name.
ADDED_WORDS = {
    "JP": r"(.{2,}?)[- ](?:shi|ch[oō]|machi|mura|son|ku)",
    "KR": r"(.{2,}?)-(?:si|gun|eup|dong|myeon)",
    "KP": r"(.{2,}?)-(?:si|gun|[eŭ]p|dong)",
    "PH": r"(?:City of )?(.{3,}?)(?: City)?", "TW": r"(.{3,}?) City", "AE": r"(.{3,}?) City",
    "SA": r"(.{3,}?) City", "KW": r"(.{3,}?) City",
    "TH": r"(?:Mueang|Amphoe Mueang) (.{3,})",
    "CN": r"(.{2,}?) (?:Shi|Shì|Zhen|Zhèn)",
}
ADDED_WORDS = {country: re.compile(pattern) for country, pattern in ADDED_WORDS.items()}

# Words for the kind of a division.
DIVISION_KINDS = (r"Province|County|Region|Department|District|Oblast|State|Parish|Governorate|"
                  r"Municipality|City|Republic|Division|Town|Krai|Prefecture|Voivodeship|Canton|"
                  r"Territory|Emirate|Wilaya")
KINDS_BEHIND = re.compile(rf"(.{{2,}}?)(?: (?:Autonomous|Metropolitan|Capital))?(?: (?:{DIVISION_KINDS}))+")
KINDS_BEFORE = re.compile(rf"(?:The )?(?:{DIVISION_KINDS})(?: of)? (.{{2,}})")


def plain_region(name):
    """Nairobi of "Nairobi County"; None if there is nothing to leave out."""
    found = KINDS_BEHIND.fullmatch(name) or KINDS_BEFORE.fullmatch(name)
    return found.group(1) if found else None


def plain_form(name, country):
    found = country in ADDED_WORDS and ADDED_WORDS[country].fullmatch(name)
    return found.group(1) if found else None


def with_exchanges(names):
    """Each name, followed by the same name with St for Saint, Mount for Mt, and so on."""
    for name in names:
        yield name
        for pattern, word in EXCHANGES:
            if pattern.search(name):
                yield pattern.sub(word, name)


def distinct(name, *groups):
    """The aliases of several lists, best class first, without those whose key occurred before."""
    seen, kept = {fold(name), ""}, []
    for number, group in enumerate(groups):
        kept.append([])
        for alias in with_exchanges(([name] if number == 0 else []) + list(map(undivided, group))):
            key = fold(alias)
            if key not in seen:
                seen.add(key)
                kept[-1].append(alias)
    return kept


def distinct_columns(name, codes, known, shared, other):
    """The columns known, shared, other and codes of an area: each key once, in its best class.

    A code comes before any name but the main one: USA is a name of the United States in many
    languages, but it is a code.
    """
    exchanged, codes, known, shared, other = distinct(name, [], codes, known, shared, other)
    return ["|".join(column) for column in (exchanged + known, shared, other, codes)]
