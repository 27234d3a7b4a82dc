#!/usr/bin/env bash
# Puts a real identity provider, npm's certified oidc-provider, where the tests find it, and prints that folder.
#
# It stays in tests/.servers/oidc, which git does not see: the second time nothing is fetched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

wanted=9.13.3
folder="$PWD/tests/.servers/oidc"

install_node() {
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
    else
        echo "Missing. Install it and run this again: sudo apt-get install nodejs npm" >&2
        exit 1
    fi
}

command -v node >/dev/null && command -v npm >/dev/null || install_node >&2
have="$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$folder/node_modules/oidc-provider/package.json" 2>/dev/null || true)"
if [[ $have != "$wanted" ]]; then
    mkdir -p "$folder"
    echo '{ "private": true, "type": "module" }' >"$folder/package.json"
    (cd "$folder" && npm install --no-audit --no-fund --silent "oidc-provider@$wanted") >&2
fi
echo "$folder"
