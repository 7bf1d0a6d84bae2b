#!/usr/bin/env bash
# Fetches the release file of ECharts from its npm package and verifies it: scripts/fetch_echarts.sh [--check]
# Version and digests stand in third_party/echarts/README.md. With --check nothing is fetched.
set -euo pipefail
cd "$(dirname "$0")/.."
place=third_party/echarts
table=$place/README.md
files=(echarts.min.js LICENSE NOTICE)

say() { printf '%s\n' "$*" >&2; }
version=$(sed -n 's/^# Apache ECharts \([0-9.]*\)$/\1/p' "$table")

# digest_of NAME: what the table says
digest_of() { awk -F'`' -v name="$1" '/^\|/ && $2 == name {print $4}' "$table"; }

# verify FOLDER: every file has the digest of the table
verify() {
  local file found
  for file in "${files[@]}"; do
    found=$(sha256sum "$1/$file" | cut -d ' ' -f 1)
    if [ "$found" != "$(digest_of "$file")" ]; then
      say "$1/$file: SHA-256 is $found, $table says $(digest_of "$file")"
      exit 1
    fi
  done
}

if [ "${1:-}" = --check ]; then
  verify "$place"
  say "ECharts $version in $place is what $table says."
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
package=echarts-$version.tgz
(cd "$folder" && npm pack --silent "echarts@$version" >&2)
found=$(openssl dgst -sha512 -binary "$folder/$package" | base64 -w 0)
if [ "$found" != "$(digest_of "$package")" ]; then
  say "$package: SHA-512 is $found, $table says $(digest_of "$package")"
  exit 1
fi
tar -xzf "$folder/$package" -C "$folder" package/dist/echarts.min.js package/LICENSE package/NOTICE
mv "$folder/package/dist/echarts.min.js" "$folder/package/"
verify "$folder/package"
for file in "${files[@]}"; do install -m 644 "$folder/package/$file" "$place/$file"; done
say "ECharts $version fetched and verified."
