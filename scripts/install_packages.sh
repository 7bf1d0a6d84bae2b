#!/usr/bin/env bash
# Installs the missing Debian packages of the named groups: scripts/install_packages.sh build [test] [bench]
set -euo pipefail
list="$(dirname "$0")/packages.txt"

say() { printf '%s\n' "$*" >&2; }

# packages_of GROUP: the names in that section of the list
packages_of() {
  awk -v group="[$1]" '/^\[/ {inside = ($0 == group); next} inside && NF && !/^#/ {print $1}' "$list"
}

# missing_of PACKAGE...: those that are not installed
missing_of() {
  local package status
  for package in "$@"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1 || true)
    [ "$status" = installed ] || printf '%s\n' "$package"
  done
}

# as_root COMMAND...: without a question when nobody could answer it
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# apt ARGUMENT...: never asks, waits up to ten minutes for another package manager to finish
apt() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" >&2
}

# renew_lists: tries for two minutes, because apt does not wait for another program's lock on the lists
renew_lists() {
  for _ in $(seq 12); do
    apt update && return
    sleep 10
  done
  say "The package lists could not be renewed; trying with those that are here."
}

[ $# -gt 0 ] || { say "usage: $0 build [test] [bench]"; exit 2; }
for group in "$@"; do
  grep -qxF "[$group]" "$list" || { say "No group [$group] in $list"; exit 2; }
done
wanted=$(for group in "$@"; do packages_of "$group"; done | paste -sd ' ')

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  say "No Debian package manager here, so nothing is installed. jtsim needs: $wanted"
  exit 0
fi
# shellcheck disable=SC2086  # names are words
missing=$(missing_of $wanted | paste -sd ' ')
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
  say "These Debian packages are missing: $missing"
  say "Installing them needs root or sudo. As root: apt-get install $missing"
  exit 1
fi
if [ "$(id -u)" -ne 0 ] && ! [ -t 0 ] && ! sudo -n true 2>/dev/null; then
  say "These Debian packages are missing: $missing"
  say "sudo asks for a password and there is no terminal. As root: apt-get install $missing"
  exit 1
fi
say "Installing missing Debian packages: $missing"
renew_lists
# shellcheck disable=SC2086
if ! apt install --yes --no-install-recommends $missing; then
  say "The packages could not be installed. By hand, as root: apt-get install $missing"
  exit 1
fi
