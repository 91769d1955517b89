"""Files, classes and functions stay small enough to read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for package in ("wibdesk", "ui", "installer") for path in (ROOT / package).rglob("*.py"))
FILE_LINES, CLASS_METHODS, FUNCTION_LINES = 400, 20, 40
# "path" or "path:name" -> why it may be larger. Each entry is a design question that was answered, not dodged.
EXCEPTIONS: dict[str, str] = {}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_large(path: Path, root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """Yield the key and a sentence for whatever in `path` is over a limit."""
    text, name = path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()
    if (lines := len(text.splitlines())) > FILE_LINES:
        yield name, f"{name}:1 has {lines} lines, and {FILE_LINES} is the limit"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(member, Function) for member in node.body)
            if methods > CLASS_METHODS:
                yield f"{name}:{node.name}", f"{name}:{node.lineno} {node.name} has {methods} methods"
        elif isinstance(node, Function) and (length := body_lines(node)) > FUNCTION_LINES:
            yield f"{name}:{node.name}", f"{name}:{node.lineno} {node.name} has {length} lines"


def body_lines(function: Function) -> int:
    """Count a function's lines from the first statement on, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_nothing_is_larger_than_its_limit() -> None:
    offenders = [sentence for path in SOURCES for key, sentence in too_large(path) if key not in EXCEPTIONS]
    assert not offenders, "\n" + "\n".join(offenders)


def test_every_exception_is_still_needed_and_says_why() -> None:
    keys = {key for path in SOURCES for key, _ in too_large(path)}
    assert set(EXCEPTIONS) <= keys
    assert all(reason.strip() for reason in EXCEPTIONS.values())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("x = 1\n" * 401, "sample.py"),
        ("class Big:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(21)), "sample.py:Big"),
        ("def long():\n" + "    print()\n" * 41, "sample.py:long"),
    ],
)
def test_a_file_a_class_and_a_function_over_the_limit_are_found(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "sample.py").write_text(text, encoding="utf-8")
    assert [found for found, _ in too_large(tmp_path / "sample.py", tmp_path)] == [key]


def test_the_limits_themselves_are_allowed(tmp_path: Path) -> None:
    text = 'def long():\n    """Explain."""\n' + "    print()\n" * 40 + "x = 1\n" * 358
    (tmp_path / "sample.py").write_text(text, encoding="utf-8")
    assert list(too_large(tmp_path / "sample.py", tmp_path)) == []
