"""The minutes of the meeting before, as a page: heads of items, lines with what stands beside them, no private word."""

from datetime import date

from wibdesk.domain.entries import Action, Amendment, Decision, Declaration, Paragraph, PrivateNote, Vote
from wibdesk.services.previous_minutes import previous_minutes


def test_each_line_has_its_place_and_what_stands_in_the_margin(clerk):
    body = clerk.body()
    july = clerk.meeting(body, date(2026, 7, 7))
    clerk.write(
        july.items[1],
        Paragraph("Heard."),
        PrivateNote("Ring Orla Quint first."),
        Decision(("the report be noted", "it come back"), "Agreed"),
        Action("write", ("Ann",)),
        Declaration("Ann", "4", "personal"),
        Amendment(place="page 5", was="x", now="y"),
        Vote("That it be so", votes_for=4),
        Paragraph(""),
    )
    found = clerk.desk.read(previous_minutes, clerk.meeting(body, date(2026, 9, 1)).id).result()
    assert [(line.label, line.words.partition(" ")[0]) for line in found.lines] == [
        ("", "Heard."), ("Agreed", "the"), ("", "it"), ("Action 2.1", "write"), ("Interest", "Ann"),
        ("Correction", "In"), ("Vote", "That"),
    ]  # fmt: skip
    place, head = found.heads[1]
    assert {line.place for line in found.lines} == {place}
    assert place == f"item 2, {july.items[1].title}"
    assert head == f"2  {july.items[1].title}"
    assert len(found.heads) == len(july.items)
