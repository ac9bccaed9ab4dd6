"""The table of airports: which of the source's rows are airports, and what they are called."""

import collections
import re

from fold import fold
from names import Nearby

# Rows of the source that are no airports: stations, ferry ports, codes of a whole city.
NO_AIRPORT = re.compile(
    r"\b(bus|rail|railway|train|ferry|hovercraft|metro)\b.*|.*\bmetropolitan( area)?$|"
    r".*\b(T Station|Bus Stn|Railway|Rail Station|Railway Station|Train Station|Bus Station|"
    r"Coliseum Station|Ferry Port|Ferry Terminal|Launch Point)$|.*\((duplicate|closed)\).*", re.I)

# A name with one of these words says that it is an airport; any other is given the word Airport.
AIRPORT_WORDS = (
    r"air ?ports?|jetport|sunport|air ?fields?|air ?strips?|air ?parks?|aire park|sky ?park|"
    r"aerodromes?|aer[oó]dromo|a[eé]rodrome|aeroclube|aeropuerto|aeroporto|a[eé]roport|flughafen|"
    r"flugplatz|heliport|helipad|altiport|(sea|float) ?planes?|spb|air ?base|base|afb|raf|aaf|nas|"
    r"(air force|naval air|naval|air) station|landing (strip|zone)|strip|air terminal|field|fld|"
    r"euroairport")
HAS_WORD = re.compile(rf"\b({AIRPORT_WORDS})\b|heliport$|airport$", re.I)

# Words that can be left out of a name.
GENERIC = re.compile(
    r"^the |\b((inter)?nationale?|internacional|international de|intl\.?|domestic|regional|municipal|"
    r"airports?|airfield|aerodrome|aeropuerto|aeroporto|a[eé]roport|flughafen|air base|airbase|"
    r"sea ?plane base|jetport)\b\.?( de la\b| de\b| of\b)?", re.I)
# What is left must be more than these.
WEAK_WORDS = {fold(w) for w in (
    "capital city central county national state metropolitan memorial executive north south east "
    "west northern southern eastern western new old downtown island islands field station military "
    "army area district province region regional town land lake river bay beach mountain valley "
    "coast general president saint port fort civil private industrial business united downtown "
    "king queen prince princess captain colonel major doctor santa santo black white green red "
    "de la le los las of and del do da dr sir john jose juan luis antonio maria miguel francisco "
    "pedro carlos joao paul george peter robert william charles james thomas michael david henry "
    "alexander augusto alberto rafael manuel jorge oscar jesus felix pablo mario martin simon "
    "sultan shah imam air force base naval commercial cargo world peace freedom independence "
    "victory liberty university hospital resort park gateway harbour harbor hills heights "
    "hamad hector roberts hancock lambert bradley evers mitchell hopkins adnan tancredo ramon "
    "yellowstone niagara tahoe angkor salento makedonia cukurova flamingo tsentralny binhai "
    "greater inter first second municipality municipal nacional internasional bandara").split()}

# Words that a name of its own does not begin or end with.
LOOSE_AT_START = {"de", "of", "do", "da", "di", "at", "and", "y", "city"}
LOOSE_AT_END = LOOSE_AT_START | {"al", "el", "la", "le", "the"}

# Names in use that the source's names do not give.
MORE_NAMES = {
    "ATL": "Hartsfield Jackson|Atlanta Airport", "BOS": "Boston Airport|Boston Logan|Logan Airport",
    "DCA": "Reagan National|Reagan Airport", "DUS": "Düsseldorf Airport",
    "DXB": "Dubai Airport", "EWR": "Newark Airport", "FCO": "Fiumicino Airport",
    "GIG": "Galeao|Galeao Airport", "GMP": "Gimpo Airport|Seoul Gimpo", "HKG": "Chek Lap Kok",
    "HND": "Haneda|Tokyo Haneda", "IAH": "Bush Intercontinental|George Bush Intercontinental",
    "ICN": "Incheon Airport|Seoul Incheon", "JFK": "Kennedy Airport|New York Kennedy",
    "KIX": "Kansai Airport", "KUL": "KLIA|Kuala Lumpur Airport", "LAX": "Los Angeles Airport",
    "LGA": "LaGuardia", "MDW": "Chicago Midway|Midway Airport", "MXP": "Milan Malpensa",
    "NRT": "Tokyo Narita|Narita Airport", "ORD": "Chicago O'Hare|O'Hare Airport",
    "ORY": "Orly Airport", "PVG": "Pudong", "SAN": "San Diego Airport",
    "SFO": "San Francisco Airport", "SHA": "Hongqiao", "SYD": "Kingsford Smith|Sydney Airport",
    "YYZ": "Toronto Pearson|Pearson Airport", "ZRH": "Zurich Airport",
}

REACH = 100           # kilometres within which the name of a city is not taken for an airport
CITY_REACH = 60       # kilometres within which an airport is one of a city
LONE_REACH = 70       # kilometres without a second airport; Narita is 63 km from Tokyo
BIG_CITY = 100_000    # people of a city whose only airport is found by the name of the city


def is_airport(row):
    """A row without an IATA code counts only if it has a page of its own: for most of them type and
    service are a value that the package fills in for any field."""
    if NO_AIRPORT.fullmatch(row["airport"]) or row["country_code"] == "":
        return False
    if row["iata"]:
        return bool(re.fullmatch("[A-Z]{3}", row["iata"]))
    return bool(re.fullmatch("[A-Z]{4}", str(row["icao"])) and row["scheduled_service"] == "TRUE"
                and row["wikipedia"])


def size_of(row):
    if row["type"] == "large_airport":
        return "large"
    if row["scheduled_service"] != "TRUE":
        return "other"
    return "medium" if row["type"] == "medium_airport" else "scheduled"


def display_name(name, area_keys):
    """The name with its spaces and commas in order, and with a word that says what it is."""
    name = re.sub(r"\s+", " ", name).strip()
    name = re.sub(r"(\w)(Heliport|Airport)$", r"\1 \2", name)
    name = re.sub(r", Irian Jaya\b", "", name).replace("Sea Plane Base", "Seaplane Base")
    name = re.sub(r"\bSPB\b", "Seaplane Base", name)
    name = re.sub(r"\bIntl\b\.?", "International", name)
    behind = re.search(r" \(([^()]*)\)$", name)
    if behind and fold(behind.group(1)) in area_keys:
        name = name[:behind.start()]
    name = re.sub(r"[,|]\s*", " ", name).strip()
    return name if HAS_WORD.search(name) else name + " Airport"


def words_of(name):
    return [w for w in re.split(r"[\s,/()–-]+", name) if fold(w)]


def without_city(words, city_keys):
    """The words before or behind the names of cities: Heathrow of London Heathrow."""
    for length in range(min(4, len(words) - 1), 0, -1):
        for city, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            if fold("".join(city)) in city_keys:
                return without_city(rest, city_keys)
    return words


class Cities:
    """What the names of the places around an airport are, and how many people the largest city
    of each name in the world has."""

    def __init__(self, places):
        self.places, self.near, self.keys = places, Nearby(), {}
        self.people = collections.Counter()
        for number, place in enumerate(places):
            self.near.add(place.lat, place.lon, number)
            if place.population >= 15_000 and "district" not in place.kind:
                for key in {fold(place.name), *map(fold, place.known)}:
                    self.people[key] = max(place.population, self.people[key])

    def around(self, row, limit):
        return sorted((distance, number) for distance, number
                      in self.near.within(row["latitude"], row["longitude"], limit))

    def keys_of(self, number):
        if number not in self.keys:
            place = self.places[number]
            self.keys[number] = {fold(n) for n in [
                place.name, *place.known, *place.shared, *place.other]}
        return self.keys[number]

    def main_keys_of(self, number):
        return {fold(n) for n in [self.places[number].name, *self.places[number].known]}

    def nearest(self, row, around):
        """The nearest place of the same country with a region, near or far."""
        for _, number in around:
            if self.places[number].country == row["country_code"] and self.places[number].admin1:
                return self.places[number]
        for limit in (300, 1500):
            for _, number in self.around(row, limit):
                place = self.places[number]
                if place.country == row["country_code"] and place.admin1:
                    return place
        return None

    def taken(self, around):
        """The keys that mean a place near the airport: any name of a town, the main names of a
        village. Districts do not count: Changi is the airport."""
        keys = set()
        for _, number in around:
            place = self.places[number]
            if "district" in place.kind:
                continue
            if place.population >= 15_000:
                keys |= self.keys_of(number)
            elif place.population >= 1_500:
                keys |= self.main_keys_of(number)
        return keys

    def main_city(self, row):
        """The city an airport belongs to: the greatest population / (1 + (km / 30)^3), where a
        capital or seat counts three times, and a city in the airport's name ten times."""
        words, pull = words_of(row["airport"]), []
        named = {fold("".join(words[i:i + n])) for n in (1, 2, 3) for i in range(len(words))}
        for distance, n in self.around(row, CITY_REACH):
            place = self.places[n]
            if place.country == row["country_code"] and "district" not in place.kind:
                weight = 3 if place.kind & {"capital", "seat"} else 1
                weight *= 10 if self.main_keys_of(n) & named else 1
                pull.append((-weight * place.population / (1 + (distance / 30) ** 3), n))
        return min(pull)[1] if pull else None

    def towns(self, row):
        """The keys that name a town in the name of an airport."""
        keys = set()
        for _, n in self.around(row, CITY_REACH):
            people = self.places[n].population
            keys |= self.keys_of(n) if people >= 50_000 else set()
            keys |= self.main_keys_of(n) if people >= 5_000 else set()
        return keys


def short_names(name, size, towns):
    """The name without Airport, International ..., and that without its city."""
    core = " ".join(re.sub(r"\(.*?\)", " ", GENERIC.sub(" ", name)).split())
    core = re.sub(r" ([-–/]) ?|([-–/]) ", r"\1\2", core).strip(" -–/.'")
    rest = without_city(words_of(core), towns)
    single = len(rest) == 1 and size != "large"
    return [core] if single or rest == words_of(core) else [core, " ".join(rest)]


def is_name_of_its_own(name, taken):
    """False for generic words, titles and first names, and for the names of places."""
    key, words = fold(name), [fold(w) for w in words_of(name)]
    return (len(key) >= 4 and key not in taken and not key.isdigit()
            and words[0] not in LOOSE_AT_START and words[-1] not in LOOSE_AT_END
            and not all(w in WEAK_WORDS or len(w) < 3 for w in words))


def lone_airports(rows, cities):
    """iata -> city, for the only large airport with scheduled service of a big city; without a
    large one, the only medium one."""
    of_city = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in rows:
        if row["iata"] and row["scheduled_service"] == "TRUE":
            for distance, number in cities.around(row, LONE_REACH):
                if cities.places[number].population >= BIG_CITY:
                    of_city[number][size_of(row)].append(row["iata"])
    lone = {}
    for row in rows:
        city = cities.main_city(row) if row["iata"] else None
        found = of_city[city]["large"] or of_city[city]["medium"] if city in of_city else []
        if found == [row["iata"]]:
            lone[row["iata"]] = city
    return lone


def city_name(place):
    """The plain name of a city: Phuket of Mueang Phuket."""
    plain = [n for n in place.known if n in place.name and len(n) >= 4]
    return min(plain, key=len, default=place.name)


def further_names(row, name, around, cities, area_keys, lone, full_keys):
    """The names of an airport beside the full one that cannot be taken for a city or an area."""
    size = size_of(row)
    if size == "other":
        return []
    taken = cities.taken(around) | area_keys
    found = [n for n in short_names(name, size, cities.towns(row))
             if is_name_of_its_own(n, taken)
             and cities.people[fold(n)] < 15_000]
    if row["iata"] in lone:
        found.append(city_name(cities.places[lone[row["iata"]]]) + " Airport")
    found += [n for n in MORE_NAMES.get(row["iata"], "").split("|") if n]
    kept = {}
    for n in found:
        if fold(n) not in full_keys:
            kept.setdefault(fold(n), n)
    return list(kept.values())


def rows(source, places, area_keys):
    """The rows of airports.tsv, by code, of the source's rows that are airports."""
    cities = Cities(places)
    source = sorted(source, key=lambda r: (not r["iata"], r["iata"], r["icao"]))
    lone = lone_airports(source, cities)
    full_keys = {fold(display_name(row["airport"], area_keys)) for row in source
                 if size_of(row) in ("large", "medium")}
    for row in source:
        around = cities.around(row, REACH)
        name, nearest = display_name(row["airport"], area_keys), cities.nearest(row, around)
        icao = str(row["icao"])
        yield [row["iata"], icao if re.fullmatch("[A-Z]{4}", icao) else "", name,
               f"{row['latitude']:.5f}", f"{row['longitude']:.5f}", row["country_code"],
               nearest.admin1 if nearest else "", size_of(row),
               "|".join(further_names(row, name, around, cities, area_keys, lone,
                                     full_keys))]
