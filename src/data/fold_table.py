"""Writes the table of src/core/fold.c: python3 src/data/fold_table.py > src/core/fold_table.inc"""

import unicodedata

import fold as definition

END = 0x32000  # nothing is kept beyond: CJK ideographs end below, variation selectors are marks
BLOCK = 32
DROPPED, DROPPED_MARK, KEPT, KEPT_MARK, CHANGED = range(5)


def lines(values, width):
    text = "".join(f"{value:{width}}," for value in values)
    step = (width + 1) * (96 // (width + 1))
    return "\n".join("    " + text[i:i + step].rstrip() for i in range(0, len(text), step))


def parts(char):
    """What fold() keeps of a character, before it puts Hangul and kana together.

    A NUL stands for a dropped character that keeps a mark behind it from being sorted
    before what comes first, like the space in U+309C.
    """
    if 0xAC00 <= ord(char) <= 0xD7A3:
        return char
    text = ""
    for part in definition.decompose(char):
        kept = definition.letter(part)
        if kept and unicodedata.combining(kept[0]) and text.endswith("\0"):
            text += kept
        else:
            text = text.rstrip("\0") + (kept or ("\0" if not unicodedata.combining(part) else ""))
    return text.rstrip("\0")


def entries(changes):
    """What becomes of each code point; a change is an offset into the texts of changes."""
    offsets = {}
    for code in range(END):
        char = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
        key, mark = parts(char), unicodedata.combining(char) != 0
        if key in ("", char):
            yield (KEPT if key else DROPPED) + mark
            continue
        if key not in offsets:
            offsets[key] = CHANGED + len(changes)
            text = key.encode()
            changes += bytes([len(text)]) + text
        yield offsets[key]


def blocks(values):
    """The distinct blocks of values, one behind the other, and the number of each one."""
    numbers, distinct = {}, []
    for start in range(0, len(values), BLOCK):
        block = tuple(values[start:start + BLOCK])
        if block not in numbers:
            numbers[block] = len(numbers)
            distinct += block
        yield numbers[block], distinct


def mark_orders(values):
    """Runs of kept marks of one canonical combining class: first, last, class."""
    runs = []
    for code, value in enumerate(values):
        if value == KEPT_MARK:
            order = unicodedata.combining(chr(code))
            if runs and runs[-1][1] == code - 1 and runs[-1][2] == order:
                runs[-1][1] = code
            else:
                runs.append([code, code, order])
    return runs


def main():
    changes = bytearray()
    values = list(entries(changes))
    numbers, distinct = zip(*blocks(values))
    print(f"/* Unicode {unicodedata.unidata_version}; written by: "
          "python3 src/data/fold_table.py > src/core/fold_table.inc */")
    print(f"enum {{ FOLD_END = {END:#x}, FOLD_BLOCK = {BLOCK}, CHANGED = {CHANGED} }};")
    print("\nstatic const uint16_t block_numbers[FOLD_END / FOLD_BLOCK] = {")
    print(lines(numbers, 3) + "\n};")
    print("\nstatic const uint16_t entries[] = {")
    print(lines(distinct[-1], 5) + "\n};")
    print("\n/* For each change the length of its text, and its text. */")
    print("static const unsigned char changes[] = {")
    print(lines(changes, 3) + "\n};")
    print("\nstatic const struct {\n    uint32_t first, last;\n    unsigned char order;\n} "
          "mark_orders[] = {")
    print("\n".join(f"    {{{first:#06x}, {last:#06x}, {order}}},"
                    for first, last, order in mark_orders(values)) + "\n};")


if __name__ == "__main__":
    main()
