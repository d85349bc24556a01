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
# Only what is run: the packages of the tests are many times larger.
prepare src/Orleans.Personalize.Silo src/Orleans.Personalize.Cli

url=http://localhost:$port
cli=src/Orleans.Personalize.Cli/bin/Release/net10.0/personalize.dll
say "Building (Release)"
dotnet build src/Orleans.Personalize.Cli -c Release --no-restore -v quiet -clp:ErrorsOnly

fill=(demo)
[ -z "$dataset" ] || fill=(import --dataset "$dataset" --format "$format")

if [ "$EnableOrleans" != true ]; then
  dotnet "$cli" "${fill[@]}" --data "$data" --if-empty --train
  exec dotnet "$cli" serve --data "$data" --urls "$url"
fi

dotnet build src/Orleans.Personalize.Silo -c Release --no-restore -v quiet -clp:ErrorsOnly
say "Starting a one-silo cluster"
dotnet src/Orleans.Personalize.Silo/bin/Release/net10.0/personalize-silo.dll --data "$data" --url "$url" &
silo=$!
# A silo in the background does not see Ctrl-C; it is told to end, and drains.
trap 'kill -TERM "$silo" 2>/dev/null || true' INT TERM
finish() {
  while kill -0 "$silo" 2>/dev/null; do wait "$silo" || true; done
  say "Stopped; everything is kept in $data"
}
if dotnet "$cli" "${fill[@]}" --to "$url" --data "$data" --if-empty --train --wait 60; then
  say "Serving on $url, the Orleans dashboard on $url/dashboard (data in $data, Ctrl-C ends)"
else
  status=$?
  kill -TERM "$silo" 2>/dev/null || true
  finish
  exit "$status"
fi
finish
