/* Quoted text: a doubled quote inside stands for one. */
#ifndef CLI_QUOTES_H
#define CLI_QUOTES_H

#include <geodist.h>

/* The position after the quote that closes the one at `at`. 0 if there is none. */
size_t gd_closing_quote(geodist_text line, size_t at);

/* The text inside its quotes. If there are doubled quotes inside, it is written to *scratch, which
 * moves on; that takes fewer bytes than the text has. */
geodist_text gd_unquote(geodist_text text, char **scratch);

/* The field without blanks around it and, if all of it is in double quotes, without the quotes. */
geodist_text gd_unquote_field(geodist_text field, char **scratch);

#endif
