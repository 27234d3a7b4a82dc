#!/usr/bin/env bash
# Makes sure that real terminals are there: tmux, GNU screen, and xterm on an X server without a screen (Xvfb) with a hand that
# types (xdotool). Prints nothing; what is missing and may not be installed is said exactly.
set -euo pipefail

# A command, and the Debian package that holds it.
needed=("tmux tmux" "screen screen" "xterm xterm" "Xvfb xvfb" "xdotool xdotool" "bash bash")

missing=()
for pair in "${needed[@]}"; do
    read -r command package <<<"$pair"
    command -v "$command" >/dev/null || missing+=("$package")
done
if ((${#missing[@]})); then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing: ${missing[*]}" >&2
        apt-get update -qq >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
        echo "Missing. Install it and run this again: sudo apt-get install ${missing[*]}" >&2
        exit 1
    fi
fi
# The X server puts its socket here.
mkdir -p /tmp/.X11-unix 2>/dev/null || true
