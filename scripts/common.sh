# What ./shiremoot, ./test and bench/run share. Sourced, with $root set to the folder of the checkout.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 # no build processes are left behind

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 1
}

find_dotnet() {
  dotnet=$(command -v dotnet || true)
  [ -n "$dotnet" ] || { [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ] && dotnet=${DOTNET_ROOT:-$HOME/.dotnet}/dotnet; }
  [ -n "$dotnet" ] || stop "shiremoot needs the .NET SDK 10, and there is no 'dotnet' on the path. Install the .NET SDK 10 and run this again."
}

need_sdk() {
  local found
  (cd "$root" && "$dotnet" --version >/dev/null 2>&1) && return
  found=$("$dotnet" --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')
  stop "shiremoot needs the .NET SDK 10; this machine has ${found:-no SDK, only a runtime}. Install the .NET SDK 10 and run this again."
}

# Two commands at once: the second waits for the first. Where there is no flock, as on macOS, a folder is the lock, which only one can make.
lock() {
  mkdir -p "$root/artifacts"
  if command -v flock >/dev/null; then
    exec 9>"$root/artifacts/.lock"
    flock 9
    return
  fi
  local held=$root/artifacts/.held own=$$ holder unnamed=0
  until mkdir "$held" 2>/dev/null; do
    holder=$(cat "$held/pid" 2>/dev/null || true)
    if [ -n "$holder" ]; then unnamed=0; else unnamed=$((unnamed + 1)); fi
    if { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; } || [ "$unnamed" -gt 50 ]; then # whoever held it is gone
      if mv "$held" "$held.$own" 2>/dev/null; then
        if [ "$(cat "$held.$own/pid" 2>/dev/null || true)" = "$holder" ]; then rm -rf "$held.$own"; else mv "$held.$own" "$held"; fi
      fi
      unnamed=0
    fi
    sleep 0.2
  done
  echo "$own" >"$held/pid"
}

unlock() {
  if command -v flock >/dev/null; then exec 9>&-; else rm -rf "$root/artifacts/.held"; fi
}

assets_are_built() {
  local web=$root/src/Shiremoot.Web
  [ -f "$root/artifacts/.assets-built" ] && [ -d "$web/wwwroot/built" ] &&
    [ -z "$(find "$web" \( -name node_modules -o -name wwwroot -o -name Pages \) -prune -o \
      \( -name '*.ts' -o -name '*.scss' -o -name '*.mjs' -o -name 'package*.json' \) -newer "$root/artifacts/.assets-built" -print -quit)" ]
}

# The pages' scripts and styles. Node is needed only here: a copy with wwwroot/built in place runs without it.
build_assets() {
  local web=$root/src/Shiremoot.Web major
  local built=$web/wwwroot/built
  [ -f "$web/package.json" ] || return 0
  assets_are_built && return 0
  major=$( (node --version || true) 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  if ! command -v npm >/dev/null || [ "${major:-0}" -lt 20 ]; then
    [ -d "$built" ] && ! command -v node >/dev/null && return 0 # built elsewhere and brought here
    local has="no Node"
    [ -z "$major" ] || has="Node $major"
    command -v npm >/dev/null || [ -z "$major" ] || has="$has without npm"
    stop "The web pages' scripts and styles must be built, which needs Node 20 or later with npm; this machine has $has. Install it and run this again. Commands that only print do not need it."
  fi
  lock
  assets_are_built && { unlock; return 0; }
  touch "$root/artifacts/.assets-begun"
  local began=$SECONDS restored log=$root/artifacts/assets.log
  printf 'shiremoot: building the pages' >&2
  if [ ! -f "$web/node_modules/.package-lock.json" ] || [ "$web/package-lock.json" -nt "$web/node_modules/.package-lock.json" ]; then
    (cd "$web" && npm ci --silent --no-audit --no-fund) >"$log" 2>&1 9>&- || { printf '\n' >&2; cat "$log" >&2; stop "The pages' packages could not be restored (is there a network?); the log is above."; }
  fi
  restored=$((SECONDS - began))
  (cd "$web" && npm run --silent build) >"$log" 2>&1 9>&- || { printf '\n' >&2; cat "$log" >&2; stop "The web pages' scripts and styles could not be built; the log is above."; }
  printf ': restored in %d s, built in %d s\n' "$restored" $((SECONDS - began - restored)) >&2
  mv "$root/artifacts/.assets-begun" "$root/artifacts/.assets-built"
  unlock
}
