/* Whether the built-in table and the arithmetic are still what they were built to be. */
#include "table/checksum.h"
#include "table/table.h"

static bool table_is_sound(void)
{
    size_t bytes = (size_t)(gd_table_end - gd_table);
    size_t checked = 4 * (GD_FIELD_CHECKSUM + 1);
    return bytes > checked && table_field(GD_FIELD_MAGIC) == GD_MAGIC &&
           table_field(GD_FIELD_BYTES) == bytes &&
           table_field(GD_FIELD_CHECKSUM) == gd_checksum(gd_table + checked, bytes - checked);
}

/* Pairs and the distance between them, computed with 50 digits by the haversine formula for
 * R = 6371008.8 m, as tests/data/sphere_vectors.py does for many more. */
static const struct {
    geodist_point from;
    geodist_point to;
    double metres;
} golden[] = {
    {{-1.28333, 36.81667}, {31.75872, -106.48693}, 14888798.4590216},
    {{0, 0}, {0, 180}, 20015114.4420359},
    {{90, 0}, {-90, 0}, 20015114.4420359},
    {{0, 179.5}, {0, -179.5}, 111195.080234},
    {{48.85341, 2.3488}, {48.85342, 2.3488}, 1.11195080269},
    {{51.50853, -0.12574}, {-51.50853, 179.87425}, 20015113.7499598},
    {{-33.86785, 151.20732}, {40.71427, -74.00597}, 15988914.2695373},
    {{89.99999, 0}, {89.99999, 180}, 2.22390160538},
};

static bool arithmetic_is_sound(void)
{
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
        double error = geodist_distance(geodist_sphere, golden[i].from, golden[i].to) - golden[i].metres;
        if (!(error < 1e-6 && error > -1e-6))
            return false;
    }
    return true;
}

bool geodist_self_test(void)
{
    return table_is_sound() && arithmetic_is_sound();
}
