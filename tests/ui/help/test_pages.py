"""The pages of the help hold together: each place has one, links lead, pictures are there, keys exist."""

import re

import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from tests.ui.benches import Opened
from ui.app import PLACES as PLACES_OF_THE_DESK
from ui.app import Start
from ui.places.help.contents import DOINGS, GROUPS, NEWS, PLACES, page_names
from ui.places.help.library import library, read
from ui.places.help.news import changes_file, page_of
from ui.places.help.searching import find
from ui.places.help.text import Look, Picture, anchor_of, lines_of, parse, stretches_of, words_of
from wibdesk import demo
from wibdesk.language import SPOKEN
from wibdesk.paths import resource

OWN = [name for name in page_names() if name != NEWS]
MOST = 3_000_000
TYPED_OR_PLAIN = (
    *"Tab Enter Esc ↑ ↓ ← → PgUp PgDn Space ; @@ ;jb".split(),
    *("Shift ↓", "Ctrl X", "Ctrl Alt", "Alt ←", "Alt →", "1.", "1", "2"),
)
"""Keys that every text or list has, and what is typed into one, beside what begins with a stroke."""


def test_every_place_has_a_page():
    assert {place_id for place_id, *_ in PLACES_OF_THE_DESK} <= set(PLACES)


def test_every_page_named_is_there_and_every_file_is_named():
    files = {path.stem for path in resource("help").glob("*.md")}
    assert files == set(OWN)
    assert len(page_names()) == len(set(page_names()))
    assert all(group.heading for group in GROUPS)


@pytest.mark.parametrize("address", sorted({*PLACES.values(), *DOINGS.values()}))
def test_every_address_for_a_place_leads_to_its_section(address):
    name, _, anchor = address.partition("#")
    assert anchor in [section.anchor for section in library()[name].sections] or not anchor


@pytest.mark.parametrize("name", OWN)
def test_a_page_has_a_heading_short_sections_and_links_that_lead(name):
    page = read(name)
    assert page.heading
    anchors = [section.anchor for section in page.sections]
    assert len(anchors) == len(set(anchors))
    lines = [line for section in page.sections for block in section.blocks for line in lines_of(block)]
    assert max(len(words_of(line).split()) for line in lines) < 90
    for link in (stretch.to for stretch in stretches_of(page) if stretch.look is Look.LINK):
        if not link.startswith("command:"):
            to, _, anchor = link.partition("#")
            assert anchor in [section.anchor for section in library()[to].sections], link


def test_every_picture_is_there_says_what_it_shows_and_all_are_small():
    pictures = [b for page in library().values() for s in page.sections for b in s.blocks if isinstance(b, Picture)]
    assert pictures
    for picture in pictures:
        assert QImageReader(str(resource(f"help/{picture.file}"))).size().width() > 200, picture.file
        assert len(picture.words) > 20
    files = list(resource("help/pictures").iterdir())
    assert {f"pictures/{file.name}" for file in files} == {picture.file for picture in pictures}
    assert sum(file.stat().st_size for file in files) < MOST


def test_markdown_is_read_as_it_is_meant():
    text = "# Votes\n\nPress `/v` **now**.\n\n- one\n  more\n- [two](room#start)\n\n"
    text += "## A tie\n\n1. first\n2. then\n\n![Words](a.png)"
    page = parse("votes", text)
    lead, tie = page.sections
    assert (page.heading, tie.heading, tie.anchor) == ("Votes", "A tie", "a-tie")
    assert [s.look for s in lead.blocks[0].line] == [Look.PLAIN, Look.KEY, Look.PLAIN, Look.STRONG, Look.PLAIN]
    assert [words_of(line) for line in lead.blocks[1].lines] == ["one more", "two"]
    assert not lead.blocks[1].steps
    assert tie.blocks[0].steps
    assert [words_of(line) for line in lines_of(tie.blocks[1])] == ["Words"]
    assert tie.words() == "first then Words"
    assert anchor_of("The clerk’s “own” keys") == "the-clerks-own-keys"


def test_what_is_new_comes_from_the_one_file_of_changes():
    assert changes_file() is not None
    page = library()[NEWS]
    assert page.sections[1].heading in changes_file().read_text("utf-8")


def test_what_is_new_tells_of_the_last_releases_alone():
    text = "# Changed\n\n" + "\n\n".join(f"## 0.{n}\n\n### Added\n- Thing {n}." for n in (5, 4, 3, 2))
    page = page_of(text)
    assert [section.heading for section in page.sections if section.heading] == ["0.5", "0.4", "0.3"]
    assert "not part of this copy" in page_of("").sections[0].words()


@pytest.fixture
def welsh(tmp_path):
    """Two pages as they are shipped, one of them in Welsh too."""
    (tmp_path / "cy").mkdir()
    (tmp_path / "votes.md").write_text("# Votes\n\nBy hand.\n\n## The vote is a tie\n\nPress `/v`.", "utf-8")
    (tmp_path / "room.md").write_text("# The room\n\nHere.", "utf-8")
    (tmp_path / "cy" / "votes.md").write_text(
        "# Pleidleisiau\n\nÂ llaw.\n\n## Pleidlais gyfartal\n\nGyda `/v` yn y tŷ.", "utf-8"
    )
    return tmp_path


def test_a_page_is_read_in_the_language_of_the_screen_and_links_lead_to_its_sections(welsh):
    page = read("votes", "cy_GB", welsh)
    assert (page.heading, page.sections[1].heading) == ("Pleidleisiau", "Pleidlais gyfartal")
    assert [section.anchor for section in page.sections] == ["", "the-vote-is-a-tie"]
    assert [hit.section.heading for hit in find([page], "ty")] == ["Pleidlais gyfartal"]


def test_what_a_language_lacks_is_read_in_english(welsh):
    assert read("room", "cy", welsh).heading == "The room"
    assert [read("votes", code, welsh).heading for code in ("en", "pseudo", "../cy", "")] == ["Votes"] * 4


def test_a_page_with_other_sections_than_the_english_one_is_shown_as_it_is(welsh):
    (welsh / "cy" / "votes.md").write_text("# Pleidleisiau\n\nUn peth.\n\n## Dau\n\n.\n\n## Tri\n\n.", "utf-8")
    assert [section.anchor for section in read("votes", "cy", welsh).sections] == ["", "dau", "tri"]


@pytest.mark.usefixtures("english_again")
def test_the_library_follows_the_language_that_is_spoken():
    SPOKEN.speak(lambda words, _meaning, _number: words.upper(), "cy")
    assert (library()[NEWS].heading, library()["room"].heading) == ("WHAT IS NEW", read("room").heading)
    SPOKEN.speak(None)
    assert library()[NEWS].heading == "What is new"


@pytest.fixture
def english_again():
    """English at the end."""
    yield
    SPOKEN.speak(None)


def keys_of_the_help():
    """Every key that a page names, with the page."""
    return {(s.words, name) for name in OWN for s in stretches_of(read(name)) if s.look is Look.KEY}


@pytest.fixture(scope="module")
def known(qapp, tmp_path_factory):
    """Every key of every command of the desk, taken from the demo with each place visited."""
    folder = tmp_path_factory.mktemp("demo")
    demo.build(folder / "register.wibdesk")
    opened = Opened(folder, Start(folder / "register.wibdesk", meeting_ref="M6")).ready()
    for place_id, *_ in PLACES_OF_THE_DESK:
        if place_id not in ("locked", "opening"):
            opened.window.go(place_id)
            opened.until(lambda: opened.context.tasks.busy == 0, "the place has answered")
    opened.window.go("room")
    opened.press("Shift+F5")
    opened.until(lambda: opened.context.tasks.busy == 0, "it is read back")
    commands = opened.context.commands.built_in.values()
    keys = {key for command in commands for key in (*command.keys, *command.also)}
    ids = set(opened.context.commands.built_in)
    opened.close()
    qapp.setStyleSheet("")
    QApplication.processEvents()
    return keys, ids


def test_every_key_that_the_help_names_is_a_key_of_the_desk(known):
    keys, _ = known
    wrong = [
        (key, page)
        for key, page in sorted(keys_of_the_help())
        if key not in keys and key not in TYPED_OR_PLAIN and key.split()[0] not in keys
    ]
    assert wrong == []


def test_every_command_that_a_link_gives_is_a_command_of_the_desk(known):
    _, ids = known
    links = {s.to for name in OWN for s in stretches_of(read(name)) if s.to.startswith("command:")}
    assert links
    assert {link.removeprefix("command:") for link in links} <= ids


def test_the_pages_say_nothing_that_the_design_forbids():
    for name in OWN:
        text = resource(f"help/{name}.md").read_text("utf-8")
        assert not re.search(r"\bplease\b|successfully|!(?!\[)|\bOops\b|\bclick\b", text, re.IGNORECASE), name
