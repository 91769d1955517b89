"""What is said of the answer: how much was found, and why there is nothing."""

from typing import TYPE_CHECKING

from wibdesk.language import counted, later, say

if TYPE_CHECKING:
    from wibdesk.domain.search import Page

HOW = later("Words, “phrases”, -without, owner:rowe, due:oct, kind:decision, body:schools, since:may")


def readiness(share: float) -> str:
    """Return how far the search is ready, and how to search where it is."""
    if share >= 1:
        return say(HOW)
    return say("Getting the search ready: {percent} %. Until then not everything is found.", percent=int(share * 100))


def count_words(page: "Page | None", took: int) -> str:
    """Return how much was found, and in how many milliseconds; nothing where nothing was asked."""
    if page is None:
        return ""
    if page.ready < 1:
        return counted(page.count, "{number:,} found so far", "{number:,} found so far")
    if page.more:
        return say("More than {count:,}, newest first, in {took} ms", count=page.count, took=took)
    if page.partly:
        return counted(page.count, "{number:,} with some of the words", "{number:,} with some of the words")
    return counted(page.count, "{number:,} found in {took} ms", "{number:,} found in {took} ms", took=took)


def emptiness(page: "Page | None", *, narrowed: bool) -> tuple[str, str]:
    """Return heading and reason for a list without rows."""
    if page is None:
        kinds = say("Type a few letters: meetings, minutes, decisions, actions, people, papers and plans.")
        return say("Search everything"), kinds
    if page.ready < 1:
        why = say("The search is still being made ready, so it does not know all of the register yet.")
        return say("Nothing found so far"), why
    if narrowed:
        why = say("Nothing has these words within the filters. Take a filter away, or type fewer words.")
        return say("Nothing found"), why
    return say("Nothing found"), say("Nothing has these words. Type fewer of them, or only how they begin.")
