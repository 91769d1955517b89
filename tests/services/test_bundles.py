"""What a register gives to a colleague, what that would change in another, and taking it in as one step."""

from dataclasses import replace

import pytest

from wibdesk.changes import BODIES, PHRASES, STYLES, TERMS
from wibdesk.domain.bundles import BodySetUp, Bundle, How, Part, ReadyPhrase, ReadyTerm, settings_findings
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.domain.people import Person
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.errors import UserError
from wibdesk.services import bodies, house_styles, phrases, terms
from wibdesk.services.bundles import bundle_findings, bundle_of, take_bundle

ABBREVIATION = TermKind.ABBREVIATION


def found(clerk, bundle, shipped=()):
    return [(f.part, f.what, f.how) for f in clerk.ask(bundle_findings, bundle, shipped)]


def fill(clerk):
    board = clerk.do(bodies.add_body, "Board", profile="parish_council", quorum="5", members=[Person("", "K Rowe")])
    clerk.do(house_styles.keep_style, "norbury", {"label": "Norbury"})
    clerk.do(bodies.change_body, bodies_style(board, "norbury"))
    clerk.do(phrases.keep_phrase, Phrase("Noted", "The Board noted it.", board.id))
    clerk.do(phrases.keep_phrase, Phrase("Agreed", "It was agreed."))
    clerk.do(terms.keep_term, Term(ABBREVIATION, "CLA", "Children Looked After"))
    clerk.do(terms.keep_term, Term(TermKind.WORD, "Amari"))
    return board


def bodies_style(body, style):
    return replace(body, house_style=style)


def test_a_register_gives_all_but_people_meetings_and_words_that_are_names(clerk):
    fill(clerk)
    given = clerk.ask(bundle_of)
    assert given.house_styles == (OwnStyle("norbury", {"label": "Norbury"}),)
    assert {(p.name, p.body) for p in given.phrases} == {("Noted", "Board"), ("Agreed", "")}
    assert given.terms == (ReadyTerm(ABBREVIATION, "CLA", "Children Looked After"),)
    (board,) = given.bodies
    assert (board.name, board.profile, board.house_style, board.quorum) == ("Board", "parish_council", "norbury", "5")
    assert "Rowe" not in repr(given)
    assert "Amari" not in repr(given)


def test_what_was_given_is_here_already(clerk):
    fill(clerk)
    given = clerk.ask(bundle_of)
    assert {how for _, _, how in found(clerk, given)} == {How.SAME}
    assert clerk.do(take_bundle, given) == ()


def test_all_of_it_is_taken_into_an_empty_register_in_one_step_and_taken_back_in_one(clerk, tmp_path):
    fill(clerk)
    given = clerk.ask(bundle_of)
    for body in clerk.ask(bodies.bodies):
        clerk.do(bodies.remove_body, body.id)
    for phrase in clerk.ask(phrases.all_phrases):
        clerk.do(phrases.remove_phrase, phrase.id)
    clerk.do(terms.remove_term, next(t.id for t in clerk.ask(terms.all_terms) if t.short == "CLA"))
    clerk.do(house_styles.remove_style, "norbury")
    assert {how for _, _, how in found(clerk, given)} == {How.NEW}
    taken = clerk.desk.write(take_bundle, given, undo="Settings taken in").result(20)
    assert taken.changes.touches(STYLES)
    assert taken.changes.touches(PHRASES, TERMS, BODIES)
    assert len(taken.value) == 5
    assert clerk.ask(bundle_of) == given
    (board,) = clerk.ask(bodies.bodies)
    assert {p.body_id for p in clerk.ask(phrases.all_phrases) if p.name == "Noted"} == {board.id}
    clerk.desk.undo().result(20)
    assert clerk.ask(bundle_of) == Bundle()


def test_what_is_here_under_the_same_name_is_replaced_and_keeps_its_place(clerk):
    board = fill(clerk)
    before = {p.name: p.id for p in clerk.ask(phrases.all_phrases)}
    other = Bundle(
        house_styles=(OwnStyle("norbury", {"label": "Norbury, new"}),),
        phrases=(ReadyPhrase("agreed", "Agreed unanimously."),),
        terms=(ReadyTerm(ABBREVIATION, "cla", "Child looked after"),),
        bodies=(BodySetUp("board", "general", "norbury", None, ("Welcome",)),),
    )
    assert {how for _, _, how in found(clerk, other)} == {How.REPLACES}
    clerk.do(take_bundle, other)
    assert {p.name: p.id for p in clerk.ask(phrases.all_phrases)} == before
    assert next(p.text for p in clerk.ask(phrases.all_phrases) if p.name == "Agreed") == "Agreed unanimously."
    now = clerk.ask(bodies.body, board.id)
    assert (now.name, now.profile, now.quorum, now.standing_items) == ("Board", "general", None, ("Welcome",))
    assert [style.label for style in clerk.ask(house_styles.own_styles)] == ["Norbury, new"]
    assert [t.full for t in clerk.ask(terms.all_terms) if t.short == "CLA"] == ["Child looked after"]


def test_phrases_of_a_body_that_is_not_here_are_for_every_body(clerk):
    clerk.do(take_bundle, Bundle(phrases=(ReadyPhrase("Own", "Ours.", "Somewhere else"),)))
    (own,) = clerk.ask(phrases.all_phrases)
    assert own.body_id is None


def test_a_style_with_the_name_of_a_shipped_one_gets_a_name_of_its_own(clerk):
    bundle = Bundle(
        house_styles=(OwnStyle("plain", {"label": "Their plain"}),),
        bodies=(BodySetUp("Board", house_style="plain"), BodySetUp("Other", house_style="nowhere")),
    )
    clerk.do(take_bundle, bundle, ("plain", "trust_board"))
    (style,) = clerk.ask(house_styles.own_styles)
    assert style.name == "their_plain"
    assert {b.name: b.house_style for b in clerk.ask(bodies.bodies)} == {"Board": "their_plain", "Other": None}


@pytest.mark.parametrize(
    "bad",
    [
        Bundle(phrases=(ReadyPhrase("Good", "Fine."), ReadyPhrase("Bad", " "))),
        Bundle(phrases=(ReadyPhrase("Good", "Fine."),), terms=(ReadyTerm(ABBREVIATION, "X", ""),)),
        Bundle(phrases=(ReadyPhrase("Good", "Fine."),), bodies=(BodySetUp("B", quorum="a few"),)),
    ],
)
def test_where_one_thing_is_refused_nothing_is_changed(clerk, bad):
    with pytest.raises(UserError):
        clerk.do(take_bundle, bad)
    assert clerk.ask(bundle_of) == Bundle()


def test_settings_and_keys_say_what_they_would_change():
    bundle = Bundle({"theme": "dark", "caret": "thin"}, {"undo": "F9", "palette": "F8", "keys": "F7"})
    findings = settings_findings(bundle, {"theme": "light", "caret": "thin"}, {"palette": "F3", "keys": "F7"})
    assert [(f.part, f.what, f.how, f.now) for f in findings] == [
        (Part.SETTINGS, "theme", How.REPLACES, "light"),
        (Part.SETTINGS, "caret", How.SAME, "thin"),
        (Part.KEYS, "undo: F9", How.NEW, ""),
        (Part.KEYS, "palette: F8", How.REPLACES, "F3"),
        (Part.KEYS, "keys: F7", How.SAME, "F7"),
    ]
    assert [how.words for how in How] == ["New", "Replaces yours", "You have it"]
