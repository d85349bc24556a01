#!/usr/bin/env bash
# A whole cluster on this machine: Azurite for storage and membership, silos in processes of their own, a gateway, the dashboard.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

usage() {
  cat <<'TEXT'
Usage: deploy/local-cluster.sh COMMAND [options]

  start            Build what is not built, start Azurite, the silos and the gateway, and wait until they answer.
                   Whatever runs already is left as it is.
  status           Which processes run, where they answer, whether they are ready. Fails where one is not.
  logs [NAME]      The last lines of every log, or of one: azurite, silo-1 ..., gateway.
  kill N           End silo N at once, as a loss of power would (kill -9).
  restart N        Drain silo N (SIGTERM), wait until it has ended, start it again and wait until it answers.
  stop             Drain and end everything, the gateway first, Azurite last. What was stored stays for the next start.
  clean            stop, and delete what was stored, with the logs.

Options:
  --folder DIR     Keep storage, logs and process ids in DIR (default artifacts/local-cluster in the repository).
  --silos N        start: how many silos, 1 to 9 (default 3).
  --port P         start: the gateway's HTTP port (default 5080); silo N serves its health and the dashboard on P + N.
  --silo-port P    start: silo N uses P + N for other silos and P + 100 + N for gateways (default 11110).
  --azurite-port P start: Azurite uses P, P + 1 and P + 2 (default 10000).

The ports of a cluster that was started are remembered in its folder until it is cleaned.
TEXT
}

say() { printf '%s\n' "==> $*"; }
fail() { printf '%s\n' "local-cluster.sh: $*" >&2; exit 1; }
wrong() { printf '%s\n' "local-cluster.sh: $*" >&2; usage >&2; exit 2; }

command=${1:-}
case $command in
  --help|-h) usage; exit 0 ;;
  start|status|logs|kill|restart|stop|clean) shift ;;
  '') wrong "a command is missing" ;;
  *) wrong "unknown command: $command" ;;
esac

folder=$repository/artifacts/local-cluster silos='' port='' silo_port='' azurite_port='' target=''
number() {
  [[ $2 =~ ^[0-9]{1,5}$ ]] && [ "$2" -ge "$3" ] && [ "$2" -le "$4" ] || wrong "$1 must be $3 to $4, not '$2'"
}
while [ $# -gt 0 ]; do
  case $1 in
    --folder|--silos|--port|--silo-port|--azurite-port)
      [ $# -ge 2 ] || wrong "$1 needs a value"
      case $1 in
        --folder) folder=$2 ;;
        --silos) number "$1" "$2" 1 9; silos=$2 ;;
        --port) number "$1" "$2" 1 65000; port=$2 ;;
        --silo-port) number "$1" "$2" 1 65000; silo_port=$2 ;;
        --azurite-port) number "$1" "$2" 1 65000; azurite_port=$2 ;;
      esac
      shift 2 ;;
    --help|-h) usage; exit 0 ;;
    -*) wrong "unknown option: $1" ;;
    *) [ -z "$target" ] || wrong "one name is enough: $1"; target=$1; shift ;;
  esac
done
case $command in
  kill|restart) [[ $target =~ ^[1-9]$ ]] || wrong "$command needs the number of a silo" ;;
  logs) ;;
  *) [ -z "$target" ] || wrong "$command takes no name: $target" ;;
esac
if [ "$command" != start ] && [ -n "$silos$port$silo_port$azurite_port" ]; then
  wrong "the number of silos and the ports are said at the start"
fi

# What a start decided holds until the cluster is cleaned.
settings=$folder/settings
if [ -f "$settings" ]; then
  read -r had_silos had_port had_silo_port had_azurite_port <"$settings"
fi
silos=${silos:-${had_silos:-3}} port=${port:-${had_port:-5080}}
silo_port=${silo_port:-${had_silo_port:-11110}} azurite_port=${azurite_port:-${had_azurite_port:-10000}}
# The account and key of every Azurite, as documented by Microsoft: no secret.
account=devstoreaccount1
key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
connection="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key"
connection+=";BlobEndpoint=http://127.0.0.1:$azurite_port/$account"
connection+=";QueueEndpoint=http://127.0.0.1:$((azurite_port + 1))/$account"
connection+=";TableEndpoint=http://127.0.0.1:$((azurite_port + 2))/$account"
binary=$repository/src/Orleans.Personalize.Silo/bin/Release/net10.0/personalize-silo.dll

names() {
  echo azurite
  for ((n = 1; n <= silos; n++)); do echo "silo-$n"; done
  echo gateway
}

# The process id of NAME, where it runs and is what was started under this name.
pid_of() {
  local pid
  [ -f "$folder/$1.pid" ] || return 1
  pid=$(<"$folder/$1.pid")
  case $(ps -p "$pid" -o args= 2>/dev/null) in
    *azurite*|*personalize-silo*) echo "$pid" ;;
    *) return 1 ;;
  esac
}

runs() { pid_of "$1" >/dev/null; }

port_of() {
  case $1 in
    azurite) echo "$azurite_port" ;;
    gateway) echo "$port" ;;
    silo-*) echo $((port + ${1#silo-})) ;;
  esac
}

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Any answer of Azurite will do; a node says itself whether it is ready.
answers() {
  if [ "$1" = azurite ]; then
    is_open "$azurite_port"
  else
    local answer
    answer=$(exec 2>/dev/null; exec 3<>"/dev/tcp/127.0.0.1/$(port_of "$1")" &&
      printf 'GET /readyz HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && head -c 12 <&3) || return 1
    [[ $answer == *' 200' ]]
  fi
}

launched=()
launch() {
  local name=$1
  shift
  runs "$name" && return
  ! is_open "$(port_of "$name")" || fail "port $(port_of "$name") is used by another program; see --help for other ports"
  nohup "$@" </dev/null >>"$folder/logs/$name.log" 2>&1 &
  echo $! >"$folder/$name.pid"
  launched=("$name" ${launched[@]+"${launched[@]}"})
}

launch_one() {
  local n=${1#silo-}
  local -a common=(--clustering azure --connection "$connection" --data "$folder/data" --cluster local --service local)
  case $1 in
    azurite) launch azurite "$repository/deploy/azurite/start.sh" "$folder/azurite" "$azurite_port" ;;
    gateway) launch gateway dotnet "$binary" "${common[@]}" --role gateway --url "http://localhost:$port" ;;
    silo-*)
      launch "$1" dotnet "$binary" "${common[@]}" --role silo --address 127.0.0.1 \
        --silo-port $((silo_port + n)) --gateway-port $((silo_port + 100 + n)) --url "http://localhost:$((port + n))" ;;
  esac
}

wait_until_it_answers() {
  local name=$1 deadline=$((SECONDS + 180))
  until answers "$name"; do
    if ! runs "$name"; then
      tail -n 20 "$folder/logs/$name.log" >&2
      fail "$name has ended; its log is $folder/logs/$name.log"
    fi
    [ $SECONDS -lt $deadline ] || fail "$name does not answer; its log is $folder/logs/$name.log"
    sleep 0.5
  done
}

end() {
  local name=$1 pid deadline=$((SECONDS + 45))
  if pid=$(pid_of "$name"); then
    kill -TERM "$pid"
    while kill -0 "$pid" 2>/dev/null; do
      if [ $SECONDS -ge $deadline ]; then
        say "$name does not end by itself"
        kill -KILL "$pid" 2>/dev/null || true
        break
      fi
      sleep 0.2
    done
  fi
  rm -f "$folder/$name.pid"
}

stop_all() {
  local n
  end gateway
  # All silos at once: each hands its grains to the others as long as there are any.
  for ((n = 1; n <= 9; n++)); do end "silo-$n" & done
  wait
  end azurite
}

report() {
  local name state status=0
  for name in $(names); do
    if ! runs "$name"; then
      state='is down' status=1
    elif answers "$name"; then
      state='answers'
    else
      state='is not ready' status=1
    fi
    case $name in
      azurite) printf '%-8s %-12s blobs %s, queues %s, tables %s\n' "$name" "$state" "$azurite_port" $((azurite_port + 1)) $((azurite_port + 2)) ;;
      gateway) printf '%-8s %-12s http://localhost:%s\n' "$name" "$state" "$port" ;;
      *) printf '%-8s %-12s http://localhost:%s/dashboard\n' "$name" "$state" "$(port_of "$name")" ;;
    esac
  done
  return $status
}

start_all() {
  local n
  cd "$repository"
  . eng/prepare.sh
  if [ ! -f "$binary" ] || [ -n "$(find src ./*.props -newer "$binary" -type f -not -path '*/obj/*' -not -path '*/bin/*' | head -n 1)" ]; then
    EnableOrleans=true prepare src/Orleans.Personalize.Silo
    [ "$EnableOrleans" = true ] || fail "a cluster needs the Orleans packages"
    say "Building (Release)"
    dotnet build src/Orleans.Personalize.Silo -c Release --no-restore -v quiet "-clp:ErrorsOnly;NoSummary"
    touch "$binary"
  fi
  if [ ! -x deploy/azurite/node_modules/.bin/azurite ]; then
    say "Installing Azurite"
    command -v npm >/dev/null || fail "Node.js with npm is needed for Azurite (https://nodejs.org)"
    (cd deploy/azurite && npm ci --silent --no-audit --no-fund)
  fi

  if [ -f "$settings" ] && [ "$(<"$settings")" != "$silos $port $silo_port $azurite_port" ]; then
    for name in $(names); do
      ! runs "$name" || fail "it runs with other ports or another number of silos; stop it first"
    done
  fi
  mkdir -p "$folder/logs"
  echo "$silos $port $silo_port $azurite_port" >"$settings"
  # What a start that breaks off has begun must not stay behind.
  trap 'for name in ${launched[@]+"${launched[@]}"}; do end "$name"; done' EXIT
  say "Starting Azurite, $silos silos and a gateway"
  launch_one azurite
  wait_until_it_answers azurite
  for ((n = 1; n <= silos; n++)); do launch_one "silo-$n"; done
  for ((n = 1; n <= silos; n++)); do wait_until_it_answers "silo-$n"; done
  launch_one gateway
  wait_until_it_answers gateway
  trap - EXIT
  report
  say "Fill it: dotnet run -c Release --project src/Orleans.Personalize.Cli -- demo --to http://localhost:$port"
}

started() { [ -f "$settings" ] || fail "no cluster was started in $folder"; }
folder=$(mkdir -p "$(dirname "$folder")" && cd "$(dirname "$folder")" && pwd)/$(basename "$folder")
settings=$folder/settings

case $command in
  start)
    start_all ;;
  status)
    started
    report ;;
  logs)
    started
    [ -z "$target" ] || [ -f "$folder/logs/$target.log" ] || fail "there is no log of '$target'; there are: $(names | tr '\n' ' ')"
    for name in ${target:-$(names)}; do
      [ -n "$target" ] || echo "--- $name"
      tail -n "$([ -n "$target" ] && echo 200 || echo 10)" "$folder/logs/$name.log" 2>/dev/null || true
    done ;;
  kill)
    started
    pid=$(pid_of "silo-$target") || fail "silo $target does not run"
    kill -KILL "$pid"
    say "Killed silo $target; restart $target brings it back" ;;
  restart)
    started
    [ "$target" -le "$silos" ] || fail "there are $silos silos"
    end "silo-$target"
    launch_one "silo-$target"
    wait_until_it_answers "silo-$target"
    say "Silo $target is back" ;;
  stop)
    started
    stop_all
    say "Stopped; what was stored stays in $folder" ;;
  clean)
    if [ -f "$settings" ]; then
      stop_all
      rm -rf "$folder"
    fi
    say "Nothing is left" ;;
esac
