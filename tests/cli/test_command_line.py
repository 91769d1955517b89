"""The command line as a whole: usage, exit codes, registers that cannot be opened, two processes at once."""

import json
import subprocess
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.cli.conftest import Run, command, environment
from tests.interchange.bad_files import GOOD
from wibdesk import __version__
from wibdesk.changes import EXPORTS, MEETINGS, Changes
from wibdesk.cli import handler, main
from wibdesk.desk import Desk
from wibdesk.services import meetings


def test_version_is_printed_without_a_register(shell: Run, register: Path):
    assert shell("--version") == (0, f"wibdesk {__version__}\n", "")
    assert not register.exists()


def test_no_command_but_the_desk_imports_qt():
    script = "import sys; from wibdesk.cli import main; main(['list', 'bodies', '--store', 'r']); print(*sys.modules)"
    done = subprocess.run([*command()[:1], "-c", script], capture_output=True, text=True, env=environment(), check=True)
    assert "wibdesk.services.bodies" in done.stdout
    assert "PySide6" not in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "wishes"],
        ["bogus"],
        ["import"],
        ["export", "M1"],
        ["export", "M1", "--as", "odt"],
        ["export", "M1", "--as", "pdf", "--document", "poem"],
        ["export", "M1", "--as", "pdf", "--edition", "secret"],
        ["export", "M1", "--as", "pdf", "--by", "colour"],
        ["export", "M1", "--as", "pdf", "--last", "0"],
        ["export", "M1", "--as", "pdf", "--last", "some"],
        ["export", "M1", "--as", "pdf", "--logo-words", "A crest"],
        ["export", "M1", "--as", "pdf", "--template", "a.docx"],
        ["export", "M1", "--as", "txt", "--logo", "a.png"],
        ["export", "M1", "--as", "json", "--edition", "public"],
        ["export", "M1", "--as", "json", "--item", "3"],
        ["list", "styles", "--body", "Norbury"],
        ["check-style"],
        ["--item", "3"],
        ["--meeting", "M1", "check"],
        ["--self-test", "check"],
        ["--to", "folder", "check"],
        ["--to", "folder"],
        ["list", "bodies", "--open"],
        ["list", "meetings", "--owner", "A"],
        ["list", "actions", "--over"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_touches_nothing(words: list[str], run: Run, register: Path):
    refused = run(*words)
    assert (refused.code, refused.out) == (2, "")
    assert "usage:" in refused.err
    assert not register.exists()


def test_help_is_printed_for_every_command(run: Run):
    for words in ([], ["demo"], ["import"], ["list"], ["export"], ["check"], ["check-style"], ["check-template"]):
        asked = run(*words, "--help")
        assert asked.code == 0
        assert "usage: wibdesk" in asked.out


def test_the_store_may_be_named_before_or_after_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    Path("a.json").write_text(json.dumps(GOOD), "utf-8")
    assert main(["--store", str(tmp_path / "one"), "import", "a.json"]) == 0
    assert main(["import", "a.json", "--store", str(tmp_path / "one"), "--replace"]) == 0
    assert capsys.readouterr().out.splitlines() == ["M1\tNorbury Board, 1 September 2026"] * 2


def test_without_a_store_the_register_is_the_clerks_own(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main(["list", "bodies"]) == 0
    assert capsys.readouterr() == ("", "")
    assert [path.name for path in (tmp_path / "home").rglob("*.wibdesk")] == ["register.wibdesk"]


@pytest.mark.parametrize("content", [b"Minutes of the board\n", b"\0" * 5000, b"SQLite format 3\0" + b"x" * 200])
def test_a_file_that_is_no_register_is_refused_and_not_touched(content: bytes, run: Run, register: Path):
    register.write_bytes(content)
    refused = run("list", "bodies")
    assert (refused.code, refused.out) == (1, "")
    assert len(refused.err.splitlines()) == 1
    assert register.read_bytes() == content


@pytest.mark.parametrize("kept", [512, 4096, 100_000])
def test_a_register_that_was_cut_short_is_damaged_rather_than_not_ours(kept: int, run: Run, register: Path):
    assert run("list", "bodies").code == 0
    content = register.read_bytes()[:kept]
    register.write_bytes(content)
    refused = run("check")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.endswith("is damaged and cannot be read: restore it from a backup.\n")
    assert register.read_bytes() == content
    assert [path.name for path in register.parent.glob(f"{register.name}*")] == [register.name]


def test_a_folder_is_no_register(run: Run, register: Path):
    register.mkdir()
    assert run("check").code == 1


def test_a_sound_register_is_said_to_be_sound(run: Run):
    assert run("check").out == "The register is sound.\n"
    assert json.loads(run("check", "--json").out) == []


def test_a_register_in_which_something_belongs_to_nothing_is_told_with_exit_code_1(run: Run, register: Path):
    Path("a.json").write_text(json.dumps(GOOD), "utf-8")
    assert run("import", "a.json").code == 0
    file = dbapi2.connect(str(register))
    file.execute("DELETE FROM meeting")
    file.commit()
    file.close()
    told = run("check")
    assert told.code == 1
    assert told.out != "The register is sound.\n"
    found = json.loads(run("check", "--json").out)
    assert [f"{finding['kind']}\t{finding['words']}" for finding in found] == told.lines


def test_an_entry_that_lost_its_words_is_told_rather_than_left_out(run: Run, register: Path):
    Path("a.json").write_text(json.dumps(GOOD), "utf-8")
    assert run("import", "a.json").code == 0
    file = dbapi2.connect(str(register))
    file.execute("DELETE FROM action")
    file.commit()
    file.close()
    refused = run("export", "M1", "--as", "json", "--to", "a.json")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "The register is damaged: an entry has lost its words. Restore it from a backup.\n"
    assert run("check").code == 1


def test_two_imports_at_once_on_a_new_register_both_go_in(register: Path, run: Run):
    for name, day in (("a.json", "2026-09-01"), ("b.json", "2026-10-06")):
        Path(name).write_text(json.dumps({**GOOD, "meeting": {"date": day}}), "utf-8")
    running = [
        subprocess.Popen(command("import", name, "--store", register), stderr=subprocess.PIPE, env=environment())
        for name in ("a.json", "b.json")
    ]
    told = [process.communicate()[1] for process in running]
    assert told == [b"", b""]
    assert [process.returncode for process in running] == [0, 0]
    listed = json.loads(run("list", "meetings", "--json").out)
    assert sorted(row["ref"] for row in listed) == ["M1", "M2"]
    assert sorted(row["date"] for row in listed) == ["2026-09-01", "2026-10-06"]


def test_with_a_desk_open_commands_go_through_it(register: Path, shell: Run):
    Path("a.json").write_text(json.dumps(GOOD), "utf-8")
    heard: list[Changes] = []
    desk = Desk(register)
    try:
        desk.serve(handler(desk, changed=heard.append))
        assert shell("import", "a.json").lines == ["M1\tNorbury Board, 1 September 2026"]
        refused = shell("import", "a.json", "missing.json")
        assert refused.code == 1
        assert len(refused.err.splitlines()) == 2
        assert shell("export", "M1", "--as", "pdf", "--to", "a.pdf").lines == [str(Path.cwd() / "a.pdf")]
        assert shell("export", "M7", "--as", "pdf").code == 1
        assert len(desk.read(meetings.meetings).result()) == 1
    finally:
        desk.close()
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")
    assert [(changes.touches(MEETINGS), changes.touches(EXPORTS)) for changes in heard] == [
        (True, False),
        (False, True),
    ]


def test_a_desk_answers_wrong_usage_with_exit_code_2(register: Path):
    desk = Desk(register)
    try:
        assert handler(desk)(["list"], str(Path.cwd()))[0] == 2
    finally:
        desk.close()


def test_a_command_waits_for_another_that_is_about_to_end(register: Path, run: Run):
    desk = Desk(register)
    desk.opened.result()
    ending = threading.Timer(0.3, desk.close)
    ending.start()
    try:
        assert run("list", "bodies").code == 0
    finally:
        ending.join()


def test_a_reader_that_has_had_enough_is_no_trouble(register: Path):
    process = subprocess.Popen(
        command("list", "bodies", "--json", "--store", register),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert told == b""


def test_json_is_json_on_a_console_that_lacks_the_letters(register: Path, run: Run):
    name = "Bürgerrat Łódź 北京 😀"
    Path("a.json").write_text(json.dumps({**GOOD, "body": {"name": name}}), "utf-8")
    assert run("import", "a.json").code == 0
    for encoding in ("ascii", "latin-1"):
        done = subprocess.run(
            command("list", "bodies", "--json", "--store", register),
            capture_output=True,
            env={**environment(), "PYTHONIOENCODING": encoding},
            check=True,
        )
        assert [row["name"] for row in json.loads(done.stdout.decode(encoding))] == [name]


def test_an_answer_that_cannot_be_printed_is_told_in_a_sentence(register: Path):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("list", "bodies", "--json", "--store", register),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, "The system refused: no space left on device.\n")


def test_a_current_folder_that_is_gone_is_told_in_a_sentence(run: Run):
    Path.cwd().rmdir()
    refused = run("list", "bodies")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "The current folder is not there any more: change to another one and try again.\n"


def test_a_link_to_the_register_reaches_the_desk_that_has_it_open(register: Path, capsys: pytest.CaptureFixture[str]):
    desk = Desk(register)
    try:
        desk.serve(handler(desk))
        Path("link").symlink_to(register)
        assert main(["list", "bodies", "--json", "--store", "link"]) == 0
    finally:
        desk.close()
    assert capsys.readouterr() == ("[]\n", "")


def test_a_command_never_makes_the_open_desk_let_go_of_its_register(register: Path, shell: Run):
    desk = Desk(register)
    try:
        desk.serve(handler(desk))
        Path("other name.json").hardlink_to(register)
        for name in (register, f"{register}-wal", "other name.json"):
            refused = shell("import", name)
            assert (refused.code, refused.out) == (1, "")
            assert "is the register itself: name another file." in refused.err
        look = f"from sqlcipher3 import dbapi2; dbapi2.connect({str(register)!r}, 0).execute('SELECT * FROM body')"
        other = subprocess.run([*command()[:1], "-c", look], capture_output=True, text=True, check=False)
        assert "database is locked" in other.stderr
    finally:
        desk.close()
