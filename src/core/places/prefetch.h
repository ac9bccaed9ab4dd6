/* Asks for a line of the cache before it is read, so that several cache misses overlap. */
#ifndef GD_PREFETCH_H
#define GD_PREFETCH_H

#if defined(__GNUC__)
#  define gd_prefetch(address) __builtin_prefetch(address)
#else
#  define gd_prefetch(address) ((void)(address))
#endif

#endif
