# Debian packages, one per component: cmake --build . && cpack -G DEB. What a component holds is said
# by the install() lines of its folder; what it needs of Debian is read from its binaries.
include(GNUInstallDirs)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME metodica)
set(CPACK_PACKAGE_VENDOR "The Metodica authors")
# Who answers for the packages: whoever builds them for others says so.
set(METODICA_PACKAGE_CONTACT "The Metodica authors <metodica@users.noreply.github.com>"
    CACHE STRING "Name and address of the packages' maintainer")
set(CPACK_PACKAGE_CONTACT ${METODICA_PACKAGE_CONTACT})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "registers, acquisition and shelves of public libraries")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS
  ${CMAKE_BINARY_DIR}/lib ${CMAKE_BINARY_DIR}/lib/metodica ${CMAKE_BINARY_DIR}/lib/metodica/parts)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_COMPONENTS_ALL "")

# metodica_package(component PACKAGE name DESCRIPTION text [SECTION s] [DEPENDS ...]
#                  [RECOMMENDS ...] [SUGGESTS ...] [SCRIPTS postinst ...])
# A macro: the variables of CPack must be set where include(CPack) reads them.
macro(metodica_package component)
  cmake_parse_arguments(PACKAGE "" "PACKAGE;DESCRIPTION;SECTION;DEPENDS;RECOMMENDS;SUGGESTS"
    "SCRIPTS" ${ARGN})
  string(TOUPPER ${component} upper)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${PACKAGE_PACKAGE})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${PACKAGE_SECTION})
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${PACKAGE_DESCRIPTION}")
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${PACKAGE_DEPENDS}")
  set(CPACK_DEBIAN_${upper}_PACKAGE_RECOMMENDS "${PACKAGE_RECOMMENDS}")
  set(CPACK_DEBIAN_${upper}_PACKAGE_SUGGESTS "${PACKAGE_SUGGESTS}")
  if(NOT "${PACKAGE_SCRIPTS}" STREQUAL "")
    set(CPACK_DEBIAN_${upper}_PACKAGE_CONTROL_EXTRA ${PACKAGE_SCRIPTS})
    set(CPACK_DEBIAN_${upper}_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
  endif()
  metodica_package_papers(${component} ${PACKAGE_PACKAGE})
endmacro()

# The licence and the list of changes that every Debian package carries.
function(metodica_package_papers component package)
  set(folder ${CMAKE_BINARY_DIR}/packages/${package})
  file(MAKE_DIRECTORY ${folder})
  configure_file(${PROJECT_SOURCE_DIR}/plugin/packages/changelog.in ${folder}/changelog @ONLY)
  execute_process(COMMAND gzip -9nkf ${folder}/changelog COMMAND_ERROR_IS_FATAL ANY)
  configure_file(${PROJECT_SOURCE_DIR}/plugin/packages/copyright ${folder}/copyright COPYONLY)
  install(FILES ${folder}/changelog.gz ${folder}/copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endfunction()

metodica_package(runtime PACKAGE metodica SECTION misc
  DESCRIPTION "Keeps the movement register (RMF) and the inventory register (RI), acquisition,
UDC and call numbers, stocktaking and withdrawal. A library system loads it as
a plugin. A library without one uses the desk, its own small host in the
browser, served on this machine."
  DEPENDS "libyaz5, adduser, fonts-dejavu-core, tzdata"
  RECOMMENDS "postgresql-client"
  SCRIPTS ${PROJECT_SOURCE_DIR}/adapters/desk/package/postinst
          ${PROJECT_SOURCE_DIR}/adapters/desk/package/prerm
          ${PROJECT_SOURCE_DIR}/adapters/desk/package/postrm
          ${PROJECT_SOURCE_DIR}/adapters/desk/package/triggers)
metodica_package(koha PACKAGE metodica-koha SECTION misc
  DESCRIPTION "The adapter by which Metodica lives inside a Koha, and the Koha plugin
(metodica.kpz) that adds its menu there. The plugin file is uploaded in Koha
under Administration, Manage plugins."
  DEPENDS "metodica (= ${PROJECT_VERSION})"
  RECOMMENDS "libffi-platypus-perl")
metodica_package(api PACKAGE libmetodica-dev SECTION libdevel
  DESCRIPTION "The two C doors of Metodica, the C++ layers over them, the JSON schemas of what
passes through them, and the files for CMake and pkg-config."
  DEPENDS "metodica (= ${PROJECT_VERSION})")

# One package for each Qt that was found: a host takes the plugin of its own Qt and skips the other.
foreach(major IN LISTS METODICA_QT_MAJORS)
  metodica_package(qt${major} PACKAGE metodica-qt${major} SECTION misc
    DESCRIPTION "The menu and the screens of Metodica inside of programs that use Qt ${major}, as
their own windows. The program is started with -plugin metodica; nothing of it
is changed."
    DEPENDS "metodica (= ${PROJECT_VERSION})"
    SUGGESTS "metodica-biblioteq")
endforeach()
if(METODICA_QT_MAJORS)
  metodica_package(biblioteq PACKAGE metodica-biblioteq SECTION misc
    DESCRIPTION "The adapter by which Metodica lives inside BiblioteQ, on SQLite and PostgreSQL,
the extension of SQLite that BiblioteQ can load by itself, and an entry of the
desktop's menu that starts BiblioteQ with Metodica in it."
    DEPENDS "metodica (= ${PROJECT_VERSION})"
    RECOMMENDS "metodica-qt6 (= ${PROJECT_VERSION}) | metodica-qt5 (= ${PROJECT_VERSION})")
endif()

include(CPack)
