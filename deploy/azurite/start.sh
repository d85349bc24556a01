#!/usr/bin/env bash
# Starts Azurite, the emulator of Azure storage, on 127.0.0.1 (blobs 10000, queues 10001, tables 10002) with its data in ./data beside
# this script; installs it first where it is missing. Ctrl-C ends it. Needs Node.js 20 or later.
#   deploy/azurite/start.sh [FOLDER [PORT]]     another folder for the data, other ports: PORT, PORT + 1 and PORT + 2
set -euo pipefail
data=$(realpath -m "${1:-$(dirname "$0")/data}")
port=${2:-10000}
cd "$(dirname "$0")"
if ! command -v npm >/dev/null; then
  echo "deploy/azurite/start.sh: Node.js with npm is needed (https://nodejs.org)" >&2
  exit 1
fi
if [ ! -x node_modules/.bin/azurite ]; then
  echo "Installing Azurite ..."
  npm ci --silent --no-audit --no-fund
fi
echo "Azurite on 127.0.0.1, ports $port to $((port + 2)), data in $data. On its usual ports use it with: personalize-silo --connection UseDevelopmentStorage=true"
exec node_modules/.bin/azurite --silent --skipApiVersionCheck --disableTelemetry --location "$data" \
  --blobPort "$port" --queuePort $((port + 1)) --tablePort $((port + 2))
