# What is installed can be moved as a whole: no file holds the path it was installed to.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

if(GEODIST_BUILD_CLI)
    install(TARGETS geodist-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(TARGETS geodist EXPORT geodist
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES include/geodist.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# ---- find_package(geodist) ------------------------------------------------------------------

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/geodist")
set(version_file "${PROJECT_BINARY_DIR}/geodistConfigVersion.cmake")
set(compatibility SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)
    set(compatibility SameMinorVersion)
endif()
write_basic_package_version_file("${version_file}" COMPATIBILITY ${compatibility})
install(FILES "${version_file}" DESTINATION "${package_dir}")
install(EXPORT geodist NAMESPACE geodist:: FILE geodistConfig.cmake DESTINATION "${package_dir}")

# ---- pkg-config geodist, and the library of the installed program ------------------------------

if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
    set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
    set(pc_libdir "${CMAKE_INSTALL_FULL_LIBDIR}")
    set(pc_includedir "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
else()
    file(RELATIVE_PATH pc_up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    string(REGEX REPLACE "/$" "" pc_up "${pc_up}")
    set(pc_prefix "\${pcfiledir}/${pc_up}")
    set(pc_libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
    set(pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
set(pc_static_libs "")
set(pc_private_libs "")
if(BUILD_SHARED_LIBS)
    set(pc_private_libs "${geodist_libm}")
elseif(geodist_libm)
    set(pc_static_libs " ${geodist_libm}") # there is no other library: needed without --static, too
endif()
if(BUILD_SHARED_LIBS AND GEODIST_BUILD_CLI)
    file(RELATIVE_PATH to_lib "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}")
    set_target_properties(geodist-cli PROPERTIES
        INSTALL_RPATH "$<IF:$<PLATFORM_ID:Darwin>,@loader_path,$ORIGIN>/${to_lib}")
endif()
configure_file(src/cmake/geodist.pc.in geodist.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/geodist.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
