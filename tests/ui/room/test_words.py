"""Words inside the sentence in the real room: names, abbreviations, phrases and gaps, as the register has them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint

from ui.editor.words.phrase_list import PhraseList
from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.domain.people import Person
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.services import agenda, attendance, bodies, meetings, minutes, people, phrases, terms

NOTED = Phrase(
    "zz", "{chair} said the {body} noted {item} on {date} at {time}; {person} will report by {next meeting}."
)


@pytest.fixture
def room(live):
    """The live room at the third item; its register knows abbreviations, a term and a phrase."""
    live.press("Ctrl+Down", "Ctrl+Down")
    for term in (
        Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"),
        Term(TermKind.ABBREVIATION, "ya", "young adult"),
        Term(TermKind.TERM, "Early Help Hub"),
    ):
        live.do(terms.keep_term, term)
    live.do(phrases.keep_phrase, NOTED)
    return live


def sheet(clerk):
    return clerk.editor.toPlainText()


def test_what_the_clerk_types_short_is_stored_long(room):
    room.type(";kr saw CLA and a ya, then CLA ")
    assert room.texts(3) == ["Det Supt K Rowe saw Children Looked After (CLA) and a young adult, then CLA "]


def test_a_short_form_explained_in_one_item_is_not_explained_in_the_next(room):
    room.type("CLA ")
    room.press("Ctrl+Down")
    room.type("CLA ")
    assert room.texts(4) == ["CLA "]


def test_what_was_explained_only_in_a_private_note_is_explained_to_the_reader(room):
    item = room.session.items[3]
    room.do(minutes.save_entries, item.id, (PrivateNote("CLA"),))
    room.type("CLA ")
    assert sheet(room) == "Children Looked After (CLA) "


def test_an_abbreviation_kept_elsewhere_works_at_once_and_one_removed_does_no_more(room):
    room.do(terms.keep_term, Term(TermKind.ABBREVIATION, "asap", "as soon as possible"))
    (ya,) = (term for term in room.read(terms.terms, room.session.meeting.body.id) if term.short == "ya")
    room.do(terms.remove_term, ya.id)
    room.type("asap ya ")
    assert sheet(room) == "as soon as possible ya "


def test_names_are_written_as_the_house_style_has_them(room):
    body = room.session.meeting.body
    for name in ("Cllr Jane Booth MBE", "Cllr Ann Lee", "Cllr Tom Lee"):
        room.do(people.add_person, Person(body.id, name))
    room.type(";booth ")
    room.do(bodies.change_body, replace(room.read(bodies.body, body.id), house_style="committee_resolutions"))
    room.type(";booth ;ann ;kr ")
    assert sheet(room) == "Cllr Jane Booth MBE Councillor Booth Councillor Ann Lee Det Supt K Rowe "


def test_who_is_not_here_is_named_only_when_that_is_chosen(room):
    room.go_to_person("I Nolan")
    room.press("P", "Escape")
    room.type(";in ;kr ")
    assert sheet(room) == "I Nolan ;kr "
    room.press("1")
    assert sheet(room) == "I Nolan Det Supt K Rowe "


def test_names_and_terms_are_offered_ahead(room):
    room.type("The Earl")
    room.press("Tab")
    room.type(" and Helen")
    room.press("Tab")
    assert sheet(room) == "The Early Help Hub and Helen Ferrer"


def test_a_phrase_is_filled_from_the_meeting_and_comes_first_the_next_time(room):
    room.press("Ctrl+;")
    room.type("noted zz")
    room.press("Return")
    name = room.session.meeting.body.name
    assert sheet(room).startswith(
        f"{{chair}} said the {name} noted Front door on 1 September 2026 at 9.30 am; {{person}}"
    )
    room.settle()
    assert room.read(phrases.phrases, room.session.meeting.body.id)[0].uses == 1
    room.press("Ctrl+;")
    assert room.editor.words.phrases.list.found[0].name == "zz"
    room.press("Escape")
    assert room.editor.hasFocus()


def test_the_next_meeting_and_the_presenter_fill_by_themselves_and_people_are_offered_where_a_name_goes(room):
    meeting = room.stored()
    room.do(meetings.new_meeting, meeting.body.id, date=date(2026, 10, 6))
    room.do(agenda.change_item, replace(meeting.items[2], presenter="J Amari"))
    room.do(attendance.set_status, next(a for a in meeting.attendance if a.name == "I Nolan").id, Status.PRESENT)
    room.do(phrases.keep_phrase, Phrase("yy", "{presenter} and {person} report to {meeting}, so on {next meeting}."))
    room.enter(meeting, meeting.items[2].id)
    room.press("Ctrl+;")
    room.type("yy")
    room.press("Return")
    assert sheet(room) == (
        "J Amari and {person} report to the meeting on 6 October 2026, so on Tuesday 6 October 2026."
    )
    room.press("2")
    assert sheet(room).startswith("J Amari and I Nolan report")
    assert room.editor.textCursor().atBlockEnd()


def test_the_phrase_bank_opens_by_a_typed_line(room):
    room.type("/pb noted zz")
    room.press("Return", "Return")
    assert "noted Front door" in sheet(room)
    assert "/pb" not in sheet(room)


def test_the_time_is_the_one_on_the_wall(room):
    room.clock.go_on(61)
    room.type("At ")
    room.press("Ctrl+T")
    assert sheet(room) == "At 10.31 am"


def test_f8_goes_round_all_gaps_of_the_meeting_and_what_is_typed_fills_them(room):
    item = room.session.items[1]
    room.do(minutes.save_entries, item.id, (Paragraph("than @@ days"),))
    room.type("one @@ two {who}.")
    seen = []
    for chord in ("F8", "F8", "F8", "Shift+F8", "Shift+F8"):
        room.press(chord)
        seen.append((room.session.item.number, room.editor.textCursor().selectedText()))
    assert seen == [("2", "@@"), ("3", "@@"), ("3", "{who}"), ("3", "@@"), ("2", "@@")]
    room.type("nine")
    assert sheet(room) == "than nine days"
    room.press("F8")
    room.type("1")
    room.press("F8")
    room.type("Amari")
    assert sheet(room) == "one 1 two Amari."
    room.press("F8")
    assert room.said[-1] == "There is no gap to fill in this meeting"


def test_read_only_minutes_have_gaps_to_go_to_and_nothing_else(room):
    room.type("one @@ ")
    room.editor.set_read_only(True)
    room.press("F8")
    assert room.editor.textCursor().selectedText() == "@@"
    room.press("Ctrl+T", "Ctrl+;")
    assert sheet(room) == "one @@ "


def test_names_and_abbreviations_in_a_typed_line_are_those_of_the_record(room):
    room.type("/a ;kr to see every ya by 6/10")
    room.press("Return")
    room.type("/in ;in 9.40")
    room.press("Return")
    (action,) = (entry for entry in room.stored().items[2].entries if entry.kind == "action")
    assert (action.text, action.owners, str(action.due.date)) == (
        "see every young adult", ("Det Supt K Rowe",), "2026-10-06",
    )  # fmt: skip
    assert room.person("I Nolan").status is Status.PRESENT


def test_what_is_said_lies_over_neither_the_title_nor_the_sentence_nor_the_phrases(open_window, meeting):
    clerk = open_window(640, 560)
    clerk.enter(meeting)
    clerk.context.messages.say("Helen Ferrer: present", lambda: None)
    toast, editor = clerk.window.voice.toast, clerk.editor
    clerk.qtbot.waitUntil(toast.isVisible)
    clerk.press("Ctrl+;")

    def place(widget, area=None):
        return (area or widget.rect()).translated(widget.mapToGlobal(QPoint()))

    (offered,) = editor.viewport().findChildren(PhraseList)
    wanted = (clerk.room.sheet.head, offered)
    clerk.qtbot.waitUntil(lambda: not toast.isVisible() or not any(place(toast).intersects(place(w)) for w in wanted))
    assert not toast.isVisible() or not place(toast).intersects(place(editor.viewport(), editor.cursorRect()))
