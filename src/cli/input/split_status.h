/* What is wrong with a text that cannot be split. */
#ifndef CLI_SPLIT_STATUS_H
#define CLI_SPLIT_STATUS_H

typedef enum {
    SPLIT_OK,
    SPLIT_UNCLOSED_QUOTE,
    SPLIT_TEXT_AFTER_QUOTE, /* text between a closing quote and the next separator */
    SPLIT_MISSING_PLACE     /* a separator of words has no place on one side */
} split_status;

#endif
