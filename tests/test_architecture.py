"""The house keeps its shape: who imports whom, what modules are called, and nothing hidden in module state."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("wibdesk", "ui", "installer")
OURS = {*PACKAGES, "resources", "tests"}

# package -> (our modules, other people's modules) that it may import besides itself and the standard library;
# the longest name that fits a module decides. "*" is any.
MAY_IMPORT: dict[str, tuple[set[str], set[str]]] = {
    "wibdesk.domain": ({"wibdesk.errors", "wibdesk.language"}, {"dateutil"}),
    "wibdesk.shorthand": ({"wibdesk.domain", "wibdesk.errors", "wibdesk.language"}, set()),
    "wibdesk.spelling": ({"wibdesk.paths", "wibdesk.language"}, {"hunspell"}),
    "wibdesk.store": (
        {"wibdesk.domain", "wibdesk.errors", "wibdesk.language", "wibdesk.paths"},
        {"sqlalchemy", "alembic", "sqlcipher3", "cryptography"},
    ),
    "wibdesk.documents": (
        {"wibdesk.domain", "wibdesk.errors", "wibdesk.language", "wibdesk.paths"},
        {"docx", "reportlab", "lxml", "pypdfium2", "PIL", "page", "xlsxwriter", "resvg_py"}
        | {"pypdf", "cryptography", "msoffcrypto", "icalendar"},
    ),
    "wibdesk.interchange": (
        {"wibdesk.domain", "wibdesk.documents", "wibdesk.errors", "wibdesk.language", "wibdesk.paths"},
        {"jsonschema", "referencing", "nh3", "lxml", "docx", "openpyxl"},
    ),
    "wibdesk.delivery": (
        {"wibdesk.domain", "wibdesk.documents", "wibdesk.errors", "wibdesk.language", "wibdesk.paths"},
        {"keyring"},
    ),
    "wibdesk.services": (
        {"wibdesk.domain", "wibdesk.store", "wibdesk.changes", "wibdesk.errors", "wibdesk.language"},
        set(),
    ),
    "wibdesk.language": (set(), set()),
    "wibdesk.errors": ({"wibdesk.language"}, set()),
    "wibdesk.changes": (set(), set()),
    "wibdesk.paths": ({"resources"}, {"platformdirs"}),
    "wibdesk": ({"wibdesk", "resources"}, {"*"}),
    "ui": ({"wibdesk", "ui", "resources"}, {"PySide6", "shiboken6", "pypdfium2", "platformdirs", "nh3", "lxml"}),
    # Set-up runs before anything is installed.
    "installer": (set(), set()),
    # These run in the environment that packs the program, where the desk's own packages are.
    "installer.packing.icons": ({"installer"}, {"PIL", "resvg_py"}),
    "installer.packing.man_page": ({"installer", "wibdesk.commands"}, set()),
    "installer.packing.native_versions": (
        {"installer"},
        {"pypdfium2", "PySide6", "sqlcipher3", "cryptography", "lxml"},
    ),
    "installer.packing.licences": ({"installer"}, set()),
    "installer.packing.wheels": (set(), {"packaging"}),
}
# The only modules of the library that open the window; they do it when asked and not before.
OPEN_THE_DESK = {"wibdesk.cli", "wibdesk.commands.opening"}
NEVER_IN = {"wibdesk": {"PySide6", "shiboken6", "ui"}, "ui": {"wibdesk.store", "sqlalchemy", "alembic", "sqlcipher3"}}
HEAVY = (
    "sqlalchemy",
    "alembic",
    "docx",
    "reportlab",
    "jsonschema",
    "pypdfium2",
    "lxml",
    "xlsxwriter",
    "openpyxl",
    "page",
    "PIL",
    "resvg_py",
    "pypdf",
    "cryptography",
    "msoffcrypto",
    "hunspell",
    "icalendar",
    "keyring",
)
SHAPELESS_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "misc", "core", "base"}


@dataclass(frozen=True)
class Import:
    """One name that a module imports: where, and whether inside a function."""

    module: str
    target: str
    where: str
    inside: bool = False
    explained: bool = False


def modules(root: Path = ROOT) -> list[tuple[str, Path]]:
    """Return the dotted name and path of every module of the library and of the window."""
    paths = sorted(path for package in PACKAGES for path in (root / package).rglob("*.py"))
    return [(".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"), path) for path in paths]


def imports(module: str, path: Path) -> Iterator[Import]:
    """Yield what `path` imports, each `from a import b` as `a.b` so that both are judged."""
    text = path.read_text(encoding="utf-8")
    tree, lines = ast.parse(text), text.splitlines()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        where = f"{path}:{node.lineno}"
        for target in targets(node, module, is_package=path.name == "__init__.py"):
            yield Import(module, target, where, id(node) in inside, is_explained(node, lines))


def is_explained(node: ast.stmt, lines: list[str]) -> bool:
    """Tell whether a comment stands on the import, or above the group of imports that it belongs to."""
    first = node.lineno - 1
    while first and re.match(r"\s*(from|import|#|\))", lines[first - 1]):
        first -= 1
    return any(re.search(r"#(?!\s*noqa:\s*\S+\s*$)", line) for line in lines[first : node.end_lineno])


def targets(node: ast.Import | ast.ImportFrom, module: str, *, is_package: bool) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    parts = module.split(".")
    above = parts[: len(parts) - node.level + is_package] if node.level else []
    start = ".".join([*above, *([node.module] if node.module else [])])
    return [f"{start}.{alias.name}" for alias in node.names]


def is_within(name: str, packages: set[str]) -> bool:
    return "*" in packages or any(name == package or name.startswith(f"{package}.") for package in packages)


def is_allowed(found: Import) -> bool:
    top = found.target.partition(".")[0]
    if top in sys.stdlib_module_names or top == "__future__":
        return True
    if top == "ui" and found.module in OPEN_THE_DESK:
        return found.inside
    package = max((name for name in MAY_IMPORT if is_within(found.module, {name})), key=len)
    ours, others = MAY_IMPORT[package]
    if any(is_within(found.module, {part}) and is_within(found.target, never) for part, never in NEVER_IN.items()):
        return False
    return is_within(found.target, ours | {package}) if top in OURS else is_within(top, others)


def every_import() -> list[Import]:
    return [found for module, path in modules() for found in imports(module, path)]


def report(offenders: list[Import]) -> str:
    return "\n" + "\n".join(f"{one.where} {one.module} imports {one.target}" for one in offenders)


def test_each_package_imports_only_what_its_place_allows() -> None:
    offenders = [found for found in every_import() if not is_allowed(found)]
    assert not offenders, report(offenders)


@pytest.mark.parametrize(
    ("module", "target"),
    [
        ("wibdesk.domain.meetings", "wibdesk.store.tables"),
        ("wibdesk.domain.meetings", "sqlalchemy"),
        ("wibdesk.services.minutes", "wibdesk.documents.compose.minutes"),
        ("wibdesk.documents.compose.minutes", "wibdesk.services.meetings"),
        ("wibdesk.desk", "PySide6.QtCore"),
        ("wibdesk.desk", "ui.app"),
        ("wibdesk.cli", "ui.app"),
        ("ui.panels.agenda", "wibdesk.store.saver"),
        ("ui.panels.agenda", "sqlalchemy.orm"),
        ("ui.app", "tests.builders"),
    ],
)
def test_an_import_out_of_place_is_found(module: str, target: str) -> None:
    assert not is_allowed(Import(module, target, "here:1"))


def test_relative_and_nested_imports_are_read(tmp_path: Path) -> None:
    path = tmp_path / "minutes.py"
    path.write_text(
        "from . import actions\nfrom ..store import tables\ndef f():\n    import ui.app\n", encoding="utf-8"
    )
    found = list(imports("wibdesk.services.minutes", path))
    assert [one.target for one in found] == ["wibdesk.services.actions", "wibdesk.store.tables", "ui.app"]
    assert [one.inside for one in found] == [False, False, True]


def unit(name: str) -> str | None:
    """Return the place or panel that a module is part of."""
    match = re.match(r"ui\.(places|panels|dialogs)\.\w+", name)
    return match.group() if match else None


def test_places_and_panels_never_import_each_other() -> None:
    # A place may hold panels; otherwise they meet only through what app.py passes them.
    offenders = []
    for found in every_import():
        importer, imported = unit(found.module), unit(found.target)
        holds = (importer or "").startswith("ui.places.") and (imported or "").startswith(("ui.panels.", "ui.dialogs."))
        if importer and imported and importer != imported and not holds:
            offenders.append(found)
    assert not offenders, report(offenders)


def test_an_import_inside_a_function_says_why() -> None:
    offenders = [found for found in every_import() if found.inside and not found.explained]
    assert not offenders, report(offenders)


def test_no_module_has_a_name_that_says_nothing() -> None:
    offenders = [str(path) for module, path in modules() if SHAPELESS_NAMES & set(module.split("."))]
    assert not offenders, offenders


def hidden_state(path: Path) -> Iterator[str]:
    """Yield the `global` statements and the module-level containers that can only be meant to be filled later."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"{path}:{node.lineno} global {', '.join(node.names)}"
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None and (is_empty_container(value) or is_window_object(value)):
            yield f"{path}:{node.lineno} {ast.unparse(node)}"


def is_empty_container(value: ast.expr) -> bool:
    if isinstance(value, ast.List):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    makers = {"list", "dict", "set", "deque", "defaultdict", "Counter", "WeakValueDictionary", "Lock", "RLock", "Event"}
    return (
        isinstance(value, ast.Call)
        and ast.unparse(value.func).rpartition(".")[2] in makers
        and not (value.args and not isinstance(value.args[0], ast.Name))
    )


def is_window_object(value: ast.expr) -> bool:
    made = ast.unparse(value.func).rpartition(".")[2] if isinstance(value, ast.Call) else ""
    return bool(re.fullmatch(r"Q(Widget|Object|Application|Timer|Settings|Font|Icon|Pixmap|Thread)\w*", made))


def test_no_module_keeps_state_of_its_own() -> None:
    offenders = [sentence for _, path in modules() for sentence in hidden_state(path)]
    assert not offenders, "\n" + "\n".join(offenders)


@pytest.mark.parametrize("text", ["seen = []", "cache: dict[str, int] = {}", "x = defaultdict(list)", "t = QTimer()"])
def test_state_in_a_module_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "module.py").write_text(text + "\n", encoding="utf-8")
    assert list(hidden_state(tmp_path / "module.py"))


@pytest.mark.parametrize("module", ["ui.app", "ui.main_window", "ui.theme", "wibdesk.cli"])
def test_the_first_paint_waits_for_no_heavy_library(module: str) -> None:
    code = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""


def repository_files() -> list[Path]:
    """Return what git holds or would hold, or, where there is no git, all but what is made here."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        made = re.compile(
            r"/(\.venv|\.git|__pycache__|build|dist|out|\.\w+_cache|\.hypothesis|[\w.]+\.egg-info)/|/\.coverage[^/]*$"
        )
        return [path for path in ROOT.rglob("*") if path.is_file() and not made.search(path.as_posix())]
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


# Put together here so that this file does not hold them.
WORKPLACE = re.compile(
    "|".join(
        (
            r"(?<![\w.\-])" + "/wo" + r"rk/(?:main|shared|\.)",
            "/tm" + "p/wi",
            "/ro" + r"ot/(?:\.|desk|work)",
            r"\.lib" + "rary/",
            "tools" + "/look",
            "issues" + " show",
            "/opt/" + "(?:wheels|pypi)",
        )
    )
)


def test_no_file_names_the_machine_that_it_was_written_on() -> None:
    offenders = []
    for path in repository_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        offenders += [
            f"{path}:{number} {found.group()}"
            for number, line in enumerate(text.splitlines(), start=1)
            if (found := WORKPLACE.search(line))
        ]
    assert not offenders, "\n" + "\n".join(offenders)


def test_the_readme_is_short_and_its_files_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 100
    named = re.findall(r"\]\(([\w./-]+)\)|python3 ([\w./-]+\.py)", text)
    missing = [name for pair in named for name in pair if name and not (ROOT / name).exists()]
    assert not missing
