#!/usr/bin/env bash
# Restores, builds, checks the format, runs every test, those that face the data again on a private PostgreSQL
# (and on SQL Server where CROWDDX_TEST_SQLSERVER holds a connection string), and ends with one line: N passed, N failed, N skipped.
# Arguments go to dotnet test, e.g. tests/run.sh --filter FullyQualifiedName~Blind
# Fails when something failed, when nothing ran, and, with CI=true, when a test was skipped
# for any other reason than that optional shared data is not there.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd -- "$root"

solution=CrowdDx.sln
out=$root/tests/out
debian_packages=(chromium curl docker-compose jq nginx postgresql rabbitmq-server sqlite3)
# What these test is the same on every database: they run on SQLite with all others, and again on each server.
data_facing=(Data Accounts Cases FanOut Aggregation Hosting)
permitted_skip='shared data'

export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1
# A compiler server of this run's own, so that stopping it disturbs no other build on the machine.
export SharedCompilationId=crowddx-tests-$$

exec </dev/null

step() {
  printf '\n== %s (%d:%02d)\n' "$*" $((SECONDS / 60)) $((SECONDS % 60))
}

die() {
  printf 'tests/run.sh: %s\n' "$*"
  exit 1
}

. tests/services.sh

stop_what_was_started() {
  local process
  stop_services
  for process in /proc/[0-9]*; do
    if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -qF -- "-pipename:$SharedCompilationId"; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
}
trap stop_what_was_started EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

is_installed() {
  command -v "$1" >/dev/null 2>&1 ||
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

ensure_packages() {
  local package
  local missing=() elevate=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get >/dev/null 2>&1 || die "missing: ${missing[*]}. Install them and try again."
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || die "missing: ${missing[*]}. Install them: sudo apt-get install ${missing[*]}"
    elevate=(sudo -n)
  fi
  printf 'Installing %s\n' "${missing[*]}"
  "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # Debian starts a server once it is installed, unless this file says no; the tests start their own.
  local policy=/usr/sbin/policy-rc.d ours='' status=0
  if [ ! -e "$policy" ]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' | "${elevate[@]}" install -m 755 /dev/stdin "$policy"
  fi
  "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" || status=$?
  [ -z "$ours" ] || "${elevate[@]}" rm -f -- "$policy"
  return "$status"
}

ensure_sdk() {
  command -v dotnet >/dev/null 2>&1 || die 'missing: the .NET 10 SDK (dotnet is not on the PATH).'
  dotnet --list-sdks | grep -q '^10\.' || die "missing: the .NET 10 SDK. Found: $(dotnet --list-sdks | tr '\n' ' ')"
}

# "passed failed skipped", summed over the <Counters> of the files. What ran and did not pass has failed.
tally() {
  sed -n 's/.*<Counters \([^>]*\)>.*/ \1/p' "$@" </dev/null | awk '
    function counter(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
    }
    { passed += counter("passed"); executed += counter("executed"); total += counter("total") }
    END { printf "%d %d %d\n", passed, executed - passed, total - executed }'
}

# The name of each skipped test, a tab, and the reason.
skips() {
  awk '
    function report() { sub(/^ +/, "", reason); print name "\t" (reason == "" ? "no reason given" : reason); skipped = 0 }
    /<UnitTestResult / {
      skipped = /outcome="NotExecuted"/
      name = reason = ""
      if (match($0, / testName="[^"]*"/)) name = substr($0, RSTART + 11, RLENGTH - 12)
      if (skipped && /\/>[ \r]*$/) report()
      next
    }
    skipped && /<\/UnitTestResult>/ { report(); next }
    skipped { gsub(/<[^>]*>/, " "); gsub(/[ \t\r]+/, " "); reason = reason " " $0; gsub(/ +/, " ", reason); sub(/ $/, "", reason) }
  ' "$@"
}

step 'Tools'
ensure_packages "${debian_packages[@]}"
ensure_sdk
[ -f "$solution" ] || die "there is no $solution."
printf '.NET SDK %s\n' "$(dotnet --version)"

step 'Restore'
dotnet restore "$solution"

step 'Build'
dotnet build "$solution" -c Release --no-restore -warnaserror

step 'Format'
dotnet format "$solution" --verify-no-changes --no-restore --severity warn ||
  die "dotnet format $solution would change files, see above."

step 'Services'
start_postgresql
start_rabbitmq

step 'Tests'
rm -rf -- "$out"
mkdir -p -- "$out/tsql"
status=0
# A test that hangs is named and ends the run, instead of holding the machine for ever.
run_tests() {
  dotnet test "$1" -c Release --blame-hang-timeout 10m --blame-hang-dump-type none \
    --logger 'trx;LogFilePrefix=t' --results-directory "$out" "${@:2}" || status=$?
}

CROWDDX_RECORD_TSQL=$out/tsql run_tests "$solution" --no-build "$@"

step 'Statements for SQL Server'
# What the tests above have made the service say is among what is approved.
CROWDDX_RECORDED_TSQL=$out/tsql run_tests tests/CrowdDx.Migrations.Tests --no-build --filter FullyQualifiedName~ServiceStatements

servers=(PostgreSql)
[ -z "${CROWDDX_TEST_SQLSERVER:-}" ] || servers+=(SqlServer)
for server in "${servers[@]}"; do
  step "Tests on $server"
  # SQL Server's driver does not work in a build without cultures.
  build=--no-build
  [ "$server" != SqlServer ] || build=-p:InvariantGlobalization=false
  for project in "${data_facing[@]}"; do
    CROWDDX_TEST_DATABASE=$server run_tests "tests/CrowdDx.$project.Tests" "$build" "$@"
  done
done

stop_services

step 'Result'
shopt -s nullglob
results=("$out"/*.trx)
[ ${#results[@]} -gt 0 ] || die 'no test project left a result.'
read -r passed failed skipped <<<"$(tally "${results[@]}")"

[ "$status" -eq 0 ] || printf 'dotnet test ended with status %d.\n' "$status"
[ "$failed" -eq 0 ] || status=1
if [ $((passed + failed)) -eq 0 ]; then
  printf 'No test was executed.\n'
  status=1
fi
if [ "$skipped" -gt 0 ]; then
  reasons=$(skips "${results[@]}")
  printf 'Skipped:\n%s\n' "${reasons//$'\t'/: }"
  permitted=$(cut -f 2 <<<"$reasons" | grep -ciF -- "$permitted_skip" || true)
  if [ "$permitted" -lt "$skipped" ] && [ "${CI:-}" = true ]; then
    printf 'With CI=true only tests without their %s may be skipped.\n' "$permitted_skip"
    status=1
  fi
fi

printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
exit "$status"
