#!/usr/bin/env bash
# Builds, makes a demo catalogue on the first start, trains and serves. Ctrl-C ends it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  cat <<'TEXT'
Usage: ./run.sh [options]

  --port PORT        Serve on http://localhost:PORT (default 5080).
  --data DIR         Keep everything in DIR (default ./data). A second start goes on from there.
  --dataset DIR      On the first start import this dataset instead of making the demo catalogue.
  --format NAME      The dataset's format: auto (default), movielens, movietweetings,
                     netflix-titles, wikipedia-movies, generic.
  --embedded         One process over SQLite, even where the Orleans packages are at hand.
  --help             This text.
TEXT
}

port=5080 data=$PWD/data dataset='' format=auto embedded=false
while [ $# -gt 0 ]; do
  case $1 in
    --port|--data|--dataset|--format)
      [ $# -ge 2 ] || { echo "$1 needs a value" >&2; usage >&2; exit 2; }
      case $1 in
        --port) port=$2 ;;
        --data) data=$(realpath -m "$2") ;;
        --dataset) dataset=$(realpath -m "$2") ;;
        --format) format=$2 ;;
      esac
      shift 2 ;;
    --embedded) embedded=true; shift ;;
    --help|-h) usage; exit 0 ;;
    *) echo "unknown option: $1" >&2; usage >&2; exit 2 ;;
  esac
done
[[ $port =~ ^[0-9]+$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || { echo "--port must be 1 to 65535, not '$port'" >&2; exit 2; }
[ -z "$dataset" ] || [ -e "$dataset" ] || { echo "--dataset: there is no $dataset" >&2; exit 2; }

cd "$here"
. eng/prepare.sh
[ "$embedded" = false ] || export EnableOrleans=false

url=http://localhost:$port
cli=src/Orleans.Personalize.Cli/bin/Release/net10.0/personalize.dll
silo=src/Orleans.Personalize.Silo/bin/Release/net10.0/personalize-silo.dll

# What was built before serves again, unless a source is newer. The stamp says what was asked for and what was built: with the cluster or not.
stamp=artifacts/run.built
asked=${EnableOrleans:-either}
is_built() {
  [ -f "$stamp" ] && [ -f "$cli" ] || return 1
  local before built
  read -r before built <"$stamp" || return 1
  [ "$before" = "$asked" ] || return 1
  [ "$built" = false ] || [ -f "$silo" ] || return 1
  [ -z "$(find src eng ./*.props ./*.targets global.json -newer "$stamp" -type f -not -path '*/obj/*' -not -path '*/bin/*' | head -n 1)" ] || return 1
  export EnableOrleans=$built
}

if ! is_built; then
  # Only what is run: the packages of the tests are many times larger.
  prepare src/Orleans.Personalize.Silo src/Orleans.Personalize.Cli
  say "Building (Release)"
  mkdir -p "$(dirname "$stamp")"
  begun=$(mktemp)
  dotnet build src/Orleans.Personalize.Cli -c Release --no-restore -v quiet "-clp:ErrorsOnly;NoSummary"
  [ "$EnableOrleans" != true ] || dotnet build src/Orleans.Personalize.Silo -c Release --no-restore -v quiet "-clp:ErrorsOnly;NoSummary"
  # As old as the begin of the build: what changed meanwhile is built the next time.
  echo "$asked $EnableOrleans" >"$stamp"
  touch -r "$begun" "$stamp"
  rm -f "$begun"
fi

fill=(demo)
[ -z "$dataset" ] || fill=(import --dataset "$dataset" --format "$format")

if [ "$EnableOrleans" != true ]; then
  dotnet "$cli" "${fill[@]}" --data "$data" --if-empty --train
  exec dotnet "$cli" serve --data "$data" --urls "$url"
fi

say "Starting a one-silo cluster"
dotnet "$silo" --data "$data" --url "$url" &
node=$!
# A silo in the background does not see Ctrl-C; it is told to end, and drains.
trap 'kill -TERM "$node" 2>/dev/null || true' INT TERM
finish() {
  while kill -0 "$node" 2>/dev/null; do wait "$node" || true; done
  say "Stopped; everything is kept in $data"
}
if dotnet "$cli" "${fill[@]}" --to "$url" --data "$data" --if-empty --train --wait 60; then
  say "Serving on $url, the Orleans dashboard on $url/dashboard (data in $data, Ctrl-C ends)"
else
  status=$?
  kill -TERM "$node" 2>/dev/null || true
  finish
  exit "$status"
fi
finish
