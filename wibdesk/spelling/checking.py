"""Finds the misspelt words of a text and what may have been meant, by a dictionary that is given."""

import difflib
from collections.abc import Iterable
from typing import Protocol, TypeAlias

from wibdesk.spelling.words import (
    LONGEST_TEXT,
    bare_of,
    is_held,
    is_spelt_otherwise,
    place_of,
    unaccented,
    without_slots,
    words_of,
)

MOST_SUGGESTED = 5
MOST_REMEMBERED = 50_000
NEAR = 0.8  # how like a known name a word is that may have been meant for it, 0 to 1
NOBODY: frozenset[str] = frozenset()
Found: TypeAlias = tuple[tuple[int, str], ...]
UNKNOWN: Found = ((0, ""),)
"""The verdict on what was never looked at: like every misspelt one it is not empty."""


class Dictionary(Protocol):
    """What Hunspell offers: whether a word is right, and what is like it."""

    def spell(self, word: str) -> bool:
        """Say whether a word is spelt right."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likelier first."""


class Speller:
    """A dictionary and a house's own words; every verdict is kept, so that what stands between blanks is judged once.

    `known` in every question are the words that hold beside them for now: names of the roster, terms, the clerk's own.
    """

    def __init__(self, dictionary: Dictionary, house: Iterable[str] = ()) -> None:
        self.dictionary, self.house = dictionary, frozenset(house)
        self._judged: dict[str, Found] = {}

    def misspelt(self, text: str, known: frozenset[str] = NOBODY) -> tuple[tuple[int, int], ...]:
        """Return the misspelt words of a text as places: where each begins and how many letters it has."""
        if len(text) > LONGEST_TEXT:
            return ()
        text, judged = without_slots(text), self._judged
        # This runs with every key: what was found right before costs one look, and its place is not asked for.
        doubtful = [chunk for chunk in text.split() if judged.get(chunk, UNKNOWN)]
        found: list[tuple[int, int]] = []
        at = 0
        for chunk in doubtful:
            at = place_of(chunk, text, at)
            wrong = judged.get(chunk, UNKNOWN)
            for offset, word in self._judge(chunk) if wrong is UNKNOWN else wrong:
                if not is_held(bare_of(word), known):
                    found.append((at + offset, len(word)))
            at += len(chunk)
        return tuple(found)

    def suggestions(self, word: str, known: frozenset[str] = NOBODY) -> tuple[str, ...]:
        """Return at most five words that may have been meant, known names first, apostrophes curly where they were.

        It takes about a tenth of a second: to be asked for, never to be got ready.
        """
        plain = bare_of(word)
        ending = word[len(plain) :]
        meant = (*_near(plain, known), *_near(plain, self.house), *self._meant(plain))
        whole = [found for found in meant if " " not in found and "-" not in found]
        if "iz" not in plain:
            whole = [self._in_british(found) for found in whole]
        apart = [found for found in meant if " " in found][:2]  # "alot", "aswell"
        curly = "’" in word
        ordered = (*whole[: MOST_SUGGESTED - len(apart)], *apart, *whole[MOST_SUGGESTED - len(apart) :])
        offered = (found.replace("'", "’") if curly else found for found in ordered)
        return tuple(dict.fromkeys(found + ending for found in offered))[:MOST_SUGGESTED]

    def _meant(self, word: str) -> tuple[str, ...]:
        """Return what the dictionary offers; of "Teh" it knows "Te" alone, of "teh" also "the" that begins a line."""
        own = self.dictionary.suggest(word)
        if len(word) == 1 or word != word.capitalize():
            return own
        begun = tuple(found[:1].upper() + found[1:] for found in self.dictionary.suggest(word.lower())[:2])
        return tuple(sorted(begun + own[:1], key=lambda found: -_same_letters(word, found))) + own[1:]

    def _in_british(self, word: str) -> str:
        """Return the -ise form of a long word in -ize, where there is one: both are right, and a house has one."""
        other = word.replace("iz", "is") if len(word) > 7 else word
        return other if other != word and self.dictionary.spell(other) else word

    def _judge(self, chunk: str) -> Found:
        wrong = tuple((at, word) for at, word in words_of(chunk) if not self._is_right(word))
        if len(self._judged) >= MOST_REMEMBERED:
            self._judged.clear()
        self._judged[chunk] = wrong
        return wrong

    def _is_right(self, word: str) -> bool:
        bare = bare_of(word)
        return is_spelt_otherwise(word) or is_held(bare, self.house) or self.dictionary.spell(unaccented(bare))


def _same_letters(word: str, other: str) -> float:
    """Return how much of the letters of two words is the same, in whatever order, 0 to 1."""
    return difflib.SequenceMatcher(None, sorted(word.lower()), sorted(other.lower())).ratio()


def _near(word: str, held: frozenset[str]) -> list[str]:
    """Return the words held that are most like one, written as they are held."""
    by_small = {one.lower(): one for one in sorted(held) if abs(len(one) - len(word)) <= 2 and len(one) > 2}
    return [by_small[near] for near in difflib.get_close_matches(word.lower(), by_small, n=2, cutoff=NEAR)]
