"""The mail account that the desk sends by: server, how the line is locked, and from whom messages come."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from wibdesk.delivery.message_text import Sender
from wibdesk.domain.mail_addresses import checked_address, checked_line
from wibdesk.domain.mail_checks import LIMIT_MB
from wibdesk.errors import UserError
from wibdesk.language import say

KEYS = ("host", "port", "security", "user", "from_name", "from_address", "limit_mb", "authorities")
"""What `Preferences.mail` may hold; the password is never among it."""


class Security(StrEnum):
    """How the line to the server is locked; one that is not is never used."""

    STARTTLS = "starttls"
    TLS = "tls"

    @property
    def words(self) -> str:
        """The choice on screen."""
        return {"starttls": say("STARTTLS, port 587"), "tls": say("TLS from the start, port 465")}[self.value]

    @property
    def port(self) -> int:
        """The usual port."""
        return 465 if self is Security.TLS else 587


@dataclass(frozen=True)
class Account:
    """A mail account; `user` is empty where the server asks for none.

    `authorities` names a file (PEM) of certificates to trust instead of the system's, as an organisation may have.
    """

    host: str
    sender: Sender
    security: Security = Security.STARTTLS
    port: int = 587
    user: str = ""
    limit_mb: float = LIMIT_MB
    authorities: str = ""


def account_of(settings: Mapping[str, Any]) -> Account:
    """Return the account that the preferences describe; UserError says what is missing or wrong there."""
    values = {key: str(settings.get(key, "")).strip() for key in KEYS}
    if not values["host"]:
        raise UserError(say("No mail server is set: name one under Settings, or open the messages as drafts."))
    if any(sign.isspace() for sign in values["host"]) or not values["host"].isprintable():
        raise UserError(
            say("“{values}” is no name of a mail server: look at the mail settings.", values=values["host"][:80])
        )
    try:
        security = Security(values["security"] or Security.STARTTLS)
    except ValueError:
        raise UserError(
            say("The line to the mail server is locked by starttls or by tls: choose one of the two.")
        ) from None
    name = checked_line(values["from_name"], say("name that messages come from"))
    if not values["from_address"]:
        raise UserError(
            say("The mail account has no e-mail address, to which answers come: type it, as ann.lee@example.org.")
        )
    address = checked_address(values["from_address"])
    return Account(
        values["host"],
        Sender(name, address),
        security,
        int(_number(values["port"], security.port, "port", 65_535)),
        checked_line(values["user"], say("user name")),
        _number(values["limit_mb"], LIMIT_MB, say("limit in MB"), 1000),
        values["authorities"],
    )


def _number(words: str, usual: float, what: str, most: float) -> float:
    try:
        number = float(words or usual)
    except ValueError:
        number = 0
    if not 1 <= number <= most:
        raise UserError(
            say("The {what} of the mail settings is a number from 1 to {most:g}: type one.", what=what, most=most)
        )
    return number
