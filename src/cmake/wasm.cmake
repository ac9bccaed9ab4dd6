# Builds for WebAssembly: geodist.wasm, the program, and geodist_core.wasm, the library for JavaScript,
# which needs no imports (src/web/reactor.c).

# The stack is at the lowest addresses, so that an overflow traps instead of overwriting data. The
# deepest use by the transcripts and random streams is 50 KiB: gd_match_list, the array of search and
# suggestions, is a bit for each place (32 KiB), and the fuzzy search below it takes 11 KiB.
set(geodist_wasm_link_options -Wl,--stack-first -Wl,-z,stack-size=131072 -Wl,--strip-all)

if(GEODIST_BUILD_CLI)
    target_link_options(geodist-cli PRIVATE ${geodist_wasm_link_options})
endif()
if(NOT geodist_is_top_level)
    return()
endif()

add_executable(geodist-web src/web/reactor.c)
target_link_libraries(geodist-web PRIVATE geodist::geodist ${geodist_libm})
geodist_target(geodist-web)
target_link_options(geodist-web PRIVATE -mexec-model=reactor ${geodist_wasm_link_options})
set_target_properties(geodist-web PROPERTIES
    OUTPUT_NAME geodist_core
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")

include(src/cmake/web.cmake)
