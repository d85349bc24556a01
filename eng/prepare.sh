# Sourced by run.sh and test.sh: restores what is to be built and sets EnableOrleans, which MSBuild reads from the environment.
# Where the package source has no Orleans packages, everything that is not Orleans is built all the same.

say() { printf '%s\n' "==> $*"; }

if ! command -v dotnet >/dev/null 2>&1; then
  say "The .NET SDK is not on the PATH; this needs .NET 10 (https://dotnet.microsoft.com/download)."
  exit 1
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

restore_all() {
  local item
  for item in "$@"; do dotnet restore "$item" -v quiet || return; done
}

# prepare PROJECT-OR-SOLUTION...
prepare() {
  local log
  log=$(mktemp)
  export EnableOrleans=${EnableOrleans:-true}
  say "Restoring packages"
  if ! restore_all "$@" >"$log" 2>&1; then
    # A package that is not to be had may be one of the cluster's; any other error is an error.
    if [ "$EnableOrleans" = true ] && grep -qE 'error NU11[0-9]{2}' "$log"; then
      export EnableOrleans=false
      say "The package source has no Orleans packages: going on without the cluster (EnableOrleans=false)."
      restore_all "$@" >"$log" 2>&1 && { rm -f "$log"; return; }
    fi
    cat "$log"
    rm -f "$log"
    say "Restoring packages failed."
    exit 1
  fi
  rm -f "$log"
}
