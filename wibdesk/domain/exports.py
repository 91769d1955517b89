"""What was exported: which document, in which version and form, and its words for comparing with the next."""

from dataclasses import dataclass, field
from datetime import datetime

from wibdesk.domain.ids import new_id


@dataclass(frozen=True)
class Export:
    """One file that left the desk.

    `subject_id` is the meeting, body or plan that it tells of; `kind`, `edition` and `style` are the names of the
    document's kind, its edition and its house style; `format` is the file's ending and `name` its name; `sha256` is
    the hexadecimal hash of its bytes, `words` the document's plain text, `at` the moment in UTC.
    """

    subject_id: str
    kind: str
    edition: str
    style: str
    format: str
    name: str
    sha256: str
    words: str
    at: datetime
    id: str = field(default_factory=new_id)
