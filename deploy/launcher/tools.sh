# shellcheck shell=bash
# Finds the tools that the other parts need, and says in one sentence what is missing.

readonly WORK="$ROOT/.portal"
readonly LOGS="$WORK/logs"
readonly OLDEST_JDK=25

say() {
  printf '%s\n' "$*"
}

fail() {
  printf 'portal: %s\n' "$*" >&2
  exit 2
}

# Runs a command with its output in a log; shows the end of the log if it fails.
#   step "what it does" name-of-log command...
step() {
  local title="$1" log="$LOGS/$2.log" started=$SECONDS
  shift 2
  mkdir -p "$LOGS"
  if "$@" >"$log" 2>&1 </dev/null; then
    printf '  %-46s %3d s\n' "$title" $((SECONDS - started))
    return 0
  fi
  printf '  %-46s failed\n' "$title"
  tail -n 40 "$log" >&2
  say "portal: '$title' failed; all of its output is in $log." >&2
  return 1
}

# The first number of a JDK's version, 0 if the folder holds none.
jdk_version() {
  local version=0
  if [[ -x "$1/bin/javac" && -r "$1/release" ]]; then
    version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  fi
  printf '%s' "${version:-0}"
}

jdk_candidates() {
  local javac
  printf '%s\n' "${JAVA_HOME:-}"
  if javac="$(command -v javac)"; then
    dirname "$(dirname "$(readlink -f "$javac")")"
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

need_jdk() {
  local home
  while read -r home; do
    if [[ -n "$home" && "$(jdk_version "$home")" -ge $OLDEST_JDK ]]; then
      export JAVA_HOME="$home"
      export JAVA="$home/bin/java"
      return
    fi
  done < <(jdk_candidates)
  fail "a JDK $OLDEST_JDK or newer is needed and none was found; install one (adoptium.net) and set JAVA_HOME to it."
}

need_maven() {
  local home
  if command -v mvn >/dev/null; then
    return
  fi
  for home in "${MAVEN_HOME:-/none}" /opt/maven /opt/apache-maven-* /usr/share/maven "$HOME"/.sdkman/candidates/maven/current; do
    if [[ -x "$home/bin/mvn" ]]; then
      export PATH="$home/bin:$PATH"
      return
    fi
  done
  fail "Maven 3.8 or newer is needed and was not found; install it (apt-get install maven, brew install maven)."
}

node_fits() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

need_node() {
  local node
  for node in "$(command -v node || true)" "$HOME"/.nvm/versions/node/*/bin/node /usr/local/bin/node /opt/node*/bin/node; do
    if [[ -x "$node" ]] && node_fits "$node"; then
      PATH="$(dirname "$node"):$PATH"
      export PATH
      command -v npm >/dev/null || fail "npm is needed beside $node; install it."
      return
    fi
  done
  fail "Node 20.19 or newer is needed and was not found; install it from nodejs.org or with your package manager."
}

# Maven without its own progress; on the JDK that was found, and without warnings about Maven's own libraries.
maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn --batch-mode --no-transfer-progress "$@"
}

digest() {
  if command -v sha256sum >/dev/null; then
    sha256sum
  else
    shasum -a 256
  fi
}

# A digest of the names and contents of all files below the given paths, without what builds make.
stamp_of() {
  find "$@" \( -name node_modules -o -name target -o -name dist -o -name test-results \) -prune \
    -o -type f -print 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | digest | cut -d' ' -f1
}

# Whether the stamp kept under a name is this one.
is_current() {
  [[ -r "$WORK/stamps/$1" && "$(cat "$WORK/stamps/$1")" == "$2" ]]
}

keep_stamp() {
  mkdir -p "$WORK/stamps"
  printf '%s' "$2" >"$WORK/stamps/$1"
}

is_port_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# The status of GET http://127.0.0.1:PORT PATH, empty if nobody answers.
http_status() {
  local status=""
  {
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 0
    printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
    read -r -t 5 _ status _ <&3 || true
    exec 3>&-
  } 2>/dev/null
  printf '%s' "$status"
}
