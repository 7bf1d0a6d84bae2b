# Puts files into the program: an assembler file that includes them byte by byte, since a C array of
# a megabyte takes a compiler minutes. Files of one asset follow each other.

set(JTSIM_EMBED_TEMPLATE ${CMAKE_CURRENT_LIST_DIR}/embed.S.in)

# jtsim_embed(<target> [<name> <file>...]...): symbols jtsim_asset_<name>, _end.
# Assets are separated by the word NEXT. Files may be made by the same folder's custom commands.
function(jtsim_embed target)
  set(lines "")
  set(files "")
  set(name "")
  foreach(word IN LISTS ARGN ITEMS NEXT)
    if(word STREQUAL "NEXT")
      if(name)
        string(APPEND lines "    .global jtsim_asset_${name}_end\njtsim_asset_${name}_end:\n    .byte 0\n")
      endif()
      set(name "")
    elseif(name STREQUAL "")
      set(name ${word})
      string(APPEND lines "    .global jtsim_asset_${name}\njtsim_asset_${name}:\n")
    else()
      cmake_path(ABSOLUTE_PATH word BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
      list(APPEND files ${word})
      string(APPEND lines "    .incbin \"${word}\"\n")
    endif()
  endforeach()
  set(ASSET_LINES "${lines}")
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${target}_assets.S)
  configure_file(${JTSIM_EMBED_TEMPLATE} ${assembly} @ONLY)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${assembly})
endfunction()
