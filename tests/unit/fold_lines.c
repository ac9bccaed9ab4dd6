/* Folds each line of standard input, for tests/fold_reference.py. */
#include "places/fold.h"

#include <stdio.h>

int main(void)
{
    static char line[65536];
    while (fgets(line, sizeof line, stdin)) {
        char key[GD_KEY_MAX];
        size_t length = gd_fold((geodist_text){line, strcspn(line, "\n")}, key);
        if (length > GD_KEY_MAX)
            fputs("overlong", stdout);
        else
            fwrite(key, 1, length, stdout);
        putchar('\n');
    }
    return fflush(stdout) != 0 || ferror(stdin);
}
