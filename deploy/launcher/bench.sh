# shellcheck shell=bash
# Runs a load program of the module benchmarks, or Lighthouse on the console.

bench() {
  (($#)) || fail "name what to measure: ./portal bench ingest"
  build
  if [[ "$1" == ui ]]; then
    bench_ui
    return
  fi
  local classes
  classes="$(stamp_of benchmarks/pom.xml benchmarks/src sandbox/src/main service/src/main)"
  if ! is_current benchmarks "$classes"; then
    step "building the benchmarks" benchmarks \
      maven -pl benchmarks -am package dependency:build-classpath \
      -Dmdep.outputFile="$WORK/benchmarks.classpath" -Dmaven.test.skip=true -Dweb.skip=true || exit 1
    keep_stamp benchmarks "$classes"
  fi
  exec "$JAVA" -cp "benchmarks/target/classes:$(cat "$WORK/benchmarks.classpath")" io.agentbench.Bench "$@"
}

# Lighthouse on the console; the report is kept in docs/.
bench_ui() {
  find_chromium || fail "Chromium is needed and was not found; install it (apt-get install chromium)."
  mkdir -p benchmarks/out
  with_demonstration env OUT="$ROOT/benchmarks/out/ui.json" REPORT="$ROOT/docs/lighthouse.md" node e2e/lighthouse.mjs
}

# Pictures of the running demonstration for the user guide.
draw_guide() {
  build
  find_chromium || fail "Chromium is needed and was not found; install it (apt-get install chromium)."
  with_demonstration env PICTURES="$ROOT/docs/guide/pictures" node e2e/guide.mjs
}
