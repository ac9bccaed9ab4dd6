#include "places/fold.h"

#include "text/utf8.h"

/* How the code points of a run are folded; a run ends where the next one begins. `first` holds the
 * low 16 bits of its first code point; `pages` tells in which plane it is. */
typedef struct {
    uint16_t first, becomes;
} run;

/* The kind of a run, to which its value is added. */
enum {
    DROP = 0 << 13,  /* nothing is kept */
    KEEP = 1 << 13,  /* each is kept; the value is their canonical combining class */
    SHIFT = 2 << 13, /* the value is added to each */
    PAIRS = 3 << 13, /* the first, third, fifth ... become the next one, which is kept */
    TO = 4 << 13,    /* the n-th becomes the code point listed at the value, plus n */
    LIST = 5 << 13,  /* each becomes its own entry of the list, which starts at the value */
    VALUE = (1 << 13) - 1
};

#include "fold_table.inc"

/* The folded code points of a name, with marks in canonical order, before composition. A key never
 * has fewer bytes than there are code points here, so GD_KEY_MAX of them suffice. */
typedef struct {
    uint32_t codes[GD_KEY_MAX];
    uint8_t orders[GD_KEY_MAX]; /* canonical combining classes */
    size_t count;
    bool overlong;
} letters;

/* ---- Folding one code point -------------------------------------------------------- */

/* What an ASCII character becomes; 0 if it is dropped. */
static const char ascii[0x80] = {
    ['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ['A'] = 'a', 'b', 'c',
    'd',         'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n',         'o', 'p',
    'q',         'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', ['a'] = 'a', 'b', 'c',
    'd',         'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n',         'o', 'p',
    'q',         'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
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

/* Appends a code point; a mark is moved before marks of a higher combining class (canonical order:
 * Unicode Standard, 3.11, D108 and D109). */
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

/* Appends an entry of a list: 0 for nothing, a code point, or the position of several in texts. */
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
        if (code >= 0xd800) /* a surrogate pair: texts have no code points from U+E000 on */
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

/* ---- Composition ------------------------------------------------------------------- */

/* The kana that a kana and a voicing mark make together; 0 if they make none. From KA to TO the
 * voiced form is the next code point; from HA to HO there are two, voiced and semi-voiced. */
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

/* The Hangul syllable of two jamo, or of a syllable and a final jamo; 0 if they make none (Unicode
 * Standard, 3.12, Conjoining Jamo Behavior). */
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

/* ---- Keys -------------------------------------------------------------------------- */

static size_t write_key(const letters *of, char key[GD_KEY_MAX])
{
    size_t length = 0;
    for (size_t i = 0; i < of->count; i++) {
        size_t size = utf8_encode(of->codes[i], key + length, GD_KEY_MAX - length);
        if (size == 0)
            return GD_KEY_MAX + 1;
        length += size;
    }
    return length;
}

/* Folds the rest of a name, the first `length` bytes of whose key are these ASCII letters. A byte
 * that is not UTF-8 is dropped, since GD_NOT_UTF8 lies beyond FOLD_END. */
static size_t fold_rest(geodist_text rest, char key[GD_KEY_MAX], size_t length)
{
    letters kept;
    kept.count = length;
    kept.overlong = false;
    for (size_t i = 0; i < length; i++) {
        kept.codes[i] = (unsigned char)key[i];
        kept.orders[i] = 0;
    }
    while (rest.length && !kept.overlong) {
        size_t size;
        put_folded(&kept, utf8_decode(rest, &size));
        rest = (geodist_text){rest.bytes + size, rest.length - size};
    }
    if (kept.overlong)
        return GD_KEY_MAX + 1;
    compose(&kept);
    return write_key(&kept, key);
}

/* What U+00C0 to U+017F become, if it is one ASCII letter; else a point. For speed only:
 * fold_rest() folds them to the same. */
static const char latin[] = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
                            "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The ASCII letter that the character of two bytes at the start of a text becomes, one that begins
 * with C3, C4 or C5; 0 if it is none of these. */
static char fold_latin(geodist_text text)
{
    unsigned lead = (unsigned char)text.bytes[0] - 0xC3u;
    if (lead > 2 || text.length < 2)
        return 0;
    unsigned tail = (unsigned char)text.bytes[1] - 0x80u;
    char letter = tail < 0x40 ? latin[lead << 6 | tail] : '.';
    return letter == '.' ? 0 : letter;
}

size_t gd_fold(geodist_text name, char key[GD_KEY_MAX])
{
    size_t at = 0, length = 0;
    for (; at < name.length && length < GD_KEY_MAX; at++) {
        unsigned char byte = (unsigned char)name.bytes[at];
        if (byte < 0x80) {
            key[length] = ascii[byte]; /* a 0 is overwritten by the next */
            length += ascii[byte] != 0;
            continue;
        }
        char letter = fold_latin((geodist_text){name.bytes + at, name.length - at});
        if (!letter)
            break;
        key[length++] = letter;
        at++;
    }
    if (at == name.length)
        return length;
    geodist_text rest = {name.bytes + at, name.length - at};
    return fold_rest(rest, key, length);
}
