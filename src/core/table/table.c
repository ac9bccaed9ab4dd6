/* The built-in table, embedded by the assembler: an initialiser of 14 MB would cost the compiler
 * seconds and a gigabyte of memory.
 *
 * One byte follows the table for gd_table_end: Mach-O and WebAssembly have no symbols without
 * bytes. */
#include "table/table.h"

#ifndef GD_TABLE_FILE
#  error "GD_TABLE_FILE must be the path of the table, as a string"
#endif

#ifdef __APPLE__

__asm__(".section __TEXT,__const\n"
        ".p2align 6\n"
        ".globl _gd_table, _gd_table_end\n"
        ".private_extern _gd_table, _gd_table_end\n"
        ".alt_entry _gd_table_end\n" /* the linker must not separate it from the table */
        "_gd_table:\n"
        ".incbin \"" GD_TABLE_FILE "\"\n"
        "_gd_table_end:\n"
        ".byte 0\n"
        ".text\n");

#else

#  ifdef __wasm__
#    define SECTION ".section .rodata.gd_table,\"\",@\n"
#    define OBJECT "@object\n"
#  else /* ELF */
#    define SECTION ".section .rodata.gd_table,\"a\",%progbits\n"
#    define OBJECT "%object\n"
#  endif

__asm__(SECTION
        ".p2align 6\n"
        ".globl gd_table\n"
        ".hidden gd_table\n"
        ".type gd_table," OBJECT
        "gd_table:\n"
        ".incbin \"" GD_TABLE_FILE "\"\n"
        ".size gd_table, . - gd_table\n"
        ".globl gd_table_end\n"
        ".hidden gd_table_end\n"
        ".type gd_table_end," OBJECT
        "gd_table_end:\n"
        ".byte 0\n"
        ".size gd_table_end, 1\n"
        ".text\n");

#endif
