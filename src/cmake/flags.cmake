# How our own code is compiled and linked. geodist-flags is linked privately and never
# exported: whoever uses the library keeps the flags they have.

include(CheckCCompilerFlag)
include(CheckCSourceCompiles)
include(CheckLinkerFlag)
include(CheckPIESupported)

add_library(geodist-flags INTERFACE)

target_compile_options(geodist-flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
    -Wcast-qual -Wformat=2 -Wold-style-definition -Wstrict-prototypes -Wundef
    -Wvla -Wwrite-strings
    $<$<BOOL:${GEODIST_WERROR}>:-Werror>
    -ffp-contract=off) # a fused multiply-add would round differently on other machines

# ---- Hardening: the OpenSSF compiler guide, as far as the toolchain knows it ---------------

if(CMAKE_POSITION_INDEPENDENT_CODE)
    check_pie_supported(LANGUAGES C) # executables are then linked with -pie
endif()

# The program has an array, as -fstack-protector needs functions that not every C library has.
foreach(flag IN ITEMS
        -fstack-protector-strong -fstack-clash-protection -fcf-protection
        -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER "geodist_has_${flag}" has)
    set(CMAKE_REQUIRED_FLAGS "-Werror ${flag}") # clang only warns of flags that are not for the target
    check_c_source_compiles(
        "int main(int count, char **words) { char room[64]; room[count] = **words; return room[1]; }"
        ${has})
    if(${has})
        target_compile_options(geodist-flags INTERFACE ${flag})
    endif()
endforeach()
unset(CMAKE_REQUIRED_FLAGS)

if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "wasm32") # its linker takes any -z, and does nothing
    foreach(flag IN ITEMS -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
        string(MAKE_C_IDENTIFIER "geodist_has_${flag}" has)
        check_linker_flag(C ${flag} ${has})
        if(${has})
            target_link_options(geodist-flags INTERFACE ${flag})
        endif()
    endforeach()
endif()

# Fortified calls need the optimiser, and hide overflows from sanitizers. A C library that
# knows no level 3 warns of it.
if(NOT GEODIST_SANITIZE)
    foreach(level IN ITEMS 3 2)
        set(CMAKE_REQUIRED_FLAGS "-O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=${level}")
        check_c_source_compiles("#include <string.h>\nint main(void) { return 0; }"
                                geodist_has_fortify_${level})
        unset(CMAKE_REQUIRED_FLAGS)
        if(geodist_has_fortify_${level})
            target_compile_options(geodist-flags INTERFACE
                "$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=${level}>")
            break()
        endif()
    endforeach()
endif()

# ---- The same bytes, wherever it is built ---------------------------------------------------

check_c_compiler_flag(-ffile-prefix-map=a=b geodist_has_file_prefix_map)
if(geodist_has_file_prefix_map)
    target_compile_options(geodist-flags INTERFACE
        "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=."
        "-ffile-prefix-map=${PROJECT_BINARY_DIR}=build")
endif()
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)

# ---- Sanitizers: whatever they find ends the program ----------------------------------------

if(GEODIST_SANITIZE)
    string(REPLACE ";" "," sanitizers "${GEODIST_SANITIZE}")
    target_compile_options(geodist-flags INTERFACE
        -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
    target_link_options(geodist-flags INTERFACE -fsanitize=${sanitizers})
endif()
