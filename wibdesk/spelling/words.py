"""What counts as a word to be spelt, and what stands in a text for other reasons: addresses, references, names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST_TEXT = 20_000  # letters of a line; a longer one is no sentence
LONGEST_WORD = 40
LONGEST_ABBREVIATION = 6
HYPHEN_LEADS = frozenset(
    "anti auto bi co counter cross de demi eco ex extra fore hyper in infra inter intra macro mega meta micro mid mini "
    "mis mono multi neo non off omni out over para poly post pre pro proto pseudo quasi re self semi socio sub super "
    "tele trans tri ultra un under uni up vice".split()
)
"""What may stand before a hyphen without being a word: multi-agency, pre-school, ex officio's ex-."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SLOT = re.compile(r"\{[^{}\n]{0,80}\}")
_ASIDE = re.compile(r"[\d@_\\]|://|\A\W*www\.|[^\W\d_]\.[^\W\d_]|\A/|\A\W*;[^\W\d_]")
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")


def without_slots(text: str) -> str:
    """Return a text of the same length with blanks for the slots in braces of a phrase."""
    return _SLOT.sub(lambda slot: " " * len(slot.group()), text) if "{" in text else text


def place_of(chunk: str, text: str, start: int) -> int:
    """Return where a piece between blanks stands in a text, from a place on."""
    at = text.index(chunk, start)
    while not (_ends(text, at - 1) and _ends(text, at + len(chunk))):
        at = text.index(chunk, at + 1)
    return at


def _ends(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


def words_of(chunk: str) -> Iterator[tuple[int, str]]:
    """Yield each word to be spelt of what stands between two blanks, with its place.

    An address, a command (`/a`), a name by initials (`;jb`) and whatever holds a digit, `@`, `_` or a backslash is
    passed over. Of words joined by a hyphen each is yielded, but not what can only stand before one (pre-, multi-).
    """
    if chunk.isalpha():
        yield 0, chunk
    elif not _ASIDE.search(chunk):
        for word in _WORD.finditer(chunk):
            leads = chunk.startswith("-", word.end()) and word.group().lower() in HYPHEN_LEADS
            if not leads:
                yield word.start(), word.group()


def is_spelt_otherwise(word: str) -> bool:
    """Say whether no dictionary can judge a word: a letter, an abbreviation in capitals, WhatsApp, other alphabets."""
    if len(word) < 2 or len(word) > LONGEST_WORD:
        return True
    bare = bare_of(word)
    capitals = bare.removesuffix("s")
    if len(capitals) > 1 and capitals.isupper() and len(capitals) <= LONGEST_ABBREVIATION:
        return True
    return bool(_INNER_CAPITAL.search(bare)) or any(letter > "\u024f" for letter in bare)


def bare_of(word: str) -> str:
    """Return a word with straight apostrophes and without the 's of what belongs to it."""
    plain = word.replace("’", "'")
    return plain[:-2] if plain.endswith(("'s", "'S")) else plain


def unaccented(word: str) -> str:
    """Return a word as the dictionary has it, which holds none with accents: café as cafe."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def is_held(word: str, held: frozenset[str]) -> bool:
    """Say whether words held cover one: small letters cover capitals, "Nolan" also covers "NOLAN" but not "nolan"."""
    if word in held:
        return True
    if not word[:1].isupper():
        return False
    return word[0].lower() + word[1:] in held or (word.isupper() and not held.isdisjoint((word.lower(), word.title())))


def words_of_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the single words of names and terms, without the 's: what is right as it stands there."""
    return frozenset(bare_of(word) for text in texts for word in _WORD.findall(text))
