#!/usr/bin/env bash
# Prints the program that judges a unit of systemd, `systemd-analyze`, and installs the Debian package that holds it where that is allowed and it is
# missing. It reads files only: no systemd needs to run.
set -euo pipefail

if ! command -v systemd-analyze >/dev/null; then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing: systemd" >&2
        apt-get update -qq >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends systemd >/dev/null
    else
        echo "Missing. Install it and run this again: sudo apt-get install systemd" >&2
        exit 1
    fi
fi
command -v systemd-analyze
