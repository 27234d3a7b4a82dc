#!/usr/bin/env bash
# Puts schemathesis, the property-based tester of HTTP interfaces (PyPI), where the tests find it, and prints its program.
#
# It stays in tests/.servers/schemathesis, which git does not see: the second time nothing is fetched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

wanted=4.32.5
folder="$PWD/tests/.servers/schemathesis"

if [[ "$("$folder/bin/st" --version 2>/dev/null || true)" != *" $wanted"* ]]; then
    rm -rf "$folder"
    python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$wanted" >&2
fi
echo "$folder/bin/st"
