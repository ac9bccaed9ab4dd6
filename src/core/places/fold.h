/* Names -> keys: the one definition of "the same name".
 *
 * NFKD, casefolding and NFKD again (Unicode Standard, 3.11 and 3.13), then only letters
 * and digits are kept: "El Paso", "EL-PASO" and "elpaso" are one name, so are "Tromsø" and
 * "tromso". Marks that decorate are dropped, marks that carry a vowel stay, and Hangul and
 * voiced kana are put together again. src/data/fold.py is the readable definition. */
#ifndef GD_FOLD_H
#define GD_FOLD_H

#include <geodist.h>

#define GD_KEY_MAX 96 /* bytes; no place has a longer key */

/* Writes the key of a name and returns its length: 0 if nothing is left of the name, and
 * GD_KEY_MAX + 1 if the key is longer than GD_KEY_MAX, when what it wrote means nothing.
 * Bytes that are not UTF-8 (stray, overlong, truncated, surrogates, beyond U+10FFFF) are
 * dropped, each by itself, like punctuation. Folding a key gives the same key. */
size_t gd_fold(geodist_text name, char key[GD_KEY_MAX]);

#endif
