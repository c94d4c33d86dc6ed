# What all our targets share: warnings, hardening, and one function per kind of target.

add_library(metodica_flags INTERFACE)
target_compile_options(metodica_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual>
  $<$<BOOL:${METODICA_WERROR}>:-Werror>
  # g++ 12 sees overlaps in std::string that are none (GCC bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  -fstack-protector-strong)
target_compile_definitions(metodica_flags INTERFACE
  $<$<CONFIG:Release>:_GLIBCXX_ASSERTIONS _FORTIFY_SOURCE=2>)

# metodica_part(name FOLDER folder [LINK ...] [PUBLIC_LINK ...])
# A static library from the sources of one folder. The folder tells the architecture, so a new file
# in it needs no line here.
function(metodica_part name)
  cmake_parse_arguments(PART "" "FOLDER" "LINK;PUBLIC_LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PART_FOLDER}/*.cpp)
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/plugin/src)
  target_link_libraries(${name} PUBLIC metodica_api ${PART_PUBLIC_LINK} PRIVATE metodica_flags ${PART_LINK})
endfunction()

# metodica_private_library(name FOLDER folder LINK ...)
# Builds lib/metodica/parts/<name>.so from part.cpp and exports.map of the folder: a heavy part that the
# plugin opens at first use (storage/part_library.hpp).
function(metodica_private_library name)
  cmake_parse_arguments(PART "" "FOLDER" "LINK" ${ARGN})
  set(target metodica_part_${name})
  add_library(${target} MODULE ${PART_FOLDER}/part.cpp)
  target_link_libraries(${target} PRIVATE metodica_flags ${PART_LINK}
    -Wl,--version-script=${PART_FOLDER}/exports.map)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/metodica/parts
    LINK_DEPENDS ${PART_FOLDER}/exports.map)
endfunction()

# metodica_embed(target SYMBOL name NAMESPACE ns FILES files... BASE folder)
# Compiles the files into `target` as a table of {path relative to BASE, content}:
#   namespace ns { extern const std::span<const EmbeddedFile> name; }   (see embedded.hpp)
function(metodica_embed target)
  cmake_parse_arguments(EMBED "" "SYMBOL;BASE" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_${EMBED_SYMBOL}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND metodica_embed_tool ${out} ${EMBED_SYMBOL} ${EMBED_BASE} ${EMBED_FILES}
    DEPENDS metodica_embed_tool ${EMBED_FILES}
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()

# metodica_adapter(name FOLDER folder [COMPONENT package] [LINK ...])
# lib/metodica/libmetodica-<name>.so from the sources of one folder, showing one symbol only.
# COMPONENT names the package that it is installed with; without one it is not installed.
function(metodica_adapter name)
  cmake_parse_arguments(ADAPTER "" "FOLDER;COMPONENT" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${ADAPTER_FOLDER}/*.cpp ${ADAPTER_FOLDER}/*.c)
  set(target metodica_adapter_${name})
  set(map ${PROJECT_SOURCE_DIR}/adapters/exports.map)
  add_library(${target} MODULE ${sources})
  target_link_libraries(${target} PRIVATE metodica_api metodica_flags ${ADAPTER_LINK})
  target_link_options(${target} PRIVATE -Wl,--version-script=${map})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME metodica-${name}
    LINK_DEPENDS ${map}
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/metodica)
  if(ADAPTER_COMPONENT)
    install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/metodica COMPONENT ${ADAPTER_COMPONENT})
  endif()
endfunction()
