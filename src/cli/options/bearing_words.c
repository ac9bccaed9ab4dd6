#include "options/bearing_words.h"

#include "options/word_list.h"
#include "output/format_number.h"

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

const char *gd_bearing_word(size_t index)
{
    return index < POINTS ? compass[index].name : NULL;
}

static const char *bearing_letters(size_t index)
{
    return index < POINTS ? compass[index].letters : NULL;
}

bool gd_parse_bearing(const char *string, double *bearing)
{
    size_t point = gd_find_word(geodist_string(string), gd_bearing_word);
    if (point == SIZE_MAX)
        point = gd_find_word(geodist_string(string), bearing_letters);
    if (point != SIZE_MAX) {
        *bearing = (double)point * degrees_between;
        return true;
    }
    bool sign = *string == '-' || *string == '+';
    if (!gd_parse_decimal_string(string + sign, bearing) || !isfinite(*bearing))
        return false;
    if (*string == '-')
        *bearing = -*bearing;
    return true;
}
