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
  if ! find_chromium; then
    record playwright failed "browser tests: Chromium is needed and was not found; install it (apt-get install chromium)"
    return
  fi
  check "browser tests (Playwright)" playwright run_browser_tests
}

# Against the real programs, as a user starts them, with an empty data folder.
run_browser_tests() {
  with_demonstration env PLAYWRIGHT_JSON_OUTPUT_NAME="$RESULTS/playwright.json" \
    npx playwright test --reporter=list,json
}
