#include "main.c" /* the same program is C++ as well */
