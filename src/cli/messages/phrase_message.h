/* Why a text is not split into places as it stands, and what to write instead. */
#ifndef CLI_PHRASE_MESSAGE_H
#define CLI_PHRASE_MESSAGE_H

#include "output/writer.h"
#include "route/phrase.h"

/* "'el paso' is one place, El Paso, Texas, United States: quote it, or write 'to' between places"
 */
void gd_put_phrase_fault(writer *out, const phrase *of, const phrase_fault *fault);

/* "'cordoba mexico' is also one place, Córdoba, Veracruz, Mexico: quote it to mean that" */
void gd_put_lesser_reading(writer *out, const phrase_fault *lesser);

/* "only one place is given, 'paris ontario'; a distance needs two", and how to write two, for a
 * phrase of one text or one that is one place as a whole; `in_line` if it is a line of standard
 * input. If the two texts of the phrase are cities better known than the whole, names both
 * readings. False if it says that the text is not UTF-8 or has a control character. */
bool gd_put_one_place(writer *out, const phrase *of, bool in_line);

/* "'from,to' is a header and no places: for a table use --columns" */
void gd_put_header_fault(writer *out, geodist_text line);

#endif
