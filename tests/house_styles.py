"""Random house styles for hypothesis: every setting at any value that it may have."""

from typing import Any

from hypothesis import strategies as st

from wibdesk.domain.house_style import SETTINGS, HouseStyle, house_style_from
from wibdesk.domain.style_settings import Setting, Sort


def house_styles() -> st.SearchStrategy[HouseStyle]:
    """House styles with some of their settings changed."""
    label = {"label": values(next(setting for setting in SETTINGS if setting.name == "label"))}
    rest = {setting.name: values(setting) for setting in SETTINGS if setting.name != "label"}
    return st.fixed_dictionaries(label, optional=rest).map(lambda data: house_style_from(data, "random"))


def values(setting: Setting) -> st.SearchStrategy[Any]:
    """The values that a setting may have."""
    match setting.kind:
        case Sort.CHOICE:
            return st.sampled_from([value for value, _ in setting.choices])
        case Sort.YES_NO:
            return st.booleans()
        case Sort.NUMBER:
            bounds = (int(setting.least), int(setting.most))
            return st.integers(*bounds) if setting.whole else st.integers(*bounds).map(float)
        case Sort.TEXT:
            return _texts(setting)


def _texts(setting: Setting) -> st.SearchStrategy[str]:
    if setting.name == "language":
        return st.sampled_from(["en-GB", "cy", "gd-GB"])
    words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="{}"), min_size=1, max_size=9)
    return words if setting.name == "label" else words | st.just("") | words.map(lambda said: f" {said}: ")
