# The outputs for JavaScript: npm/, a package for `npm pack`, and page/, static files for any web server.

set(web "${PROJECT_SOURCE_DIR}/src/web")

# copy_to_folder(TARGET FOLDER FILE...): copies files into a folder of the build.
function(copy_to_folder target folder)
    add_custom_target(${target} ALL
        COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/${folder}"
        COMMAND "${CMAKE_COMMAND}" -E copy_if_different ${ARGN} "${PROJECT_BINARY_DIR}/${folder}"
        COMMENT "Copying files to ${folder}/"
        VERBATIM)
    add_dependencies(${target} geodist-web)
endfunction()

configure_file("${web}/package.json.in" "${PROJECT_BINARY_DIR}/npm/package.json" @ONLY)
copy_to_folder(geodist-npm npm
    "${web}/geodist.mjs" "${web}/geodist.d.ts" "${web}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE"
    $<TARGET_FILE:geodist-web>)

copy_to_folder(geodist-page page
    "${web}/geodist.mjs"
    "${web}/page/index.html" "${web}/page/page.css" "${web}/page/page.mjs" "${web}/page/address.mjs"
    "${web}/page/combobox.mjs" "${web}/page/map.mjs" "${web}/page/map_labels.mjs"
    "${web}/page/format.mjs" "${web}/page/place_text.mjs" "${web}/page/land.svg"
    $<TARGET_FILE:geodist-web>)
