# shellcheck shell=bash
# Builds what changed: the console, the programs, and what makes them start fast.

readonly APP="$WORK/app"
readonly SANDBOX_APP="$WORK/sandbox"

# A small heap and few threads for compiling: a demo, not a server under load.
SERVICE_FLAGS=(
  -XX:+UseSerialGC -Xms48m -Xmx320m -Xss512k
  -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=64m
  -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Xlog:aot*=error"
)
# shellcheck disable=SC2034 # used by run.sh
SANDBOX_FLAGS=(
  -XX:+UseSerialGC -Xms24m -Xmx192m -Xss512k
  -XX:MaxMetaspaceSize=96m -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError "-Xlog:aot*=error"
)

# Java options of the user, for the service.
if [[ -n "${AGENT_PORTAL_JAVA_OPTIONS:-}" ]]; then
  read -r -a more <<<"$AGENT_PORTAL_JAVA_OPTIONS"
  SERVICE_FLAGS+=("${more[@]}")
fi

build() {
  need_jdk
  need_maven
  need_node
  local console programs
  console="$(stamp_of web)"
  programs="$(stamp_of pom.xml web sandbox/pom.xml sandbox/src/main service/pom.xml service/src/main benchmarks/pom.xml)"
  if is_current console "$console" && is_current programs "$programs" && is_current start "$programs-$(jdk_mark)"; then
    return 0
  fi
  say "Building Agent Portal"
  build_console "$console" &
  local console_job=$!
  compile_programs "$programs" || { wait $console_job; exit 1; }
  wait $console_job || exit 1
  package_programs "$programs" || exit 1
  prepare_start "$programs-$(jdk_mark)" || exit 1
}

# A cache of classes fits only the Java that made it.
jdk_mark() {
  "$JAVA" -version 2>&1 | digest | cut -c1-12
}

# Installs packages only when the lock changed.
build_console() {
  if [[ -r web/dist/index.html ]] && is_current console "$1"; then
    return 0
  fi
  step "building the console" console sh web/build.sh build || return 1
  keep_stamp console "$1"
}

compile_programs() {
  if is_current programs "$1"; then
    return 0
  fi
  step "compiling sandbox and service" compile \
    maven -pl sandbox,service -am compile -Dweb.skip=true
}

package_programs() {
  if is_current programs "$1" && [[ -r "$APP/service.jar" ]]; then
    return 0
  fi
  step "packaging" package \
    maven -pl web,sandbox,service -am package -Dmaven.test.skip=true -Dweb.skip=true || return 1
  step "unpacking for a fast start" unpack unpack_programs || return 1
  keep_stamp programs "$1"
}

# Jars side by side instead of nested: the class loader of the JDK reads them, and caches fit.
unpack_programs() {
  rm -rf "$APP" "$SANDBOX_APP"
  mkdir -p "$SANDBOX_APP"
  "$JAVA" -Djarmode=tools -jar service/target/agent-portal-service-*-app.jar extract --destination "$APP"
  mv "$APP"/agent-portal-service-*-app.jar "$APP/service.jar"
  cp sandbox/target/agent-portal-sandbox-*-SNAPSHOT.jar "$SANDBOX_APP/sandbox.jar"
  cp -R sandbox/target/lib "$SANDBOX_APP/lib"
}

sandbox_class_path() {
  printf '%s' "$SANDBOX_APP/sandbox.jar"
  local jar
  for jar in "$SANDBOX_APP"/lib/*.jar; do
    printf ':%s' "$jar"
  done
}

# Without these caches everything works, only slower: a failure to make them is told, not fatal.
prepare_start() {
  if is_current start "$1" && [[ -r "$APP/service.aot" ]]; then
    return 0
  fi
  step "rehearsing the start" rehearsal rehearse_start || say "  (starting will take a few seconds longer)"
  keep_stamp start "$1"
}

# Starts both programs on free ports with an empty data folder, calls them, and stops them; each then
# writes down the classes and the code that it needed. PostgreSQL's programs, unpacked on the way, are kept for run.
rehearse_start() {
  local port=$((21000 + RANDOM % 8000)) data
  data="$(mktemp -d "${TMPDIR:-/tmp}/agent-portal-rehearsal.XXXXXX")"
  rm -f "$APP/service.aot" "$SANDBOX_APP/sandbox.aot"
  start_sandbox "$((port + 100))" "$port" -XX:AOTCacheOutput="$SANDBOX_APP/sandbox.aot" --demo >"$LOGS/rehearsal-sandbox.log" 2>&1 &
  local sandbox=$!
  start_service "$port" "$data" "$((port + 100))" -XX:AOTCacheOutput="$APP/service.aot" >"$LOGS/rehearsal-service.log" 2>&1 &
  local service=$! tries
  for ((tries = 0; tries < 240; tries++)); do
    [[ "$(http_status "$port" /readyz)" == 200 ]] && break
    kill -0 "$service" 2>/dev/null || break
    sleep 0.25
  done
  if [[ "$(http_status "$port" /readyz)" == 200 ]]; then
    rehearse_calls "$port"
  fi
  kill -TERM "$service" 2>/dev/null || true
  wait "$service" || true
  kill -TERM "$sandbox" 2>/dev/null || true
  wait "$sandbox" || true
  rm -rf "$WORK/postgresql"
  mv "$data/cache" "$WORK/postgresql"
  rm -rf "$data"
  [[ -r "$APP/service.aot" ]]
}

rehearse_calls() {
  local path round
  for round in 1 2 3; do
    for path in / /api/auth/options /api/auth/session /api/analytics/dashboard /api/conversations /readyz; do
      say "round $round $path $(http_status "$1" "$path")"
    done
    sleep 1
  done
}
