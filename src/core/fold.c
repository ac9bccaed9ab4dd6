#include "fold.h"

#include "fold_table.inc"

/* What fold_table.py makes of a code point. Above these, an index into changes. */
enum { DROPPED, DROPPED_MARK, KEPT, KEPT_MARK };

/* A key before composition: a Hangul syllable of three jamo shrinks to a third. */
enum { DECOMPOSED_MAX = 3 * GD_KEY_MAX };

typedef struct {
    char bytes[DECOMPOSED_MAX + 4];
    size_t length;
    size_t last_starter; /* marks are sorted no further back than here */
    bool composes;       /* something in it may have to be put together again */
    bool overlong;
} decomposed;

/* ---- Code points --------------------------------------------------------------------- */

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

static size_t write_code(uint32_t code, char *bytes)
{
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    size_t following = code >= 0x10000 ? 3 : code >= 0x800 ? 2 : 1;
    for (size_t i = following; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)((0xff00u >> (following + 1) & 0xff) | code);
    return following + 1;
}

static unsigned entry_of(uint32_t code)
{
    if (code >= FOLD_END)
        return DROPPED;
    return entries[block_numbers[code / FOLD_BLOCK] * FOLD_BLOCK + code % FOLD_BLOCK];
}

/* The canonical combining class of a mark that keys keep. */
static unsigned mark_order(uint32_t code)
{
    size_t low = 0, high = sizeof mark_orders / sizeof *mark_orders;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (mark_orders[middle].first <= code)
            low = middle;
        else
            high = middle;
    }
    return code <= mark_orders[low].last ? mark_orders[low].order : 0;
}

/* ---- Decomposition ------------------------------------------------------------------- */

static size_t previous_code(const decomposed *key, size_t at)
{
    do
        at--;
    while (((unsigned char)key->bytes[at] & 0xc0) == 0x80);
    return at;
}

/* Puts a mark before those behind the last starter that must follow it (canonical ordering,
 * Unicode Standard, 3.11, D108). */
static void insert_mark(decomposed *key, uint32_t code)
{
    char mark[4];
    size_t length = write_code(code, mark), at = key->length;
    while (at > key->last_starter) {
        size_t before = previous_code(key, at), read = before;
        geodist_text text = {key->bytes, key->length};
        if (mark_order(next_code(text, &read)) <= mark_order(code))
            break;
        at = before;
    }
    memmove(key->bytes + at + length, key->bytes + at, key->length - at);
    memcpy(key->bytes + at, mark, length);
    key->length += length;
}

static bool is_jamo(uint32_t code)
{
    return code >= 0x1100 && code < 0x1200;
}

static bool is_voicing(uint32_t code)
{
    return code == 0x3099 || code == 0x309a;
}

static void append_kept(decomposed *key, uint32_t code, unsigned entry)
{
    if (key->length > DECOMPOSED_MAX) {
        key->overlong = true;
        return;
    }
    key->composes = key->composes || is_jamo(code) || is_voicing(code);
    if (entry == KEPT_MARK) {
        insert_mark(key, code);
        return;
    }
    key->length += write_code(code, key->bytes + key->length);
    key->last_starter = key->length;
}

static void append(decomposed *key, uint32_t code)
{
    unsigned entry = entry_of(code);
    if (entry == DROPPED)
        key->last_starter = key->length;
    if (entry == DROPPED || entry == DROPPED_MARK)
        return;
    if (entry < CHANGED) {
        append_kept(key, code, entry);
        return;
    }
    const unsigned char *change = changes + entry - CHANGED;
    geodist_text text = {(const char *)change + 1, change[0]};
    for (size_t at = 0; at < text.length;) {
        uint32_t part = next_code(text, &at);
        unsigned kept = entry_of(part);
        if (kept == DROPPED)
            key->last_starter = key->length;
        else
            append_kept(key, part, kept);
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

static void compose(decomposed *key)
{
    geodist_text text = {key->bytes, key->length};
    size_t before = 0, length = 0;
    uint32_t last = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t code = next_code(text, &at);
        uint32_t composed =
            is_voicing(code) ? compose_kana(last, code) : compose_hangul(last, code);
        if (!composed)
            before = length;
        last = composed ? composed : code;
        length = before + write_code(last, key->bytes + before);
    }
    key->length = length;
}

/* ---- ASCII --------------------------------------------------------------------------- */

/* The letter or digit that an ASCII byte becomes; 0 if it is dropped. */
static unsigned char fold_ascii(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    if (lower >= 'a' && lower <= 'z')
        return lower;
    return byte >= '0' && byte <= '9' ? byte : 0;
}

static size_t fold_any(geodist_text name, char key[GD_KEY_MAX])
{
    decomposed parts;
    parts.length = parts.last_starter = 0;
    parts.composes = parts.overlong = false;
    for (size_t at = 0; at < name.length && !parts.overlong;)
        append(&parts, next_code(name, &at));
    if (parts.composes)
        compose(&parts);
    if (parts.overlong || parts.length > GD_KEY_MAX)
        return GD_KEY_MAX + 1;
    memcpy(key, parts.bytes, parts.length);
    return parts.length;
}

size_t gd_fold(geodist_text name, char key[GD_KEY_MAX])
{
    size_t length = 0;
    for (size_t at = 0; at < name.length; at++) {
        unsigned char byte = (unsigned char)name.bytes[at];
        if (byte >= 0x80)
            return fold_any(name, key);
        unsigned char letter = fold_ascii(byte);
        if (!letter)
            continue;
        if (length == GD_KEY_MAX)
            return GD_KEY_MAX + 1;
        key[length++] = (char)letter;
    }
    return length;
}
