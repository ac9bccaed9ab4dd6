/* Folding: name -> key. Two spellings are the same name if they have the same key.
 *
 * NFKD, case folding and NFKD again (Unicode Standard, 3.11 and 3.13); of the result only letters
 * and digits are kept: "El Paso", "EL-PASO" and "elpaso" have one key, and so have "Tromsø" and
 * "tromso". Marks that decorate a letter are dropped, marks that stand for a vowel are kept. Hangul
 * syllables and voiced kana are composed again. src/data/fold.py is the readable definition. */
#ifndef GD_FOLD_H
#define GD_FOLD_H

#include <geodist.h>

#define GD_KEY_MAX 96 /* bytes; no place of the table has a longer key */

/* Writes the key of a name and returns its length: 0 if the name has no letter and no digit, and
 * GD_KEY_MAX + 1 if the key is longer than GD_KEY_MAX; the bytes written are then meaningless.
 * Bytes that are not UTF-8 (see text/utf8.h) are dropped one by one, like punctuation. Folding a
 * key gives the same key. */
size_t gd_fold(geodist_text name, char key[GD_KEY_MAX]);

#endif
