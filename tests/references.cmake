# Whole domains against a reference: every key, every code point, and geometry with 113 bits.

# reference(NAME COMMAND...): builds unit/NAME.c, which the command runs.
function(reference name)
    add_executable(${name} unit/${name}.c)
    target_include_directories(${name} PRIVATE
        "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/src/core")
    target_link_libraries(${name} PRIVATE geodist-static)
    geodist_target(${name})
    add_test(NAME reference.${name} COMMAND ${ARGN})
endfunction()

set(fold_reference "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/fold_reference.py")
file(STRINGS "${PROJECT_SOURCE_DIR}/src/core/places/fold_table.inc" table_unicode LIMIT_COUNT 1)
execute_process(COMMAND "${PYTHON3}" -c "import unicodedata; print(unicodedata.unidata_version)"
    OUTPUT_VARIABLE python_unicode OUTPUT_STRIP_TRAILING_WHITESPACE)
if(table_unicode MATCHES "Unicode ([0-9.]+)" AND CMAKE_MATCH_1 STREQUAL python_unicode)
    reference(fold_lines ${fold_reference} $<TARGET_FILE:fold_lines>)
else()
    message(STATUS "Without reference.fold_lines: Python has Unicode ${python_unicode}")
endif()

include(CheckIncludeFile)
check_include_file(quadmath.h GEODIST_HAS_QUADMATH) # of gcc, on some processors
if(GEODIST_HAS_QUADMATH)
    reference(haversine_precision haversine_precision)
    target_link_libraries(haversine_precision PRIVATE quadmath)
    reference(ellipsoid_precision ellipsoid_precision 1000)
    target_link_libraries(ellipsoid_precision PRIVATE quadmath)
    reference(great_circle_precision great_circle_precision 20000)
    target_link_libraries(great_circle_precision PRIVATE quadmath)
    set_source_files_properties(
        unit/haversine_precision.c unit/great_circle_precision.c unit/ellipsoid_precision.c PROPERTIES
        COMPILE_OPTIONS -Wno-pedantic)
endif()

reference(dump_table "${PYTHON3}" "${CMAKE_CURRENT_SOURCE_DIR}/table_reference.py"
    $<TARGET_FILE:dump_table>)
