/* Forms of places that are recognised, but not looked up. */
#ifndef GD_UNSUPPORTED_FORM_H
#define GD_UNSUPPORTED_FORM_H

#include <geodist.h>

/* Whether a text that is no name and no coordinate has one of the forms from GEODIST_STREET_ADDRESS
 * to GEODIST_WKT. Sets the error: the form, and the bytes that have it; of a name with a postal
 * code, a plus code or a link only these. Otherwise *error is left as it was. */
bool gd_is_unsupported(geodist_text text, geodist_error *error);

/* Whether a status is one of these forms. */
static inline bool gd_is_form(geodist_status status)
{
    return status >= GEODIST_STREET_ADDRESS && status <= GEODIST_WKT;
}

#endif
