#include "messages/message_limit.h"

#include "texts.h"
#include "written.h"

static const char *suppressed(const message_limit *limit)
{
    gd_put_suppressed(begin(), limit, "like these");
    return written();
}

static void allows_one_message_about_a_text(void **state)
{
    (void)state;
    message_limit limit = {.count = 0};
    assert_true(gd_allow_message(&limit, geodist_string("paris")));
    assert_false(gd_allow_message(&limit, geodist_string("paris")));
    assert_true(gd_allow_message(&limit, geodist_string("Paris")));
    assert_true(gd_allow_message(&limit, geodist_string("")));
    assert_false(gd_allow_message(&limit, (geodist_text){NULL, 0}));
    assert_string_equal(suppressed(&limit), "");
}

static void allows_twenty_messages(void **state)
{
    (void)state;
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    message_limit limit = {.count = 0};
    for (size_t i = 0; i < 26; i++)
        assert_int_equal(gd_allow_message(&limit, (geodist_text){letters + i, 1}), i < 20);
    assert_string_equal(suppressed(&limit), "geodist: 6 more like these\n");
    assert_false(gd_allow_message(&limit, geodist_string("c"))); /* not counted: there was one */
    assert_false(gd_allow_message(&limit, geodist_string("t"))); /* the last one */
    assert_string_equal(suppressed(&limit), "geodist: 6 more like these\n");
}

static void counts_messages_about_anything(void **state)
{
    (void)state;
    message_limit limit = {.count = 0};
    for (int i = 0; i < 1000; i++)
        assert_int_equal(gd_allow_any_message(&limit), i < GD_MESSAGES_MAX);
    assert_string_equal(suppressed(&limit), "geodist: 980 more like these\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allows_one_message_about_a_text),
        cmocka_unit_test(allows_twenty_messages),
        cmocka_unit_test(counts_messages_about_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
