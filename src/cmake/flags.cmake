# How our own code is compiled and linked. geodist-flags is linked privately and never
# exported: whoever uses the library keeps the flags they have. All checks only compile and link;
# none runs a program.

include(CheckCSourceCompiles)
include(CheckLinkerFlag)
include(CMakePushCheckState)

option(GEODIST_ZERO_INIT "Initialise variables on the stack with zero; OFF for valgrind" ON)

add_library(geodist-flags INTERFACE)

# geodist_target(NAME): sets what all our targets have in common, as properties of the target, so
# that a project that geodist is a part of keeps its own defaults.
function(geodist_target name)
    set_target_properties(${name} PROPERTIES
        C_STANDARD 11
        C_STANDARD_REQUIRED ON
        C_EXTENSIONS OFF
        C_VISIBILITY_PRESET hidden
        BUILD_RPATH_USE_ORIGIN ON)
    if(NOT DEFINED CMAKE_POSITION_INDEPENDENT_CODE)
        set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    endif()
    target_link_libraries(${name} PRIVATE geodist-flags)
endfunction()

# ---- Probes -------------------------------------------------------------------------------------

set(flags_found "")
set(flags_missing "")

# add_flag_if_known(FLAG...): adds the flags that the compiler takes for the target. Clang only warns
# of a flag that is not for the target, hence -Werror. The program of the probe has an array, as
# -fstack-protector needs functions that not every C library has.
macro(add_flag_if_known)
    foreach(flag IN ITEMS ${ARGN})
        string(MAKE_C_IDENTIFIER "GEODIST_HAS_${flag}" has)
        cmake_push_check_state(RESET)
        set(CMAKE_REQUIRED_FLAGS "-Werror ${flag}")
        check_c_source_compiles(
            "int main(int count, char **words) { char room[64]; room[count] = **words; return room[1]; }"
            ${has})
        cmake_pop_check_state()
        if(${has})
            target_compile_options(geodist-flags INTERFACE "${flag}")
            list(APPEND flags_found "${flag}")
        else()
            list(APPEND flags_missing "${flag}")
        endif()
    endforeach()
endmacro()

macro(add_linker_flag_if_known)
    foreach(flag IN ITEMS ${ARGN})
        string(MAKE_C_IDENTIFIER "GEODIST_HAS_${flag}" has)
        check_linker_flag(C "${flag}" ${has})
        if(${has})
            target_link_options(geodist-flags INTERFACE "${flag}")
            list(APPEND flags_found "${flag}")
        else()
            list(APPEND flags_missing "${flag}")
        endif()
    endforeach()
endmacro()

# ---- Warnings and arithmetic --------------------------------------------------------------------

target_compile_options(geodist-flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
    -Wcast-qual -Wformat=2 -Wold-style-definition -Wstrict-prototypes -Wundef
    -Wvla -Wwrite-strings
    $<$<BOOL:${GEODIST_WERROR}>:-Werror>
    -ffp-contract=off) # a fused multiply-add would round differently on other machines

# The x87 of 32-bit x86 computes with more bits than a double has; SSE2 does not.
set(exact_doubles "#include <float.h>
#if FLT_EVAL_METHOD != 0
#error
#endif
int main(void) { return 0; }")
check_c_source_compiles("${exact_doubles}" GEODIST_HAS_EXACT_DOUBLES)
if(NOT GEODIST_HAS_EXACT_DOUBLES)
    cmake_push_check_state(RESET)
    set(CMAKE_REQUIRED_FLAGS "-msse2 -mfpmath=sse")
    check_c_source_compiles("${exact_doubles}" GEODIST_HAS_EXACT_DOUBLES_BY_SSE2)
    cmake_pop_check_state()
    if(GEODIST_HAS_EXACT_DOUBLES_BY_SSE2)
        target_compile_options(geodist-flags INTERFACE -msse2 -mfpmath=sse)
        list(APPEND flags_found -msse2 -mfpmath=sse)
    endif()
endif()

# ---- Hardening: the OpenSSF compiler guide, as far as the toolchain knows it --------------------

# As a part of another project there is no program of ours that runs after the build. For WebAssembly
# CMake would link with -no-pie, which clang warns of, and every probe below would fail.
if(geodist_is_top_level AND NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "wasm32")
    include(CheckPIESupported)
    check_pie_supported(LANGUAGES C) # executables are then linked with -pie
endif()

add_flag_if_known(-fstack-protector-strong -fstack-clash-protection -fcf-protection
    -mbranch-protection=standard -fstrict-flex-arrays=3)

# These define what C leaves undefined, so that the optimiser does not build on it. A sanitizer then
# no longer reports it: UndefinedBehaviorSanitizer sees no overflow under -fno-strict-overflow,
# MemorySanitizer and valgrind see nothing uninitialised.
if(NOT GEODIST_SANITIZE)
    add_flag_if_known(-fno-strict-overflow -fno-delete-null-pointer-checks)
    if(GEODIST_ZERO_INIT)
        add_flag_if_known(-ftrivial-auto-var-init=zero)
    endif()
endif()

if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "wasm32") # its linker takes any -z, and does nothing
    add_linker_flag_if_known(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()

# Fortified calls need the optimiser, and hide overflows from sanitizers. A C library that
# knows no level 3 warns of it.
if(NOT GEODIST_SANITIZE)
    foreach(level IN ITEMS 3 2)
        cmake_push_check_state(RESET)
        set(CMAKE_REQUIRED_FLAGS "-O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=${level}")
        check_c_source_compiles("#include <string.h>\nint main(void) { return 0; }"
                                GEODIST_HAS_FORTIFY_${level})
        cmake_pop_check_state()
        if(GEODIST_HAS_FORTIFY_${level})
            target_compile_options(geodist-flags INTERFACE
                "$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=${level}>")
            list(APPEND flags_found -D_FORTIFY_SOURCE=${level})
            break()
        endif()
    endforeach()
endif()

list(JOIN flags_found " " flags_found)
message(STATUS "geodist is built with: ${flags_found}")
if(flags_missing)
    list(JOIN flags_missing " " flags_missing)
    message(STATUS "geodist is built without, as the compiler does not take them: ${flags_missing}")
endif()

# ---- The same bytes, wherever it is built -------------------------------------------------------

cmake_push_check_state(RESET)
set(CMAKE_REQUIRED_FLAGS "-Werror -ffile-prefix-map=a=b")
check_c_source_compiles("int main(void) { return 0; }" GEODIST_HAS_FILE_PREFIX_MAP)
cmake_pop_check_state()
if(GEODIST_HAS_FILE_PREFIX_MAP)
    target_compile_options(geodist-flags INTERFACE
        "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=."
        "-ffile-prefix-map=${PROJECT_BINARY_DIR}=build")
endif()

# ---- Sanitizers: whatever they find ends the program --------------------------------------------

if(GEODIST_SANITIZE)
    string(REPLACE ";" "," sanitizers "${GEODIST_SANITIZE}")
    target_compile_options(geodist-flags INTERFACE
        -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
    target_link_options(geodist-flags INTERFACE -fsanitize=${sanitizers})
    if(",${sanitizers}," MATCHES ",memory,")
        target_compile_options(geodist-flags INTERFACE -fsanitize-memory-track-origins)
    endif()
endif()

# libFuzzer is told which branches are taken. Its main() is linked by tests/fuzz only.
if(GEODIST_FUZZ)
    target_compile_options(geodist-flags INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(geodist-flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
