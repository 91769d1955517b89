"""The command line speaks the language of the window: its help, its refusals and what it says of its work."""

import re

import pytest

from wibdesk.language import SPOKEN

PYTHONS = re.compile(
    r"show this help message and exit|show program's version number and exit|options:|positional arguments:"
)
"""What Python itself says."""


@pytest.fixture(autouse=True)
def another_language(monkeypatch):
    """The made-up language, and English again at the end."""
    monkeypatch.setenv("WIBDESK_LANGUAGE", "pseudo")
    yield
    SPOKEN.speak(None)


def unsaid(words):
    """Return what of words stands outside the brackets, without what is no sentence."""
    left = re.sub(r"⟦[^⟦⟧]*⟧", "", PYTHONS.sub("", " ".join(words.split())))
    return re.findall(r"\b[a-z]{4,} [a-z]{2,}", left.partition("REF")[2] if "usage" in left else left)


@pytest.mark.parametrize("command", ["export", "encrypt", "restore", "search", "send", "settings", "shorthand"])
def test_the_help_of_a_command_has_no_words_in_english(run, command):
    told = run(command, "--help").out
    assert "⟦" in told
    described = told[told.index("⟦") :]
    assert unsaid(described) == []


def test_refusals_and_remarks_are_said(filled):
    assert filled("list", "meetings", "--body", "nobody").err.startswith("⟦Ťĥéŕé íš ńó bódý “nobody”")
    assert filled("check").out.startswith("⟦Ťĥé ŕéĝíšťéŕ íš šóúńd.")
    assert filled("export", "M4", "--as", "json", "--edition", "full").err.splitlines()[-1].find("⟦") > 0
