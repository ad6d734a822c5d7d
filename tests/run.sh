#!/usr/bin/env bash
# Builds everything and runs all tests, those in a real browser and in LibreOffice included. Installs what is missing where it may; else
# says what to install.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only if nothing failed and something ran.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Servers that a test starts live too briefly to be worth watching for how to compile them again.
export DOTNET_TieredPGO=0

missing() { printf '%s\n0 passed, 1 failed, 0 skipped\n' "$1"; exit 1; }

command -v dotnet >/dev/null || missing "Missing: the .NET 10 SDK (command 'dotnet')."
# The browser, the reader of workbooks and what makes pictures of its pages, and letters for Japanese. Of Chromium the edition without
# windows, the same engine for a third less work; the whole one does where that cannot be had.
browser() { command -v "${CHROMIUM:-chromium-headless-shell}" || command -v chromium; }
lacking() {
  [ -n "$(browser)" ] || echo chromium-headless-shell
  command -v "${SOFFICE:-soffice}" >/dev/null || echo libreoffice-calc-nogui
  command -v "${PDFTOPPM:-pdftoppm}" >/dev/null || echo poppler-utils
}
mapfile -t packages < <(lacking)
[ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null || packages+=(chromium-headless-shell)
if [ ${#packages[@]} -gt 0 ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" fonts-noto-cjk; } >/dev/null 2>&1
fi
mapfile -t packages < <(lacking)
[ ${#packages[@]} -eq 0 ] \
  || missing "Missing: ${packages[*]}. Install them (Debian: apt-get install ${packages[*]} fonts-noto-cjk), or name their programs in CHROMIUM, SOFFICE and PDFTOPPM."
CHROMIUM=$(browser); export CHROMIUM

logs=$(mktemp -d); trap 'rm -rf "$logs"' EXIT
# As it is shipped.
dotnet build Dashboard.sln -c Release --nologo -v quiet || missing "The build failed."
# No test of a project is no failure: a filter may name those of another.
run() {
  dotnet test --project "tests/Dashboard.$1.Tests" -c Release --no-build --no-progress "${@:2}" 2>&1 | tee "$logs/$1"
  local code=${PIPESTATUS[0]}
  [ "$code" -eq 8 ] || [ "$code" -eq 0 ] || : >"$logs/failed"
}
# Those in a browser take longest and wait most: beside all the others, and not after them.
run Browser "$@" & browser=$!
for project in Core Data Exports Web; do run "$project" "$@"; done
wait "$browser"

# Each project's summary comes last: total, failed, succeeded, skipped, a line each.
count() { cat "$logs"/* | awk -v key="$1:" '$1 == key { n += $2 } END { print n + 0 }'; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
# What ended before its summary has failed too.
[ ! -e "$logs/failed" ] || [ "$failed" -gt 0 ] || failed=1
code=0
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ] || code=1
# By name once more: what a test wrote before it failed may be long.
grep -h '^failed ' "$logs"/*
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
exit "$code"
