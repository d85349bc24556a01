#!/usr/bin/env bash
# Restores, builds and runs every test. Arguments go to `dotnet test`, for example: ./test.sh --filter PageComposer
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/prepare.sh

prepare Orleans.Personalize.sln
say "Building (Release)"
dotnet build Orleans.Personalize.sln -c Release --no-restore -v quiet "-clp:ErrorsOnly;NoSummary"

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
say "Running the tests"
status=0
for project in tests/*.Tests/*.csproj; do
  if [ "$EnableOrleans" != true ] && grep -q '<RequiresOrleans>true' "$project"; then
    say "$(basename "$project" .csproj): left out, it needs the Orleans packages"
    continue
  fi
  dotnet test "$project" -c Release --no-build -v quiet --results-directory "$results" \
    --logger "trx;LogFilePrefix=$(basename "$project" .csproj)" "$@" || status=1
done

# One line for the whole run, from the counters in the result files.
count() {
  cat "$results"/*.trx 2>/dev/null | grep -oE '<Counters [^>]*' | grep -oE " $1=\"[0-9]+" | grep -oE '[0-9]+$' | awk '{ sum += $1 } END { print sum + 0 }' || true
}
total=$(count total) executed=$(count executed) passed=$(count passed)
failed=$((executed - passed))
# A test host that broke off has no result file of its own.
[ "$status" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
exit "$status"
