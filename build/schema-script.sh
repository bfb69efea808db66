#!/usr/bin/env bash
# Prints the SQL that brings a database up to date, for sites where it is not the service that changes the schema (Database:Migrate=false):
#   build/schema-script.sh SqlServer|PostgreSql     may be run on any state of the database, again and again
#   build/schema-script.sh Sqlite [FROM]            SQLite has no conditions: from the migration FROM (or an empty file) to the newest
set -euo pipefail
cd "$(dirname "$0")/.."
provider=${1:-}
case $provider in
    SqlServer | PostgreSql) range=(--idempotent) ;;
    Sqlite) range=("${2:-0}") ;;
    *) printf 'Usage: build/schema-script.sh SqlServer|PostgreSql|Sqlite [FROM]\n' >&2; exit 2 ;;
esac
project="services/CrowdDx.Migrations.$provider"
output=$(mktemp)
trap 'rm -f -- "$output"' EXIT
{
    dotnet tool restore
    dotnet ef migrations script "${range[@]}" --project "$project" --startup-project "$project" --output "$output"
} >&2
cat -- "$output"
