# shellcheck shell=bash
# Every check and every test; the last line counts them.

test_all() {
  local started=$SECONDS
  need_jdk
  need_maven
  need_node
  rm -rf "$RESULTS" ./*/target/surefire-reports
  mkdir -p "$RESULTS"
  build
  say "Checking and testing"
  test_java &
  local java_job=$!
  test_console &
  local console_job=$!
  check_scripts
  wait $console_job || true
  wait $java_job || true
  test_in_browser
  say "Took $((SECONDS - started)) s."
  node .ci/totals.mjs "$RESULTS"
}

# Failing tests are counted from their reports, so that one of them does not hide the others.
test_java() {
  check "Java: compiler, Error Prone, NullAway; tests" java maven verify \
    -Dmaven.test.failure.ignore=true -Dweb.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true
  check_java_layout
  check_java_sizes
}

test_console() {
  check_console
  check "console: unit tests (Vitest)" vitest in_web npx --no-install vitest run \
    --reporter=default --reporter=json --outputFile.json="$RESULTS/vitest.json"
}

test_in_browser() {
  local chromium
  if ! find_chromium; then
    record playwright failed "browser tests: Chromium is needed and was not found; install it (apt-get install chromium)"
    return
  fi
  check "browser tests (Playwright)" playwright run_browser_tests
}

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

# Against the real programs, as a user starts them, with an empty data folder.
run_browser_tests() {
  local port data portal result=0 started=$SECONDS
  port="$(free_ports)"
  data="$(mktemp -d "${TMPDIR:-/tmp}/agent-portal-browser.XXXXXX")"
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
    CHROMIUM_PATH="$chromium" PLAYWRIGHT_JSON_OUTPUT_NAME="$RESULTS/playwright.json" \
    npx playwright test --reporter=list,json) || result=$?
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
