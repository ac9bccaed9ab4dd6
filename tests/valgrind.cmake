# A selection under valgrind, where it is installed. Valgrind reports memory that is read before it is
# written, unless the build writes zero to it: configure with GEODIST_ZERO_INIT=OFF.

find_program(GEODIST_VALGRIND valgrind)
if(NOT GEODIST_VALGRIND OR GEODIST_SANITIZE OR GEODIST_ZERO_INIT)
    return()
endif()
set(valgrind "${GEODIST_VALGRIND}" --quiet --error-exitcode=99 --leak-check=full)

add_test(NAME valgrind.unit.place_query COMMAND ${valgrind} $<TARGET_FILE:test_place_query>)

if(GEODIST_BUILD_CLI)
    list(JOIN valgrind " " command)
    foreach(name IN ITEMS escapes json streams)
        add_test(NAME valgrind.cli.${name} COMMAND "${PYTHON3}"
            "${CMAKE_CURRENT_SOURCE_DIR}/cli/run.py"
            --geodist "${command} $<TARGET_FILE:geodist-cli>"
            "${CMAKE_CURRENT_SOURCE_DIR}/cli/${name}.txt")
    endforeach()
endif()
