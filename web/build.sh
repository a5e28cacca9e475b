#!/bin/sh
# Builds or checks the console for Maven: build.sh build | build.sh test SKIP...
# Installs packages only when the lock file changed, and builds only when a source did.
set -eu
cd "$(dirname "$0")"

for skip in "$@"; do
  if [ "$skip" = true ]; then exit 0; fi
done

if ! command -v npm >/dev/null 2>&1; then
  echo "Node 20.19 or newer with npm is needed on PATH to build the console (or -Dweb.skip to leave it out)." >&2
  exit 1
fi

stamp=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$stamp"; then
  npm ci --no-audit --no-fund
  cp package-lock.json "$stamp"
fi

case "$1" in
  build)
    newer=$(find src public index.html package-lock.json vite.config.ts tsconfig.json \
      -newer dist/index.html -print -quit 2>/dev/null || echo all)
    if [ ! -f dist/index.html ] || [ -n "$newer" ]; then
      npm run build
      rm -rf target/classes/static
    fi
    ;;
  test)
    npm run check
    npm run check:size
    npm test
    ;;
esac
