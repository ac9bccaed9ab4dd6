"""The reference definition of "the same name": NFKD, casefold, NFKD, letters and digits.

src/core/places/fold.c does the same with a table that fold_table.py writes with this module, and
tests/fold_reference.py compares the two. Unicode 14.0 (Python 3.11).
"""

import functools
import re
import unicodedata

# Latin letters that NFKD does not decompose although they are variants of other letters. Those
# whose Unicode name is "LATIN SMALL LETTER X WITH ..." are recognised by it and not listed here.
LATIN = {
    "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n", "ı": "i", "ə": "e", "ɛ": "e",
    "ɔ": "o", "ɵ": "o", "ǝ": "e", "ɩ": "i", "ʊ": "u", "ɣ": "g", "ʒ": "z", "ʃ": "s", "ɑ": "a",
    "ʌ": "v", "ƿ": "w", "ĸ": "k", "ɪ": "i", "ꞌ": "", "ꞑ": "n", "ȷ": "j", "ʔ": "", "ɂ": "",
}

# Marks that only decorate a letter. In other scripts (Devanagari, Thai, Khmer, Tibetan, Thaana ...)
# a mark stands for a vowel, and two names may differ in such a mark only.
DROPPED_MARKS = [
    (0x0300, 0x07A5), (0x07B1, 0x08FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF), (0x302A, 0x302F), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
]
# The only mark that case folding would turn into a letter.
IOTA_BELOW = "\u0345"
KANA_VOICING = "\u3099\u309a"
# The parts of a Hangul syllable after its first consonant.
HANGUL_VOWEL_FIRST, HANGUL_FINAL_LAST = "\u1161", "\u11c2"


def _in(ranges, code):
    return any(first <= code <= last for first, last in ranges)


def _letter(char):
    """What one character of decomposed, casefolded text contributes to the key."""
    code = ord(char)
    if char in LATIN:
        return LATIN[char]
    if 0x02B0 <= code <= 0x02FF or code == 0x0640:
        return ""
    category = unicodedata.category(char)
    if category[0] == "M":
        return "" if category == "Me" or _in(DROPPED_MARKS, code) else char
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if category[0] in "LN":
        variant = re.fullmatch(r"LATIN SMALL LETTER ([A-Z]) WITH .*", unicodedata.name(char, ""))
        return variant.group(1).lower() if variant else char
    return ""


def _compose(text):
    """Composes Hangul syllables and voiced kana, and nothing else."""
    if text.isascii():
        return text
    out = []
    for char in text:
        # Only these can join: looking first saves nearly all of the time.
        if out and (char in KANA_VOICING or HANGUL_VOWEL_FIRST <= char <= HANGUL_FINAL_LAST):
            joined = unicodedata.normalize("NFC", out[-1] + char)
            if len(joined) == 1 and (char in KANA_VOICING or 0xAC00 <= ord(joined) <= 0xD7A3):
                out[-1] = joined
                continue
        out.append(char)
    return "".join(out)


@functools.lru_cache(maxsize=None)
def letters(char):
    """What one character of a name contributes to the key."""
    text = unicodedata.normalize("NFKD", char).replace(IOTA_BELOW, "").casefold()
    return "".join(map(_letter, unicodedata.normalize("NFKD", text)))


def fold(name):
    # Characters are folded one by one. NFD comes last and only sorts the marks that are left: if it
    # came first, dropped characters would keep marks apart that are neighbours in the key, and
    # folding a key would not always give the same key.
    return _compose(unicodedata.normalize("NFD", "".join(map(letters, name))))
