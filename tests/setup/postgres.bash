# A PostgreSQL server for one run of tests/run, which sources this file: private, on a free port of the loopback interface.

cluster=

# PostgreSQL refuses to run as root, so root lends it the user that Debian's package made.
as_postgres() {
    if [[ $EUID -eq 0 ]]; then
        (cd "$cluster" && runuser -u "$postgres_user" -- "$@")
    else
        (cd "$cluster" && "$@")
    fi
}

start_postgres() {
    local port
    postgres_user=$(id -un)
    if [[ $EUID -eq 0 ]]; then
        postgres_user=postgres
        getent passwd postgres >/dev/null || postgres_user=nobody
    fi
    cluster=$room/postgres
    mkdir -m 700 "$cluster" || die "no folder for PostgreSQL could be made in $room"
    [[ $EUID -ne 0 ]] || chown "$postgres_user" "$cluster"

    as_postgres "$postgres_bin/initdb" -D "$cluster/data" --username=consentry --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 --no-sync >"$cluster/initdb.log" 2>&1 ||
        { cat "$cluster/initdb.log" >&2; die "PostgreSQL's initdb failed, see above"; }
    # fsync and synchronous_commit stay on, as in production: a commit takes as long as a commit takes, so the tests
    # that race an opt-out against a hand-over race over real distances. full_page_writes only mends pages torn by a
    # power cut, which a cluster that is thrown away does not outlive.
    # 300 connections: every test has a database and a pool of its own, and several tests run at once.
    as_postgres tee -a "$cluster/data/postgresql.conf" >/dev/null <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = '$cluster'
max_connections = 300
full_page_writes = off
SETTINGS
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        port=$((20000 + (RANDOM % 12000))) # below the ports that the kernel hands out by itself
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue; fi
        if as_postgres "$postgres_bin/pg_ctl" start -D "$cluster/data" -l "$cluster/server.log" -w -t 60 \
            -o "-p $port" >/dev/null 2>&1; then
            export TEST_POSTGRES_URL="postgres://consentry@127.0.0.1:$port"
            return 0
        fi
    done
    tail -n 20 "$cluster/server.log" >&2 || true
    die "PostgreSQL did not start, see above"
}

stop_postgres() {
    [[ -n $cluster && -s $cluster/data/postmaster.pid ]] || return 0
    as_postgres "$postgres_bin/pg_ctl" stop -D "$cluster/data" -m immediate -w -t 30 >/dev/null 2>&1 ||
        printf 'tests/run: PostgreSQL in %s did not stop by itself\n' "$cluster" >&2
}
