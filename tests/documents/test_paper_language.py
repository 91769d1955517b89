"""Every word that the desk itself puts into a document or into minutes comes from the words of its language.

The records are typed in Greek letters and the desk writes in ⟦brackets⟧: a Latin letter outside came from the code.
"""

import ast
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, time, timedelta
from enum import Enum
from itertools import product
from pathlib import Path
from string import Formatter
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest
from icalendar import Calendar
from lxml import etree, html
from openpyxl import load_workbook

from tests import figure_facts
from tests.documents import samples
from tests.documents.making import possible
from wibdesk.documents.document import Document, texts
from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.making import make
from wibdesk.documents.material import LogOrder, Material
from wibdesk.documents.paper_language import ENGLISH, PSEUDO, languages, words_in
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS, formats_of
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Amendment, Declaration, Progress, Vote
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meeting_calendar import CalendarDate
from wibdesk.domain.meetings import MeetingType, NextMeeting, Stage
from wibdesk.domain.paper_words import PaperWords, write, write_counted, writing_in
from wibdesk.domain.plan_course import MilestoneChange, PlanCourse
from wibdesk.domain.plan_snapshot import Snapshot
from wibdesk.interchange.plan_workbook import read_workbook
from wibdesk.paths import resource

LATIN = re.compile(r"[A-Za-z]")
GREEK = {ord(letter): chr(0x3B1 + at % 17) for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
GREEK |= {ord(chr(letter - 32)): chr(ord(greek) - 32) for letter, greek in GREEK.items()}
KEPT = {"id", "person_id", "body_id", "item_id", "meeting_id", "milestone_id", "house_style", "profile", "rag", "uid"}
"""What is no word: it names a record, a style or a rule."""
PLAIN = replace(house_style("plain"), language=PSEUDO)
DAY = samples.NOW.date()


def typed(value: Any) -> Any:
    """Return a record with every word that somebody typed in Greek letters."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value.translate(GREEK)
    if isinstance(value, tuple | list):
        return type(value)(map(typed, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    words = {part.name: typed(getattr(value, part.name)) for part in fields(value) if part.name not in KEPT}
    if isinstance(value, Vote):
        # The side of a vote, the way it went and the style of a list are chosen, not typed.
        names = tuple((side, typed(who)) for side, who in value.names)
        words |= {"names": names, "casting_vote": value.casting_vote, "result": value.result}
    return replace(value, **(words | ({"style": value.style} if "style" in words else {})))


def eventful() -> Material:
    """Return a meeting in which everything happened that the desk has a sentence for."""
    chosen = samples.of_meeting(samples.board_meeting())
    meeting = chosen.sitting
    said = (
        Declaration("Ines Nolan", "4", "personal", "a colleague", left_room=True, took_part=True),
        Declaration("", None, "other", "", left_room=True, took_part=False),
        Amendment(DAY, "page 2", "a third", "a quarter", "Jo Amari"),
        Amendment(None, "", "", "a quarter"),
        Amendment(None, "", "a third"),
        Amendment(DAY, "page 2", "a third", "a quarter", "Jo Amari", "as typed"),
        Amendment(DAY, "", "", None, "Jo Amari"),
        Vote("Approve it", "carried", "Jo Amari", "Ines Nolan", 4, 1, 1, "for", (("for", ("Jo Amari",)),)),
        Vote("Approve it", "lost", "Jo Amari", "Ines Nolan", names=(("against", ("Jo Amari",)),), as_written="typed"),
    )
    first, *others = meeting.items
    people = (
        Attendee("Cllr A Bee", Status.PRESENT, chair=True, intervals=(Interval(time(10), time(10, 30), "3"),)),
        Attendee("Cllr C Dee", Status.PRESENT, intervals=(Interval(item="4"), Interval(time(11), time(11, 30)))),
        Attendee(None, Status.UNKNOWN), Attendee("Jo Amari", Status.ABSENT),
    )  # fmt: skip
    coming = (NextMeeting(DAY + timedelta(50), time(9), rearranged_from=DAY), NextMeeting(None, cancelled=True))
    details = replace(meeting.details, type=MeetingType.SPECIAL, contact="the clerk", public_present=4, end=time(12))
    return replace(
        chosen,
        meeting=replace(
            meeting, details=details, items=(replace(first, entries=(*first.entries, *said)), *others),
            attendance=(*meeting.attendance, *people), next_meetings=coming,
        ),
        actions=samples.action_log(12),
    )  # fmt: skip


def council() -> Material:
    """Return a council's meeting, as the dates of its calendar tell it."""
    dates = (
        CalendarDate("1", DAY - timedelta(40), time(9), time(11), ref="M1", stage=Stage.CLOSED),
        CalendarDate("2", DAY + timedelta(3), time(9), type=MeetingType.ANNUAL, ref="M2"),
        CalendarDate("3", DAY + timedelta(40), rearranged_from=DAY, cancelled=True),
        CalendarDate("4", DAY + timedelta(50)),
    )
    return replace(samples.of_meeting(samples.council_meeting()), meeting=None, dates=dates)


def moved_plan() -> Material:
    """Return a plan that slipped since its last update, with deadlines of every kind."""
    chosen = samples.of_plan()
    plan, at = chosen.plan, samples.NOW.astimezone() - timedelta(20)
    assert plan is not None
    first = plan.workstreams[0].activities[0].milestones[0]
    changes = {
        first.id: (MilestoneChange(first.id, at, first.text, Due(DueKind.DATE, date(2026, 1, 5)), Progress.OPEN),)
    }
    snapshot = Snapshot("July", at, (replace(first, due=Due()), replace(first, id="gone")))
    return replace(chosen, course=PlanCourse(plan, changes), last_update=snapshot)


MATERIALS: dict[str, Callable[[], Material]] = {
    "board": eventful,
    "council": lambda: samples.of_meeting(samples.council_meeting()),
    "calendar": council,
    "log": samples.of_log,
    "log by owner": lambda: samples.of_log(LogOrder.OWNER),
    "log by meeting": lambda: samples.of_log(LogOrder.MEETING, all_bodies=True),
    "empty log": lambda: samples.of_log(count=0),
    "register": samples.of_register,
    "plan": samples.of_plan,
    "moved plan": moved_plan,
    **{
        f"figures of {n}": lambda n=n: replace(samples.of_register(), facts=figure_facts.busy(n, n, n))
        for n in (1, 2, 3, 11)
    },
}


def made(material: Material, style: HouseStyle) -> Iterator[tuple[str, Document]]:
    """Yield every document that can be made of the material, by the name of its kind."""
    for kind in KINDS.values():
        if possible(kind, material):
            yield kind.name, make(kind, material, style, Edition.FULL)


def unsaid(words: str) -> str:
    """Return what stands outside the brackets, which may stand within each other."""
    bare = re.sub(r"⟦[^⟦⟧]*⟧", "", words)
    return bare if bare == words else unsaid(bare)


def of_tree(document: Document) -> Iterator[str]:
    """Yield all words of a document before it is written."""
    yield from (*texts(document), document.title, document.subject, document.header, document.status or "")
    for sheet in document.sheets:
        yield from (sheet.name, *(column.name for column in sheet.columns))
        yield from (cell for row in sheet.rows for cell in row if isinstance(cell, str))
    for entry in document.dates:
        yield from (entry.words, entry.place, entry.about)


def in_word(data: bytes) -> Iterator[str]:
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if re.match(r"word/(document|header|footer)\d*\.xml", name) or name == "docProps/core.xml":
                root = etree.fromstring(parts.read(name))
                yield from ("".join(block.itertext("{*}t")) for block in root.iter("{*}p"))
                yield from (picture.get("descr") or "" for picture in root.iter("{*}docPr"))
                yield from (words.text or "" for words in root.iter("{*}title", "{*}subject"))


def in_pdf(data: bytes) -> Iterator[str]:
    # Words that a line breaks in two are one again without the blanks.
    yield "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def in_html(data: bytes) -> Iterator[str]:
    page = html.document_fromstring(data.decode())
    sheet = "".join(page.xpath("//style/text()"))
    for said in re.findall(r"content: ([^;]*);", sheet):
        yield re.sub(r"counter\(\w+\)", "", re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), said))
    yield from page.xpath("//title/text() | //@alt | //@aria-label")
    yield page.find("body").text_content()


def in_workbook(data: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        yield sheet.title
        yield sheet.oddFooter.left.text.replace("&P", "").replace("&N", "")
        yield from (cell for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str))


def in_calendar(data: bytes) -> Iterator[str]:
    calendar = Calendar.from_ical(data)
    yield str(calendar["x-wr-calname"])
    for event in calendar.walk("VEVENT"):
        yield from (str(event.get(name, "")) for name in ("summary", "location", "description"))


def in_text(data: bytes) -> Iterator[str]:
    yield data.decode()


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "docx": in_word, "pdf": in_pdf, "html": in_html, "xlsx": in_workbook, "ics": in_calendar, "txt": in_text,
    "csv": in_text,
}  # fmt: skip
FORMS = tuple(
    replace(PLAIN, attendance=there, absence=there, actions=actions, item_times=times, exempt_words="{paragraph}")
    for there, (actions, times) in product(
        ("groups", "lines", "table"), (("list", "before"), ("table", "under"), ("column", "never"))
    )
) + tuple(replace(PLAIN, actions=actions, signature=False) for actions in ("inline", "paragraph", "end"))
"""The forms that a style may choose, with no words of its own."""


@pytest.mark.parametrize("name", MATERIALS)
def test_no_word_of_the_desk_stands_outside_the_words_of_the_language(name: str) -> None:
    material = typed(MATERIALS[name]())
    for style in (PLAIN, *(FORMS if name in ("board", "council") else ())):
        for kind, document in made(material, style):
            assert document.language == PSEUDO
            for words in of_tree(document):
                assert not LATIN.search(unsaid(words)), (kind, words)


@pytest.mark.parametrize("ending", READERS)
def test_the_writers_put_no_other_words_in(ending: str) -> None:
    written = set()
    for material in MATERIALS.values():
        for kind, document in made(typed(material()), PLAIN):
            if ending in formats_of(KINDS[kind]) and kind not in written:
                written.add(kind)
                for words in READERS[ending](WRITERS[ending](document, PLAIN)):
                    assert not LATIN.search(unsaid(words)), (kind, words)
    assert written


def test_a_plan_reads_back_from_a_workbook_in_another_language() -> None:
    plan = samples.improvement_plan()
    document = make(KINDS["plan"], replace(samples.of_plan(), plan=plan), PLAIN, Edition.FULL)
    found = read_workbook(WRITERS["xlsx"](document, PLAIN), name="x", on=DAY).plan
    assert (found.title, found.period, found.updated) == (plan.title, plan.period, plan.updated)
    told = [[(m.text, m.due, m.status) for a in w.activities for m in a.milestones] for w in found.workstreams]
    assert told == [[(m.text, m.due, m.status) for a in w.activities for m in a.milestones] for w in plan.workstreams]
    assert [len(section.entries) for section in found.sections] == [len(section.entries) for section in plan.sections]


def test_what_a_style_says_in_its_own_words_stands_above_those_of_the_language() -> None:
    style = replace(PLAIN, minutes_title="The record", draft_words="Not agreed yet")
    document = make(KINDS["minutes"], samples.of_meeting(samples.board_meeting()), style, Edition.FULL)
    assert "The record" in document.title
    assert "⟦" not in document.subject
    assert (document.status or "").startswith("Not agreed yet")


def test_words_of_a_language_are_those_of_the_nearest_that_has_a_file() -> None:
    assert words_in("en-GB") is words_in("EN-gb") is words_in("en-US") is words_in("tlh")
    assert words_in("en-GB").language == ENGLISH
    assert ENGLISH in languages()
    assert words_in(PSEUDO).language == PSEUDO


def test_the_clerk_is_told_of_a_language_that_the_desk_has_no_words_of() -> None:
    chosen = samples.of_meeting(samples.board_meeting())
    for code, told in (("en", False), ("en-US", False), (PSEUDO, False), ("tlh", True)):
        document = make(KINDS["agenda"], chosen, replace(PLAIN, language=code), Edition.FULL)
        assert (document.language, any("no words in" in remark for remark in document.remarks)) == (code, told)


def test_a_language_has_forms_of_its_own_for_exact_numbers() -> None:
    forms = {"one": "{number} ci", "many": "{number} o gŵn", "2": "{number} gi"}
    with writing_in(PaperWords("cy", {"Owner": "Perchennog"}, {"{number} dogs": forms})):
        said = [write_counted(number, "{number} dog", "{number} dogs") for number in (0, 1, 2, 3)]
        assert said == ["0 o gŵn", "1 ci", "2 gi", "3 o gŵn"]
        assert (write("Owner"), write("{of} unknown", of="Words")) == ("Perchennog", "Words unknown")
        assert write_counted(2, "{number} cat", "{number} cats") == "2 cats"
    assert (write("Owner"), write_counted(2, "{number} dog", "{number} dogs")) == ("Owner", "2 dogs")


def calls(*names: str) -> Iterator[list[Any]]:
    """Yield the arguments that are plain words of every call of these functions in the code."""
    root = Path(__file__).resolve().parent.parent.parent
    for path in (*(root / "wibdesk").rglob("*.py"), *(root / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in names:
                yield [part.value if isinstance(part, ast.Constant) else None for part in node.args]


def test_the_english_file_has_every_word_that_is_written_and_no_other() -> None:
    data = json.loads(resource(f"words/{ENGLISH}.json").read_text(encoding="utf-8"))
    used = {words for words, *_ in calls("write", "to_write") if words is not None}
    assert used - data["said"].keys() == data["said"].keys() - used == set()
    counted = {many: {"one": one, "many": many} for _, one, many in calls("write_counted")}
    assert counted == data["counted"]
    assert all(key == words for key, words in data["said"].items())


@pytest.mark.parametrize("language", languages())
def test_words_of_a_language_fill_the_places_that_the_english_ones_name(language: str) -> None:
    words, english = words_in(language), words_in(ENGLISH)
    assert words.said.keys() <= english.said.keys()
    assert words.counted.keys() <= english.counted.keys()
    pairs = [*words.said.items(), *((key, said) for key, forms in words.counted.items() for said in forms.values())]
    for key, said in pairs:
        assert places(said) <= places(key), said


def places(words: str) -> set[str]:
    """Return the names of the places in words."""
    return {name for _, name, _, _ in Formatter().parse(words) if name}
