#include "places/unsupported_form.h"

#include "texts.h"

#include <stdio.h>

/* The form of a text in a heap block of exactly its size, and the bytes that have it. */
static geodist_status form_of(const char *bytes, size_t length, geodist_error *error)
{
    char *copy = exact_copy(bytes, length);
    *error = (geodist_error){GEODIST_OK, 0, 0};
    bool found = gd_is_unsupported((geodist_text){copy, length}, error);
    assert_int_equal(found, gd_is_form(error->status));
    assert_true(found || (error->offset == 0 && error->length == 0));
    assert_true(error->offset <= length && error->length <= length - error->offset);
    assert_true(!found || error->length > 0);
    free(copy);
    return error->status;
}

/* Each text as it is, and with blanks around it, which are never part of the form. */
static void check(const char *string, geodist_status expected, const char *part)
{
    geodist_error error;
    char padded[300] = " \t";
    if (form_of(string, strlen(string), &error) != expected)
        fail_msg("'%s' is %d, not %d", string, (int)error.status, (int)expected);
    if (expected != GEODIST_OK &&
        !is_text((geodist_text){string + error.offset, error.length}, part ? part : string))
        fail_msg("'%s': marked are %zu bytes from %zu on", string, error.length, error.offset);
    geodist_error first = error;
    strcat(strcat(padded, string), " ");
    assert_int_equal(form_of(padded, strlen(padded), &error), expected);
    if (expected != GEODIST_OK)
        assert_int_equal(error.offset, first.offset + 2);
    assert_int_equal(error.length, first.length);
}

typedef struct {
    const char *text;
    const char *part; /* that has the form; NULL for all of it */
} form_case;

static void check_all(const form_case *cases, size_t count, geodist_status expected)
{
    for (size_t i = 0; i < count; i++)
        check(cases[i].text, expected, cases[i].part);
}

#define CHECK_ALL(cases, status) check_all(cases, sizeof(cases) / sizeof *(cases), status)

static void knows_map_links(void **state)
{
    static const form_case cases[] = {
        {"https://maps.app.goo.gl/abc123", NULL},
        {"HTTPS://WWW.GOOGLE.COM/maps/@52.5,13.4,12z", NULL},
        {"http://example.org", NULL},
        {"ftp://host/path", NULL},
        {"geo+x://1", NULL},
        {"www.openstreetmap.org/#map=12/52.5/13.4", NULL},
        {"maps.app.goo.gl/abc", NULL},
        {"goo.gl/maps/abc", NULL},
        {"maps.google.de/?q=Berlin", NULL},
        {"google.com/maps/place/Berlin", NULL},
        {"openstreetmap.org/node/240109189", NULL},
        {"osm.org/go/0MbEUYE-?m=", NULL},
        {"maps.apple.com/?ll=52.5,13.4", NULL},
        {"bing.com/maps?cp=52.5~13.4", NULL},
        {"plus.codes/9C3XGV4C+XV", NULL},
        {"a://", NULL},
        {"Berlin https://osm.org/x 10115", "https://osm.org/x"},
        {"see (http://a.b/c)", "http://a.b/c)"},
        {"<https://a.b>", "https://a.b>"},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_MAP_LINK);
}

static void knows_geometries(void **state)
{
    static const form_case cases[] = {
        {"POINT(13.4 52.5)", NULL},
        {"POINT (13.4 52.5)", NULL},
        {"point(13.4 52.5)", NULL},
        {"Point Z (1 2 3)", NULL},
        {"POINTZ(1 2 3)", NULL},
        {"POINT ZM ( -1 2 3 4)", NULL},
        {"POINT M (.5 2 3)", NULL},
        {"SRID=4326;POINT (13.4 52.5)", NULL},
        {"srid=4326; POINT(+13.4 52.5)", NULL},
        {"LINESTRING(1 2, 3 4)", NULL},
        {"POLYGON((1 2, 3 4, 5 6, 1 2))", NULL},
        {"MULTIPOINT ((1 2), (3 4))", NULL},
        {"MULTILINESTRING((1 2, 3 4))", NULL},
        {"MultiPolygon (((1 2, 3 4, 5 6, 1 2)))", NULL},
        {"GEOMETRYCOLLECTION(POINT(1 2))", NULL},
        {"POLYGONZ((1 2 3, 4 5 6, 7 8 9, 1 2 3))", NULL},
        {"MULTICURVE((1 2, 3 4))", NULL},
        {"MULTISURFACE(((1 2, 3 4, 5 6, 1 2)))", NULL},
        {"CIRCULARSTRING(1 2, 3 4, 5 6)", NULL},
        {"COMPOUNDCURVE((1 2, 3 4))", NULL},
        {"CURVEPOLYGON((1 2, 3 4, 5 6, 1 2))", NULL},
        {"POLYHEDRALSURFACE(((1 2, 3 4, 5 6, 1 2)))", NULL},
        {"TRIANGLE((1 2, 3 4, 5 6, 1 2))", NULL},
        {"TIN(((1 2, 3 4, 5 6, 1 2)))", NULL},
        {"{\"type\":\"Point\",\"coordinates\":[13.4,52.5]}", NULL},
        {"{ \"type\": \"Feature\", \"geometry\": null }", NULL},
        {"{\"coordinates\":[13.4,52.5],\"type\":\"Point\"}", NULL},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_WKT);
}

static void knows_plus_codes(void **state)
{
    static const form_case cases[] = {
        {"9C3XGV4C+XV", NULL},
        {"9c3xgv4c+xv", NULL},
        {"9C3XGV4C+", NULL},
        {"9C3XGV4C+XV2", NULL},
        {"9C3XGV4C+XV23456", NULL},
        {"8FVC0000+", NULL},
        {"8F000000+", NULL},
        {"22222222+22", NULL},
        {"GV4C+XV", NULL},
        {"GV4C+XV London", "GV4C+XV"},
        {"London GV4C+XV", "GV4C+XV"},
        {"gv4c+xv, london, uk", "gv4c+xv"},
        {"London, GV4C+XV.", "GV4C+XV"},
        {"3XGV4C+XV London", "3XGV4C+XV"},
        {"4C+XVR", NULL},
        {"10 Downing Street GV4C+XV", "GV4C+XV"},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_PLUS_CODE);
}

static void knows_grid_references(void **state)
{
    static const form_case cases[] = {
        {"33U 391545 5820000", NULL},
        {"33 U 391545 5820000", NULL},
        {"33 N 391545 5820000", NULL},
        {"33u 391545 5820000", NULL},
        {"33U 391545mE 5820000mN", NULL},
        {"33U 391545 mE 5820000 mN", NULL},
        {"33U 391545E 5820000N", NULL},
        {"33U 391545m 5820000m", NULL},
        {"33U 391545.25 5820000.75", NULL},
        {"33U 391545, 5820000", NULL},
        {"33U,391545,5820000", NULL},
        {"UTM 33U 391545 5820000", NULL},
        {"utm zone 33U 391545 5820000", NULL},
        {"1C 500000 10000", NULL},
        {"60S 391545 5820000", NULL},
        {"18SUJ2337106519", NULL},
        {"18S UJ 23371 06519", NULL},
        {"18SUJ 2337106519", NULL},
        {"18 S UJ 2337 0651", NULL},
        {"18suj2306", NULL},
        {"18SUJ20", NULL},
        {"4QFJ12345678", NULL},
        {"MGRS 04QFJ1234", NULL},
        {"TQ 30080 80436", NULL},
        {"TQ300804", NULL},
        {"TQ 300 804", NULL},
        {"TQ 30 80", NULL},
        {"tq 3008 8043", NULL},
        {"NN1667371271", NULL},
        {"SE 123456", NULL},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_GRID_REFERENCE);
}

static void knows_postal_codes(void **state)
{
    static const form_case cases[] = {
        {"10115", NULL},
        {"8001", NULL},
        {"101000", NULL},
        {"12345-6789", NULL},
        {"123-4567", NULL},
        {"12345-678", NULL},
        {"00-950", NULL},
        {"1234-567", NULL},
        {"123 45", NULL},
        {"Berlin 10115", "10115"},
        {"10115 Berlin", "10115"},
        {"10115\xc2\xa0" "Berlin", "10115"},
        {"New York, NY 10001", "10001"},
        {"New York, NY 10001-1234", "10001-1234"},
        {"New York NY 10001 USA", "10001"},
        {"10001, New York", "10001"},
        {"10001 New York", "10001"},
        {"75001 Paris, France", "75001"},
        {"Paris, 75001, France", "75001"},
        {"Paris (75001)", "75001"},
        {"Berlin - 10115", "10115"},
        {"Berlin 10115.", "10115"},
        {"76600 Le Havre", "76600"},
        {"66204 Overland Park", "66204"},
        {"St Louis, MO 63101", "63101"},
        {"63101 St Louis", "63101"},
        {"East St Louis 62201", "62201"},
        {"Lane Cove 2066", "2066"},
        {"2066 Lane Cove", "2066"},
        {"7270 Davos Platz", "7270"},
        {"Key Largo 33037", "33037"},
        {"8001 Zürich", "8001"},
        {"Sydney NSW 2000", "2000"},
        {"Москва 101000", "101000"},
        {"101000, Москва", "101000"},
        {"〒100-0001 東京", "100-0001"},
        {"Stockholm 111 22", "111 22"},
        {"111 22 Stockholm", "111 22"},
        {"00-950 Warszawa", "00-950"},
        {"1100-148 Lisboa", "1100-148"},
        {"01310-100 São Paulo", "01310-100"},
        {"SW1A 1AA", NULL},
        {"sw1a 1aa", NULL},
        {"SW1A1AA", NULL},
        {"M1 1AE", NULL},
        {"B33 8TH", NULL},
        {"EC1A 1BB", NULL},
        {"DN55 1PT", NULL},
        {"CR2 6XH", NULL},
        {"W1A 0AX", NULL},
        {"London SW1A 1AA", "SW1A 1AA"},
        {"SW1A 1AA London", "SW1A 1AA"},
        {"London, SW1A 1AA, UK", "SW1A 1AA"},
        {"Street BA16 0AA", "BA16 0AA"},
        {"K1A 0B1", NULL},
        {"K1A0B1", NULL},
        {"Ottawa, ON K1A 0B1", "K1A 0B1"},
        {"1012 AB", NULL},
        {"1012AB", NULL},
        {"1012 AB Amsterdam", "1012 AB"},
        {"Amsterdam 1012 AB", "1012 AB"},
        {"8001 St Gallen", "8001"},
        {"D02 X285", NULL},
        {"Dublin D02 AF30", "D02 AF30"},
        {"Dublin D6W XY00", "D6W XY00"},
        {"D-10115", NULL},
        {"D-10115 Berlin", "D-10115"},
        {"F-75001 Paris", "F-75001"},
        {"CH-8001", NULL},
        {"CH-8001 Zürich", "CH-8001"},
        {"A-1010 Wien", "A-1010"},
        {"SE-111 22 Stockholm", "SE-111 22"},
        {"NL 1012", "1012"},
        {"Berlin, D-10115, Germany", "D-10115"},
        {"DE 10115 Berlin", "10115"},
        {"Bangalore 560 001", "560 001"},
        {"March PE15 0AA", "PE15 0AA"},
        /* states that look like units and prepositions */
        {"Detroit, MI 48201", "48201"},
        {"48201 Detroit MI", "48201"},
        {"48201 MI", "48201"},
        {"87101 NM", "87101"},
        /* white space and commas that are not ASCII */
        {"Berlin\xe2\x80\xaf" "10115", "10115"},
        {"東京\xe3\x80\x80" "100-0001", "100-0001"},
        {"東京\xe3\x80\x81" "100-0001", "100-0001"},
        {"東京\xef\xbc\x8c" "100-0001", "100-0001"},
        {"Albuquerque NM 87101", "87101"},
        {"Portland OR 97201", "97201"},
        {"Indianapolis, IN 46204", "46204"},
        {"Wilmington DE 19801", "19801"},
        {"Provo, UT 84601", "84601"},
        {"84601 Provo UT", "84601"},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_POSTAL_CODE);
}

static void knows_street_addresses(void **state)
{
    static const form_case cases[] = {
        {"10 Downing Street", NULL},
        {"10 downing street, london SW1A 2AA", NULL},
        {"1600 Pennsylvania Ave NW, Washington", NULL},
        {"1600 Pennsylvania Avenue NW, Washington, DC 20500", NULL},
        {"12345 Ocean Boulevard", NULL},
        {"221B Baker St", NULL},
        {"221b Baker St., London", NULL},
        {"Baker Street 221B", NULL},
        {"350 5th Ave", NULL},
        {"5th Avenue, New York", NULL},
        {"42nd Street", NULL},
        {"Flat 3, 12 High Road", NULL},
        {"PO Box 12", NULL},
        {"P.O. Box 1234, Nairobi", NULL},
        {"Postfach 10 11 12", NULL},
        {"Unter den Linden 77", NULL},
        {"Berlin, Unter den Linden 77", NULL},
        {"Am Markt 5", NULL},
        {"Hauptstraße 5", NULL},
        {"HAUPTSTRASSE 5", NULL},
        {"Hauptstr. 5, 10115 Berlin", NULL},
        {"Karl-Marx-Straße 12-14", NULL},
        {"Straße des 17. Juni 135", NULL},
        {"Lange Gasse 3a", NULL},
        {"Alexanderplatz 1", NULL},
        {"Kurfürstendamm 21", NULL},
        {"Königsallee 60, Düsseldorf", NULL},
        {"Feldweg 8", NULL},
        {"5 Hauptstraße", NULL},
        {"5 rue de la Paix, Paris", NULL},
        {"5bis rue de la Paix", NULL},
        {"12, rue de Rivoli, Paris", NULL},
        {"Rue de la Loi 200, 1000 Bruxelles", NULL},
        {"Avenue Foch 12", NULL},
        {"Calle de Alcalá 12", NULL},
        {"Calle Mayor, 12, Madrid", NULL},
        {"Avenida Paulista 1578", NULL},
        {"Av. Paulista, 1578", NULL},
        {"Rua Augusta 1200", NULL},
        {"Via Roma 3", NULL},
        {"Via Roma, 3, Milano", NULL},
        {"Piazza San Marco 1", NULL},
        {"Kalverstraat 92", NULL},
        {"Sarphatilaan 3", NULL},
        {"Drottninggatan 5", NULL},
        {"Sveavägen 44", NULL},
        {"Amagervej 10", NULL},
        {"Váci utca 3", NULL},
        {"ul. Marszałkowska 10", NULL},
        {"Warszawa ul. Marszałkowska 10", NULL},
        {"Ulica Dluga 5", NULL},
        {"ул. Ленина 5", NULL},
        {"УЛИЦА Ленина, д. 5", NULL},
        {"проспект Мира 10", NULL},
        {"Jalan Sudirman 5", NULL},
        {"丸の内1丁目9番1号", NULL},
        {"5 Sloane Square", NULL},
        {"17 Elm Grove, Brighton", NULL},
        {"Route 66", NULL},
        {"Highway 61", NULL},
        {"Hauptstr.5", NULL},
        {"ул.Ленина, 5", NULL},
        {"Kärntner Straße 5/3/12", NULL},
        {"Kärntner Ring 5", NULL},
        {"5 Place de la Concorde", NULL},
        {"Place de la Concorde 5", NULL},
        {"Andrássy út 5", NULL},
        {"Mannerheimintie 5", NULL},
        {"Atatürk Caddesi 5", NULL},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_STREET_ADDRESS);
}

/* The status of a text made of a format with one word. */
static void check_word(const char *format, const char *word, geodist_status expected)
{
    char text[100];
    geodist_error error;
    snprintf(text, sizeof text, format, word);
    if (form_of(text, strlen(text), &error) != expected)
        fail_msg("'%s' is %d, not %d", text, (int)error.status, (int)expected);
}

#define CHECK_WORDS(format, words, status)                                                          \
    for (size_t i = 0; i < sizeof(words) / sizeof *(words); i++)                                    \
        check_word(format, words[i], status)

static void knows_words_for_streets_of_many_languages(void **state)
{
    static const char *const after_name[] = {
        "Street", "Road", "Lane", "Drive", "Rd", "Ln", "Parkway", "Pkwy", "Avenue", "Ave", "Blvd",
    };
    static const char *const short_forms[] = {"St", "St.", "Dr", "Dr.", "út"};
    static const char *const before_name[] = {
        "Avenue",  "Ave.",   "Boulevard", "Blvd",   "Highway",  "Hwy",     "Route",   "Rue",
        "Chaussée", "Quai",    "Impasse", "Chemin",  "Calle",   "Avenida", "Av.",
        "Avda.",   "Paseo",  "Carrera",   "Carrer", "Rua",      "Travessa", "Via",    "Viale",
        "Vicolo",  "Strada", "Bulevardul", "Ulica", "Ulice",    "Ul.",     "Aleja",   "Улица",
        "Ул.",     "Вулиця", "Вул.",      "Бульвар", "Шоссе",   "Проспект", "Jalan",  "Jl.",
        "Jln",     "PO Box", "POBox",     "Postfach", "Postbus", "Apartado",
    };
    static const char *const either_side[] = {
        "Place",   "Markt", "Ring",  "Plaza",  "Praça",  "Piazza", "Corso",  "Straße", "Strasse", "Str.",
        "Gasse",   "Weg",   "Platz", "Allee",  "Damm",   "Ufer",   "Straat", "Laan",   "Plein",
        "Gracht",  "Kade",  "Gatan", "Gata",   "Vägen",  "Veien",  "Vegen",  "Vej",    "Gade",
        "Katu",    "Utca",  "Caddesi", "Sokak", "Sokağı",
    };
    static const char *const prepositions[] = {
        "Am", "An", "Auf", "Beim", "Hinter", "Im", "Unter", "Vor", "Zum", "Zur",
    };
    (void)state;
    CHECK_WORDS("12345 Abc %s", after_name, GEODIST_STREET_ADDRESS);
    CHECK_WORDS("1234 Abc %s", short_forms, GEODIST_STREET_ADDRESS);
    CHECK_WORDS("%s 1200", before_name, GEODIST_STREET_ADDRESS);
    CHECK_WORDS("Abc %s 120", either_side, GEODIST_STREET_ADDRESS);
    CHECK_WORDS("120 %s", either_side, GEODIST_STREET_ADDRESS);
    CHECK_WORDS("%s Abc 120", prepositions, GEODIST_STREET_ADDRESS);
    /* longer numbers are postal codes, and without a number there is no address */
    CHECK_WORDS("12345 Abc %s", short_forms, GEODIST_POSTAL_CODE);
    CHECK_WORDS("Abc %s 1200", either_side, GEODIST_POSTAL_CODE);
    CHECK_WORDS("%s Abc 1200", prepositions, GEODIST_POSTAL_CODE);
    CHECK_WORDS("Abc %s", after_name, GEODIST_OK);
    CHECK_WORDS("%s Abc", before_name, GEODIST_OK);
    CHECK_WORDS("Abc %s", either_side, GEODIST_OK);
}

static void takes_amounts_and_dates_for_neither_codes_nor_addresses(void **state)
{
    static const char *const units[] = {
        "km",    "kms",  "mi",    "mile", "Miles", "m",     "meter", "meters", "metres", "ft",
        "feet",  "yd",   "yards", "nm",   "nmi",   "min",   "mins",  "minutes", "h",     "hour",
        "hours", "day",  "days",  "week", "weeks", "month", "months", "year",  "years",  "am",
        "pm",    "%",    "$",     "€",    "£",     "¥",     "EUR",   "euro",   "euros",  "USD",
        "dollar", "dollars", "GBP", "pounds",
    };
    static const char *const currencies[] = {"$", "€", "£", "¥", "EUR", "USD", "GBP"};
    static const char *const months[] = {
        "Jan",     "Feb",      "Mar",   "Apr",  "May",    "Jun",       "Jul",     "Aug",
        "Sep",     "Sept.",    "Oct",   "Nov",  "Dec",    "January",   "February", "March",
        "April",   "June",     "July",  "August", "September", "October", "November", "December",
        "Januar",  "Februar",  "Mai",   "Juni", "Juli",   "Oktober",   "Dezember",
    };
    static const char *const prepositions[] = {"to", "of", "de", "and", "or", "in", "from", "x"};
    (void)state;
    CHECK_WORDS("20000 %s", units, GEODIST_OK);
    CHECK_WORDS("%s 20000", currencies, GEODIST_OK);
    CHECK_WORDS("%s 2026", months, GEODIST_OK);
    CHECK_WORDS("2026 %s", months, GEODIST_OK);
    CHECK_WORDS("21 %s near Abc", units, GEODIST_OK);
    CHECK_WORDS("21 %s near Abc", months, GEODIST_OK);
    CHECK_WORDS("21 %s Abc", prepositions, GEODIST_OK);
    CHECK_WORDS("%s 20261", months, GEODIST_POSTAL_CODE);
    CHECK_WORDS("%s PE15 0AA", months, GEODIST_POSTAL_CODE);
}

static void knows_geohashes(void **state)
{
    static const form_case cases[] = {
        {"u33dc0", NULL},       {"U33DC0", NULL},  {"u33dc", NULL},   {"gcpvj0duq534", NULL},
        {"9q8yyk8ytpxr", NULL}, {"ezs42", NULL},   {"s0000", NULL},   {"k1b0b1", NULL},
        {"9Q8YY", NULL},        {"dr5regw3", NULL}, {"xn76urx", NULL},
    };
    (void)state;
    CHECK_ALL(cases, GEODIST_GEOHASH);
}

static void leaves_other_texts_alone(void **state)
{
    static const char *const texts[] = {
        /* names, misspelt or not */
        "", " ", "Pariss", "Nairobbi", "New Yrok", "Sao Palo, Brasil", "Мосвка", "東京都", "O'Fallon",
        "Saint-Étiene", "Stratford-upon-Avonn", "Road Town", "Baker Street", "Unter den Linden",
        "Via Reggio", "Rue", "Platz", "La Plaza", "Calle Larga", "Pointe Noir", "Point (Texas)",
        "Point Pleasant", "Polygon Wood", "Multi", "geometry", "Braunschweik", "Norrkopping",
        "wwwest", "Mapsville", "{", "{}", "{name}", "UTM", "MGRS", "PO Box",
        /* names with a number that is no code */
        "Springfield 7", "Paris 16", "Paris 16e", "Wien 7", "S2", "area 51", "Area 51, Nevada",
        "District 9", "Berlin7", "bern2", "sydney2000", "99bern", "covid19", "7 Sisters",
        "100 Mile Huose", "25 de Mayoo", "9 de Jullio", "New York 10", "Terminal 5", "TQ", "TQ 308",
        "33U", "33U 391545", "61U 391545 5820000", "0U 391545 5820000", "33I 391545 5820000",
        "18SUJ233710651", "18SUI2337", "18SUJ 2337 06519", "TI 3008 0436", "XX 3008 0436",
        /* parts of coordinates, numbers */
        "31.5N", "31n106w", "12345e6", "1", "12", "123", "1234567", "12345678901", "10115.5", "1.234.567",
        "12,5", "-10115", "1e5", "0x1234", "50%", "#123",
        /* dates, times, telephone numbers, prices, measures, addresses of mail */
        "2026-11-21", "21.11.2026", "21/11/2026", "21 11 2026", "21 November 2026", "November 2026",
        "Nov 21, 2026", "12:30", "12:30:45", "2026-11-21T12:30:00Z", "+49 30 123456",
        "030 12345", "(030) 12345", "+1-800-555-1234", "+4930123456", "1 800 555 1234", "$100",
        "$1000", "$ 1000", "1000 €", "1000 EUR", "1000 km", "5000 miles", "3 km north of Paris",
        "10 miles from London", "2 hours from Rome", "info@example.org", "john10115@example.org",
        /* like plus codes */
        "C++", "+", "1+1", "22+22", "GV4C+X", "GV4C+XVXVXVXV", "GV4+XV", "AEIO+XV", "GV4C+XA",
        "9C3XGV4C+X", "9C3XGV4CGV+XV", "Paris+Berlin", "8FVC0000+22",
        /* like geohashes */
        "u33d", "u33dc0u33dc0u", "u33dca", "U33dc0", "pqrst", "12345678", "u33 dc0", "u33-dc0",
        /* neither */
        "://", ":// x", "1://", "SRID=4326;", "SRID=;POINT(1 2)", "POINT", "POINT(", "POINT)1 2(",
        "LINESTRING Texas", "POINTS(1 2)", "12 de", "5 to 7 pm", "paris via 3 towns", "IO91wm", "21 Nov in Paris",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i], GEODIST_OK, NULL);
}

static void takes_texts_without_bytes(void **state)
{
    geodist_error error = {GEODIST_OK, 0, 0};
    (void)state;
    assert_false(gd_is_unsupported((geodist_text){NULL, 0}, &error));
    assert_int_equal(error.status, GEODIST_OK);
}

static void takes_time_in_proportion_to_the_text(void **state)
{
    enum { SIZE = 300000 };
    static const char *const pieces[] = {"a ", "1 ", "12345 ", "SW1A ", "+", "://", "POINT ", "a",
                                         "1",  " ",  ",",      "A9  ",  "5 a, ", "2+", "丁", "ul. "};
    static char text[SIZE + 8];
    geodist_error error;
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = 0, step = strlen(pieces[i]);
        for (; length + step <= SIZE; length += step)
            memcpy(text + length, pieces[i], step);
        form_of(text, length, &error); /* the time limit of the test is the check */
    }
}

static void stays_within_texts_of_pieces_and_is_deterministic(void **state)
{
    static const char *const pieces[] = {
        "1",  "2",     "9",     "0",    "12345", "a",      "A",       "x",    "SW",    "1AA", "uj",
        " ",  " ",     ",",     ", ",   ".",     "+",      "-",       "/",    ":",     "(",   ")",
        "{",  "\"",    "type",  ";",    "=",     "POINT",  "SRID=",   "Z",    "EMPTY", "st",  "road",
        "ul", "rue ",  "PO ",   "box ", "straße", "丁目",  "\xc2\xa0", "〒",  "東",    "://", "www.",
        "m",  "E",     "N",     "UTM ", "zone",  "33U",    "18S",     "GV4C", "am ",   "\xc2\xb5", "km",
    };
    (void)state;
    srand(20261121);
    for (int round = 0; round < 100000; round++) {
        char text[200] = "";
        geodist_error first, second;
        int count = rand() % 12;
        for (int i = 0; i < count; i++)
            strcat(text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        form_of(text, strlen(text), &first);
        form_of(text, strlen(text), &second);
        assert_memory_equal(&first.offset, &second.offset, sizeof first.offset);
        assert_int_equal(first.status, second.status);
        assert_int_equal(first.length, second.length);
    }
}

/* The contract asks for valid UTF-8, but nothing is read beyond any text. */
static void stays_within_texts_of_any_bytes(void **state)
{
    static const char alphabet[] = "0129aAgsu +,-.(:/\xc2\xa0\xe3\x80\x92\xef";
    (void)state;
    srand(20261122);
    for (int round = 0; round < 200000; round++) {
        char text[16];
        geodist_error error;
        size_t length = (size_t)rand() % (sizeof text + 1);
        for (size_t i = 0; i < length; i++)
            text[i] = alphabet[(size_t)rand() % (sizeof alphabet - 1)];
        form_of(text, length, &error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_map_links),
        cmocka_unit_test(knows_geometries),
        cmocka_unit_test(knows_plus_codes),
        cmocka_unit_test(knows_grid_references),
        cmocka_unit_test(knows_postal_codes),
        cmocka_unit_test(knows_street_addresses),
        cmocka_unit_test(knows_words_for_streets_of_many_languages),
        cmocka_unit_test(takes_amounts_and_dates_for_neither_codes_nor_addresses),
        cmocka_unit_test(knows_geohashes),
        cmocka_unit_test(leaves_other_texts_alone),
        cmocka_unit_test(takes_texts_without_bytes),
        cmocka_unit_test(takes_time_in_proportion_to_the_text),
        cmocka_unit_test(stays_within_texts_of_pieces_and_is_deterministic),
        cmocka_unit_test(stays_within_texts_of_any_bytes),
    };
    return cmocka_run_group_tests_name("unsupported_form", tests, NULL, NULL);
}
