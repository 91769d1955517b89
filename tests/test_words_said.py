"""Every word that a person reads is said or written, so that another language has it: nothing reaches them bare."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.catalogue import COUNTING, FOLDERS, SAYING

ROOT = Path(__file__).resolve().parent.parent
KNOWN = Path(__file__).with_name("words_unsaid.txt")
"""What looks like words and is read by no person, or is what a clerk types: names, patterns, samples, one a line."""
SAID = {*SAYING, *COUNTING}
SHOWS = {
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle", "setPlaceholderText"),
    *("set_words", "set_heading", "set_title", "announce", "remark", "print", "UserError", "StoreError"),
    *("Label", "Button", "Banner", "Empty", "Answer", "Column", "Doubt"),
}
"""What shows its arguments to a person, or has them read out."""
OF_PROGRAMS = {
    *("ValueError", "TypeError", "RuntimeError", "LookupError", "KeyError", "OSError", "AssertionError"),
    *("compile", "until", "warning", "info", "exception", "exec_driver_sql", "text", "setStyleSheet"),
}
"""What no person reads: faults of the program, patterns, SQL, style sheets."""
A_WORD = re.compile(r"[^\W\d_]{2,}")
A_LABEL = re.compile(r"^[A-Z][a-z]|[a-z] [a-z]")
A_PHRASE = re.compile(r"(?:^|\s|[“(])[^\W\d_]+[,.;:]? [“(]?[^\W\d_]{2,}")
NO_WORDS = (
    re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|ORDER BY|CASE|PRAGMA|CREATE|DROP|ATTACH|AND|OR)\b"),
    re.compile(r"[<>]|px|: (?:var|none|0)|\\|\(\?|\||coalesce|\.ttf"),
    re.compile(r"^(?:(?:Ctrl|Alt|Shift|Esc|Enter|Tab|Space|Del|PgUp|PgDn|Home|End|F\d+|\W|\w)(?: |$))+$"),
)
"""SQL, style sheets and patterns, and keys, which are the same in every language."""
NO_CLERKS = {
    "ui/places/house_style/sample_meeting.py": "an invented meeting",
    "wibdesk/documents/word/sample.py": "an invented meeting",
    "wibdesk/demo.py": "an invented register",
    "ui/self_test.py": "for who installs",
    "ui/typist.py": "for who installs",
    "wibdesk/self_checks.py": "for who installs",
    "wibdesk/diagnostics.py": "the log and the reports, for who mends the program",
    "wibdesk/support.py": "for who mends the program",
    "ui/crash.py": "for who mends the program",
    "wibdesk/commands/shorthand.py": "the flags of a line, for scripts",
}
"""Modules whose words are not the clerk's, each with the reason."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name not in NO_CLERKS and "/migrations/" not in name:
                yield name, ast.parse(path.read_text("utf-8"))


def unsaid(node: ast.AST, shown: re.Pattern[str] = A_PHRASE) -> Iterator[tuple[str, int]]:
    """Yield every text that is not said, with its line, where it looks like words for what it stands in."""
    match node:
        case ast.Constant(value=str()):
            if shown.search(node.value) and not any(pattern.search(node.value) for pattern in NO_WORDS):
                yield " ".join(node.value.split()), node.lineno
        case ast.Call():
            yield from _of_call(node)
        case ast.Subscript(slice=ast.JoinedStr() as words):
            yield from unsaid(words)
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.arg() | ast.Subscript() | ast.Compare():
            return  # documentation, faults of the program, types, keys
        case ast.Dict():
            for value in node.values:
                yield from unsaid(value, shown)
        case ast.AnnAssign(value=value):
            yield from unsaid(value) if value is not None else ()
        case ast.FunctionDef():
            for part in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults, *node.body):
                yield from unsaid(part) if part is not None else ()
        case _:
            gives = isinstance(node, (ast.JoinedStr, ast.IfExp, ast.BinOp, ast.BoolOp, ast.Starred, ast.Tuple))
            for child in ast.iter_child_nodes(node):
                yield from unsaid(child, shown if gives else A_PHRASE)


def _of_call(node: ast.Call) -> Iterator[tuple[str, int]]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name in OF_PROGRAMS:
        return
    yield from unsaid(node.func)
    filled = [keyword.value for keyword in node.keywords]
    for part in filled if name in SAID else [*node.args, *filled]:
        yield from unsaid(part, A_WORD if name in SAID else A_LABEL if name in SHOWS else A_PHRASE)


def test_no_words_reach_a_person_unsaid():
    """What this finds is said by `say` or `write`; what no person reads goes into `words_unsaid.txt`."""
    known = set(KNOWN.read_text("utf-8").splitlines())
    found = [(name, line, words) for name, tree in modules() for words, line in unsaid(tree)]
    assert [f"{name}:{line}: {words}" for name, line, words in found if f"{name}: {words}" not in known] == []
    assert sorted(known - {f"{name}: {words}" for name, _, words in found}) == []


def test_what_is_counted_has_its_words_where_a_catalogue_finds_them():
    """Words that stand elsewhere are marked there by `later_counted`, and come with a star."""
    bare = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COUNTING
        for word in node.args[node.func.id != "later_counted" :]
        if not isinstance(word, ast.Starred) and not (isinstance(word, ast.Constant) and isinstance(word.value, str))
    ]
    # The first two say them; the others count rows in functions of their own that are called so.
    others = ("wibdesk/language", "wibdesk/domain/paper_words", "wibdesk/store/action_log", "wibdesk/store/nudges")
    assert [where for where in bare if not where.startswith(others)] == []


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Saved")', 'Label(theme, f"Item {number}")', 'UserError("Type a name.")',
        'say("Add the {what}", what="item")', 'keys = [("N", "new item")]', 'Label(theme, "One" if one else "Two")',
    ],
)  # fmt: skip
def test_bare_words_are_found(code):
    assert list(unsaid(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText(say("Saved"))', 'Button(theme, say("Open"), "primary", icon="book-open", key="Ctrl P")',
        'raise ValueError("no such day")', '"""What it is for."""', 'write("{day} at {time}", day=day, time=time)',
    ],
)  # fmt: skip
def test_words_that_are_said_and_names_are_not_found(code):
    assert not list(unsaid(ast.parse(code)))
