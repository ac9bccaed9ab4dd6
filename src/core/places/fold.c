#include "places/fold.h"

/* What becomes of the code points from one on, up to the first of the next run. Only its low 16
 * bits are in first; pages say which plane it is in. */
typedef struct {
    uint16_t first, becomes;
} run;

/* Kinds of runs, to which a value is added. */
enum {
    DROP = 0 << 13,  /* nothing is kept */
    KEEP = 1 << 13,  /* kept as they are; the value is their canonical combining class */
    SHIFT = 2 << 13, /* the value is added to each */
    PAIRS = 3 << 13, /* the first, third, fifth ... become the next one, which is kept */
    TO = 4 << 13,    /* in turn what is listed at the value and those that follow it */
    LIST = 5 << 13,  /* each its own, listed from the value on */
    VALUE = (1 << 13) - 1
};

#include "fold_table.inc"

/* What is kept of a name: its code points with marks in canonical order, not yet composed.
 * Composition makes no key shorter than it has code points here. */
typedef struct {
    uint32_t codes[GD_KEY_MAX];
    uint8_t orders[GD_KEY_MAX]; /* canonical combining classes */
    size_t count;
    bool overlong;
} letters;

/* ---- UTF-8 --------------------------------------------------------------------------- */

static bool follows(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

/* The code point at *at, which moves behind it. FOLD_END, which is dropped, for a byte that
 * begins no well-formed sequence (Unicode Standard, table 3-7). */
static uint32_t next_code(geodist_text text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes + *at;
    size_t left = text.length - *at;
    uint32_t lead = bytes[0], code;
    if (lead >= 0xc2 && lead < 0xe0 && left > 1 && follows(bytes[1])) {
        *at += 2;
        return (lead & 0x1f) << 6 | (bytes[1] & 0x3f);
    }
    if (lead >= 0xe0 && lead < 0xf0 && left > 2 && follows(bytes[1]) && follows(bytes[2])) {
        code = (lead & 0xf) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3f);
        if (code >= 0x800 && (code < 0xd800 || code >= 0xe000)) {
            *at += 3;
            return code;
        }
    }
    if (lead >= 0xf0 && lead < 0xf5 && left > 3 && follows(bytes[1]) && follows(bytes[2]) &&
        follows(bytes[3])) {
        code = (lead & 7) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 |
               (bytes[3] & 0x3f);
        if (code >= 0x10000 && code < 0x110000) {
            *at += 4;
            return code;
        }
    }
    ++*at;
    return lead < 0x80 ? lead : FOLD_END;
}

/* Writes a code point if there is room for it, and returns its length either way. */
static size_t write_code(uint32_t code, char *bytes, size_t room)
{
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > room)
        return size;
    switch (size) {
    case 1:
        bytes[0] = (char)code;
        break;
    case 2:
        bytes[0] = (char)(0xc0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3f));
        break;
    case 3:
        bytes[0] = (char)(0xe0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (code & 0x3f));
        break;
    default:
        bytes[0] = (char)(0xf0 | code >> 18);
        bytes[1] = (char)(0x80 | (code >> 12 & 0x3f));
        bytes[2] = (char)(0x80 | (code >> 6 & 0x3f));
        bytes[3] = (char)(0x80 | (code & 0x3f));
        break;
    }
    return size;
}

/* ---- What is kept of a code point ---------------------------------------------------- */

/* The letter or digit that an ASCII character becomes; 0 if it is dropped. */
static const char ascii[0x80] = {
    ['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
    ['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
            'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
    ['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
            'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
};

static run run_of(uint32_t code)
{
    const run *at = runs + pages[code / FOLD_PAGE] - 1; /* begins before this page */
    size_t left = pages[code / FOLD_PAGE + 1] - pages[code / FOLD_PAGE];
    while (left > 0) {
        size_t half = (left + 1) / 2;
        at += at[half].first <= (code & 0xffff) ? half : 0; /* no branch to mispredict */
        left -= half;
    }
    return *at;
}

/* The canonical combining class of a code point that keys keep. */
static unsigned order_of(uint32_t code)
{
    if (code < 0x80)
        return 0;
    unsigned becomes = run_of(code).becomes;
    return (becomes & ~(unsigned)VALUE) == KEEP ? becomes & VALUE : 0;
}

/* Puts a mark before those it must not follow (Unicode Standard, 3.11, D108, D109). */
static void put(letters *to, uint32_t code, unsigned order)
{
    if (to->count == GD_KEY_MAX) {
        to->overlong = true;
        return;
    }
    size_t at = to->count++;
    for (; order && at > 0 && to->orders[at - 1] > order; at--) {
        to->codes[at] = to->codes[at - 1];
        to->orders[at] = to->orders[at - 1];
    }
    to->codes[at] = code;
    to->orders[at] = (uint8_t)order;
}

/* What a list says: 0 for nothing, a code point, or where in texts to find several. */
static void put_listed(letters *to, uint32_t entry)
{
    if (entry == 0)
        return;
    if (entry < TEXTS || entry >= TEXTS_END) {
        put(to, entry, order_of(entry));
        return;
    }
    for (const uint16_t *unit = texts + (entry - TEXTS); *unit; unit++) {
        uint32_t code = *unit;
        if (code >= 0xd800) /* the first of a surrogate pair: no text has a letter beyond */
            code = 0x10000 + ((code - 0xd800) << 10) + (*++unit - 0xdc00u);
        put(to, code, order_of(code));
    }
}

static void put_folded(letters *to, uint32_t code)
{
    if (code < 0x80) {
        if (ascii[code])
            put(to, (unsigned char)ascii[code], 0);
        return;
    }
    if (code >= FOLD_END)
        return;
    run in = run_of(code);
    uint32_t nth = (code - in.first) & 0xffff, value = in.becomes & VALUE;
    switch (in.becomes - value) {
    case KEEP:
        put(to, code, value);
        break;
    case SHIFT:
        put(to, code + value, 0);
        break;
    case PAIRS:
        put(to, nth % 2 == 0 ? code + 1 : code, 0);
        break;
    case TO:
        put_listed(to, listed[value] + nth);
        break;
    case LIST:
        put_listed(to, listed[value + nth]);
        break;
    default: /* DROP */
        break;
    }
}

/* ---- Composition --------------------------------------------------------------------- */

/* Kana whose voiced form is the next code point: ka to to, and ha to ho with two forms. */
static uint32_t compose_kana(uint32_t kana, uint32_t voicing)
{
    uint32_t katakana = kana >= 0x3041 && kana <= 0x3096 ? kana + 0x60 : kana;
    bool voiced = voicing == 0x3099;
    if (katakana >= 0x30ab && katakana <= 0x30c1)
        return voiced && katakana % 2 == 1 ? kana + 1 : 0;
    if (katakana == 0x30c4 || katakana == 0x30c6 || katakana == 0x30c8)
        return voiced ? kana + 1 : 0;
    if (katakana >= 0x30cf && katakana <= 0x30dd)
        return katakana % 3 == 0 ? kana + (voiced ? 1 : 2) : 0;
    if (katakana == 0x30a6)
        return voiced ? kana + 0x4e : 0;
    if (kana >= 0x30ef && kana <= 0x30f2)
        return voiced ? kana + 8 : 0;
    if (kana == 0x309d || kana == 0x30fd)
        return voiced ? kana + 1 : 0;
    return 0;
}

/* Unicode Standard, 3.12, Conjoining Jamo Behavior. */
static uint32_t compose_hangul(uint32_t left, uint32_t right)
{
    enum { S = 0xac00, L = 0x1100, V = 0x1161, T = 0x11a7, LS = 19, VS = 21, TS = 28 };
    if (left >= L && left < L + LS && right >= V && right < V + VS)
        return S + ((left - L) * VS + (right - V)) * TS;
    if (left >= S && left < S + LS * VS * TS && (left - S) % TS == 0 && right > T && right < T + TS)
        return left + (right - T);
    return 0;
}

static void compose(letters *of)
{
    size_t count = 0;
    for (size_t i = 0; i < of->count; i++) {
        uint32_t code = of->codes[i], last = count ? of->codes[count - 1] : 0;
        bool voicing = code == 0x3099 || code == 0x309a;
        uint32_t both = voicing ? compose_kana(last, code) : compose_hangul(last, code);
        if (both)
            of->codes[count - 1] = both;
        else
            of->codes[count++] = code;
    }
    of->count = count;
}

/* ---- Keys ---------------------------------------------------------------------------- */

static size_t write_key(const letters *of, char key[GD_KEY_MAX])
{
    size_t length = 0;
    for (size_t i = 0; i < of->count; i++) {
        size_t room = GD_KEY_MAX - length, size = write_code(of->codes[i], key + length, room);
        if (size > room)
            return GD_KEY_MAX + 1;
        length += size;
    }
    return length;
}

/* Goes on where the first length bytes of the key are known to be these ASCII letters. */
static size_t fold_rest(geodist_text rest, char key[GD_KEY_MAX], size_t length)
{
    letters kept;
    kept.count = length;
    kept.overlong = false;
    for (size_t i = 0; i < length; i++) {
        kept.codes[i] = (unsigned char)key[i];
        kept.orders[i] = 0;
    }
    for (size_t at = 0; at < rest.length && !kept.overlong;)
        put_folded(&kept, next_code(rest, &at));
    if (kept.overlong)
        return GD_KEY_MAX + 1;
    compose(&kept);
    return write_key(&kept, key);
}

size_t gd_fold(geodist_text name, char key[GD_KEY_MAX])
{
    size_t at = 0, length = 0;
    for (; at < name.length && length < GD_KEY_MAX; at++) {
        unsigned char byte = (unsigned char)name.bytes[at];
        if (byte >= 0x80)
            break;
        key[length] = ascii[byte]; /* if it is 0, the next is written over it */
        length += ascii[byte] != 0;
    }
    if (at == name.length)
        return length;
    geodist_text rest = {name.bytes + at, name.length - at};
    return fold_rest(rest, key, length);
}
