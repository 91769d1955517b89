"""Settings given to a colleague and taken in by the command line."""

import json

from wibdesk.paths import settings_file
from wibdesk.settings import Settings


def test_a_file_goes_from_one_register_to_another_and_names_nobody(filled, register, tmp_path):
    Settings(settings_file()).change(
        theme="dark", keys={"palette": "F8"}, clerk="R Devlin", mail={"host": "mail.example"}
    )
    path = tmp_path / "for a colleague.wibset"
    given = filled("settings", "export", path)
    assert given.code == 0
    assert given.lines[0].startswith(f"{path}\tsettings 9\tkeys 1\tphrases ")
    text = path.read_text("utf-8")
    assert not any(word in text for word in ("Devlin", "mail.example", "Amari", str(tmp_path)))
    Settings(settings_file()).change(theme="light", keys={})
    register.unlink()
    looked = filled("settings", "import", path, "--look")
    assert looked.lines[0] == "replaces\tsettings\ttheme"
    assert "new\tbodies\t" in looked.out
    assert Settings(settings_file()).now.theme == "light"
    taken = filled("settings", "import", path)
    assert taken.out == looked.out
    now = Settings(settings_file()).now
    assert (now.theme, now.keys, now.clerk) == ("dark", {"palette": "F8"}, "R Devlin")
    again = filled("settings", "import", path)
    assert again.out == ""
    assert "here already" in again.err


def test_only_the_parts_that_are_named_go(filled, tmp_path):
    path = tmp_path / "some.wibset"
    assert filled("settings", "export", path, "--only", "phrases, terms").code == 0
    assert set(json.loads(path.read_text("utf-8"))) == {"format", "version", "phrases"}
    refused = filled("settings", "export", path, "--only", "people")
    assert (refused.code, "no part “people”" in refused.err) == (1, True)


def test_a_file_that_is_none_changes_nothing(filled, tmp_path, register):
    path = tmp_path / "bad.wibset"
    path.write_text('{"format": "wibdesk.settings", "version": 1, "settings": {"theme": "pink"}}', "utf-8")
    refused = filled("settings", "import", path)
    assert refused.code == 1
    assert "“pink” is not one of" in refused.err
    assert not settings_file().exists()
    assert filled("settings", "import", register).code == 1
    assert filled("settings", "export", path, "--look").code == 2
