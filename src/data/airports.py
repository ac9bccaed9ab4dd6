"""The table of airports: their names, and the division that each is in."""

import collections
import re

from fold import fold
from names import Nearby

# A name with one of these words says that it is an airport; any other is given the word Airport.
AIRPORT_WORDS = (
    r"air ?ports?|jetport|sunport|air ?fields?|air ?strips?|air ?parks?|aire park|sky ?park|"
    r"aerodromes?|aer[oó]dromo|a[eé]rodrome|aeroclube|aeropuerto|aeroporto|a[eé]roport|flughafen|"
    r"flugplatz|heliport|helipad|altiport|(sea|float) ?planes?|spb|air ?base|base|afb|raf|aaf|nas|"
    r"(air force|naval air|naval|air) station|landing (strip|zone)|strip|air terminal|field|fld|"
    r"euroairport")
HAS_WORD = re.compile(rf"\b({AIRPORT_WORDS})\b|heliport$|airport$", re.I)

ABBREVIATIONS = {"Intl": "International", "Intcntl": "Intercontinental", "Ntl": "National"}

# A name of airportsdata that joins two names, or has the abbreviations of armed forces.
CLUMSY = re.compile(r"[/()]|\b(Afb|Nas|Ns|Nolf|Aaf|Angb|Arb|Jrb|Mcas|Usaf|Apt|Trml)\b")

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
    "licenciado ingeniero comodoro presidente tenente brigadeiro mcas afb nas "
    "greater inter first second municipality municipal nacional internasional bandara").split()}

# Words that a name of its own does not begin or end with.
LOOSE_AT_START = {"de", "of", "do", "da", "di", "at", "and", "y", "city"}
LOOSE_AT_END = LOOSE_AT_START | {"al", "el", "la", "le", "the"}

# Names in use that the source's names do not give.
MORE_NAMES = {
    "ATL": "Hartsfield|Hartsfield Jackson|Atlanta Airport", "BCN": "El Prat|El Prat Airport",
    "BOS": "Boston Airport|Boston Logan|Logan Airport", "CPH": "Kastrup|Kastrup Airport",
    "DCA": "Reagan National|Reagan Airport", "DUS": "Düsseldorf Airport",
    "DXB": "Dubai Airport", "EWR": "Newark Airport", "FCO": "Fiumicino Airport",
    "GIG": "Galeao|Galeao Airport", "GMP": "Gimpo Airport|Seoul Gimpo", "HKG": "Chek Lap Kok",
    "HND": "Haneda|Tokyo Haneda", "HOU": "Hobby Airport|Houston Hobby",
    "IAH": "Bush Intercontinental|George Bush Intercontinental",
    "ICN": "Incheon Airport|Seoul Incheon", "JFK": "Kennedy Airport|New York Kennedy",
    "KIX": "Kansai Airport", "KUL": "KLIA|Kuala Lumpur Airport", "LAX": "Los Angeles Airport",
    "LGA": "LaGuardia", "MDW": "Chicago Midway|Midway Airport", "MEL": "Tullamarine Airport",
    "MXP": "Milan Malpensa",
    "NRT": "Tokyo Narita|Narita Airport", "ORD": "Chicago O'Hare|O'Hare Airport",
    "ORY": "Orly Airport", "PVG": "Pudong", "SAN": "San Diego Airport",
    "SFO": "San Francisco Airport", "SHA": "Hongqiao", "SYD": "Kingsford Smith|Sydney Airport",
    "YYZ": "Toronto Pearson|Pearson Airport", "ZRH": "Zurich Airport",
}

# Airports that are not the only one of their city: Narita is 63 km from Tokyo.
NOT_LONE = {"HND"}

REACH = 100           # kilometres within which the name of a city is not taken for an airport
CITY_REACH = 60       # kilometres within which an airport is one of a city
BIG_CITY = 100_000    # people of a city whose only airport is found by the name of the city


def display_name(name, area_keys):
    """The name with its spaces and commas in order, and with a word that says what it is."""
    name = re.sub(r"\s+", " ", name).strip()
    name = re.sub(r"(\w)(Heliport|Airport)$", r"\1 \2", name)
    name = re.sub(r", Irian Jaya\b", "", name).replace("Sea Plane Base", "Seaplane Base")
    name = re.sub(r"\bSPB\b", "Seaplane Base", name)
    for abbreviation, words in ABBREVIATIONS.items():
        name = re.sub(rf"\b{abbreviation}\b\.?", words, name)
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
                      in self.near.within(row.lat, row.lon, limit))

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
            if self.places[number].country == row.country and self.places[number].admin1:
                return self.places[number]
        for limit in (300, 1500):
            for _, number in self.around(row, limit):
                place = self.places[number]
                if place.country == row.country and place.admin1:
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
        words, pull = words_of(f"{row.name} {row.other_name}"), []
        named = {fold("".join(words[i:i + n])) for n in (1, 2, 3) for i in range(len(words))}
        for distance, n in self.around(row, CITY_REACH):
            place = self.places[n]
            if place.country == row.country and "district" not in place.kind:
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
        if row.iata and row.scheduled:
            for distance, number in cities.around(row, CITY_REACH):
                if cities.places[number].population >= BIG_CITY:
                    of_city[number][row.size].append(row.iata)
    lone = {}
    for row in rows:
        city = cities.main_city(row) if row.iata else None
        found = of_city[city]["large"] or of_city[city]["medium"] if city in of_city else []
        if found == [row.iata] and row.iata not in NOT_LONE:
            lone[row.iata] = city
    return lone


def city_name(place):
    """The plain name of a city: Phuket of Mueang Phuket."""
    plain = [n for n in place.known if n in place.name and len(n) >= 4]
    return min(plain, key=len, default=place.name)


def accents(name):
    return sum(not letter.isascii() and letter.isalpha() for letter in name)


def shows_listed_name(airport, name, other, cities):
    """Whether an airport is called as in airportsdata. The names of airport-data-js are better known
    for large airports and those with scheduled service, unless they lack the city."""
    if not other:
        return True
    if fold(name) == fold(other):
        return accents(name) > accents(other)
    if CLUMSY.search(airport.name) or airport.size == "other":
        return not CLUMSY.search(airport.name)
    city = cities.main_city(airport)
    keys = {key for key in cities.main_keys_of(city) if len(key) >= 4} if city is not None else ()
    return (any(key in fold(name) for key in keys) and not any(key in fold(other) for key in keys)
            and (airport.size != "large" or fold(name).endswith(fold(other))))


def names_of(airport, cities, area_keys):
    """The name of an airport, and the one of the other source or nothing."""
    name = display_name(airport.name, area_keys)
    other = display_name(airport.other_name, area_keys) if airport.other_name else ""
    return (name, other) if shows_listed_name(airport, name, other, cities) else (other, name)


def is_implied(name, kept):
    """At look-up an airport X is also found as X Airport."""
    return name.endswith(" Airport") and fold(name[:-len(" Airport")]) in kept


class Namer:
    """Finds the names of an airport beside its first one."""

    def __init__(self, cities, area_keys, foreign_keys, lone, full_keys):
        self.cities, self.area_keys, self.foreign_keys = cities, area_keys, foreign_keys
        self.lone, self.full_keys = lone, full_keys
        self.more_names = {fold(n): code for code, names in MORE_NAMES.items()
                           for n in names.split("|")}

    def short(self, airport, name, taken):
        """The short names that cannot be taken for a city or an area; for large and medium
        airports the others with the word Airport."""
        for short in short_names(name, airport.size, self.cities.towns(airport)):
            if is_name_of_its_own(short, taken) and self.cities.people[fold(short)] < 15_000:
                yield short
            elif airport.size in ("large", "medium") and is_name_of_its_own(short, ()):
                yield short + " Airport"

    def further(self, airport, name, other, around):
        if airport.size == "other":
            return []
        taken = self.cities.taken(around) | self.area_keys
        found = list(self.short(airport, name, taken))
        if other and airport.size in ("large", "medium"):
            found += [*self.short(airport, other, taken | self.foreign_keys)]
            found += [] if re.search("[/()]", other) else [other]
        if airport.iata in self.lone:
            found.append(city_name(self.cities.places[self.lone[airport.iata]]) + " Airport")
        found += [n for n in MORE_NAMES.get(airport.iata, "").split("|") if n]
        if airport.size in ("large", "medium") and fold(airport.other_icao) not in taken:
            found += [airport.other_icao] if airport.other_icao else []
        kept = {}
        for n in found:
            if self.more_names.get(fold(n), airport.iata) == airport.iata \
                    and fold(n) not in self.full_keys | {fold(name)} and not is_implied(n, kept):
                kept.setdefault(fold(n), n)
        return list(kept.values())


def rows(airports, places, area_keys, foreign_keys):
    """The rows of airports.tsv. The keys are those of the main names of areas and of the others."""
    cities = Cities(places)
    names = [names_of(airport, cities, area_keys) for airport in airports]
    full_keys = {fold(name) for airport, (name, _) in zip(airports, names)
                 if airport.size in ("large", "medium")}
    namer = Namer(cities, area_keys, foreign_keys, lone_airports(airports, cities), full_keys)
    for airport, (name, other) in zip(airports, names):
        around = cities.around(airport, REACH)
        nearest = cities.nearest(airport, around)
        yield [airport.iata, airport.icao, name, f"{airport.lat:.5f}", f"{airport.lon:.5f}",
               airport.country, nearest.admin1 if nearest else "", airport.size,
               "|".join(namer.further(airport, name, other, around))]
