#!/usr/bin/env bash
# A PostgreSQL server of its own for the tests, on loopback.
#
#   postgres.sh start FOLDER   installs the server where that is allowed and it is missing, starts one with its data in
#                              FOLDER, and prints the address of a database that may make others
#   postgres.sh crash FOLDER   stops it on the spot, as a failing machine would, and starts it again at the same address
#   postgres.sh stop FOLDER    stops it
#
# With SFV_TEST_FSYNC=on what is committed is on the disk, as it is where people work; tests do without, which is faster.
# Nothing of a server that is there already is touched. The server runs under its own user, as it insists on.
set -euo pipefail

folder="$2"
as_owner() {
    if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

programs() {
    local found
    found="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)"
    if [[ -z $found ]] && command -v initdb >/dev/null; then found="$(dirname "$(readlink -f "$(command -v initdb)")")"; fi
    printf '%s' "$found"
}

bin="$(programs)"

if [[ $1 == stop ]]; then
    [[ -d $folder/data ]] && as_owner "$bin/pg_ctl" stop -D "$folder/data" -m immediate -s || true
    rm -rf "$folder"
    exit 0
fi

if [[ $1 == crash ]]; then
    # The settings it was started with are kept beside the data.
    as_owner "$bin/pg_ctl" restart -D "$folder/data" -m immediate -s -w -l "$folder/log" >/dev/null
    exit 0
fi

if [[ -z $bin ]]; then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing: postgresql" >&2
        {
            apt-get update -qq
            # No server of the system's own is made: only the tests' is wanted.
            mkdir -p /etc/postgresql-common
            [[ -e /etc/postgresql-common/createcluster.conf ]] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql
        } >&2
        bin="$(programs)"
    else
        echo "Missing. Install it and run this again: sudo apt-get install postgresql" >&2
        exit 1
    fi
fi

mkdir -p "$folder"
[[ $(id -u) != 0 ]] || chown postgres "$folder"
as_owner "$bin/initdb" -D "$folder/data" -U sfv --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null

# A port that is free now; another one is tried when somebody else is faster.
for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 30000))
    # The data are thrown away after the tests: what a crash of the machine would do to them does not matter.
    if as_owner "$bin/pg_ctl" start -D "$folder/data" -s -w -l "$folder/log" \
        -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c fsync=${SFV_TEST_FSYNC:-off} -c max_connections=400" >/dev/null 2>&1; then
        printf 'postgres://sfv@127.0.0.1:%s/postgres\n' "$port"
        exit 0
    fi
done
cat "$folder/log" >&2
exit 1
