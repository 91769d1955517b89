"""The files that go with messages: made in the edition that each may have, and what is exempt in none of the public."""

import io
import zipfile
from datetime import date, datetime

import pytest

from tests.registers import Clerk
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.mail_proposal import FULL, PUBLIC
from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.gathering import gather
from wibdesk.mail_papers import MINUTES, mail_papers
from wibdesk.services import agenda, people
from wibdesk.services.mail_proposals import propose_mailing

NOW = datetime(2026, 9, 2, 9).astimezone()


@pytest.fixture
def clerk(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk")
    yield clerk
    clerk.desk.close()


@pytest.fixture
def meeting(clerk):
    body = clerk.body()
    for name in ("Ann", "Ben"):
        clerk.do(people.add_person, Person(body.id, name, email=f"{name}@example.org"))
    return clerk.meeting(body)


def papers(clerk, meeting, full_for=()):
    proposal = clerk.ask(propose_mailing, meeting.id, date(2026, 9, 2), full_for=full_for)
    return mail_papers(clerk.ask(gather, MINUTES, meeting_id=meeting.id, now=NOW), proposal.mails)


def words_of(file):
    with zipfile.ZipFile(io.BytesIO(file.data)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def test_minutes_with_nothing_exempt_are_made_once_in_word_and_pdf(clerk, meeting):
    made = papers(clerk, meeting)
    names = ["Norbury Board 2026-09-01 minutes draft.docx", "Norbury Board 2026-09-01 minutes draft.pdf"]
    assert {edition: [f.name for f in files] for edition, files in made.files.items()} == {PUBLIC: names}
    assert [(each.kind, each.edition, each.format) for each in made.exports] == [
        ("minutes", "public", "docx"),
        ("minutes", "public", "pdf"),
    ]
    assert made.files[PUBLIC][1].data.startswith(b"%PDF")


def test_what_is_exempt_stands_in_no_public_file_and_each_edition_says_which_it_is(clerk, meeting):
    exempt = clerk.item(meeting, "A contract", part=2, public_summary="A contract was let.")
    clerk.write(exempt, Paragraph("The winner was Zebra."))
    made = papers(clerk, meeting, full_for=["ann@example.org"])
    public, full = made.files[PUBLIC], made.files[FULL]
    assert public[0].name == "Norbury Board 2026-09-01 minutes draft public.docx"
    assert full[0].name == "Norbury Board 2026-09-01 minutes draft full, not for publication.docx"
    assert b"Zebra" not in words_of(public[0])
    assert b"A contract was let." in words_of(public[0])
    assert b"Zebra" in words_of(full[0])
    assert any(words.startswith("Left out of the public version of the minutes: item 7") for words in made.remarks)


def test_nothing_is_made_while_nothing_is_said_of_an_exempt_item(clerk, meeting):
    exempt = clerk.item(meeting, "A contract", part=2)
    clerk.write(exempt, Paragraph("Secret."))
    with pytest.raises(UserError, match="Write a public summary"):
        papers(clerk, meeting)
    clerk.do(agenda.remove_item, exempt.id)
    assert papers(clerk, meeting).files


def test_own_actions_bring_no_file(clerk, meeting):
    assert mail_papers(clerk.ask(gather, MINUTES, meeting_id=meeting.id, now=NOW), ()).files == {}
