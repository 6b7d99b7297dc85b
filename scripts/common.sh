# Shared by the scripts in this folder; sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Third-party sources, the npm cache of emscripten and the like live outside the tree, so that clones share them.
cache="${VETO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/veto-explainer}"
export VETO_CACHE="$cache"
mkdir -p "$cache"
# Where Debian keeps the JavaScript that its emscripten needs; a Node that is not Debian's does not look there.
export NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Prints the comment block at the head of the calling script.
help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; exit 0; }

# Runs a long command, its output in a log; shows that it is alive, and the log's end when it fails.
quietly() {
  local label=$1 log status=0 started=$SECONDS; shift
  log=$(mktemp)
  # Bash has background jobs ignore Ctrl-C; this one shall end with it. Nor may a shell stand between it and the kill.
  (trap - INT; if declare -F "$1" >/dev/null; then "$@"; else exec "$@"; fi) >"$log" 2>&1 </dev/null &
  local job=$!
  trap 'kill "$job" 2>/dev/null || true; rm -f "$log"; printf "\n" >&2; exit 130' INT TERM
  [ -t 2 ] || printf '%s …' "$label" >&2
  while kill -0 "$job" 2>/dev/null; do
    [ -t 2 ] && printf '\r%s … %d s' "$label" $((SECONDS - started)) >&2
    sleep 0.2
  done
  wait "$job" || status=$?
  trap - INT TERM
  [ -t 2 ] && printf '\r\033[K%s …' "$label" >&2
  if [ "$status" = 0 ]; then printf ' done (%d s)\n' $((SECONDS - started)) >&2
  else printf ' failed\n' >&2; tail -n 40 "$log" >&2; fi
  rm -f "$log"
  return "$status"
}

# Configures and builds one of CMakePresets.json: its name, then targets (all of them when none is named).
build_preset() {
  quietly "Configuring the $1 build" cmake --preset "$1" ||
    fail "The $1 build could not be configured; if sources could not be fetched, check the network and run again."
  quietly "Building $1" cmake --build --preset "$1" ${2:+--target "${@:2}"} || fail "The $1 build failed; see above."
}
