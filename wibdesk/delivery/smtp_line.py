"""A line to a mail server, always locked, on which the last byte of a message goes only when it may."""

import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from enum import Enum

from wibdesk.delivery.accounts import Account, Security
from wibdesk.language import say

PATIENCE = 60.0
"""Seconds that the server may let us wait for an answer."""
_LOOKING = 5
"""Times as long that it may look at a message before it answers: many look for viruses first."""
_AT_ONCE = 65_536
_OWN_NAME = "[127.0.0.1]"
"""What we call ourselves: the name of the clerk's machine is nobody's business."""
_MAY_TAKE = 552
_CLOSING = 421


class Answer(Enum):
    """What became of a message that was tried."""

    TAKEN = "taken"
    REFUSED = "refused"
    LATER = "later"
    UNKNOWN = "unknown"
    NOT_WANTED = "not wanted"


class NoLineError(Exception):
    """There is no line to the server, and no message is the worse for it: `str()` says why, in words."""


class NotLetInError(Exception):
    """The server, or its certificate, keeps us out, and the next try would end the same way: `str()` says why."""


class Line:
    """One connection for many messages; it belongs to one thread."""

    def __init__(self, account: Account, password: str | None, *, patience: float = PATIENCE) -> None:
        self._account = account
        self._password = password
        self._patience = patience
        self._smtp: smtplib.SMTP | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the line stands, as far as is known."""
        return self._smtp is not None

    def open(self) -> None:
        """Open the line where it is not open; NoLineError or NotLetInError says why it cannot be."""
        if self._smtp is not None:
            return
        host = self._account.host
        try:
            self._smtp = self._connected()
            self._let_in(self._smtp)
        except BaseException as error:
            self.drop()
            raise _kept_out(error, host) or error from error

    def deliver(self, address: str, text: bytes, before_end: Callable[[], bool]) -> tuple[Answer, str]:
        """Send one message to one address and return what became of it, with the server's words.

        `before_end` is called when all but the last byte has gone: only where it returns True does that go too. LATER
        is said where the server certainly has no whole message; UNKNOWN where the line died between the last byte and
        the answer. NotLetInError where the server lets us send nothing at all.
        """
        assert self._smtp is not None, "open it first"
        smtp = self._smtp
        try:
            refused = self._addressed(smtp, address, len(text))
            if refused is not None:
                return refused
            dotted = _dotted(text)
            for start in range(0, len(dotted), _AT_ONCE):
                # Each piece has its own time: a large message on a slow line takes minutes.
                smtp.send(dotted[start : start + _AT_ONCE])
            if not before_end():
                # A server that has not seen the end drops what it has.
                self.drop()
                return Answer.NOT_WANTED, ""
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            self.drop()
            return Answer.LATER, say("The line broke off: {why}.", why=_why(error))
        except BaseException:
            self.drop()
            raise
        try:
            self._wait_for(_LOOKING * self._patience)
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
            self._wait_for(self._patience)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            self.drop()
            why = say("The line broke off before the server answered ({why}): it may have arrived.", why=_why(error))
            return Answer.UNKNOWN, why
        if not (200 <= code < 300 or 400 <= code < 600):
            self.drop()
            return (
                Answer.UNKNOWN,
                say(
                    "The server answered what no server should ({words}): it may have arrived.",
                    words=_words(code, said),
                ),
            )
        return self._judged(smtp, code, said)

    def close(self) -> None:
        """Say goodbye and close the line."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()

    def drop(self) -> None:
        """Close the line without a word, so that the server forgets what it has of a message."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            smtp.close()

    def _wait_for(self, seconds: float) -> None:
        if self._smtp is not None and self._smtp.sock is not None:
            self._smtp.sock.settimeout(seconds)

    def _connected(self) -> smtplib.SMTP:
        try:
            context = ssl.create_default_context(cafile=self._account.authorities or None)
        except OSError as error:
            raise NotLetInError(
                say(
                    "The certificates in {authorities} cannot be read: look at the mail settings.",
                    authorities=self._account.authorities,
                )
            ) from error
        place = (self._account.host, self._account.port, _OWN_NAME, self._patience)
        if self._account.security is Security.TLS:
            host, port, name, patience = place
            return smtplib.SMTP_SSL(host, port, name, timeout=patience, context=context)
        smtp = smtplib.SMTP(*place)
        try:
            smtp.starttls(context=context)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _let_in(self, smtp: smtplib.SMTP) -> None:
        smtp.ehlo_or_helo_if_needed()
        if self._account.user:
            smtp.login(self._account.user, self._password or "")

    def _addressed(self, smtp: smtplib.SMTP, address: str, size: int) -> tuple[Answer, str] | None:
        """Announce a message; None where the server waits for its text, else what became of it."""
        limit = smtp.esmtp_features.get("size", "")
        if limit.isdigit() and 0 < int(limit) < size:
            return (
                Answer.REFUSED,
                say(
                    "The server takes {limit:.1f} MB, and this message has {size:.1f} MB.",
                    limit=int(limit) / 1000000.0,
                    size=size / 1000000.0,
                ),
            )
        sized = f" SIZE={size}" if "size" in smtp.esmtp_features else ""
        code, said = smtp.docmd("MAIL", f"FROM:<{self._account.sender.address}>{sized}")
        if code >= 500 and code != _MAY_TAKE:
            self.drop()
            ours, words = self._account.sender.address, _words(code, said)
            raise NotLetInError(
                say(
                    "{host} takes nothing from {ours} ({words}): look at the mail settings.",
                    host=self._account.host,
                    ours=ours,
                    words=words,
                )
            )
        if code != 250:
            return self._judged(smtp, code, said)
        code, said = smtp.docmd("RCPT", f"TO:<{address}>")
        if code not in (250, 251):
            return self._judged(smtp, code, said)
        code, said = smtp.docmd("DATA")
        return None if code == 354 else self._judged(smtp, code, said)

    def _judged(self, smtp: smtplib.SMTP, code: int, said: bytes) -> tuple[Answer, str]:
        """Return what an answer of the server means for the message."""
        words = _words(code, said)
        if 200 <= code < 300:
            return Answer.TAKEN, words
        if code == _CLOSING:
            self.drop()
        else:
            with suppress(OSError, smtplib.SMTPException):
                smtp.rset()
        return (Answer.REFUSED if code >= 500 else Answer.LATER), words


def _kept_out(error: BaseException, host: str) -> Exception | None:
    """Return in words why no line could be opened; None for what is no matter of the line."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return NotLetInError(
            say(
                "{host} cannot prove that it is {host} ({reason}): nothing was sent. Ask who runs the mail server.",
                host=host,
                reason=error.verify_message,
            )
        )
    if isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code >= 500:
        said = _words(error.smtp_code, error.smtp_error)
        return NotLetInError(
            say(
                "{host} does not take the user name or password ({said}): look at the mail settings.",
                host=host,
                said=said,
            )
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        lacks = say("locked line") if "TLS" in str(error) else say("way to sign in that this desk knows")
        return NotLetInError(say("{host} offers no {lacks}: look at the mail settings.", host=host, lacks=lacks))
    if isinstance(error, UnicodeError):
        return NotLetInError(
            say("The user name or password has letters that no server takes: look at the mail settings.")
        )
    if isinstance(error, OSError | smtplib.SMTPException):
        return NoLineError(say("{host} cannot be reached: {why}.", host=host, why=_why(error)))
    return None


def _dotted(text: bytes) -> bytes:
    lines = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removesuffix(b"\n").split(b"\n")
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines)


def _words(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"[:300].strip()


def _why(error: Exception) -> str:
    """Return why a line broke, as the system or the server says it, on one line."""
    if isinstance(error, smtplib.SMTPResponseException):
        return _words(error.smtp_code, error.smtp_error)
    if isinstance(error, socket.gaierror):
        return say("its name is not known, or there is no network")
    if isinstance(error, TimeoutError):
        return say("no answer came")
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())[:200].rstrip(".")
