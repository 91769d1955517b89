"""What a verb is given becomes JSON and the same values again; nothing else is taken for a value."""

import dataclasses
import importlib
import json
import pkgutil
from datetime import UTC, date, datetime, time
from enum import Enum

import pytest
from hypothesis import given, settings

import wibdesk.domain
from tests.strategies import meetings
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.store.rescue.coding import UnknownTypeError, decoded, encoded, known_types


@settings(max_examples=50, deadline=None)
@given(meetings())
def test_a_whole_meeting_comes_back_the_same(meeting):
    assert decoded(encoded(meeting)) == meeting


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        7,
        1.5,
        "Words – مجلس \ud800",
        (1, (2, "three")),
        [1, [2]],
        {1, 2},
        frozenset({"a"}),
        {"settings": {"label": "Norbury", "sizes": [1, 2]}},
        b"\x00\xff",
        date(2028, 2, 29),
        time(18, 2),
        datetime(2026, 9, 1, 18, 2, tzinfo=UTC),
        Progress.DONE,
        Action("Agree", ("Ann",), status=Progress.DONE),
        BodyFile("b", FileKind.LOGO, "logo.png", b"\x89PNG"),
    ],
)
def test_a_value_comes_back_with_its_type(value):
    back = decoded(encoded(value))
    assert back == value
    assert type(back) is type(value)


def test_every_record_and_choice_of_the_domain_is_known():
    found = set()
    for module in pkgutil.iter_modules(wibdesk.domain.__path__):
        for each in vars(importlib.import_module(f"wibdesk.domain.{module.name}")).values():
            if isinstance(each, type) and (dataclasses.is_dataclass(each) or issubclass(each, Enum)):
                found.add(each)
    assert {each for each in found if each.__module__.startswith("wibdesk.domain.")} == set(known_types().values())


@dataclasses.dataclass(frozen=True)
class Stranger:
    """A record that is none of the domain's."""

    words: str = "x"


class Odd(str):
    """Words of a kind of their own."""

    __slots__ = ()


@pytest.mark.parametrize("value", [object(), Stranger(), Stranger, Odd("x"), {1: 2}, 1 + 2j, len])
def test_what_is_no_value_of_the_domain_is_refused(value):
    with pytest.raises(UnknownTypeError):
        encoded((value,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1]",
        "{}",
        '{"tuple":[1],"list":[2]}',
        '{"record":["os.system",{"command":"true"}]}',
        '{"record":["entries.Paragraph",{"secret":1}]}',
        '{"record":["entries.Paragraph"]}',
        '{"choice":["entries.Progress","no such"]}',
        '{"choice":["wibdesk.errors.UserError","x"]}',
        '{"date":"yesterday"}',
        '{"bytes":"***"}',
        '{"module":"os"}',
        '{"mapping":[1]}',
        '{"tuple":' * 5000,
        json.dumps({"tuple": None}),
    ],
)
def test_what_stands_for_no_value_is_refused(text):
    with pytest.raises(UnknownTypeError):
        decoded(text)
