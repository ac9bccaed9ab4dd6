# Toolchain file for WebAssembly with WASI preview 1:
#
#     cmake -B build-wasi -DCMAKE_TOOLCHAIN_FILE=src/cmake/wasm32-wasi.cmake
#
# The compiler is that of the packages of Debian 12 and later (clang, lld, llvm, wasi-libc and
# libclang-rt-dev-wasm32), or of the wasi-sdk in WASI_SDK_PREFIX, a variable of CMake or of the
# environment.

# CMake before 3.31 does not know the system WASI. For Generic it makes no assumptions.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_EXECUTABLE_SUFFIX_C .wasm)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)

# A module is not relocated, so that position-independent code would only be slower.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

if(NOT WASI_SDK_PREFIX)
    set(WASI_SDK_PREFIX "$ENV{WASI_SDK_PREFIX}")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES WASI_SDK_PREFIX) # try_compile() reads this file again

if(WASI_SDK_PREFIX)
    set(CMAKE_C_COMPILER "${WASI_SDK_PREFIX}/bin/clang")
    set(CMAKE_AR "${WASI_SDK_PREFIX}/bin/llvm-ar")
    set(CMAKE_RANLIB "${WASI_SDK_PREFIX}/bin/llvm-ranlib")
    set(CMAKE_SYSROOT "${WASI_SDK_PREFIX}/share/wasi-sysroot")
else()
    if(NOT CMAKE_C_COMPILER)
        set(CMAKE_C_COMPILER clang)
    endif()
    # GNU ar writes no index of the symbols of wasm32 objects.
    find_program(CMAKE_AR NAMES llvm-ar REQUIRED DOC "llvm-ar, of the package llvm")
    find_program(CMAKE_RANLIB NAMES llvm-ranlib REQUIRED DOC "llvm-ranlib, of the package llvm")
    # Debian's clang also searches /usr/include, whose headers are those of glibc. These flags are
    # passed when linking too, where they are unused.
    string(CONCAT CMAKE_C_FLAGS_INIT "--start-no-unused-arguments -nostdlibinc "
                                     "-isystem /usr/include/wasm32-wasi --end-no-unused-arguments")
endif()

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
