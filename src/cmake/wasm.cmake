# What is special about WebAssembly: the command is geodist.wasm, and beside it is
# geodist_core.wasm, the library for JavaScript, which imports nothing (src/web/reactor.c).

# The stack lies below everything else, so that an overflow traps rather than runs into the
# data. The deepest that the transcripts and random streams go is 15 KiB.
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
