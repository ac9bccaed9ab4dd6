# What is made of geodist_core.wasm for JavaScript: npm/, a package that `npm pack` takes, and
# page/, a folder of static files for any web server.

set(web "${PROJECT_SOURCE_DIR}/src/web")

# gather(TARGET NAME FILE...): copies files into a folder of the build.
function(gather target name)
    add_custom_target(${target} ALL
        COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/${name}"
        COMMAND "${CMAKE_COMMAND}" -E copy_if_different ${ARGN} "${PROJECT_BINARY_DIR}/${name}"
        COMMENT "Gathering ${name}/"
        VERBATIM)
    add_dependencies(${target} geodist-web)
endfunction()

configure_file("${web}/package.json.in" "${PROJECT_BINARY_DIR}/npm/package.json" @ONLY)
gather(geodist-npm npm
    "${web}/geodist.mjs" "${web}/geodist.d.ts" "${web}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE"
    $<TARGET_FILE:geodist-web>)

gather(geodist-page page
    "${web}/geodist.mjs"
    "${web}/page/index.html" "${web}/page/page.css" "${web}/page/page.mjs" "${web}/page/address.mjs"
    "${web}/page/combobox.mjs" "${web}/page/map.mjs" "${web}/page/map_labels.mjs"
    "${web}/page/format.mjs" "${web}/page/land.svg"
    $<TARGET_FILE:geodist-web>)
