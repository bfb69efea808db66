# Private servers for tests: on loopback, in folders of their own, stopped whatever happens.
# tests/run.sh sources this. Each start_… adds its stop to services_to_stop, and exports where tests find the server.
# A test that needs a server to kill runs it: tests/services.sh postgresql (or rabbitmq) serves until standard input ends, and obeys its lines:
# "kill" ends the server as a power cut would, "start" starts it again on the same data and port unless it runs.

services_to_stop=()

stop_services() {
  local stop
  for stop in "${services_to_stop[@]}"; do
    "$stop" || true
  done
  services_to_stop=()
}

# PostgreSQL refuses root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgresql_programs() {
  dirname -- "$(command -v initdb || ls -v /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1)"
}

# Nothing here outlives a loss of power, but what is committed outlives a kill.
start_postgresql() {
  local programs language=(--locale=C.UTF-8)
  programs=$(postgresql_programs)
  postgresql_folder=$(mktemp -d -t crowddx-postgresql-XXXXXX)
  postgresql_password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$postgresql_password" >"$postgresql_folder/password"
  [ "$(id -u)" -ne 0 ] || chown -R postgres: "$postgresql_folder"
  # A server that sorts as people do, since most do, shows where text is not compared by code points.
  ! "$programs/initdb" --help | grep -q icu-locale || language+=(--locale-provider=icu --icu-locale=en-US)
  as_postgres "$programs/initdb" -D "$postgresql_folder/data" -U crowddx -E UTF8 "${language[@]}" --auth=scram-sha-256 \
    --pwfile="$postgresql_folder/password" --no-sync >"$postgresql_folder/initdb.log"

  services_to_stop+=(stop_postgresql)
  for _ in $(seq 10); do
    postgresql_port=$((20000 + RANDOM % 10000))
    if launch_postgresql; then
      export CROWDDX_TEST_POSTGRESQL="Host=127.0.0.1;Port=$postgresql_port;Username=crowddx;Password=$postgresql_password;Database=postgres"
      printf 'PostgreSQL %s on 127.0.0.1:%d\n' "$("$programs/postgres" --version | awk '{ print $3 }')" "$postgresql_port"
      return
    fi
  done
  cat -- "$postgresql_folder/server.log"
  die 'PostgreSQL did not start.'
}

launch_postgresql() {
  ! as_postgres "$(postgresql_programs)/pg_ctl" -D "$postgresql_folder/data" status >/dev/null || return 0
  as_postgres "$(postgresql_programs)/pg_ctl" -D "$postgresql_folder/data" -w -s -l "$postgresql_folder/server.log" start \
    -o "-p $postgresql_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgresql_folder -c max_connections=300 -c fsync=off -c full_page_writes=off ${POSTGRESQL_SETTINGS:-}"
}

kill_postgresql() {
  as_postgres "$(postgresql_programs)/pg_ctl" -D "$postgresql_folder/data" -m immediate -s stop
}

stop_postgresql() {
  kill_postgresql
  rm -rf -- "$postgresql_folder"
}

# RabbitMQ takes any account for its own; its name server gets a port and a folder of its own too.
start_rabbitmq() {
  local password
  rabbitmq_folder=$(mktemp -d -t crowddx-rabbitmq-XXXXXX)
  rabbitmq_port=$((20000 + RANDOM % 10000))
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf 'listeners.tcp.1 = 127.0.0.1:%d\ndefault_user = crowddx\ndefault_pass = %s\n' "$rabbitmq_port" "$password" >"$rabbitmq_folder/rabbitmq.conf"
  printf '[].\n' >"$rabbitmq_folder/plugins"
  services_to_stop+=(stop_rabbitmq)
  if launch_rabbitmq; then
    export CROWDDX_TEST_RABBITMQ="amqp://crowddx:$password@127.0.0.1:$rabbitmq_port"
    printf 'RabbitMQ on 127.0.0.1:%d\n' "$rabbitmq_port"
    return
  fi
  cat -- "$rabbitmq_folder/server.log"
  die 'RabbitMQ did not start.'
}

launch_rabbitmq() {
  [ -z "${rabbitmq_process:-}" ] || ! kill -0 "$rabbitmq_process" 2>/dev/null || return 0
  : >"$rabbitmq_folder/server.log"
  # A session of its own, so that all of it can be ended together.
  HOME=$rabbitmq_folder RABBITMQ_MNESIA_BASE=$rabbitmq_folder/data RABBITMQ_LOG_BASE=$rabbitmq_folder/log RABBITMQ_CONFIG_FILE=$rabbitmq_folder/rabbitmq.conf \
    RABBITMQ_ENABLED_PLUGINS_FILE=$rabbitmq_folder/plugins RABBITMQ_NODENAME=crowddx-$rabbitmq_port@localhost RABBITMQ_DIST_PORT=$((rabbitmq_port + 10000)) \
    ERL_EPMD_PORT=$((rabbitmq_port + 20000)) ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
    setsid "$(rabbitmq_program)" </dev/null >>"$rabbitmq_folder/server.log" 2>&1 &
  rabbitmq_process=$!
  disown "$rabbitmq_process"
  for _ in $(seq 120); do
    ! grep -q 'completed with' "$rabbitmq_folder/server.log" || return 0
    kill -0 "$rabbitmq_process" 2>/dev/null || return 1
    sleep 1
  done
  return 1
}

rabbitmq_program() {
  ls /usr/lib/rabbitmq/bin/rabbitmq-server 2>/dev/null || command -v rabbitmq-server
}

kill_rabbitmq() {
  kill -KILL -- "-$rabbitmq_process" 2>/dev/null || kill -KILL "$rabbitmq_process" 2>/dev/null || true
  local process
  # Its name server puts itself into the background; the folder tells it from others.
  for process in /proc/[0-9]*; do
    if tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qxF -- "RABBITMQ_MNESIA_BASE=$rabbitmq_folder/data"; then
      kill -KILL "${process#/proc/}" 2>/dev/null || true
    fi
  done
}

stop_rabbitmq() {
  kill_rabbitmq
  rm -rf -- "$rabbitmq_folder"
}

serve() {
  local server=$1 line
  trap stop_services EXIT
  "start_$server"
  printf 'serving %s\n' "$(printenv "CROWDDX_TEST_${server^^}")"
  while read -r line; do
    case $line in
      kill) "kill_$server" ;;
      start) "launch_$server" ;;
      *) die "unknown: $line" ;;
    esac && printf 'done\n' || printf 'failed\n'
  done
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  die() {
    printf 'tests/services.sh: %s\n' "$*"
    exit 1
  }
  case ${1:-} in
    postgresql | rabbitmq) serve "$1" ;;
    *) die 'name one of postgresql, rabbitmq.' ;;
  esac
fi
