#!/usr/bin/env bash
# Installs the mail server of the tests (aiosmtpd, from PyPI) with certificates of its own: ./tests/setup/mail.sh FOLDER
#
# The folder then holds `venv`, `ca.pem` (whom the tests trust), `server.pem` with `server.key` (for localhost), and `other.pem` (an authority that
# has signed nothing). What is there is kept.
set -euo pipefail
folder="${1:?the folder to install into}"
mkdir -p "$folder"
cd "$folder"

if ! ./venv/bin/python -c 'import aiosmtpd' 2>/dev/null; then
    rm -rf venv
    # A Python without the module `venv` (Debian has it in a package of its own) says so here.
    python3 -m venv venv
    ./venv/bin/pip install --quiet --disable-pip-version-check 'aiosmtpd==1.4.6'
fi

# A certificate that has a day left or less is made anew.
if ! openssl x509 -checkend 86400 -noout -in server.pem >/dev/null 2>&1; then
    for authority in ca other; do
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=sfv test $authority" \
            -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign' \
            -keyout "$authority.key" -out "$authority.pem" 2>/dev/null
    done
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=localhost' -keyout server.key -out server.csr 2>/dev/null
    printf '%s\n' 'subjectAltName=DNS:localhost,IP:127.0.0.1' 'basicConstraints=CA:FALSE' 'extendedKeyUsage=serverAuth' >server.ext
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 8)" -days 365 -extfile server.ext \
        -out server.pem 2>/dev/null
    rm -f server.csr server.ext
fi
