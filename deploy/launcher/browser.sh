# shellcheck shell=bash
# Chromium, and the demonstration for it to look at.

# Its program, once it was found.
chromium=""

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    if chromium="$(command -v "$name")"; then
      return 0
    fi
  done
  if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    step "installing Chromium" chromium install_chromium || return 1
    chromium="$(command -v chromium)"
    return
  fi
  return 1
}

install_chromium() {
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium
}

# Starts the demonstration with an empty data folder, runs a command in web/ that finds it by PORTAL_URL,
# SANDBOX_URL and CHROMIUM_PATH, and stops it again.
with_demonstration() {
  local port data portal result=0 started=$SECONDS
  port="$(free_ports)"
  data="$(mktemp -d "${TMPDIR:-/tmp}/agent-portal-browser.XXXXXX")"
  mkdir -p "$LOGS"
  ./portal run --port "$port" --data-dir "$data" >"$LOGS/browser-run.log" 2>&1 &
  portal=$!
  until grep -q 'demonstration is set up' "$LOGS/browser-run.log"; do
    if ! kill -0 "$portal" 2>/dev/null || ((SECONDS - started > 120)); then
      cat "$LOGS/browser-run.log" "$data/logs/sandbox.log"
      kill -TERM "$portal" 2>/dev/null || true
      return 1
    fi
    sleep 0.2
  done
  (cd web && PORTAL_URL="http://localhost:$port" SANDBOX_URL="http://localhost:$((port + 100))" \
    CHROMIUM_PATH="$chromium" "$@") || result=$?
  kill -TERM "$portal"
  wait "$portal" || true
  rm -rf "$data"
  return "$result"
}

# A port P with P, P + 1 and P + 100 free.
free_ports() {
  local port
  while true; do
    port=$((22000 + RANDOM % 8000))
    if is_port_free "$port" && is_port_free $((port + 1)) && is_port_free $((port + 100)); then
      printf '%s' "$port"
      return
    fi
  done
}
