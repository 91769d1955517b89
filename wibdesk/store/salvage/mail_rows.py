"""What leaves by e-mail, saved from a damaged register: nothing of it goes before the clerk has looked at it."""

import hashlib
from collections import Counter
from collections.abc import Mapping

from wibdesk.language import later, say
from wibdesk.store.records import Row
from wibdesk.store.rows import Key

FROM_DAMAGE = later(
    "The register was damaged, and what it knows of this message may be wrong: look at it before it goes."
)
_UNSETTLED = ("waiting", "handing")


def settle_mail(rows: Mapping[str, dict[Key, Row]], lost: Counter[str]) -> None:
    """Take out files that are not what they were and what lost its message; hold what would go by itself."""
    files, messages, enclosures = rows["mail_file"], rows["mail_message"], rows["mail_enclosure"]
    _drop(files, [key for key, row in files.items() if hashlib.sha256(row["data"]).hexdigest() != row["sha256"]])
    known = {ident for (ident,) in files}
    loose = [key for key, row in enclosures.items() if not row["mail_message_id"] or row["mail_file_id"] not in known]
    _drop(enclosures, loose)
    lost["mail_enclosure"] += len(loose)
    for row in messages.values():
        if row["state"] in _UNSETTLED:
            row |= {"state": "held", "trouble": say(FROM_DAMAGE), "next_try": None}


def _drop(rows: dict[Key, Row], keys: list[Key]) -> None:
    for key in keys:
        del rows[key]
