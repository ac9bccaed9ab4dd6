#include "options/bearing_words.h"

#include "output/format_number.h"

#include <ctype.h>
#include <math.h>

enum { POINTS = 16 };

static const double degrees_between = 22.5;

static const struct {
    const char *letters, *name;
} compass[POINTS] = {
    {"N", "north"}, {"NNE", "north-northeast"}, {"NE", "northeast"}, {"ENE", "east-northeast"},
    {"E", "east"},  {"ESE", "east-southeast"},  {"SE", "southeast"}, {"SSE", "south-southeast"},
    {"S", "south"}, {"SSW", "south-southwest"}, {"SW", "southwest"}, {"WSW", "west-southwest"},
    {"W", "west"},  {"WNW", "west-northwest"},  {"NW", "northwest"}, {"NNW", "north-northwest"},
};

void gd_put_bearing(writer *out, double bearing)
{
    size_t point = (size_t)(bearing / degrees_between + 0.5) % POINTS;
    gd_put(out, compass[point].name);
    gd_put(out, " (");
    gd_put_fixed(out, bearing < 359.95 ? bearing : 0, 1);
    gd_put(out, "°)");
}

static bool is_same_word(const char *a, const char *b)
{
    for (; *a && tolower((unsigned char)*a) == tolower((unsigned char)*b); a++)
        b++;
    return *a == *b;
}

bool gd_parse_bearing(const char *string, double *bearing)
{
    for (size_t i = 0; i < POINTS; i++)
        if (is_same_word(string, compass[i].letters) || is_same_word(string, compass[i].name)) {
            *bearing = (double)i * degrees_between;
            return true;
        }
    bool sign = *string == '-' || *string == '+';
    if (!gd_parse_decimal_string(string + sign, bearing) || !isfinite(*bearing))
        return false;
    if (*string == '-')
        *bearing = -*bearing;
    return true;
}
