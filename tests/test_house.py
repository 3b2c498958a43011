"""The house is kept: who may import whom, short files, no language named in code, every command documented."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 50  # lines

# A file imports only from rows above its own. A folder is one name here: its files may import each other.
# docs/architecture.md shows the same table with what each row may do.
ROWS = (
    ("extract.models", "extract.errors"),
    ("extract.text", "extract.timespan", "extract.geo", "extract.averagelink", "extract.sparse"),
    ("extract.names", "extract.phrases", "extract.feasts", "extract.datelines"),
    ("extract.kinds", "extract.gazetteer", "extract.zones", "extract.romanising"),
    ("extract.language",),
    ("extract.actors", "extract.quantities", "extract.clauses", "extract.resolution"),
    ("extract.othercues",),
    (
        "extract.geocoding",
        "extract.anchoring",
        "extract.triggers",
        "extract.participants",
        "extract.modality",
        "extract.speech",
        "extract.stories",
        "extract.salience",
    ),
    (
        "extract.documents",
        "extract.lettering",
        "extract.sentences",
        "extract.dates",
        "extract.places",
        "extract.buildings",
        "extract.events",
        "extract.happenings",
        "extract.disagreements",
        "extract.analysers",
        "extract.store",
        "extract.exports",
    ),
    ("extract.pipeline",),
    ("extract.corpus",),
    ("extract",),
    (
        "dashapp.resources",
        "dashapp.ids",
        "dashapp.geometry",
        "dashapp.attributes",
        "dashapp.markup",
        "dashapp.theme",
        "dashapp.wording",
    ),
    ("dashapp.projection", "dashapp.fonts"),
    ("dashapp.selection",),
    ("dashapp.figures", "dashapp.evidence"),
    ("dashapp.chrome", "dashapp.views"),
    ("dashapp.growth",),
    ("dashapp.panes",),
    ("dashapp.layout", "dashapp.callbacks", "dashapp.pictures", "dashapp.standalone"),
    ("dashapp.app",),
    ("dashapp.cli",),
)
ROW_OF = {name: row for row, names in enumerate(ROWS) for name in names}


@cache
def sources() -> tuple[Path, ...]:
    """List every Python file of the two packages."""
    return tuple(sorted(path for package in ("extract", "dashapp") for path in (ROOT / package).rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def unit_of(module: str) -> str:
    """Reduce a module to the file or folder that has a row: extract.dates.tokens → extract.dates."""
    parts = module.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else parts[0]


def unit_of_file(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return unit_of(".".join(part for part in parts if part != "__init__"))


def imported_units(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and unit of each import of our own; "from extract import models" is one of extract.models, where it is a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, unit_of(one.name)) for one in node.names if one.name.split(".")[0] in {"extract", "dashapp"})
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {"extract", "dashapp"}:
            for one in node.names:
                deeper = f"{node.module}.{one.name}" if is_module(f"{node.module}.{one.name}") else str(node.module)
                yield node.lineno, unit_of(deeper)


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_from_rows_above_its_own(path: Path) -> None:
    own = unit_of_file(path)
    if own == "dashapp":
        assert not list(imported_units(path))
        return
    assert own in ROW_OF, f"{path.name} has no row in tests/test_house.py; give {own} one"
    for line, unit in imported_units(path):
        where = f"{path.relative_to(ROOT)}:{line}"
        assert unit in ROW_OF, f"{where} imports {unit}, which has no row"
        assert unit == own or ROW_OF[unit] < ROW_OF[own], f"{where}: {own} (row {ROW_OF[own]}) imports {unit} (row {ROW_OF[unit]})"


def test_the_page_uses_only_the_public_names_of_extract() -> None:
    """One exception would be a second way in."""
    found = [
        f"{path.relative_to(ROOT)}:{line} {unit}"
        for path in sources()
        if path.is_relative_to(ROOT / "dashapp")
        for line, unit in imported_units(path)
        if unit.startswith("extract.")
    ]
    assert not found


def test_extract_knows_nothing_of_the_page() -> None:
    text = [path for path in sources() if path.is_relative_to(ROOT / "extract")]
    found = [
        path.name
        for path in text
        if re.search(r"^\s*(?:from|import) (?:dash|plotly|dashapp)\b", path.read_text(encoding="utf-8"), re.M)
    ]
    assert not found


def test_no_name_stands_in_two_rows() -> None:
    assert len(ROW_OF) == sum(len(names) for names in ROWS)


def test_no_public_name_of_extract_is_also_a_file_of_it() -> None:
    """Importing the file would put it in the place of the name: what one gets would depend on who imported what before."""
    import extract

    assert not [name for name in dir(extract) if is_module(f"extract.{name}")]


def test_no_file_is_longer_than_one_sitting() -> None:
    folders = ("extract", "dashapp", "tools", "benchmarks")
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long


LANGUAGE_NAME = re.compile(r"(?:^|_)(?:language|lang|code|locale)s?$")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
NOT_A_LANGUAGE = {"und", "zxx", "mul"}  # no language, by the standard


def named(node: ast.expr) -> str:
    """Give the last name of an expression: x.language → language, row["lang"] → lang."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    return ""


def code_constants(node: ast.AST) -> list[str]:
    """List the language codes that stand in an expression, alone or in a tuple, list or set."""
    parts = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else [node]
    strings = [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [text for text in strings if LANGUAGE_CODE.fullmatch(text) and text not in NOT_A_LANGUAGE]


def language_comparisons(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and code of each comparison or match of something called language or code with a language code."""
    for node in ast.walk(module):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(LANGUAGE_NAME.search(named(side)) for side in sides):
                yield from ((node.lineno, code) for side in sides for code in code_constants(side))
        elif isinstance(node, ast.Match) and LANGUAGE_NAME.search(named(node.subject)):
            yield from (
                (case.pattern.lineno, code) for case in node.cases for one in ast.walk(case.pattern) for code in code_constants(one)
            )


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_compares_a_language_code(path: Path) -> None:
    found = [f"line {line}: {code!r}" for line, code in language_comparisons(tree(path))]
    assert not found, f"{path.relative_to(ROOT)}: name the behaviour in language.toml instead ({', '.join(found)})"


@pytest.mark.parametrize(
    "line",
    [
        'if language == "de": pass',
        'x = "hi" != pack.code',
        'if document.language in ("en", "hi"): pass',
        'match lang:\n    case "fr": pass',
        'y = row["language"] == "en-US"',
    ],
)
def test_the_check_for_language_codes_finds(line: str) -> None:
    assert list(language_comparisons(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ['if code == "und": pass', 'if country == "de": pass', 'if name == "en": pass', "if code == 200: pass"]
)
def test_the_check_for_language_codes_passes(line: str) -> None:
    assert not list(language_comparisons(ast.parse(line)))


def test_every_command_is_documented_in_the_readme() -> None:
    from dashapp.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [command for command in COMMANDS if f"dateline {command}" not in readme]


def test_the_architecture_shows_every_row() -> None:
    shown = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert not [name for name in ROW_OF if f"`{name}`" not in shown and f"`{name.split('.')[-1]}`" not in shown]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file() and path.stat().st_size < 2_000_000]


def texts_of(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    kinds = {".py", ".md", ".toml", ".txt", ".json", ".js", ".css", ".sh", ".lock", ".csv", ".html", ""}
    for path in paths:
        if path.suffix in kinds:
            yield path, path.read_text(encoding="utf-8", errors="replace")


def test_nothing_names_a_path_of_one_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/[\w.-]+")
    found = [f"{path.relative_to(ROOT)}: {match[0]}" for path, text in texts_of(tracked()) if (match := machine.search(text))]
    assert not found


def test_nothing_names_a_package_index() -> None:
    index = re.compile(r"index-" + r"url\s*[=h]|https?://\S+/(?:simple|packages|pool)/\S*")
    found = [f"{path.relative_to(ROOT)}: {match[0]}" for path, text in texts_of(tracked()) if (match := index.search(text))]
    assert not found


def test_every_test_is_named_as_a_sentence() -> None:
    short = [
        f"{path.name}: {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and node.name.count("_") < 3
    ]
    assert not short
