"""What each version says and leaves out, in words for the clerk; when a public version is refused."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.documents.building import meeting
from wibdesk.documents.document import Document, block_texts
from wibdesk.documents.editions import NOT_FOR_PUBLICATION, Edition, default_edition, edited, has_exempt
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.making import make, versions_differ
from wibdesk.documents.material import Material
from wibdesk.documents.styles import house_style
from wibdesk.domain.actions import LogAction
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote, Vote
from wibdesk.domain.plans import Plan, PlanSection
from wibdesk.errors import UserError

NOW = datetime(2026, 9, 1, 12)
OPEN = Item("Front door", "1", entries=(Paragraph("Contacts had risen."), PrivateNote("Ring J Amari.")))
AWARD = Item(
    "Placements contract",
    "6",
    planned_minutes=10,
    presenter="K Rowe",
    part=2,
    exempt_paragraph="3",
    papers=(Paper("Bids received"),),
    entries=(Paragraph("Three bids."), Decision(("That Bidder 2 be awarded it",)), Vote("That", as_written="4 for")),
)
SUMMARY = "A contract was awarded."


def material(*items: Item, **more) -> Material:
    sitting = meeting(items=items, **more)
    return Material(NOW, sitting.body.name, sitting)


def made(kind: str, of: Material, edition: Edition = Edition.PUBLIC) -> Document:
    return make(KINDS[kind], of, house_style(None), edition)


def words(document: Document) -> str:
    return "\n".join(text for block in document.blocks for text in block_texts(block))


def test_an_exempt_item_gives_the_public_its_summary_alone():
    document = made("minutes", material(OPEN, replace(AWARD, public_summary=SUMMARY)))
    told = words(document)
    assert "Placements contract" in told
    assert "paragraph 3" in told
    assert told.count(SUMMARY) == 1
    assert not any(hidden in told for hidden in ("Bidder 2", "Three bids", "4 for", "Bids received", "K Rowe"))
    assert "item 6 “Placements contract” (exempt): only its public summary is printed" in document.left_out


def test_an_exempt_item_without_a_summary_gives_the_public_its_decisions_alone():
    document = made("minutes", material(OPEN, AWARD))
    told = words(document)
    assert "That Bidder 2 be awarded it" in told
    assert not any(hidden in told for hidden in ("Three bids", "4 for", "Bids received", "K Rowe"))
    assert document.left_out == (
        "1 private note",
        "item 6 “Placements contract” (exempt): only its decisions are printed",
    )


def test_the_full_version_tells_everything_but_private_notes_and_says_so_on_every_page():
    document = made("minutes", material(OPEN, replace(AWARD, public_summary=SUMMARY)), Edition.FULL)
    told = words(document)
    assert all(there in told for there in ("Bidder 2", "Three bids", "4 for", "Bids received", "K Rowe", SUMMARY))
    assert "Ring J Amari" not in told
    assert document.left_out == ("1 private note",)
    assert "DRAFT" in (document.status or "")
    assert NOT_FOR_PUBLICATION in (document.status or "")


def test_where_nothing_is_exempt_both_versions_are_one_and_nothing_is_said_of_it():
    plain = material(OPEN)
    public, full = (made("minutes", plain, edition) for edition in Edition)
    assert public == full
    assert NOT_FOR_PUBLICATION not in (full.status or "")
    assert default_edition(plain) is Edition.FULL
    assert not versions_differ(KINDS["minutes"], plain, house_style(None))


def test_the_public_version_is_offered_first_as_soon_as_anything_is_exempt():
    assert default_edition(material(OPEN, AWARD)) is Edition.PUBLIC
    assert default_edition(replace(material(OPEN), meeting=None, actions=(logged(2),))) is Edition.PUBLIC
    assert versions_differ(KINDS["minutes"], material(AWARD), house_style(None))
    assert [edition.file_words for edition in Edition] == ["public", "full, not for publication"]


@pytest.mark.parametrize("summary", [None, "", "  \n"])
@pytest.mark.parametrize("entries", [(), (Paragraph("Three bids."),), (Decision(("",)), Decision((" ",)))])
def test_public_minutes_with_nothing_to_say_of_an_exempt_item_are_refused(summary: str | None, entries: tuple):
    silent = replace(AWARD, public_summary=summary, entries=entries)
    for kind in (kind for kind in KINDS.values() if kind.tells):
        with pytest.raises(UserError, match="Write a public summary for item 6 “Placements contract”, or choose"):
            made(kind.name, material(silent))
        assert made(kind.name, material(silent), Edition.FULL).blocks


def test_a_refusal_names_every_item_that_wants_a_summary():
    silent = (replace(AWARD, entries=()), replace(AWARD, title="Staffing", number=None, entries=()))
    sentence = (
        "Write a public summary for item 6 “Placements contract” and the item “Staffing”, or choose the full version"
    )
    with pytest.raises(UserError, match=sentence):
        made("minutes", material(OPEN, AWARD, *silent))


def test_a_document_that_tells_no_minutes_is_never_refused():
    silent = material(replace(AWARD, entries=()))
    for kind in (kind for kind in KINDS.values() if not kind.tells and silent.meeting and "meeting" in kind.of):
        assert made(kind.name, silent).blocks


def test_the_public_agenda_says_no_papers_presenter_or_time_of_an_exempt_item():
    document = made("agenda", material(OPEN, AWARD))
    assert "Bids received" not in words(document)
    assert "K Rowe" not in words(document)
    assert document.left_out == ("item 6 “Placements contract” (exempt): its papers, presenter and planned minutes",)
    full = made("agenda", material(OPEN, AWARD), Edition.FULL)
    assert "Bids received" in words(full)
    assert full.status == NOT_FOR_PUBLICATION


def test_an_agenda_that_tells_nothing_exempt_is_one_paper_for_all():
    bare = material(OPEN, Item("Placements contract", "6", part=2))
    public, full = (made("agenda", bare, edition) for edition in Edition)
    assert public == full
    assert full.left_out == ()
    assert full.status is None


def logged(part: int, text: str = "Sign the contract") -> LogAction:
    action = Action(text, ("K Rowe",))
    return LogAction(action, "b", "Norbury Board", "m", "M1", NOW.date(), "i", "6", "Placements contract", part)


def test_actions_of_exempt_items_leave_the_public_log():
    log = Material(NOW, "Norbury Board", actions=(logged(1, "Open the door"), logged(2), logged(2)))
    public, full = (made("actions", log, edition) for edition in Edition)
    assert "Open the door" in words(public)
    assert "Sign the contract" not in words(public)
    assert public.left_out == ("2 actions of exempt items",)
    assert "Sign the contract" in words(full)
    assert full.status == NOT_FOR_PUBLICATION


def test_an_extract_is_refused_or_marked_for_its_own_item_alone():
    if "extract" not in KINDS:
        pytest.skip("there is no extract")
    both = material(OPEN, replace(AWARD, entries=()))
    first, second = both.sitting.items
    public = made("extract", replace(both, item_id=first.id))
    assert public.left_out == ("1 private note",)
    assert made("extract", replace(both, item_id=first.id), Edition.FULL).blocks == public.blocks
    with pytest.raises(UserError, match="public summary for item 6"):
        made("extract", replace(both, item_id=second.id))
    with pytest.raises(UserError, match="no item"):
        made("extract", replace(both, meeting=replace(both.sitting, items=())))


def test_times_of_coming_and_going_stay_and_free_words_are_named_to_the_clerk():
    left = Attendee("B Morgan", Status.PRESENT, intervals=(Interval(None, None, "6"),), note="left before the award")
    document = made("minutes", material(OPEN, AWARD, people=(left,)))
    assert "item 6" in words(document)
    sentence = (
        "The notes beside names are printed as written: see that they tell nothing of item 6 “Placements contract”."
    )
    assert sentence in document.remarks
    above = material(AWARD, preamble=("The public were excluded.",))
    assert any(told.startswith("The words above the first item are") for told in made("minutes", above).remarks)
    several = material(AWARD, replace(AWARD, title="Staffing"), people=(left,), preamble=("The public were excluded.",))
    both = "The notes beside names and the words above the first item are printed as written: see that they tell"
    assert f"{both} nothing of an exempt item." in made("minutes", several).remarks
    assert not any("as written" in remark for remark in made("minutes", several, Edition.FULL).remarks)


def test_of_other_meetings_a_document_gets_only_who_was_there():
    earlier = meeting(items=(OPEN, AWARD), people=(Attendee("B Morgan"),))
    for edition in Edition:
        told = edited(replace(material(OPEN), meetings=(earlier,)), edition)
        assert [(held.items, held.attendance) for held in told.meetings] == [((), earlier.attendance)]
    assert not has_exempt(replace(material(OPEN), meetings=(earlier,)))


@pytest.mark.parametrize("edition", Edition)
def test_private_notes_leave_before_any_composer_sees_them(edition: Edition):
    noted = replace(AWARD, entries=(*AWARD.entries, PrivateNote("Ring K Rowe.")))
    told = edited(material(OPEN, noted), edition).sitting
    assert [entry.kind for _, entry in told.entries() if entry.kind == "private_note"] == []


def test_private_notes_leave_a_plan_too():
    plan = Plan("b", "Norbury Board", "Plan", sections=(PlanSection("1", "Aims", (PrivateNote("x"), Paragraph("y"))),))
    told = edited(Material(NOW, "Norbury Board", plan=plan), Edition.FULL).plan
    assert told is not None
    assert [entry.kind for entry in told.sections[0].entries] == ["paragraph"]
