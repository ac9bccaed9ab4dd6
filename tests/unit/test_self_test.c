#include <geodist.h>

#include "check.h"
#include "table/checksum.h"
#include "table/table.h"

static void passes(void **state)
{
    (void)state;
    assert_true(geodist_self_test());
}

/* The check value of CRC-32/ISO-HDLC (catalogue of parametrised CRC algorithms, G. Cook). */
static void uses_the_checksum_of_gzip(void **state)
{
    (void)state;
    assert_true(gd_checksum((const unsigned char *)"123456789", 9) == 0xCBF43926);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes),
        cmocka_unit_test(uses_the_checksum_of_gzip),
    };
    return cmocka_run_group_tests_name("self_test", tests, NULL, NULL);
}
