"""The switch of the spelling check in the settings."""

from tests.keys import press, shown
from ui.places.settings import spelling_line
from ui.widgets.labels import Label
from wibdesk.settings import Settings


def words_of(line):
    return [label.text() for label in line.findChildren(Label)]


def test_the_arrow_keys_switch_the_spelling_check_and_it_is_remembered(qtbot, theme, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    line = shown(qtbot, spelling_line(theme, settings, there=True))
    line.choice.setFocus()
    press(line, "Right")
    assert not Settings(settings.path).now.check_spelling
    press(line, "Left")
    assert Settings(settings.path).now.check_spelling


def test_where_the_dictionary_is_not_there_the_switch_is_off_and_says_why(qtbot, theme):
    settings = Settings()
    line = shown(qtbot, spelling_line(theme, settings, there=False))
    assert not line.choice.isEnabled()
    assert any("The dictionary is not installed" in words for words in words_of(line))
    assert settings.now.check_spelling, "it is on again as soon as there is one"
