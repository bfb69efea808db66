#!/usr/bin/env bash
# Adds a migration of the given name for every provider:  build/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore
for provider in Sqlite; do
    project="services/CrowdDx.Migrations.$provider"
    dotnet ef migrations add "$1" --project "$project" --startup-project "$project" --output-dir Generated
done
