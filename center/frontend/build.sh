#!/bin/sh
# Builds the browser side into the folder given, unless what lies there is newer than every source.
# usage: build.sh OUTPUT
set -eu
cd "$(dirname "$0")"
out=$1
stamp=$out/.built
if [ -f "$stamp" ] && [ -z "$(find . ../src/main/java -path ./node_modules -prune -o -type f \( -path './*' -o -name '*.css' \) -newer "$stamp" -print)" ]; then
    exit 0
fi
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --silent
    touch node_modules/.package-lock.json
fi
HMNET_STATIC=$out npm run --silent build -- --logLevel error
touch "$stamp"
