"""The command line speaks the language of the window: its help, its refusals and what it says of its work."""

import re

import pytest

from wibdesk.language import SPOKEN


@pytest.fixture(autouse=True)
def another_language(monkeypatch):
    """The made-up language, and English again at the end."""
    monkeypatch.setenv("WIBDESK_LANGUAGE", "pseudo")
    yield
    SPOKEN.speak(None)


def unsaid(words):
    """Return what of words stands outside the brackets, without what is no sentence."""
    left = re.sub(r"⟦[^⟦⟧]*⟧", "", " ".join(words.split()))
    return re.findall(r"\b[a-z]{4,} [a-z]{2,}", left.partition("REF")[2] if "usage" in left else left)


@pytest.mark.parametrize("command", ["export", "encrypt", "restore", "search", "send", "settings", "shorthand"])
def test_the_help_of_a_command_has_no_words_in_english(run, command):
    told = run(command, "--help").out
    assert "⟦" in told
    described = told[told.index("⟦", 1) :]
    assert unsaid(described) == []


def test_what_argparse_says_itself_is_said_too(run):
    told = run("export", "--help").out
    assert told.startswith("⟦úšáĝé:")
    assert "⟦ópťíóńš" in told
    assert run("export", "M4", "--as").err.splitlines()[-1].count("⟦") > 1
    assert "required" not in run("export").err


def test_refusals_and_remarks_are_said(filled):
    assert filled("list", "meetings", "--body", "nobody").err.startswith("⟦Ťĥéŕé íš ńó bódý “nobody”")
    assert filled("check").out.startswith("⟦Ťĥé ŕéĝíšťéŕ íš šóúńd.")
    assert filled("export", "M4", "--as", "json", "--edition", "full").err.splitlines()[-1].count("⟦") > 1
