#!/usr/bin/env bash
# Starts a demonstration, walks through it as its people do, and takes every page at 360 and 1280 pixels, light and dark,
# into tests/out/screenshots. With --readme it refreshes the pictures in docs/images instead. Either takes three minutes,
# because the simulated experts answer at their own pace.
# Needs Debian's chromium (apt-get install chromium), or CHROMIUM=/path/to/one.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

folder=tests/out/screenshots
[ "${1:-}" != --readme ] || folder=docs/images
log=$(mktemp)
gateway=

die() {
  printf 'build/screenshots.sh: %s\n' "$*" >&2
  exit 1
}

end() {
  [ -z "$gateway" ] || kill "$gateway" 2>/dev/null || true
  rm -f -- "$log"
}
trap end EXIT

link() {
  sed -n "s|^ *$1.*\(http://[^ ]*/demo/[^ ]*\).*|\1|p" "$log"
}

chromium=${CHROMIUM:-/usr/bin/chromium}
[ -x "$chromium" ] || die "missing: $chromium (apt-get install chromium)."
for project in gateway/CrowdDx.Gateway tests/CrowdDx.Screenshots; do
  dotnet build "$project" -c Release -nodeReuse:false -v quiet -clp:ErrorsOnly
done

# Another process may take the port between looking for a free one and listening on it; then the next try finds the next.
start() {
  dotnet gateway/CrowdDx.Gateway/bin/Release/net10.0/CrowdDx.Gateway.dll --contentRoot="$PWD/gateway/CrowdDx.Gateway" --demo >"$log" 2>&1 &
  gateway=$!
  for _ in $(seq 300); do
    [ -z "$(link Curator)" ] || return 0
    kill -0 "$gateway" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}
start || start || die "the demonstration did not start: $(cat "$log")"

mkdir -p -- "$folder"
dotnet tests/CrowdDx.Screenshots/bin/Release/net10.0/CrowdDx.Screenshots.dll "$folder" "$(link Student)" "$(link Expert)" "$(link Curator)" "$@"
