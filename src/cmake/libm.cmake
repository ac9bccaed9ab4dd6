# Sets geodist_libm to what links the mathematical functions: -lm, or nothing where they are part
# of the C library. It is a flag and not the name m, because CMake would take a target m of a
# project that geodist is a part of.

include(CheckLinkerFlag)
check_linker_flag(C -lm GEODIST_HAS_LIBM)
set(geodist_libm "")
if(GEODIST_HAS_LIBM)
    set(geodist_libm -lm)
endif()
