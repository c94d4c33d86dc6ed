# Packs metodica.kpz: cmake -D SOURCE=folder -D HTML=adapters/common/html -D STAGE=folder -D OUT=file
# -D VERSION=x.y.z -P pack.cmake. Koha unpacks it as it is, so it holds no native code and no test.
file(READ ${SOURCE}/Koha/Plugin/Ro/Metodica.pm class)
file(READ ${SOURCE}/PLUGIN.yml card)
string(REPLACE "." "\\." wanted ${VERSION})
if(NOT class MATCHES "VERSION = '${wanted}'" OR NOT card MATCHES "version: \"${wanted}\"")
  message(FATAL_ERROR "Koha/Plugin/Ro/Metodica.pm and PLUGIN.yml must say version ${VERSION}")
endif()

file(REMOVE_RECURSE ${STAGE})
file(COPY ${SOURCE}/Koha ${SOURCE}/PLUGIN.yml DESTINATION ${STAGE})
# Koha unpacks into the folder of all plugins: what lay beside Koha/ would stay after an uninstall.
file(COPY ${SOURCE}/LICENSE ${SOURCE}/COPYING DESTINATION ${STAGE}/Koha/Plugin/Ro/Metodica)
set(static ${STAGE}/Koha/Plugin/Ro/Metodica/static)
execute_process(COMMAND perl ${SOURCE}/scope_css.pl ${HTML}/metodica.css
  OUTPUT_FILE ${static}/screen.css COMMAND_ERROR_IS_FATAL ANY)
configure_file(${HTML}/metodica.js ${static}/screen.js COPYONLY)

get_filename_component(folder ${OUT} DIRECTORY)
file(MAKE_DIRECTORY ${folder})
file(REMOVE ${OUT})
execute_process(WORKING_DIRECTORY ${STAGE} COMMAND_ERROR_IS_FATAL ANY
  COMMAND ${CMAKE_COMMAND} -E tar cf ${OUT} --format=zip --mtime=2026-06-01 Koha PLUGIN.yml)
