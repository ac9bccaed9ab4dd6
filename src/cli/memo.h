/* Cities looked up lately: streams name the same ones again and again. */
#ifndef CLI_MEMO_H
#define CLI_MEMO_H

#include <geodist.h>

/* The same as geodist_find, only faster for a name that was asked for before. */
geodist_status cli_recall(geodist_text text, geodist_place *place, geodist_error *error);

#endif
