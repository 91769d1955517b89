"""A bundle for a colleague goes round unharmed; a file that is none is refused in one sentence."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wibdesk.domain.bundles import BodySetUp, Bundle, Part, ReadyPhrase, ReadyTerm, may_be_own
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.domain.terms import TermKind
from wibdesk.errors import UserError
from wibdesk.interchange.bundle_file import LARGEST, read_bundle, save_bundle, write_bundle
from wibdesk.paths import resource
from wibdesk.settings import CHOICES, SHARED, Preferences

WHOLE = Bundle(
    {"theme": "dark", "text_scale": 1.5, "check_spelling": False, "lock_after": 5},
    {"palette": "Ctrl Shift 9", "undo": ""},
    (OwnStyle("norbury", {"label": "Norbury", "initials": True}),),
    (ReadyPhrase("Noted", "The Board noted the report."), ReadyPhrase("Own", "Ours alone {person}.", "Board")),
    (ReadyTerm(TermKind.ABBREVIATION, "CLA", "Children Looked After"), ReadyTerm(TermKind.TERM, "vires", "", "Board")),
    (BodySetUp("Board", "parish_council", "norbury", "1/3", ("Welcome",)), BodySetUp("Bare")),
)
HEAD = {"format": "wibdesk.settings", "version": 1}


def test_a_bundle_is_read_as_it_was_written(tmp_path):
    save_bundle(WHOLE, tmp_path / "a.wibset")
    assert read_bundle(tmp_path / "a.wibset") == WHOLE
    save_bundle(Bundle(), tmp_path / "empty.wibset")
    assert read_bundle(tmp_path / "empty.wibset") == Bundle()


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(
    st.builds(
        Bundle,
        keys=st.dictionaries(words, st.sampled_from(["", "F9", "Ctrl Shift 9", "Alt Q"]), max_size=4),
        phrases=st.lists(st.builds(ReadyPhrase, words, words, st.just("") | words), max_size=4).map(tuple),
        terms=st.lists(
            st.builds(ReadyTerm, st.sampled_from([TermKind.ABBREVIATION, TermKind.TERM]), words, words), max_size=4
        ).map(tuple),
    )
)
def test_any_words_go_round(tmp_path_factory, bundle):
    path = tmp_path_factory.mktemp("bundle") / "any.wibset"
    save_bundle(bundle, path)
    assert read_bundle(path) == bundle


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
near = st.fixed_dictionaries(
    {},
    optional={
        "settings": anything | st.dictionaries(st.sampled_from(SHARED), anything, max_size=3),
        "keys": anything | st.dictionaries(words, words, max_size=3),
        **{
            name: anything | st.lists(st.dictionaries(st.sampled_from(keys), anything, max_size=4), max_size=3)
            for name, keys in (
                ("phrases", ["name", "text", "body"]),
                ("terms", ["kind", "short", "full", "body"]),
                ("house_styles", ["name", "style"]),
                ("bodies", ["name", "profile", "quorum", "standing_items"]),
            )
        },
    },
)


@settings(max_examples=2000 if os.environ.get("WIBDESK_LONG") else 40, deadline=None)
@given(near)
def test_whatever_a_file_holds_it_is_a_bundle_or_refused_in_words(tmp_path_factory, document):
    path = tmp_path_factory.mktemp("bundle") / "any.wibset"
    path.write_text(json.dumps({**HEAD, **document}), "utf-8")
    read = read_or_refused(path)
    assert isinstance(read, Bundle) or (read.startswith("any.wibset: ") and "\n" not in read)


def read_or_refused(path):
    try:
        return read_bundle(path)
    except UserError as refused:
        return str(refused)


def test_the_schema_knows_the_preferences_that_are_shared_and_what_they_may_be():
    known = json.loads(resource("schema/settings.schema.json").read_text("utf-8"))["properties"]["settings"]
    assert set(known["properties"]) == set(SHARED)
    for name, choices in CHOICES.items():
        assert known["properties"][name]["enum"] == list(choices)
    first = Preferences()
    now = Bundle({name: getattr(first, name) for name in SHARED})
    assert '"check_spelling": true' in write_bundle(now)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "curly bracket"),
        ("[]", "curly bracket"),
        ("{", "ends in the middle"),
        ("\x00\x01", "curly bracket"),
        ('{"format": "wibdesk.meeting", "version": 1}', "format: “wibdesk.meeting” is not “wibdesk.settings”"),
        ('{"version": 1}', "no settings file"),
        ('{"format": "wibdesk.settings", "version": 2}', "newer than this program reads"),
        ('{"format": "wibdesk.settings", "version": ' + "9" * 4000 + "}", "9… is newer than this program reads"),
        ('{"format": "wibdesk.settings", "version": true}', "version: true is not 1"),
        ('{"format": "wibdesk.settings"}', "version: is missing"),
        (json.dumps({**HEAD, "settings": {"theme": "pink"}}), "settings.theme: “pink” is not one of"),
        (json.dumps({**HEAD, "settings": {"text_scale": 40}}), "settings.text_scale"),
        (json.dumps({**HEAD, "settings": {"mail": {"host": "x"}}}), "settings.mail: this key is not part"),
        (json.dumps({**HEAD, "people": []}), "people: this key is not part"),
        (json.dumps({**HEAD, "keys": {"undo": "Enter"}}), "keys.undo: “Enter” cannot be a key"),
        (json.dumps({**HEAD, "keys": {"undo": "Ctrl C"}}), "keys.undo"),
        (json.dumps({**HEAD, "phrases": [{"name": "x"}]}), "phrases[0].text: is missing"),
        (json.dumps({**HEAD, "phrases": [{"name": "x", "text": "y" * 5001}]}), "phrases[0].text"),
        (json.dumps({**HEAD, "terms": [{"kind": "word", "short": "Amari", "full": ""}]}), "terms[0].kind"),
        (json.dumps({**HEAD, "house_styles": [{"name": "../up", "style": {}}]}), "house_styles[0].name"),
        (json.dumps({**HEAD, "house_styles": [{"name": "a", "style": {"text_size": "big"}}]}), "house_styles[0]"),
        (json.dumps({**HEAD, "bodies": [{"name": "B", "members": []}]}), "bodies[0].members: this key is not part"),
        (json.dumps({**HEAD, "lots": [[[]] * 9] * 9000}), "commas and brackets"),
    ],
)
def test_a_file_that_is_no_bundle_is_refused_in_one_sentence(tmp_path, text, sentence):
    path = tmp_path / "bad.wibset"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        read_bundle(path)
    assert str(refused.value).startswith("bad.wibset: ")
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300


def test_a_file_too_large_or_in_another_encoding_or_gone_is_refused(tmp_path):
    large, other = tmp_path / "large.wibset", tmp_path / "other.wibset"
    large.write_bytes(b"{" * (LARGEST + 1))
    other.write_bytes("{é}".encode("latin-1"))
    for path, sentence in ((large, "larger than 5 MB"), (other, "UTF-8"), (tmp_path / "gone", "cannot be read")):
        with pytest.raises(UserError, match=sentence):
            read_bundle(path)
    with pytest.raises(UserError, match="cannot be written there"):
        save_bundle(WHOLE, tmp_path / "no folder" / "a.wibset")


@pytest.mark.parametrize("key", ["", "F2", "Shift F9", "Ctrl Shift 9", "Alt ↑", "Ctrl +"])
def test_a_key_with_ctrl_or_alt_and_a_function_key_may_be_own(key):
    assert may_be_own(key)


@pytest.mark.parametrize(
    "key", ["A", "Enter", "Esc", "Tab", "Shift A", "Ctrl Alt T", "Ctrl V", "Ctrl Ctrl T", "F25", " "]
)
def test_a_key_that_is_typed_or_needed_may_not_be_own(key):
    assert not may_be_own(key)


def test_parts_are_counted_and_taken_apart():
    assert WHOLE.counts() == {
        Part.SETTINGS: 4, Part.KEYS: 2, Part.STYLES: 1, Part.PHRASES: 2, Part.TERMS: 2, Part.BODIES: 2,
    }  # fmt: skip
    some = WHOLE.only({Part.KEYS, Part.TERMS})
    assert some.counts() == {Part.KEYS: 2, Part.TERMS: 2}
    assert all(part.words and part.words[0].isupper() for part in Part)
