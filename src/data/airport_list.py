"""Which airports there are: the airports of airportsdata, completed from airport-data-js."""

import collections
import re
import urllib.parse

from fold import fold
from names import kilometres

# Both names are as in their source, the other one that of airport-data-js; it is empty if that
# source does not have the airport or is the only one. other_icao is a former or newer code.
Airport = collections.namedtuple(
    "Airport", "iata icao name other_name lat lon country size scheduled other_icao")

JOIN_REACH = 50       # kilometres between the points of one airport in the two sources
POINT_REACH = 4       # kilometres between points of one airport that do not differ in earnest
ICAO_REACH = 25       # kilometres beyond which an ICAO code belongs to another airport

# Sizes that airport-data-js has wrong or not at all: a closed airport, an airport that was
# opened later, the second code of an airport, a base for seaplanes.
SIZES = {"BKA": "other", "KTI": "large", "MLH": "large", "RSJ": "scheduled"}

# Airports that were moved, and a few others, whose point is right in airport-data-js.
MOVED = {"CIF", "ENO", "ENY", "GAE", "ISG", "KMG", "LYG", "LZO", "NKC", "SOQ", "SWA", "TUJ", "UYN"}

# Closed airports that airport-data-js still has with scheduled service.
CLOSED = {"ALY", "RAJ", "REP"}

# Territories whose airports airportsdata counts as those of the country they belong to.
TERRITORIES = {"AX", "PR", "SJ", "VI"}

# Rows of airport-data-js that are no airports: stations, ferry ports, codes of a whole city.
NO_AIRPORT = re.compile(
    r"\b(bus|rail|railway|train|ferry|hovercraft|metro)\b.*|.*\bmetropolitan( area)?$|"
    r".*\b(T Station|Bus Stn|Railway|Rail Station|Railway Station|Train Station|Bus Station|"
    r"Coliseum Station|Ferry Port|Ferry Terminal|Launch Point)$|.*\((duplicate|closed)\).*", re.I)


def icao_of(code):
    """The code, or nothing: both sources also have codes of their own in this column."""
    return str(code) if re.fullmatch("[A-Z]{4}", str(code)) else ""


def size_of(row):
    if row["type"] == "large_airport":
        return "large"
    if row["scheduled_service"] != "TRUE":
        return "other"
    return "medium" if row["type"] == "medium_airport" else "scheduled"


def is_served(row):
    """Whether an airport is taken that only airport-data-js has. Without a page of its own, type
    and service are a value that the package fills in for any field."""
    return (row["scheduled_service"] == "TRUE" and row["wikipedia"] and row["country_code"]
            and not NO_AIRPORT.fullmatch(row["airport"]))


def is_in_minutes(degrees):
    return abs(degrees * 60 - round(degrees * 60)) < 1e-3


def is_page_of(row):
    """Whether the title of the page has a word of the name: some rows mix two airports."""
    title = fold(urllib.parse.unquote(row["wikipedia"]).split("/")[-1])
    words = [fold(word)[:5] for word in re.split(r"[\s,/()-]+", row["airport"])]
    return any(word in title for word in words if len(word) > 2 and word != "airpo")


def distance(listed, row):
    return kilometres(float(listed["lat"]), float(listed["lon"]), row["latitude"], row["longitude"])


def of_minutes_and_seconds(digits):
    """50.9014 of 50.5405, which stands for 50 degrees, 54 minutes and 5 seconds."""
    value = round(abs(float(digits)) * 10_000)
    degrees = value // 10_000 + value // 100 % 100 / 60 + value % 100 / 3600
    return degrees if float(digits) >= 0 else -degrees


def point_of(listed, row):
    """The point of a listed airport. Some have minutes and seconds for the decimals, as the other
    source shows."""
    point = float(listed["lat"]), float(listed["lon"])
    if row is None or distance(listed, row) < POINT_REACH:
        return point
    other = row["latitude"], row["longitude"]
    if listed["iata"] in MOVED:
        return other
    read_anew = of_minutes_and_seconds(listed["lat"]), of_minutes_and_seconds(listed["lon"])
    return read_anew if kilometres(*read_anew, *other) < POINT_REACH / 2 else point


class Joined:
    """The rows of airport-data-js by their codes."""

    def __init__(self, rows):
        self.by_iata = {row["iata"]: row for row in rows
                        if row["iata"] and not NO_AIRPORT.fullmatch(row["airport"])}
        self.by_icao = collections.defaultdict(list)
        for row in rows:
            self.by_icao[icao_of(row["icao"])].append(row)
        del self.by_icao[""]

    def row_of(self, listed):
        """The row of a listed airport and whether its point agrees; (None, False) if there is none.
        A point that is far away is an error of the row if both codes and the country are equal."""
        near = self.by_iata.get(listed["iata"])
        if near and distance(listed, near) <= JOIN_REACH:
            return near, True
        rows = self.by_icao.get(listed["icao"], [])
        near = next((row for row in rows if distance(listed, row) <= JOIN_REACH), None)
        same = next((row for row in rows if row["iata"] == listed["iata"]
                     and row["country_code"] == listed["country"]), None)
        return near or same, near is not None


def listed_airport(listed, joined, listed_by_icao):
    """An airport of airportsdata with an IATA code."""
    row, agrees = joined.row_of(listed)
    other_icao = icao_of(row["icao"]) if agrees else ""
    territory = row and agrees and row["country_code"] in TERRITORIES
    return Airport(
        listed["iata"], icao_of(listed["icao"]), listed["name"], row["airport"] if agrees else "",
        *point_of(listed, row if agrees else None),
        row["country_code"] if territory else listed["country"],
        SIZES.get(listed["iata"], size_of(row) if row else "other"),
        bool(row) and row["scheduled_service"] == "TRUE",
        "" if other_icao in listed_by_icao else other_icao)


def further_airport(row, listed_by_icao):
    """An airport that airportsdata does not have, or has without its IATA code; None if its codes,
    point or page are in doubt. Points in whole minutes are often far off."""
    listed = listed_by_icao.get(icao_of(row["icao"]))
    if listed and (listed["iata"] or distance(listed, row) > ICAO_REACH):
        return None
    in_minutes = is_in_minutes(row["latitude"]) and is_in_minutes(row["longitude"])
    if row["iata"] and (not is_page_of(row) or in_minutes and not listed):
        return None
    lat, lon = ((float(listed["lat"]), float(listed["lon"])) if listed
                else (row["latitude"], row["longitude"]))
    return Airport(row["iata"], icao_of(row["icao"]), row["airport"], "", lat, lon,
                   row["country_code"], SIZES.get(row["iata"], size_of(row)), True, "")


def airports(listed_rows, rows):
    """The airports of both sources by their codes, those without an IATA code last."""
    listed_by_icao = {row["icao"]: row for row in listed_rows if icao_of(row["icao"])}
    left_out = CLOSED | {row["iata"] for row in listed_rows if row["iata"]}
    joined = Joined(rows)
    found = [listed_airport(row, joined, listed_by_icao) for row in listed_rows
             if row["iata"] and "unknown coordinates" not in row["name"]]
    for row in filter(is_served, rows):
        is_code = re.fullmatch("[A-Z]{3}", row["iata"]) if row["iata"] else icao_of(row["icao"])
        if is_code and row["iata"] not in left_out:
            found.append(further_airport(row, listed_by_icao))
    return sorted(filter(None, found), key=lambda a: (not a.iata, a.iata, a.icao))
