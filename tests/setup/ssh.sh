#!/usr/bin/env bash
# Makes sure that Debian's ssh server and client are there, and prints the path of the server. Nothing is started: a test runs
# its own on a loopback port, with its own configuration and keys.
set -euo pipefail

find_server() {
    for place in /usr/sbin/sshd /usr/local/sbin/sshd; do
        [[ -x $place ]] && echo "$place" && return
    done
    return 1
}

if ! find_server >/dev/null || ! command -v ssh >/dev/null || ! command -v ssh-keygen >/dev/null; then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        {
            # No server is started on the machine's own port.
            [[ -e /usr/sbin/policy-rc.d ]] || { printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d && made=1; }
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openssh-server openssh-client
            [[ -z ${made:-} ]] || rm -f /usr/sbin/policy-rc.d
        } >&2
    else
        echo "Missing. Install it and run this again: sudo apt-get install openssh-server openssh-client" >&2
        exit 1
    fi
fi
# The server drops its rights into this folder.
if [[ $(id -u) == 0 ]]; then
    mkdir -p /run/sshd
fi
find_server
