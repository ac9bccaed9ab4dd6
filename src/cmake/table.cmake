# The built-in table is made by a program that runs on the machine that builds. In a cross
# build src/data is therefore a build of its own, with the compiler of that machine; nothing
# of the target's toolchain reaches it.

set(geodist_table "${PROJECT_BINARY_DIR}/table/table.bin")

if(NOT CMAKE_CROSSCOMPILING)
    add_subdirectory(src/data table)
    return()
endif()

find_program(GEODIST_HOST_CC NAMES $ENV{HOST_CC} cc gcc clang NO_CMAKE_FIND_ROOT_PATH REQUIRED
             DOC "C compiler for programs that run while building")

set(on_host "${CMAKE_COMMAND}" -E env)
foreach(variable IN ITEMS
        CC CPPFLAGS CFLAGS LDFLAGS CPATH C_INCLUDE_PATH LIBRARY_PATH SYSROOT SDKROOT
        CMAKE_TOOLCHAIN_FILE CMAKE_BUILD_TYPE CMAKE_PREFIX_PATH MAKEFLAGS MAKELEVEL)
    list(APPEND on_host --unset=${variable})
endforeach()
list(APPEND on_host "${CMAKE_COMMAND}")

include(ExternalProject)
ExternalProject_Add(geodist-table
    PREFIX "${PROJECT_BINARY_DIR}/table/steps"
    SOURCE_DIR "${PROJECT_SOURCE_DIR}/src/data"
    BINARY_DIR "${PROJECT_BINARY_DIR}/table"
    CONFIGURE_COMMAND ${on_host} -S <SOURCE_DIR> -B <BINARY_DIR> -G "${CMAKE_GENERATOR}"
        "-DCMAKE_MAKE_PROGRAM=${CMAKE_MAKE_PROGRAM}" "-DCMAKE_C_COMPILER=${GEODIST_HOST_CC}"
        -DCMAKE_BUILD_TYPE=Release "-DGEODIST_MIN_POPULATION=${GEODIST_MIN_POPULATION}"
    BUILD_COMMAND ${on_host} --build <BINARY_DIR>
    BUILD_ALWAYS ON
    BUILD_BYPRODUCTS "${geodist_table}"
    INSTALL_COMMAND "")
