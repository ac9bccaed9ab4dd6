/* Feeds files to a fuzz target without libFuzzer, under any compiler and sanitizer:
 *
 *     replay_NAME FILE|FOLDER...
 *
 * Each file is fed whole, and each of its prefixes, from memory of exactly that size; of a long file
 * the first half, quarter, eighth and so on. */
#define _POSIX_C_SOURCE 200809L
#include "fuzz.h"
#include <dirent.h>
#include <sys/stat.h>

static const size_t max_size_of_all_prefixes = 1024;
static unsigned long inputs;

static _Noreturn void give_up(const char *path)
{
    perror(path);
    exit(2);
}

static void feed(const uint8_t *bytes, size_t size)
{
    uint8_t *exact = malloc(size ? size : 1);
    if (!exact)
        give_up("malloc");
    memcpy(exact, bytes, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    inputs++;
}

static void feed_file(const char *path)
{
    static uint8_t bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    if (!file)
        give_up(path);
    size_t size = fread(bytes, 1, sizeof bytes, file);
    if (ferror(file) || fclose(file) != 0)
        give_up(path);
    fprintf(stderr, "%s\n", path);
    if (size <= max_size_of_all_prefixes)
        for (size_t prefix = 0; prefix < size; prefix++)
            feed(bytes, prefix);
    else
        for (size_t prefix = size / 2; prefix; prefix /= 2)
            feed(bytes, prefix);
    feed(bytes, size);
}

static void feed_path(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        give_up(path);
    if (!S_ISDIR(status.st_mode)) {
        feed_file(path);
        return;
    }
    DIR *folder = opendir(path);
    if (!folder)
        give_up(path);
    for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char name[4096];
        if (entry->d_name[0] == '.')
            continue;
        if (snprintf(name, sizeof name, "%s/%s", path, entry->d_name) >= (int)sizeof name)
            give_up(path);
        feed_path(name);
    }
    closedir(folder);
}

int main(int count, char **words)
{
    for (int i = 1; i < count; i++)
        feed_path(words[i]);
    fprintf(stderr, "%lu inputs\n", inputs);
    return inputs == 0;
}
