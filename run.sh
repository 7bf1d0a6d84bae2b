#!/usr/bin/env bash
# Installs what is missing, builds jtsim, runs the reference scenario and shows the result.
# Further arguments go to `jtsim run`: ./run.sh --replicates 4 --quiet
set -euo pipefail
cd "$(dirname "$0")"
result=output/runs/inner_mongolia

scripts/install_packages.sh build
scripts/build.sh release jtsim -DJTSIM_BUILD_TESTS=OFF
build/release/jtsim run configs/inner_mongolia.yaml -o "$result" --overwrite "$@"
printf '\nFiles of this run in %s:\n' "$result" >&2
ls -lh "$result" >&2
