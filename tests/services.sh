# Private servers for tests/run.sh, which sources this: on loopback, in folders of their own, stopped whatever happens.
# Each start_… adds its packages' commands to services_to_stop, and exports where tests find the server.

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

start_postgresql() {
  local programs folder port attempt password language=(--locale=C.UTF-8)
  programs=$(postgresql_programs)
  folder=$(mktemp -d -t crowddx-postgresql-XXXXXX)
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" >"$folder/password"
  [ "$(id -u)" -ne 0 ] || chown -R postgres: "$folder"
  # A server that sorts as people do, since most do, shows where text is not compared by code points.
  ! "$programs/initdb" --help | grep -q icu-locale || language+=(--locale-provider=icu --icu-locale=en-US)
  as_postgres "$programs/initdb" -D "$folder/data" -U crowddx -E UTF8 "${language[@]}" --auth=scram-sha-256 --pwfile="$folder/password" --no-sync >"$folder/initdb.log"

  postgresql_folder=$folder
  services_to_stop+=(stop_postgresql)
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 10000))
    # Nothing here outlives the run, so nothing need survive a loss of power.
    if as_postgres "$programs/pg_ctl" -D "$folder/data" -w -s -l "$folder/server.log" start \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"; then
      export CROWDDX_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=crowddx;Password=$password;Database=postgres"
      printf 'PostgreSQL %s on 127.0.0.1:%d\n' "$("$programs/postgres" --version | awk '{ print $3 }')" "$port"
      return
    fi
  done
  cat -- "$folder/server.log"
  die "PostgreSQL did not start in $attempt attempts."
}

stop_postgresql() {
  as_postgres "$(postgresql_programs)/pg_ctl" -D "$postgresql_folder/data" -m immediate -s stop
  rm -rf -- "$postgresql_folder"
}

# RabbitMQ takes any account for its own; its name server gets a port and a folder of its own too.
start_rabbitmq() {
  local folder port password
  folder=$(mktemp -d -t crowddx-rabbitmq-XXXXXX)
  port=$((20000 + RANDOM % 10000))
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf 'listeners.tcp.1 = 127.0.0.1:%d\ndefault_user = crowddx\ndefault_pass = %s\n' "$port" "$password" >"$folder/rabbitmq.conf"
  printf '[].\n' >"$folder/plugins"
  rabbitmq_folder=$folder
  services_to_stop+=(stop_rabbitmq)
  # A session of its own, so that all of it can be ended together.
  HOME=$folder RABBITMQ_MNESIA_BASE=$folder/data RABBITMQ_LOG_BASE=$folder/log RABBITMQ_CONFIG_FILE=$folder/rabbitmq.conf \
    RABBITMQ_ENABLED_PLUGINS_FILE=$folder/plugins RABBITMQ_NODENAME=crowddx-$port@localhost RABBITMQ_DIST_PORT=$((port + 10000)) \
    ERL_EPMD_PORT=$((port + 20000)) ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
    setsid "$(rabbitmq_program)" >"$folder/server.log" 2>&1 &
  rabbitmq_process=$!
  disown "$rabbitmq_process"
  for _ in $(seq 120); do
    if grep -q 'completed with' "$folder/server.log"; then
      export CROWDDX_TEST_RABBITMQ="amqp://crowddx:$password@127.0.0.1:$port"
      printf 'RabbitMQ on 127.0.0.1:%d\n' "$port"
      return
    fi
    kill -0 "$rabbitmq_process" 2>/dev/null || break
    sleep 1
  done
  cat -- "$folder/server.log"
  die 'RabbitMQ did not start.'
}

rabbitmq_program() {
  ls /usr/lib/rabbitmq/bin/rabbitmq-server 2>/dev/null || command -v rabbitmq-server
}

stop_rabbitmq() {
  kill -KILL -- "-$rabbitmq_process" 2>/dev/null || kill -KILL "$rabbitmq_process" 2>/dev/null
  local process
  # Its name server puts itself into the background; the port tells it from others.
  for process in /proc/[0-9]*; do
    if tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qxF -- "RABBITMQ_MNESIA_BASE=$rabbitmq_folder/data"; then
      kill -KILL "${process#/proc/}" 2>/dev/null || true
    fi
  done
  rm -rf -- "$rabbitmq_folder"
}
