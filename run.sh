#!/usr/bin/env bash
# Installs what is missing, builds jtsim, runs the reference scenario, shows the result and writes its report and tables.
# Further arguments go to `jtsim run`: ./run.sh --replicates 4 --quiet
# Without -o the results replace those in output/runs/inner_mongolia.
set -euo pipefail
cd "$(dirname "$0")"

result=
previous=
for word in "$@"; do
  case $previous in -o|--output) result=$word ;; esac
  case $word in
    --output=*) result=${word#--output=} ;;
    -o?*) result=${word#-o} ;;
  esac
  previous=$word
done
place=()
if [[ -z $result ]]; then
  result=output/runs/inner_mongolia
  place=(-o "$result" --overwrite)
fi

scripts/install_packages.sh build
scripts/build.sh release jtsim -DJTSIM_BUILD_TESTS=OFF
build/release/jtsim run configs/inner_mongolia.yaml "${place[@]}" "$@"
build/release/jtsim report "$result"
build/release/jtsim export "$result"
printf '\nFiles of this run in %s:\n' "$result" >&2
ls -lh "$result" >&2
