# shellcheck shell=bash
# The checks: each runs a tool over the code and writes down whether it passed.

readonly RESULTS="$WORK/results"

# Runs a check and writes down how it ended; never ends the script itself.
#   check "title" name command...
check() {
  local title="$1" name="$2"
  shift 2
  if step "$title" "$name" "$@"; then
    record "$name" passed "$title"
  else
    record "$name" failed "$title; see $LOGS/$name.log"
  fi
}

# For what cannot be checked here, with the reason.
skip() {
  printf '  %-46s skipped: %s\n' "$2" "$3"
  record "$1" skipped "$2: $3"
}

record() {
  mkdir -p "$RESULTS/checks"
  printf '%s\n%s\n' "$2" "$3" >"$RESULTS/checks/$1"
}

check_java_layout() {
  check "Java: layout (google-java-format, sortPom)" spotless maven spotless:check
}

check_java_sizes() {
  check "Java: sizes (Checkstyle)" checkstyle maven checkstyle:check@sizes
}

check_console() {
  check "console: format, lint, imports (Biome)" biome in_web npx --no-install biome ci .
  check "console: types (TypeScript)" tsc in_web npx --no-install tsc -p .
  check "console: nothing unused (knip)" knip in_web npx --no-install knip
  check "console: size budgets" size in_web npm run --silent check:size
}

check_scripts() {
  if command -v shellcheck >/dev/null; then
    check "launcher: ShellCheck" shellcheck shellcheck -x portal deploy/launcher/*.sh .ci/run
  else
    skip shellcheck "launcher: ShellCheck" "shellcheck is not installed"
  fi
}

in_web() {
  (cd web && "$@")
}

format_all() {
  need_jdk
  need_maven
  need_node
  [[ -d web/node_modules ]] || in_web npm ci --no-audit --no-fund
  step "formatting Java and poms" spotless-apply maven spotless:apply || exit 1
  step "formatting the console" biome-write in_web npm run format || exit 1
}
