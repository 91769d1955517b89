"""Distribution lists and templates: kept, changed, taken away and brought back by undo."""

from dataclasses import replace

import pytest

from wibdesk.domain.mail import MailKind, MailRecipient, MailTemplate
from wibdesk.domain.mail_words import DEFAULTS
from wibdesk.domain.people import Person
from wibdesk.errors import ChangedElsewhereError, UserError
from wibdesk.services import mail_lists, people


@pytest.fixture
def body(clerk):
    return clerk.body()


def test_a_list_keeps_its_order_and_undo_takes_a_line_back(clerk, body):
    ann = clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ann", " ann@example.org "), undo="Added")
    web = clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "", "web@example.org", MailKind.PUBLIC), undo="A")
    assert (ann.address, web.name) == ("ann@example.org", "web@example.org")
    assert clerk.ask(mail_lists.recipients, body.id) == (ann, web)
    clerk.do(mail_lists.remove_recipient, ann.id, undo="Removed")
    assert clerk.ask(mail_lists.recipients, body.id) == (web,)
    clerk.undo()
    assert clerk.ask(mail_lists.recipients, body.id) == (ann, web)
    clerk.do(mail_lists.keep_recipient, replace(ann, name="Ann Lee"), ann)
    assert [each.name for each in clerk.ask(mail_lists.recipients, body.id)] == ["Ann Lee", "web@example.org"]


def test_who_is_on_the_roster_has_the_address_of_there(clerk, body):
    person = clerk.do(people.add_person, Person(body.id, "Ann Lee", "Cllr Ann Lee", email="new@example.org"))
    clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ann", "old@example.org", person_id=person.id))
    (told,) = clerk.ask(mail_lists.recipients, body.id)
    assert (told.name, told.address) == ("Cllr Ann Lee", "new@example.org")
    with pytest.raises(UserError, match="Cllr Ann Lee is on the distribution list already"):
        clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "", person_id=person.id))
    clerk.do(people.remove_person, person.id)
    (told,) = clerk.ask(mail_lists.recipients, body.id)
    assert (told.name, told.address, told.person_id) == ("Ann", "old@example.org", None)


@pytest.mark.parametrize(
    ("name", "address", "gets", "words"),
    [
        ("", "", MailKind.MINUTES, "needs a name or an address"),
        ("Ben", "ben", MailKind.MINUTES, "has no @"),
        ("Ben", "ben@example.org", MailKind.ACTIONS, "choose one of the two"),
        ("Ben", "ANN@example.org", MailKind.MINUTES, "Ann is on the distribution list already"),
        ("B\nen", "ben@example.org", MailKind.MINUTES, "a line break"),
    ],
)
def test_a_line_that_will_not_do_is_refused(clerk, body, name, address, gets, words):
    clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ann", "ann@example.org"))
    with pytest.raises(UserError, match=words):
        clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, name, address, gets))


def test_somebody_without_an_address_stays_on_the_list_and_a_line_that_is_gone_is_told(clerk, body):
    kept = clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ann"))
    assert clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ben")).address == ""
    clerk.do(mail_lists.remove_recipient, kept.id)
    with pytest.raises(UserError, match="no longer on the distribution list"):
        clerk.do(mail_lists.remove_recipient, kept.id)


def test_words_of_the_body_come_before_those_for_all_and_those_before_the_shipped(clerk, body):
    shipped = DEFAULTS[MailKind.MINUTES]
    assert clerk.ask(mail_lists.template, MailKind.MINUTES, body.id) == shipped
    for_all = clerk.do(mail_lists.keep_template, replace(shipped, subject="For all"))
    assert for_all.id != shipped.id
    own = clerk.do(mail_lists.keep_template, replace(for_all, subject="Own", body_id=body.id, id="own"), undo="Own")
    assert clerk.ask(mail_lists.template, MailKind.MINUTES, body.id) == own
    assert clerk.ask(mail_lists.template, MailKind.MINUTES) == for_all
    clerk.undo()
    assert clerk.ask(mail_lists.template, MailKind.MINUTES, body.id) == for_all
    clerk.redo()
    assert clerk.do(mail_lists.remove_template, MailKind.MINUTES, body.id) == for_all
    assert clerk.do(mail_lists.remove_template, MailKind.MINUTES) == shipped
    with pytest.raises(UserError, match="no words of its own"):
        clerk.do(mail_lists.remove_template, MailKind.MINUTES)


def test_two_who_change_the_same_words_are_told(clerk):
    first = clerk.do(mail_lists.keep_template, MailTemplate(MailKind.SIGNATURE, "", "Ann"))
    again = clerk.do(mail_lists.keep_template, replace(first, words="Ann Lee"), first)
    assert again.id == first.id
    with pytest.raises(ChangedElsewhereError):
        clerk.do(mail_lists.keep_template, replace(first, words="A Lee"), first)
    with pytest.raises(UserError, match="There is no slot"):
        clerk.do(mail_lists.keep_template, replace(first, words="{nobody}"))
