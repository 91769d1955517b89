"""Any file at all is refused in one sentence, or it is stored, comes out again the same, and can be read again.

Some hundred files; `WIBDESK_LONG=1` in the environment makes it ten thousand.
"""

import copy
import json
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interchange.bad_files import GOOD
from tests.interchange.contract import normal, without_references
from tests.interchange.documents import MEETING_FILES, PLAN_FILES
from tests.registers import Clerk
from wibdesk.domain.meetings import Meeting
from wibdesk.errors import UserError
from wibdesk.interchange.json_text import decode
from wibdesk.interchange.meeting_file import read_text, write_meeting, write_plan
from wibdesk.services import meetings, plans, transfer

fuzzed = settings(
    max_examples=2_500 if os.environ.get("WIBDESK_LONG") else 40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
WORDS = st.text(max_size=8) | st.sampled_from(
    [
        "wibdesk.meeting",
        "../..",
        "=1+1",
        "\0",
        "\ud800",
        "\u202e",
        "2026-02-30",
        "24:00",
        "9" * 40,
        " ",
        "[x](file:///y)",
    ]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.just(10**4000),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def clerk(tmp_path_factory):
    """A clerk at a register that takes in whatever can be taken in."""
    clerk = Clerk(tmp_path_factory.mktemp("fuzzed") / "register.wibdesk")
    yield clerk
    clerk.desk.close()


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Return every place of a document as its holder and key."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [spot for key in keys for spot in ((value, key), *spots(value[key]))]


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """Return a sound document with a few of its values exchanged, doubled, or taken out, and keys put in."""
    document = copy.deepcopy(draw(st.just(GOOD) | MEETING_FILES | PLAN_FILES))
    for _ in range(draw(st.integers(0, 2))):
        holder, key = draw(st.sampled_from(spots(document)))
        change = draw(st.sampled_from(["exchange", "move", "take out", "put in"]))
        if change == "exchange":
            holder[key] = draw(ANYTHING)
        elif change == "move":
            other, place = draw(st.sampled_from(spots(document)))
            holder[key] = copy.deepcopy(other[place])
        elif change == "take out":
            del holder[key]
        elif isinstance(holder, dict):
            holder[draw(WORDS)] = draw(ANYTHING)
        else:
            holder.insert(0, draw(ANYTHING))
        if not spots(document):
            break
    return document


def hand_over(clerk: Clerk, data: bytes) -> None:
    """Hand a file over; whatever is not refused must come out of the register as it came in."""
    try:
        text = decode(data)
        record = read_text(text, name="file")
        put = transfer.put_meeting if isinstance(record, Meeting) else transfer.put_plan
        stored = clerk.do(put, record, replace=True)
    except UserError as refusal:
        sentence = str(refusal)
        assert sentence
        assert "\n" not in sentence
        assert len(sentence) < 600
        return
    if isinstance(record, Meeting):
        again = write_meeting(clerk.ask(meetings.meeting, stored.id))
    else:
        again = write_plan(clerk.ask(plans.find_plan, stored.ref))
    read_text(again, name="again")
    first, second = (without_references(normal(json.loads(words.removeprefix("\ufeff")))) for words in (text, again))
    assert first["body"]["name"].casefold() == second["body"]["name"].casefold()
    assert {**first, "body": None} == {**second, "body": None}


@given(changed())
@fuzzed
def test_a_sound_file_with_anything_in_the_place_of_anything(clerk: Clerk, document: Any):
    hand_over(clerk, json.dumps(document).encode())


@given(changed(), st.data())
@fuzzed
def test_a_sound_file_with_its_bytes_spoilt(clerk: Clerk, document: Any, data: st.DataObject):
    whole = bytearray(json.dumps(document, ensure_ascii=data.draw(st.booleans())).encode(errors="surrogatepass"))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole)))
        end = start + data.draw(st.integers(0, 3))
        whole[start:end] = data.draw(st.binary(max_size=3) | st.sampled_from([b'"', b"{", b"]", b",", b"\\u0000"]))
    hand_over(clerk, bytes(whole))


@given(ANYTHING)
@fuzzed
def test_any_json_at_all(clerk: Clerk, value: Any):
    hand_over(clerk, json.dumps(value).encode())


@given(st.binary(max_size=200))
@fuzzed
def test_any_bytes_at_all(clerk: Clerk, data: bytes):
    hand_over(clerk, data)
