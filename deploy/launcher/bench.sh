# shellcheck shell=bash
# Runs a load program of the module benchmarks.

bench() {
  (($#)) || fail "name what to measure: ./portal bench ingest"
  build
  local classes
  classes="$(stamp_of benchmarks/pom.xml benchmarks/src service/src/main)"
  if ! is_current benchmarks "$classes"; then
    step "building the benchmarks" benchmarks \
      maven -pl benchmarks -am package dependency:build-classpath \
      -Dmdep.outputFile="$WORK/benchmarks.classpath" -Dmaven.test.skip=true -Dweb.skip=true || exit 1
    keep_stamp benchmarks "$classes"
  fi
  exec "$JAVA" -cp "benchmarks/target/classes:$(cat "$WORK/benchmarks.classpath")" io.agentbench.Bench "$@"
}
