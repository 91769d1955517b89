"""The public and the full version from the command line, and that nothing exempt is in a public file or its name."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.building import meeting
from tests.documents.canaries import EXEMPT, PRIVATE, Marker, found, holds, whole_items
from tests.documents.reading import squeezed
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.writers import formats_of
from wibdesk.domain.agenda import Item
from wibdesk.interchange.meeting_file import write_meeting

EXEMPT_ITEM = "Contract for street lighting"
"""Item 7 of a meeting of the demo register, which also has a private note and an action."""


@pytest.fixture
def exempt(filled: Run) -> str:
    """The reference of the meeting that holds the exempt item."""
    for line in filled("list", "meetings", "--body", "Marlbridge Highways Sub-Committee").lines:
        ref = line.partition("\t")[0]
        path = Path(filled("export", ref, "--as", "json", "--to", f"{ref}.json").out.strip())
        if EXEMPT_ITEM in path.read_text("utf-8"):
            return ref
    raise AssertionError("the demo has no such meeting")


def test_the_public_version_is_written_as_soon_as_anything_is_exempt_and_that_is_said(filled: Run, exempt: str):
    done = filled("export", exempt, "--as", "txt")
    told = squeezed(Path(done.out.strip()).read_text("utf-8"))
    assert EXEMPT_ITEM in told
    assert "made an award" in told
    assert Path(done.out.strip()).name.endswith(" public.txt")
    assert done.err.startswith("This is the public version. Left out: ")
    assert f"item 7 “{EXEMPT_ITEM}” (exempt): only its public summary is printed" in done.err
    assert done.err.splitlines()[0].endswith("Use --edition full for everything but private notes.")


def test_the_full_version_says_that_it_is_not_for_publication(filled: Run, exempt: str):
    public = Path(filled("export", exempt, "--as", "txt", "--edition", "public").out.strip())
    done = filled("export", exempt, "--as", "txt", "--edition", "full")
    full = Path(done.out.strip())
    assert full.name.endswith(" full, not for publication.txt")
    assert "Not for publication: contains exempt information" in full.read_text("utf-8")
    assert len(full.read_text("utf-8")) > len(public.read_text("utf-8"))
    assert "not for publication" in done.err
    assert "--edition full" not in filled("export", exempt, "--as", "txt", "--edition", "public").err


def test_of_a_paper_that_tells_nothing_exempt_there_is_one_version(filled: Run, exempt: str):
    for edition in ((), ("--edition", "full")):
        done = filled("export", exempt, "--as", "txt", "--document", "sign-in", *edition)
        assert done.out.endswith(" sign-in sheet.txt\n")
        assert done.err == ""


def test_a_meeting_with_nothing_exempt_has_one_version_and_nothing_is_said_of_it(run: Run):
    Path("a.json").write_text(write_meeting(meeting()), "utf-8")
    assert run("import", "a.json").code == 0
    for edition in ("public", "full"):
        done = run("export", "M1", "--as", "txt", "--edition", edition, "--to", f"{edition}.txt")
        assert (done.code, done.err) == (0, "")
    assert Path("public.txt").read_bytes() == Path("full.txt").read_bytes()
    assert run("export", "M1", "--as", "txt").out.endswith(" minutes draft.txt\n")


def test_a_public_version_with_nothing_to_say_is_refused_and_the_full_one_written(run: Run):
    Path("a.json").write_text(write_meeting(meeting(items=(Item("Staffing", "6", part=2),))), "utf-8")
    assert run("import", "a.json").code == 0
    refused = run("export", "M1", "--as", "pdf")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "Write a public summary for item 6 “Staffing”, or choose the full version.\n"
    assert run("export", "M1", "--as", "pdf", "--edition", "full").code == 0
    assert run("export", "M1", "--as", "pdf", "--document", "agenda").code == 0


def test_the_json_file_is_complete_whatever_is_exempt(filled: Run, exempt: str):
    done = filled("export", exempt, "--as", "json", "--to", "whole.json")
    assert (done.code, done.err) == (0, "")
    assert "private_note" in Path("whole.json").read_text("utf-8")


def test_no_public_export_of_a_register_holds_anything_exempt_or_private(run: Run, tmp_path: Path):
    marked = Marker().meeting(meeting(items=whole_items()))
    Path("a.json").write_text(write_meeting(marked), "utf-8")
    assert run("import", "a.json").code == 0
    Path("out").mkdir()
    for kind in KINDS.values():
        for ref in ("M1", "Norbury Board"):
            for ending in formats_of(kind):
                item = ("--item", "2") if kind.name == "extract" else ()
                done = run("export", ref, "--as", ending, "--document", kind.name, *item, "--to", "out")
                assert done.code == 0 or " has no " in done.err
                assert not holds(EXEMPT, done.err)
                assert not holds(PRIVATE, done.err)
    written = sorted(Path("out").iterdir())
    assert len(written) > len(KINDS)
    for path in written:
        assert not holds(EXEMPT, path.name)
        assert found(EXEMPT, path.read_bytes(), path.suffix[1:], tmp_path) == []
        assert found(PRIVATE, path.read_bytes(), path.suffix[1:], tmp_path) == []
