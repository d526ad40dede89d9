# A PostgreSQL cluster of the tests' own: made in a folder of its own, reached by a socket in that folder only, gone at the end. Sourced after common.sh.

postgres_bin() { # the folder of initdb and pg_ctl: the newest of Debian's, or wherever the path finds them
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -t/ -k5,5n | tail -1)
  [ -n "$newest" ] || newest=$(command -v initdb || true)
  [ -n "$newest" ] && dirname "$newest"
}

as_postgres() { # root may not run a server, so root hands it to an account that can do nothing else
  if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
  local account=nobody
  id -u postgres >/dev/null 2>&1 && account=postgres
  (cd / && setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups "$@")
}

start_postgres() {
  local bin
  bin=$(postgres_bin)
  cluster=$(mktemp -d /tmp/shiremoot-pg.XXXXXX)
  if [ "$(id -u)" -eq 0 ]; then chown "$(as_postgres id -u):$(as_postgres id -g)" "$cluster"; fi
  as_postgres "$bin/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >"$cluster.log" 2>&1 &&
    as_postgres "$bin/pg_ctl" -D "$cluster/data" -w -t 60 -l "$cluster/server.log" -o \
      "-c listen_addresses='' -c unix_socket_directories='$cluster' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=4GB" \
      start >>"$cluster.log" 2>&1 </dev/null || {
    cat "$cluster.log" "$cluster/server.log" >&2 2>/dev/null
    return 1
  }
  export SHIREMOOT_TEST_POSTGRES="Host=$cluster;Username=postgres;Database=postgres;Include Error Detail=true"
}

stop_postgres() {
  [ -n "${cluster:-}" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$cluster" "$cluster.log"
  cluster=
}
