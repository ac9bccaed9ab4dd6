"""Writes the table of src/core/places/fold.c.

    python3 src/data/fold_table.py > src/core/places/fold_table.inc

The table is a list of runs of code points, chosen to be short; src/core/places/fold.c explains the
kinds of runs. A run ends where the next one begins. ASCII is not in the table.
"""

import itertools
import unicodedata

from fold import letters

START, END = 0x80, 0x32000  # nothing is kept from END on
PAGE = 256
RUN_SIZE, LISTED_SIZE = 4, 2  # bytes
VALUE_END = 1 << 13  # a run has 16 bits for its kind and value
TEXTS, TEXTS_END = 0xD800, 0xF900  # stand for texts in lists: surrogates and private use
NEVER = 1 << 20  # a cost


def kept(code):
    """What a code point is folded to, before marks are sorted and composed."""
    if 0xD800 <= code < 0xE000:
        return ""
    if 0xAC00 <= code <= 0xD7A3:
        return chr(code)  # fold() would decompose and compose it again
    return letters(chr(code))


def kind_of(code):
    """The kind of run a code point belongs to, and the value of that run."""
    to = kept(code)
    if not to:
        return "DROP", 0
    if to == chr(code):
        return "KEEP", unicodedata.combining(to)
    if len(to) == 1 and 0 < ord(to) - code < VALUE_END:
        return "SHIFT", ord(to) - code
    if len(to) == 1 and ord(to) < 0x10000:
        return "TO", ord(to) - code
    return "LIST", 0


def is_pair(kinds, at):
    return kinds[at:at + 2] == [("SHIFT", 1), ("KEEP", 0)]


def stretches():
    """(first, end, kind, value) of the longest runs of one kind, without considering lists."""
    kinds = [kind_of(code) for code in range(START, END)]
    at = 0
    while at < len(kinds):
        end, (kind, value) = at + 1, kinds[at]
        if is_pair(kinds, at) and is_pair(kinds, at + 2):
            kind, value = "PAIRS", 0
            while is_pair(kinds, end - 1):
                end += 2
            end -= 1
        else:
            while end < len(kinds) and kinds[end] == kinds[at] and not is_pair(kinds, end):
                end += 1
        yield at + START, end + START, kind, value
        at = end


def listed_size(stretch):
    """The size of a stretch in a list. A list cannot hold marks or letters beyond U+FFFF."""
    first, end, kind, value = stretch
    unlistable = kind == "KEEP" and (value or first > 0xFFFF)
    return NEVER if unlistable else LISTED_SIZE * (end - first)


def runs():
    """The cheapest division of the stretches into runs; neighbours may share a list.

    Dynamic programming: the cheapest division that ends outside and inside a list.
    """
    divisions = [(0, ()), (RUN_SIZE, ())]  # cost and path: outside and inside a list
    for stretch in stretches():
        outside, inside = divisions
        alone = RUN_SIZE + (NEVER if stretch[2] == "LIST" else 0)
        best = min(outside, inside, key=lambda division: division[0])
        opened = min((outside[0] + RUN_SIZE, outside[1]), inside,
                     key=lambda division: division[0])
        divisions = [(best[0] + alone, (best[1], stretch, False)),
                     (opened[0] + listed_size(stretch), (opened[1], stretch, True))]
    path = min(divisions, key=lambda division: division[0])[1]
    chosen = []
    while path:
        path, *last = path
        chosen.append(last)
    for in_list, group in itertools.groupby(reversed(chosen), key=lambda choice: choice[1]):
        group = [stretch for stretch, _ in group]
        if in_list:
            yield group[0][0], group[-1][1], "LIST", None
        else:
            yield from group


def utf16(text):
    units = text.encode("utf-16-be")
    return [units[i] << 8 | units[i + 1] for i in range(0, len(units), 2)] + [0]


def collect_texts(codes):
    """The texts that lists refer to, each followed by 0, within a longer one where possible."""
    texts = []
    for text in sorted({kept(code) for code in codes}, key=lambda text: (-len(text), text)):
        if (len(text) > 1 or text > "\uffff") and place(utf16(text), texts) is None:
            texts += utf16(text)
    assert len(texts) <= TEXTS_END - TEXTS and max(texts) < 0xE000
    return texts


def place(part, whole):
    return next((at for at in range(len(whole)) if whole[at:at + len(part)] == part), None)


def listed(code, texts):
    units = utf16(kept(code))
    return units[0] if len(units) <= 2 else TEXTS + place(units, texts)


def lines(cells, each):
    for at in range(0, len(cells), each):
        yield "    " + " ".join(cells[at:at + each])


def table(name, kind, cells, each):
    return f"\nstatic const {kind} {name}[] = {{\n" + "\n".join(lines(cells, each)) + "\n};"


def main():
    chosen = [(0, START, "DROP", 0), *runs()]
    in_lists = [code for first, end, kind, _ in chosen if kind == "LIST"
                for code in range(first, end)]
    texts = collect_texts(in_lists)
    cells = [listed(code, texts) for code in in_lists]
    rows, lists = [], 0
    for first, end, kind, value in chosen:
        if kind == "LIST":
            value, lists = lists, lists + end - first
        elif kind == "TO":
            if first + value not in cells:
                cells.append(first + value)
            value = cells.index(first + value)
        assert value < VALUE_END
        rows.append(f"{{{first & 0xffff:#06x}, {kind} + {value}}}," if value else
                    f"{{{first & 0xffff:#06x}, {kind}}},")
    # For each page the first run that begins in it or after it.
    pages = [sum(run[0] < page for run in chosen) for page in range(0, END + 1, PAGE)]

    print(f"/* Unicode {unicodedata.unidata_version}; written by: "
          "python3 src/data/fold_table.py > src/core/places/fold_table.inc */")
    print(f"enum {{ FOLD_END = {END:#x}, FOLD_PAGE = {PAGE}, "
          f"TEXTS = {TEXTS:#x}, TEXTS_END = {TEXTS + len(texts):#x} }};")
    print(table("runs", "run", rows, 4))
    print(table("pages", "uint16_t", [f"{page}," for page in pages], 16))
    print(table("listed", "uint16_t",
                [f"{cell:#06x}," for cell in cells], 12))
    print(table("texts", "uint16_t", [f"{unit:#06x}," for unit in texts], 12))


if __name__ == "__main__":
    main()
