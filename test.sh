#!/usr/bin/env bash
# Installs what is missing, builds jtsim and runs its tests; further arguments go to ctest.
# ./test.sh --sanitize does so with the address and undefined-behaviour sanitisers.
set -euo pipefail
cd "$(dirname "$0")"
preset=release
if [ "${1:-}" = --sanitize ]; then
  preset=asan
  shift
fi

scripts/install_packages.sh build test
# Where these cannot be had, ctest shows their tests as skipped.
scripts/install_packages.sh examples || printf 'Going on without R and matplotlib.\n' >&2
scripts/install_packages.sh browser || printf 'Going on without a browser.\n' >&2
scripts/build.sh "$preset" all -DJTSIM_BUILD_TESTS=ON
ctest --preset "$preset" --parallel "$(nproc)" "$@"
