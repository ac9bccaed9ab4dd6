# Tests of the program.

add_test(NAME expectations COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/expectations.py"
    $<TARGET_FILE:geodist-cli>)

# Two authors wrote them without sight of the program, which was written with one half of them in view.
add_test(NAME table_expectations COMMAND "${PYTHON3}"
    "${CMAKE_CURRENT_SOURCE_DIR}/table_expectations.py" $<TARGET_FILE:geodist-cli>
    "${CMAKE_CURRENT_SOURCE_DIR}/data/tables_expected_a.py"
    "${CMAKE_CURRENT_SOURCE_DIR}/data/tables_expected_b.py")

add_test(NAME random_lines COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/random_lines.py"
    $<TARGET_FILE:geodist-cli>)

# tests/run also compares the tables with what other programs read in them.
add_test(NAME tables COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/tables.py" --plain
    $<TARGET_FILE:geodist-cli>)

# Hundreds of runs of the program: with the address sanitizer they take a minute and show what the
# tests of the splitter show. It runs first, beside the others.
if(NOT GEODIST_SANITIZE MATCHES "address")
    add_test(NAME both_ways COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/both_ways.py"
        $<TARGET_FILE:geodist-cli>)
    set_tests_properties(both_ways PROPERTIES COST 1000)
endif()

add_test(NAME geojson COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/geojson.py"
    $<TARGET_FILE:geodist-cli>)

# ---- What a person types and what comes back -----------------------------------------------

file(GLOB transcripts CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/cli/*.txt")
foreach(transcript IN LISTS transcripts)
    cmake_path(GET transcript STEM name)
    add_test(NAME cli.${name} COMMAND "${PYTHON3}"
        "${CMAKE_CURRENT_SOURCE_DIR}/cli/run.py" --geodist $<TARGET_FILE:geodist-cli>
        "${transcript}")
endforeach()

# ---- What it does when reading and writing go wrong ----------------------------------------

# A preloaded library and a sanitizer's runtime get in each other's way.
if(NOT GEODIST_SANITIZE)
    add_library(fault_shim MODULE unit/fault_shim.c)
    target_link_libraries(fault_shim PRIVATE ${CMAKE_DL_LIBS})
    set_target_properties(fault_shim PROPERTIES C_VISIBILITY_PRESET default)
    add_test(NAME faults COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/faults.py"
        $<TARGET_FILE:fault_shim> $<TARGET_FILE:geodist-cli>)
endif()

# ---- The same with any number of threads ---------------------------------------------------

# Of the sanitizers, only the one for threads is worth the time that this takes.
if(geodist_threads AND (NOT GEODIST_SANITIZE OR GEODIST_SANITIZE STREQUAL "thread"))
    add_test(NAME threads COMMAND "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/threads.py"
        $<TARGET_FILE:geodist-cli> $<$<TARGET_EXISTS:fault_shim>:$<TARGET_FILE:fault_shim>>)
endif()
