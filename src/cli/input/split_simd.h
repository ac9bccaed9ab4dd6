/* The quick way to cut the lines that long streams are made of. */
#ifndef CLI_SPLIT_SIMD_H
#define CLI_SPLIT_SIMD_H

#include <geodist.h>

/* Cuts a short line of names with commas between them, in which there is nothing that another way
 * to cut might take up. False, and nothing cut, for any other. Must agree with cli_cut. */
bool cli_cut_quickly(geodist_text line, geodist_text *fields, size_t *count);

#endif
