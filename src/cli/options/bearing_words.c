#include "options/compass.h"

#include "output/format_number.h"

#include <ctype.h>
#include <math.h>

enum { WINDS = 16 };

static const double between_winds = 22.5;

static const struct {
    const char *letters, *name;
} winds[WINDS] = {
    {"N", "north"}, {"NNE", "north-northeast"}, {"NE", "northeast"}, {"ENE", "east-northeast"},
    {"E", "east"},  {"ESE", "east-southeast"},  {"SE", "southeast"}, {"SSE", "south-southeast"},
    {"S", "south"}, {"SSW", "south-southwest"}, {"SW", "southwest"}, {"WSW", "west-southwest"},
    {"W", "west"},  {"WNW", "west-northwest"},  {"NW", "northwest"}, {"NNW", "north-northwest"},
};

void cli_put_bearing(sink *out, double bearing)
{
    size_t wind = (size_t)(bearing / between_winds + 0.5) % WINDS;
    cli_put(out, winds[wind].name);
    cli_put(out, " (");
    cli_put_fixed(out, bearing < 359.95 ? bearing : 0, 1);
    cli_put(out, "°)");
}

static bool is_same_word(const char *a, const char *b)
{
    for (; *a && tolower((unsigned char)*a) == tolower((unsigned char)*b); a++)
        b++;
    return *a == *b;
}

bool cli_read_bearing(const char *string, double *bearing)
{
    for (size_t i = 0; i < WINDS; i++)
        if (is_same_word(string, winds[i].letters) || is_same_word(string, winds[i].name)) {
            *bearing = (double)i * between_winds;
            return true;
        }
    bool sign = *string == '-' || *string == '+';
    if (!cli_read_decimal(string + sign, bearing) || !isfinite(*bearing))
        return false;
    if (*string == '-')
        *bearing = -*bearing;
    return true;
}
