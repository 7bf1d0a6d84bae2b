# Writes base/version.hpp from its template; needs SOURCE_DIR, PROGRAM_VERSION, TEMPLATE and HEADER.

# git_says(<result> <argument>...): git's answer about SOURCE_DIR, empty if it has none.
# A checkout owned by another user is read all the same, and nothing is locked or written.
function(git_says result)
  execute_process(
    COMMAND git -C ${SOURCE_DIR} -c safe.directory=* --no-optional-locks ${ARGN}
    OUTPUT_VARIABLE answer RESULT_VARIABLE status
    ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    set(answer "")
  endif()
  set(${result} "${answer}" PARENT_SCOPE)
endfunction()

set(GIT_COMMIT unknown)
git_says(top rev-parse --show-toplevel)
file(REAL_PATH ${SOURCE_DIR} source_dir)
# A source archive unpacked inside somebody else's checkout must not take that one's commit.
if(top STREQUAL source_dir)
  git_says(commit rev-parse --short=12 HEAD)
  git_says(changes status --porcelain --untracked-files=no)
  if(commit AND changes)
    set(GIT_COMMIT ${commit}-dirty)
  elseif(commit)
    set(GIT_COMMIT ${commit})
  endif()
endif()
configure_file(${TEMPLATE} ${HEADER} @ONLY)  # leaves an equal file untouched
