#!/usr/bin/env bash
# Configures and builds one target of a preset: scripts/build.sh PRESET TARGET [-D...]
# Everything it says goes to stderr; an unchanged tree says next to nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
target=$2
shift 2

# A build tree that was configured at another place (a copied checkout) cannot be used.
cache=build/$preset/CMakeCache.txt
if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$cache"; then
  printf 'build/%s belongs to another checkout; starting it anew.\n' "$preset" >&2
  rm -rf "build/$preset"
fi
{
  cmake --preset "$preset" --log-level=WARNING "$@"
  cmake --build --preset "$preset" --target "$target"
} >&2
