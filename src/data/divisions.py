"""The tables of countries and of first-level regions."""

import collections
import re

from fold import fold
from names import distinct_columns, plain_region, read_tsv

# Vietnam renumbered its regions in 2025, after the older sources were made.
RENUMBERED = {"VN"}

# A language is official in a country if GeoNames lists it first or with the code of the country
# (de-CH,fr-CH,it-CH). These are official as well, in the whole country or in a region.
MORE_LANGUAGES = {
    "AF": "uz tk", "BO": "qu ay", "BI": "fr", "BY": "ru", "CA": "fr iu", "CH": "rm", "CM": "fr", "CY": "tr",
    "DJ": "so ar", "ES": "ca gl eu oc", "FJ": "hi", "FI": "sv se", "GB": "cy gd ga", "HK": "en zh",
    "IN": "hi bn te mr ta ur gu kn ml or pa as ks ne sd kok mni sat", "IQ": "ku", "IL": "ar",
    "IE": "ga", "KE": "sw", "KG": "ru", "KZ": "ru", "LK": "ta", "LS": "st", "MA": "zgh ber",
    "MG": "mg fr", "MK": "sq", "MO": "pt", "MT": "en", "NO": "nb nn se", "NZ": "mi", "PE": "qu ay", "PH": "fil",
    "PK": "ur pa sd ps", "PS": "ar", "PW": "en", "PY": "gn", "RW": "rw en fr", "SG": "zh ms ta en",
    "SO": "ar", "TZ": "sw", "UG": "sw", "ZA": "zu xh af nso tn st ts ss ve nr", "ZW": "sn nd",
    "TD": "ar", "ER": "ar ti", "VU": "fr en bi", "XK": "sr", "RS": "sr", "ME": "sr", "BA": "hr sr bs",
    "SD": "en", "DZ": "ber kab", "AX": "sv", "FO": "fo", "GL": "kl", "TL": "pt tet", "LU": "lb fr de",
}
# Listed with the code of the country, but official neither there nor in a region.
NOT_OFFICIAL = {("US", "es"), ("ER", "aa")}
SAME_LANGUAGE = {"no": ["nb", "nn", "no"], "tl": ["tl", "fil"], "cmn": ["zh"]}

# Words of the long official names: Republic of Kenya, Bundesrepublik Deutschland.
STATE_WORDS = re.compile(
    r"\b(republic|kingdom|principality|commonwealth|state|states|sultanate|emirate|confederation|"
    r"federation|union|bailiwick|duchy|rep[uú]blica|r[eé]publique|repubblica|republik|"
    r"bundesrepublik|reino|principat|principaut[eé]|f[uü]rstentum|jamhuri|estado|estados|"
    r"freistaat|repubblika)\b", re.I)

# Names that the rules would take for current English names of the whole.
NOT_CURRENT = {("US.DC", "columbia"), ("TW.02", "takao"), ("TW.01", "fukien")}

# Regions under names that GeoNames has from before 1945, or that repeat the name of the country.
REGION_NAMES = {"TW.01": "Fujian", "TW.02": "Kaohsiung", "TW.04": "Taiwan Province"}


def codes_of_all(countries, admin1):
    """The codes in letters: US and USA, KY of US.KY."""
    codes = set(countries) | {alpha3 for alpha3, _ in countries.values()}
    return codes | {division.split(".")[1] for division in admin1}


def official_languages(country, facts):
    listed = facts.get("languages", "").split(",")
    languages = {listed[0].split("-")[0]} | {
        tag.split("-")[0] for tag in listed if tag.endswith("-" + country)}
    languages |= set(MORE_LANGUAGES.get(country, "").split())
    languages -= {language for code, language in NOT_OFFICIAL if code == country}
    return {same for language in languages for same in SAME_LANGUAGE.get(language, [language])}


def by_languages(names, official, codes):
    """The English and official names of an area, those of two languages or more, and the others.

    A name that is the code of another area is left out: KY means the United Kingdom in one
    language, and Kentucky everywhere else.
    """
    languages, spelling = collections.defaultdict(set), collections.defaultdict(set)
    for locale, name in names.items():
        if "|" not in name and name.upper() not in codes:
            language = re.split("[_@-]", locale)[0]
            languages[fold(name)].add(language)
            spelling[fold(name)].add((language not in official, name))
    full, shared, single = [], [], []
    for key in sorted(languages, key=lambda k: (min(spelling[k]), k)):
        names = [name for _, name in sorted(spelling[key])]
        if languages[key] & (official | {"en"}):
            full += names
        elif len(languages[key]) >= 2:
            shared += names
        else:
            single += names
    return full, shared, single


def cut_short(name):
    """Whether the key of a name leaves something out: Cocos of "Cocos (Keeling) Islands"."""
    return bool(re.search(r"[,(]", name))


def without_articles(name):
    """A key that is the same for Gambia and The Gambia, and for "and" and "&"."""
    return fold(re.sub(r"\b(the|and)\b", " ", name, flags=re.I))


def is_full(alias, names, of_others):
    """Whether a hand-written alias weighs as much as the name: a long official name, the name with
    an article, and a name in another script than the Latin one."""
    if fold(alias) in of_others:
        return False
    return bool(STATE_WORDS.search(alias)
                or without_articles(alias) in map(without_articles, names)
                or not re.search(r"[^\W\d_]", "".join(c for c in alias if c < "\u0250" or
                                                       "\u1e00" <= c < "\u2000")))


def is_code(alias):
    return bool(re.fullmatch(r"[A-Z]{1,4}", alias))


def area_columns(area, name, codes, full, shared, other, borne_by_seat):
    """The columns known, shared, other and codes of one area.

    The name of the seat or of a city that is a large part of the area means the city (Nueva York),
    unless the area has it as its English name.
    """
    full = [n for n in full if n and n != name]
    lower = [n for n in full + shared
             if cut_short(n) or is_code(n) or (area, fold(n)) in NOT_CURRENT]
    full, shared = [[n for n in group if n not in lower] for group in (full, shared)]
    city = [n for n in full + shared if fold(n) in borne_by_seat and fold(n) != fold(name)]
    full, shared = [[n for n in group if n not in city] for group in (full, shared)]
    return distinct_columns(name, codes, full, shared, lower + city + other)


def by_hand(names):
    """Hand-written aliases: the codes and the others."""
    names = [n for n in names.split("|") if n]
    return [n for n in names if is_code(n)], [n for n in names if not is_code(n)]


def country_rows(countries, facts, languages, used, codes, capital_names):
    hand = {row[0]: row for row in read_tsv("country_aliases.tsv")}
    names = {fold(row[1]) for row in hand.values()}
    for country in sorted(used):
        alpha3, english = countries.get(country, ("", []))
        name = hand[country][1]
        hand_codes, aliases = by_hand(hand[country][2])
        official = [n for n in aliases if is_full(n, [name], names - {fold(name)})]
        known, shared, single = by_languages(
            languages.get(country, {}), official_languages(country, facts.get(country, {})), codes)
        yield [country, name, str(facts.get(country, {}).get("population", 0)), *area_columns(
            country, name, [country, alpha3] + hand_codes, english + official + known, shared,
            aliases + single, capital_names.get(country, set()))]


def region_rows(admin1, facts, languages, populations, codes, seat_names):
    hand = {(country, code): names for country, code, names in read_tsv("region_aliases.tsv")}
    for division, name in sorted(admin1.items()):
        country, code = division.split(".")
        if division not in populations:
            continue
        listed, name = name, REGION_NAMES.get(division, name)
        coded = [code, country + code] if re.fullmatch("[A-Z]+", code) else []
        hand_codes, aliases = by_hand(hand.get((country, code), ""))
        known, shared, single = [], [], []
        if country not in RENUMBERED:
            known, shared, single = by_languages(
                languages.get(division, {}), official_languages(country, facts.get(country, {})),
                codes)
        known = [plain_region(name)] + known + [plain_region(n) for n in known]
        yield [country, code, name, str(populations[division]), *area_columns(
            division, name, coded + hand_codes, known, shared, [listed] + aliases + single,
            seat_names.get(division, set()))]
