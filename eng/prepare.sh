# Sourced by run.sh and test.sh: restores what is to be built and sets EnableOrleans to true or false.
# Where the package source has no Orleans packages, everything that is not Orleans is built all the same.

say() { printf '%s\n' "==> $*"; }

if ! command -v dotnet >/dev/null 2>&1; then
  say "The .NET SDK is not on the PATH; this needs .NET 10 (https://dotnet.microsoft.com/download)."
  exit 1
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

restore_all() {
  local item properties=()
  for item in "$@"; do case $item in -*) properties+=("$item") ;; esac; done
  for item in "$@"; do
    case $item in -*) ;; *) dotnet restore "$item" -v quiet "${properties[@]}" || return ;; esac
  done
}

# prepare PROJECT-OR-SOLUTION...
prepare() {
  orleans=${EnableOrleans:-true}
  local log
  log=$(mktemp)
  if [ "$orleans" = true ]; then
    say "Restoring packages"
    if ! restore_all "$@" >"$log" 2>&1; then
      # Only a package that is not to be had changes what is built; any other error is shown below.
      if grep -qE 'error NU11[0-9]{2}' "$log"; then
        orleans=false
        say "The package source has no Orleans packages: going on without the cluster (EnableOrleans=false)."
      else
        cat "$log"
        rm -f "$log"
        say "Restoring packages failed."
        exit 1
      fi
    fi
  fi
  if [ "$orleans" != true ]; then
    [ -n "${EnableOrleans:-}" ] && say "Building without the cluster (EnableOrleans=$orleans)"
    if ! restore_all "$@" -p:EnableOrleans=false >"$log" 2>&1; then
      cat "$log"
      rm -f "$log"
      say "Restoring packages failed."
      exit 1
    fi
  fi
  rm -f "$log"
  # MSBuild reads the switch from the environment, so that every later call agrees.
  export EnableOrleans=$orleans
}
