"""A mail server for tests and training: it keeps what it gets in a folder, and does what the file `how` in that folder says.

    python server.py --folder FOLDER --certificate server.pem --key server.key [--port N] [--user NAME --password SECRET] [--wrapped]

It listens on loopback, prints one line `{"port": N}` when it does, and ends with its standard input. Every mail it has
taken lies in the folder as `NNNN.eml`, with the line `X-Envelope: FROM -> TO` before its own headers.

The file `how` holds one word: `ok` (or no file), `later` (451 after DATA), `never` (550 at RCPT), `cut` (takes the mail
and cuts the line before it says so), `drop` (cuts the line at MAIL), `stall` (takes the mail and says nothing).
"""

import argparse
import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Keeper:
    """Keeps what comes, as it is told to."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        # Started again, it goes on where it was.
        self.count = len(list(self.folder.glob("*.eml")))

    def how(self) -> str:
        try:
            return (self.folder / "how").read_text().strip() or "ok"
        except FileNotFoundError:
            return "ok"

    def keep(self, envelope) -> None:
        self.count += 1
        head = f"X-Envelope: {envelope.mail_from} -> {', '.join(envelope.rcpt_tos)}\r\n".encode()
        part = self.folder / f".{self.count:04}.part"
        part.write_bytes(head + envelope.original_content)
        part.rename(self.folder / f"{self.count:04}.eml")

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.how() == "drop":
            server.transport.abort()
            return "421 4.4.2 gone"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.how() == "never":
            return "550 5.1.1 No such mailbox \x1b[31mhere"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        how = self.how()
        if how == "later":
            return "451 4.7.1 Greylisted, come back later"
        self.keep(envelope)
        if how == "cut":
            server.transport.abort()
            return "421 4.4.2 gone"
        if how == "stall":
            await asyncio.sleep(3600)
        return "250 2.0.0 Taken"


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--certificate", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--wrapped", action="store_true")
    args = parser.parse_args()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(args.certificate, args.key)
    keeper = Keeper(args.folder)

    def judge(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword)
        right = known and (data.login, data.password) == (args.user.encode(), args.password.encode())
        return AuthResult(success=right, handled=False)

    def protocol():
        return SMTP(
            keeper,
            hostname="localhost",
            tls_context=None if args.wrapped else context,
            require_starttls=not args.wrapped,
            authenticator=judge if args.user else None,
            auth_required=bool(args.user),
            auth_require_tls=not args.wrapped,
            enable_SMTPUTF8=True,
        )

    wrapped = context if args.wrapped else None
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", args.port, ssl=wrapped)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    # The test that started it is gone when nothing can come any more.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
