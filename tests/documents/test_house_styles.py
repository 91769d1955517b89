"""Every house style, shipped or at random, composes every meeting and says every word of it, each action once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.documents.building import meeting
from tests.documents.making import EXAMPLES
from tests.documents.reading import SHARED, entry_words, in_order, meeting_seed, people, record, squeezed
from tests.house_styles import house_styles
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import Document, texts
from wibdesk.documents.styles import house_style, style_names
from wibdesk.domain.entries import Action
from wibdesk.domain.house_style import ActionForm, HouseStyle
from wibdesk.domain.meetings import Meeting

STYLES = st.sampled_from(style_names()).map(house_style) | house_styles()

many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
"""A few dozen examples; several hundred with `WIBDESK_LONG=1` in the environment."""


def folded(words: str) -> str:
    """Return words that compare alike in capitals and small letters, on one line."""
    return squeezed(words.upper().casefold()).strip()


def words(document: Document) -> str:
    return folded(" ".join(texts(document)))


def as_written(style: HouseStyle) -> HouseStyle:
    """Return the style with the words of names left as they were written."""
    return replace(style, councillors="as_written", honours="everywhere", owner_names="as_written")


def told(sitting: Meeting, style: HouseStyle) -> Iterator[str]:
    """Yield what must be read in order: with actions gathered at the end, those stand last."""
    if style.actions != "end":
        return record(sitting)
    items = (
        replace(item, entries=tuple(entry for entry in item.entries if not isinstance(entry, Action)))
        for item in sitting.items
    )
    gathered = (said for _, action in sitting.actions() for said in entry_words(action))
    return chain(record(replace(sitting, items=tuple(items))), gathered)


@many
@given(strategies.meetings(references=True), STYLES)
def test_every_word_of_a_meeting_arrives_in_order_in_every_style(sitting, style):
    plainly = as_written(style)
    text = words(compose_minutes(sitting, plainly))
    in_order(map(folded, told(sitting, plainly)), text)
    assert [said for said in people(sitting) if folded(said) not in text] == []


@many
@given(strategies.tuples(strategies.entries(references=True), most=14), STYLES, st.data())
def test_every_form_of_actions_keeps_a_long_minute_in_order(entries, style, data):
    chosen = replace(as_written(style), actions=data.draw(st.sampled_from(get_args(ActionForm))))
    sitting = meeting(*entries)
    in_order(map(folded, told(sitting, chosen)), words(compose_minutes(sitting, chosen)))


@many
@given(strategies.meetings(references=True), STYLES)
def test_every_action_is_printed_once_in_every_style(sitting, style):
    serial = count(1)

    def marked(entry):
        return replace(entry, text=f"act{next(serial)}ion") if isinstance(entry, Action) else entry

    items = tuple(replace(item, entries=tuple(map(marked, item.entries))) for item in sitting.items)
    text = "\n".join(texts(compose_minutes(replace(sitting, items=items), style)))
    assert re.findall(r"act(\d+)ion", text) == [str(n) for n in range(1, next(serial))]


PAPERS = {
    ("improvement_board", "000"): (
        "wirral improvement board minutes and actions from improvement board meeting",
        "wednesday 18th october 2017 present tony crane chair of improvement board/dfe advisor cllr phil davies leader",
        "interim director for children's services officers in attendance simone white deputy director",
        "early help & protection apologies eric robinson chief executive cllr lesley rennie",
        "minutes of previous meeting – 20th september 2017 ian godfrey asked to amend page five",
        "forward plan tony asked that a report is provided",
    ),
    ("trust_board", "002"): (
        "agenda and minutes",
        "venue professional excellence centre, acre lane, bromborough contact tracy little",
        "09:15 apologies and introductions m parkinson noted that",
        "09:15 declarations of interest b morgan declared an interest",
        "resolved the minutes were agreed as a true record.",
        "10:05 peer challenge - family support t coffey gave a presentation",
        "resolved the board endorsed the presentation.",
    ),
    ("committee_resolutions", "003"): (
        "resolved – (1) that the director of children’s services be thanked for her presentation.",
        "(2) that, following the improvement board’s meeting in october, a workshop be convened",
    ),
    ("organisation_board", "004"): (
        "lancashire children's services improvement board minutes of the meeting held on tuesday, 1st august, 2017",
        " at 2.30 pm in committee room 'b' (the diamond jubilee room) - county hall, preston present",
        "county councillor geoff driver cbe lancashire county council county councillor mrs susie charles lancashire",
        "debbie duffell lancashire county council apologies stephen cox secondary schools",
        "2. minutes and actions from the last meeting resolved the minutes of the meeting held on 6 june 2017 were",
        "actions cse intelligence input to be on the agenda for the september meeting – ian whitehead",
        "chris coyle/amanda hatton",
        "8. any other business jane booth commented",
    ),
}


@pytest.mark.parametrize(("style", "seed"), PAPERS)
def test_a_shipped_style_reads_like_the_paper_that_it_was_made_from(style, seed):
    minutes = compose_minutes(meeting_seed(seed), house_style(style))
    paper = next((SHARED / "seeds").glob(f"{seed}_*.txt")).read_text("utf-8")
    for text in (paper, " ".join(texts(minutes))):
        in_order(iter(PAPERS[style, seed]), bare(text))


def bare(text: str) -> str:
    """Return the words of a paper without the marks of lists and the colons of labels."""
    return folded(re.sub(r"[*·•]|(?<=\w):(?=\s)", " ", text))
