#include "places/unsupported_form.h"

bool gd_is_unsupported(geodist_text text, geodist_error *error)
{
    (void)text;
    (void)error;
    return false;
}
