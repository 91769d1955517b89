"""A body: the board, council or committee that meets."""

from dataclasses import dataclass, field

from wibdesk.domain.ids import new_id
from wibdesk.domain.paper_words import to_write
from wibdesk.language import later

DEFAULT_PROFILE = "partnership_board"
DEFAULT_HOUSE_STYLE = "plain"

PROFILES = {
    "partnership_board": later("Partnership or improvement board"),
    "principal_council": later("Council or its committee"),
    "council_executive": later("Cabinet or executive"),
    "parish_council": later("Parish or town council"),
    "maintained_school": later("School governing body"),
    "nhs_trust": later("NHS trust board"),
    "nhs_ft": later("NHS foundation trust board"),
    "company_board": later("Company board"),
    "charity_trustees": later("Charity trustees"),
    "general": later("Another kind of body"),
    "roberts_rules": later("Society under Robert's Rules"),
}
"""Profile id to the words on screen (governance section 2)."""

STANDING_ITEMS = (
    to_write("Welcome and apologies"),
    to_write("Declarations of interest"),
    to_write("Minutes of the last meeting"),
    to_write("Action log"),
    to_write("Any other business"),
    to_write("Date of next meeting"),
)
"""What a new body's agenda holds until the clerk says otherwise."""

LONGEST_NAME = 300
"""Letters that a body's name may have: longer is a slip of the paste key."""
LONGEST_QUORUM = 100
"""Letters that a quorum may have."""


@dataclass(frozen=True)
class Body:
    """A body with the profile and house style that its minutes follow.

    `profile` and `house_style` are None where a meeting file named none; the words that apply then are the defaults.
    `quorum` is how few may do business, as typed ("5", "1/3", "one half"); None leaves that to the profile.
    """

    name: str
    profile: str | None = None
    house_style: str | None = None
    standing_items: tuple[str, ...] = STANDING_ITEMS
    quorum: str | None = None
    id: str = field(default_factory=new_id)

    @property
    def style_name(self) -> str:
        """The house style in force."""
        return self.house_style or DEFAULT_HOUSE_STYLE

    @property
    def profile_name(self) -> str:
        """The profile in force."""
        return self.profile or DEFAULT_PROFILE
