"""A real mail server on this machine, with TLS and authentication, that breaks lines where it is told to."""

import asyncio
import datetime as dt
import ipaddress
import ssl
import threading
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from wibdesk.delivery.accounts import Account, Security
from wibdesk.delivery.message_text import Sender

USER, PASSWORD = "clerk", "correct horse"
SENDER = Sender("R Devlin", "clerk@example.org")
STAGES = ("ehlo", "mail", "rcpt", "data", "inside", "lost", "taken")
"""Where a line can break: `inside` the text, and after its end with the message `lost` or `taken`."""


class MailServer:
    """Takes messages on loopback; `breaks` is asked at each stage whether to break the line there.

    `taken` are the texts that it answered for, or would have, in order. `answers` are words that it says instead of
    taking, by stage. With `security` None it locks no line.
    """

    def __init__(self, certificate, *, security=Security.STARTTLS, breaks=lambda stage: False, **more):
        self.taken: list[bytes] = []
        self.answers: dict[str, list[str]] = {}
        self.breaks = breaks
        self.certificate = certificate
        self.security = security
        self.connections = 0
        self._transports = []
        self.port = 0
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._implicit = context if security is Security.TLS else None
        explicit = {"tls_context": context, "require_starttls": True} if security is Security.STARTTLS else {}
        self._more = {"authenticator": _authenticate, "auth_required": True, "auth_require_tls": bool(explicit)}
        self._more |= explicit | more
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="mail server")

    def __enter__(self):
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(30)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _listen(self):
        def made():
            with warnings.catch_warnings():
                # It does not know that the line is locked already.
                warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")
                return Server(Handler(self), loop=self._loop, hostname="mail.example.org", **self._more)

        return await self._loop.create_server(made, "127.0.0.1", 0, ssl=self._implicit)

    async def _end(self):
        self._server.close()
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        for transport in self._transports:
            transport.abort()
        # What they close, they close in the next turn of the loop.
        await asyncio.sleep(0)

    def made(self, transport) -> None:
        """Take note of a line that was made."""
        self.connections += 1
        self._transports.append(transport)

    def account(self, **more) -> Account:
        """The account that it lets in."""
        held = {"user": USER, "authorities": str(self.certificate)} | more
        return Account("127.0.0.1", SENDER, self.security or Security.STARTTLS, self.port, **held)

    def answer(self, stage: str) -> str | None:
        """Return what it says at this stage instead of going on."""
        return self.answers[stage].pop(0) if self.answers.get(stage) else None


class Server(SMTP):
    """Breaks its line inside the text of a message."""

    def connection_made(self, transport):
        super().connection_made(transport)
        self.event_handler.owner.made(transport)

    async def smtp_DATA(self, arg):
        if self.event_handler.owner.breaks("inside"):
            asyncio.get_running_loop().call_later(0.002, self.transport.abort)
        await super().smtp_DATA(arg)


class Handler:
    """Says yes, says what it was told to say, or breaks the line."""

    def __init__(self, owner: MailServer) -> None:
        self.owner = owner

    def broken(self, server, stage) -> bool:
        if self.owner.breaks(stage):
            server.transport.abort()
            return True
        return False

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        self.broken(server, "ehlo")
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.broken(server, "mail"):
            return "421 gone"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.owner.answer("mail") or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.broken(server, "rcpt"):
            return "421 gone"
        if said := self.owner.answer("rcpt"):
            return said
        envelope.rcpt_tos.append(address)
        self.broken(server, "data")
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.broken(server, "lost"):
            return "421 gone"
        if said := self.owner.answer("data"):
            return said
        self.owner.taken.append(envelope.original_content)
        self.broken(server, "taken")
        return "250 taken"


def _authenticate(server, session, envelope, mechanism, given):
    right = given.login == USER.encode() and given.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False)


def make_certificate(folder: Path) -> Path:
    """Write a key and a certificate of its own for this machine into one file, and return it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "server.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path
