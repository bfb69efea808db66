#!/usr/bin/env bash
# Makes the passwords and connection strings that docker-compose.yml hands to its containers, in secrets/ or the folder given. What is there already stays.
# The folder is for its owner alone; the files can be read by all, since each container has an account of its own.
set -euo pipefail

folder=${1:-$(dirname -- "${BASH_SOURCE[0]}")/../secrets}
mkdir -p -m 700 -- "$folder"
cd -- "$folder"

# Long, and of the three kinds of characters that SQL Server asks for.
password() {
  printf 'Aa1%s' "$(od -An -N20 -tx1 /dev/urandom | tr -d ' \n')"
}

# keep FILE CONTENT
keep() {
  if [ -e "$1" ]; then
    printf '%s is there already.\n' "$1"
  else
    (umask 022 && printf '%s\n' "$2" >"$1")
  fi
}

keep sqlserver_sa_password "$(password)"
keep sqlserver_password "$(password)"
keep postgresql_password "$(password)"
keep Messaging__RabbitMq__Password "$(password)"

keep rabbitmq.conf "default_user = crowddx
default_pass = $(<Messaging__RabbitMq__Password)"
keep Database__ConnectionString.SqlServer \
  "Server=sqlserver;Database=crowddx;User ID=crowddx;Password=$(<sqlserver_password);Encrypt=True;TrustServerCertificate=True;Max Pool Size=40"
keep Database__ConnectionString.PostgreSql \
  "Host=postgresql;Database=crowddx;Username=crowddx;Password=$(<postgresql_password);Maximum Pool Size=40"
