// The one main() that all doctest programs share (written by doctest, see tests/CMakeLists.txt).
#include <doctest/doctest.h>
