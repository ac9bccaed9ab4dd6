#include "fold.h"

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

/* The code point at *at, which moves behind it. FOLD_END, which is dropped, for a byte that
 * begins no well-formed sequence (Unicode Standard, table 3-7). */
static uint32_t next_code(geodist_text text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes + *at;
    size_t left = text.length - *at;
    uint32_t lead = bytes[0];
    ++*at;
    if (lead < 0x80)
        return lead;
    size_t following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || left <= following)
        return FOLD_END;
    uint32_t code = lead & (0x3fu >> following);
    for (size_t i = 1; i <= following; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return FOLD_END;
        code = code << 6 | (bytes[i] & 0x3f);
    }
    bool shortest = code >= (following == 3 ? 0x10000u : following == 2 ? 0x800u : 0x80u);
    if (!shortest || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return FOLD_END;
    *at += following;
    return code;
}

static size_t size_in_utf8(uint32_t code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

static void write_code(uint32_t code, size_t size, char *bytes)
{
    static const uint8_t leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)(leads[size] | code);
}

/* ---- What is kept of a code point ---------------------------------------------------- */

/* The letter or digit that an ASCII byte becomes; 0 if it is dropped. */
static unsigned char fold_ascii(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    if (lower >= 'a' && lower <= 'z')
        return lower;
    return byte >= '0' && byte <= '9' ? byte : 0;
}

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
        if (code >= 0xd800 && code < 0xdc00)
            code = 0x10000 + ((code - 0xd800) << 10) + (*++unit - 0xdc00u);
        put(to, code, order_of(code));
    }
}

static void put_folded(letters *to, uint32_t code)
{
    if (code < 0x80) {
        unsigned char letter = fold_ascii((unsigned char)code);
        if (letter)
            put(to, letter, 0);
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
        size_t size = size_in_utf8(of->codes[i]);
        if (size > GD_KEY_MAX - length)
            return GD_KEY_MAX + 1;
        write_code(of->codes[i], size, key + length);
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
        unsigned char byte = (unsigned char)name.bytes[at], letter = fold_ascii(byte);
        if (byte >= 0x80)
            break;
        key[length] = (char)letter; /* written over by the next if it is dropped */
        length += letter != 0;
    }
    if (at == name.length)
        return length;
    geodist_text rest = {name.bytes + at, name.length - at};
    return fold_rest(rest, key, length);
}
