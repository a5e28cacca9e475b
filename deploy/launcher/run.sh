# shellcheck shell=bash
# Starts the service and the sandbox, waits until they are ready, and stops them together.

readonly READY_WITHIN_SECONDS=120

# Starts the service in place of this (sub)shell: port, data folder, port of the sandbox or "", Java options.
start_service() {
  local port="$1" data="$2" sandbox_port="$3" settings=()
  shift 3
  settings+=("--server.port=$port" "--management.server.port=$((port + 1))")
  settings+=("--portal.data-dir=$data" "--portal.public-url=${PORTAL_PUBLIC_URL:-http://localhost:$port}")
  if [[ -n "$sandbox_port" ]]; then
    settings+=("--spring.config.additional-location=file:$ROOT/deploy/demo.yaml")
    settings+=("--sandbox.url=http://localhost:$sandbox_port")
  fi
  MALLOC_ARENA_MAX=2 exec_java "${SERVICE_FLAGS[@]}" "$@" -jar "$APP/service.jar" "${settings[@]}"
}

# Starts the sandbox in place of this (sub)shell: its port, the portal's port, Java options, its own options.
start_sandbox() {
  local port="$1" portal_port="$2" java_option="$3"
  shift 3
  MALLOC_ARENA_MAX=2 exec_java "${SANDBOX_FLAGS[@]}" "$java_option" -cp "$(sandbox_class_path)" \
    io.agentsandbox.Sandbox "--port=$port" "--portal=http://localhost:$portal_port" "$@"
}

# Where the kernel can see to it, Java is stopped when this script is killed.
exec_java() {
  if command -v setpriv >/dev/null && setpriv --pdeathsig TERM true 2>/dev/null; then
    exec setpriv --pdeathsig TERM "$JAVA" "$@" </dev/null
  fi
  exec "$JAVA" "$@" </dev/null
}

run_portal() {
  PORT=3000 DATA="$HOME/.agent-portal" SANDBOX_PORT="" WITH_SANDBOX=1 OPEN=0 VITE=0
  read_run_options "$@"
  CONSOLE="http://localhost:$PORT"
  if ((WITH_SANDBOX)); then
    SANDBOX_PORT=$((PORT + 100))
  fi
  build
  check_ports
  prepare_data_folder
  trap 'stop_all; exit 0' INT TERM HUP
  start_all
  await_ready
  ((VITE)) && start_vite
  show_banner
  ((OPEN)) && open_console
  watch_all
}

read_run_options() {
  while (($#)); do
    case "$1" in
      --port=*) PORT="${1#*=}" ;;
      --port) PORT="${2:?}" && shift ;;
      --data-dir=*) DATA="${1#*=}" ;;
      --data-dir) DATA="${2:?}" && shift ;;
      --no-sandbox) WITH_SANDBOX=0 ;;
      --open) OPEN=1 ;;
      --vite) VITE=1 ;;
      *) fail "there is no option '$1'; ./portal help lists them." ;;
    esac
    shift
  done
  [[ "$PORT" =~ ^[0-9]+$ && "$PORT" -ge 1 && "$PORT" -le 65435 ]] \
    || fail "--port takes a number from 1 to 65435, not '$PORT'."
  [[ "$DATA" == /* ]] || DATA="$PWD/$DATA"
}

check_ports() {
  local port
  for port in "$PORT" "$((PORT + 1))" ${SANDBOX_PORT:+"$SANDBOX_PORT"}; do
    is_port_free "$port" \
      || fail "port $port is in use, perhaps by another ./portal run; stop that, or choose others with --port $((PORT + 1000))."
  done
}

prepare_data_folder() {
  (umask 077 && mkdir -p "$DATA/logs") 2>/dev/null \
    || fail "the data folder $DATA cannot be written; choose another with --data-dir."
  if [[ -d "$WORK/postgresql" && ! -e "$DATA/cache" ]]; then
    cp -R "$WORK/postgresql" "$DATA/cache.new" && mv "$DATA/cache.new" "$DATA/cache"
  fi
  local name
  for name in service sandbox vite; do
    if [[ -e "$DATA/logs/$name.log" ]]; then
      mv -f "$DATA/logs/$name.log" "$DATA/logs/$name.previous.log"
    fi
  done
}

# Each in a process group of its own, so that Ctrl-C reaches this script alone, which stops them in order.
start_all() {
  STARTED_AT=$SECONDS
  set -m
  if ((WITH_SANDBOX)); then
    start_sandbox "$SANDBOX_PORT" "$PORT" -XX:AOTCache="$SANDBOX_APP/sandbox.aot" --demo >"$DATA/logs/sandbox.log" 2>&1 &
    SANDBOX_PID=$!
  fi
  start_service "$PORT" "$DATA" "$SANDBOX_PORT" -XX:AOTCache="$APP/service.aot" >"$DATA/logs/service.log" 2>&1 &
  SERVICE_PID=$!
  set +m
}

start_vite() {
  CONSOLE="http://localhost:5173"
  is_port_free 5173 || fail "port 5173, which Vite needs, is in use; stop what uses it."
  set -m
  PORTAL_URL="http://localhost:$PORT" in_web npm run dev >"$DATA/logs/vite.log" 2>&1 </dev/null &
  VITE_PID=$!
  set +m
  until [[ -n "$(http_status 5173 /)" ]]; do
    is_running "$VITE_PID" || died Vite vite
    sleep 0.2
  done
}

is_running() {
  kill -0 "$1" 2>/dev/null
}

check_alive() {
  is_running "$SERVICE_PID" || died "the service" service
  if ((WITH_SANDBOX)) && ! is_running "$SANDBOX_PID"; then
    died "the sandbox" sandbox
  fi
}

await_ready() {
  say "Starting Agent Portal (data in $DATA)"
  local said=$SECONDS
  until [[ "$(http_status "$PORT" /readyz)" == 200 ]]; do
    check_alive
    if ((SECONDS - STARTED_AT > READY_WITHIN_SECONDS)); then
      stop_all
      fail "the service was not ready within $READY_WITHIN_SECONDS s; see $DATA/logs/service.log."
    fi
    if ((SECONDS - said >= 5)); then
      say "  still starting, $((SECONDS - STARTED_AT)) s ..."
      said=$SECONDS
    fi
    sleep 0.1
  done
  if ((WITH_SANDBOX)); then
    until [[ -n "$(http_status "$SANDBOX_PORT" /sandbox/state)" ]]; do
      check_alive
      sleep 0.1
    done
  fi
}

# Says why a program ended by itself, stops the rest, and ends with an error.
died() {
  local log="$DATA/logs/$2.log" reason
  reason="$(grep -h 'cannot start' "$log" | tail -n 1 || true)"
  stop_all
  if [[ -n "$reason" ]]; then
    say "portal: $reason" >&2
  else
    tail -n 20 "$log" >&2
    say "portal: $1 ended by itself; its output is in $log." >&2
  fi
  exit 1
}

show_banner() {
  say ""
  say "Agent Portal is ready on $CONSOLE"
  if ((WITH_SANDBOX)); then
    say "  sign in          admin@northwind.example (or viewer@northwind.example), password: sandbox"
    say "  play a customer  http://localhost:$SANDBOX_PORT/sandbox/"
  fi
  say "  metrics          http://localhost:$((PORT + 1))/metrics"
  say "  logs             $DATA/logs/"
  say "Ctrl-C stops it; the data stays."
}

open_console() {
  local opener
  for opener in xdg-open open; do
    if command -v "$opener" >/dev/null; then
      "$opener" "$CONSOLE" >/dev/null 2>&1 || true
      return
    fi
  done
}

# Until Ctrl-C, or until one of the programs ends by itself.
watch_all() {
  local told=0
  while true; do
    check_alive
    if ((WITH_SANDBOX && !told)) && grep -q 'is set up' "$DATA/logs/sandbox.log"; then
      say "The demonstration is set up; customers are writing."
      told=1
    fi
    sleep 1 &
    wait $! || true
  done
}

stop_all() {
  trap '' INT TERM HUP
  say ""
  say "Stopping ..."
  stop_one "${VITE_PID:-}"
  stop_one "${SERVICE_PID:-}"
  stop_one "${SANDBOX_PID:-}"
  say "Stopped."
}

stop_one() {
  local pid="$1"
  if [[ -z "$pid" ]]; then
    return 0
  fi
  kill -TERM -- "-$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}
