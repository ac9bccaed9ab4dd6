#include "options/field_list.h"

#include "options/word_list.h"
#include "output/escape.h"
#include "text/slice.h"

const char *gd_field_name(size_t index)
{
    static const char *const names[FIELD_NAMES] = {
        [FIELD_LABEL] = "label",
        [FIELD_NAME] = "name",
        [FIELD_REGION] = "region",
        [FIELD_COUNTRY] = "country",
        [FIELD_COUNTRY_CODE] = "country_code",
        [FIELD_LAT] = "lat",
        [FIELD_LON] = "lon",
        [FIELD_POPULATION] = "population",
        [FIELD_KIND] = "kind",
        [FIELD_IATA] = "iata",
        [FIELD_ICAO] = "icao",
        [FIELD_GEONAMES_ID] = "geonames_id",
        [FIELD_RIVALS] = "rivals",
        [FIELD_DISTANCE] = "distance",
        [FIELD_BEARING] = "bearing",
        [FIELD_ERROR] = "error",
    };
    return index < FIELD_NAMES ? names[index] : NULL;
}

static const char prefix[] = "distance_";
enum { PREFIX_LENGTH = sizeof prefix - 1 };

static bool has_prefix(geodist_text text)
{
    return text.length > PREFIX_LENGTH && memcmp(text.bytes, prefix, PREFIX_LENGTH) == 0;
}

/* "geodist: --add 'distance=mi': the unit is km; write -u mi" */
static bool refuse_unit(const char *option, geodist_text item, const unit *in, const unit *meant,
                        writer *errors)
{
    gd_put(errors, "geodist: ");
    gd_put(errors, option);
    gd_put(errors, " ");
    gd_put_quoted(errors, item);
    gd_put(errors, ": the unit is ");
    gd_put(errors, in->name);
    gd_put(errors, "; write -u ");
    gd_put(errors, meant->name);
    gd_put(errors, "\n");
    return false;
}

/* The unit that a column name or the end of it is, or NULL. */
static const unit *unit_in(geodist_text column)
{
    return gd_find_unit(has_prefix(column) ? slice(column, PREFIX_LENGTH, column.length) : column);
}

static bool refuse_field(const char *option, geodist_text name, writer *errors)
{
    const char *meant = gd_suggest_word(name, gd_field_name);
    gd_put(errors, "geodist: ");
    gd_put(errors, option);
    gd_put(errors, ": unknown field ");
    gd_put_quoted(errors, name);
    if (meant) {
        gd_put_did_you_mean(errors, "", meant);
    } else {
        gd_put(errors, "; one of ");
        for (size_t i = 0; i < FIELD_NAMES; i++) {
            gd_put(errors, i ? ", " : "");
            gd_put(errors, gd_field_name(i));
        }
    }
    gd_put(errors, "\n");
    return false;
}

static bool parse_field(wanted_field *parsed, const char *option, geodist_text item, const unit *in,
                        writer *errors)
{
    geodist_text column, name = trim(cut(item, '=', &column));
    const unit *meant = has_prefix(name) ? unit_in(name) : NULL;
    size_t found = meant ? FIELD_DISTANCE : gd_find_word(name, gd_field_name);
    column = trim(column);
    if (found == SIZE_MAX)
        return refuse_field(option, name, errors);
    if (!meant && found == FIELD_DISTANCE)
        meant = unit_in(column);
    if (meant && meant != in)
        return refuse_unit(option, item, in, meant, errors);
    *parsed = (wanted_field){(field_name)found, column};
    return true;
}

bool gd_parse_field_list(field_list *parsed, const char *option, const char *list, const unit *in,
                         writer *errors)
{
    geodist_text rest = geodist_string(list);
    parsed->count = 0;
    do {
        geodist_text item = trim(cut(rest, ',', &rest));
        if (parsed->count == GD_FIELDS_MAX) {
            gd_put(errors, "geodist: ");
            gd_put(errors, option);
            gd_put(errors, " has more than 32 fields\n");
            return false;
        }
        if (!parse_field(&parsed->fields[parsed->count], option, item, in, errors))
            return false;
        parsed->count++;
    } while (rest.length);
    return true;
}
