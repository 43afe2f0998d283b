# For commands that work on a running installation, sourced: root, and whatever else differs between places.
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)

# of_stack VARIABLE SAID: where the variable is not set, takes all of them from ./run, and says what to set where that is not there
of_stack() {
  [ -z "${!1:-}" ] || return 0
  local env=${RECAP_STATE_DIR:-$root/.local}/stack.env
  [ -r "$env" ] || { echo "set $2, or start ./run first" >&2; exit 2; }
  set -a
  . "$env"
  set +a
}

# runs MODULE CLASS ARGUMENT...: a command of that module's
runs() {
  [ -d "$root/ops/local/target/lib" ] || { echo "nothing is built yet; build with: mvn -DskipTests package" >&2; exit 2; }
  exec java -cp "$root/$1/target/classes:$root/ops/local/target/lib/*" "${@:2}"
}
