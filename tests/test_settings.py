"""Preferences are kept whole, survive a spoilt file and never trouble the clerk."""

import json

import pytest

from wibdesk.settings import Preferences, Settings


def test_what_is_changed_is_there_next_time(tmp_path):
    path = tmp_path / "config" / "settings.json"
    Settings(path).change(theme="dark", text_scale=1.5, folded={"compact agenda": True})
    now = Settings(path).now
    assert (now.theme, now.text_scale, now.folded) == ("dark", 1.5, {"compact agenda": True})
    assert now.last_body == ""


@pytest.mark.parametrize(
    "words",
    [
        *("", "{", "[]", "null", '"x"', "\x00\xff", '{"theme": 3, "text_scale": "big", "folded": []}'),
        *("[" * 200_000, '{"a":' * 100_000, '{"lock_after": ' + "9" * 5000 + "}", '{"lock_after": -5}'),
        '{"recent_meetings": {"x": 5}, "recent_registers": [1, null], "keys": {"undo": 5}, "folded": {"x": "y"}}',
        '{"preview": {"a": [1]}, "dismissed": {"a": 1}, "lock_after": 99999999999, "text_scale": NaN}',
    ],
)
def test_a_spoilt_file_gives_the_defaults_and_can_be_written_over(tmp_path, words):
    path = tmp_path / "settings.json"
    path.write_bytes(words.encode("latin-1"))
    settings = Settings(path)
    assert settings.now == Preferences()
    settings.change(theme="light")
    assert Settings(path).now.theme == "light"


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "mail": {"port": 587}}', "utf-8-sig")
    assert (Settings(path).now.theme, Settings(path).now.mail) == ("dark", {"port": 587})


def test_a_path_that_is_no_text_keeps_nothing_from_being_remembered(tmp_path):
    path = tmp_path / "settings.json"
    odd = b"/home/r\xe9gister.wibdesk".decode("utf-8", "surrogateescape")
    Settings(path).change(theme="dark", recent_registers=[odd])
    now = Settings(path).now
    assert (now.theme, now.recent_registers) == ("dark", [odd])


def test_keys_of_a_newer_desk_are_kept(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"spelling": "en_GB", "theme": "dark"}', "utf-8")
    Settings(path).change(theme="light")
    assert json.loads(path.read_text("utf-8"))["spelling"] == "en_GB"


def test_an_unknown_preference_is_a_bug(tmp_path):
    with pytest.raises(TypeError):
        Settings(tmp_path / "settings.json").change(colour="red")


def test_a_folder_that_cannot_be_written_leaves_the_choice_in_force(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    settings = Settings(blocked / "settings.json")
    settings.change(theme="dark")
    assert settings.now.theme == "dark"


def test_nothing_is_left_beside_the_file(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    for theme in ("dark", "light", "dark"):
        settings.change(theme=theme)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_without_a_path_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Settings().change(theme="dark")
    assert list(tmp_path.iterdir()) == []


def test_what_another_desk_changed_meanwhile_stays_unless_it_was_changed_here_too(tmp_path):
    path = tmp_path / "settings.json"
    here, there = Settings(path), Settings(path)
    here.change(theme="dark")
    there.change(caret="wide", text_scale=1.5)
    here.change(clerk="R Devlin")
    now = Settings(path).now
    assert (now.theme, now.caret, now.text_scale, now.clerk) == ("dark", "wide", 1.5, "R Devlin")
    here.change(caret="steady")
    here.change(theme="light")
    now = Settings(path).now
    assert (now.theme, now.caret, now.text_scale) == ("light", "steady", 1.5)


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "purple"), ("text_scale", 1.1), ("caret", ""), ("key_bar", "sometimes")]
)
def test_a_value_that_nobody_can_choose_counts_as_not_chosen(tmp_path, name, value):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({name: value, "clerk": "R Devlin"}), "utf-8")
    now = Settings(path).now
    assert getattr(now, name) == getattr(Preferences(), name)
    assert now.clerk == "R Devlin"
