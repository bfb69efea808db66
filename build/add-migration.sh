#!/usr/bin/env bash
# Adds a migration of the given name for every provider:  build/add-migration.sh NAME
# Read what it made; where the providers' schemas were equally old, all three say the same.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { printf 'Usage: build/add-migration.sh NAME\n' >&2; exit 2; }
dotnet tool restore
for provider in Sqlite SqlServer PostgreSql; do
    project="services/CrowdDx.Migrations.$provider"
    dotnet ef migrations add "$1" --project "$project" --startup-project "$project" --output-dir Generated
done
