"""The house rules that a linter does not know."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = sorted((ROOT / "mojovoice_gui").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_LINES = 300
LONGEST_FUNCTION = 40
EMPTY_NAMES = ("Manager", "Handler", "Helper", "Util", "Utils")
EMPTY_MODULES = {"utils", "util", "misc", "helpers", "helper", "managers", "core", "common"}
LOGGING = {"debug", "info", "warning", "error", "exception", "critical", "log"}
SPOKEN = {"text", "texts", "transcript", "transcripts", "word", "words", "proposal", "dictation", "said"}
WELL_SAID = re.compile(r"#\s*(noqa: [A-Z]+\d+(, [A-Z]+\d+)*|type: ignore\[[\w, -]+\])\W+\w+")  # rule, then reason


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def offences(paths: list[Path], find: Callable[[Path], Sequence[object]]) -> dict[str, Sequence[object]]:
    """What ``find`` finds, for each file where it finds anything."""
    return {place(path): found for path in paths if (found := find(path))}


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def says(node: ast.AST) -> bool:
    """Would this expression put dictated words into the log? Its length, or another field of it, would not."""
    match node:
        case ast.Call(func=ast.Name("len")):
            return False
        case ast.Attribute(value=ast.Name(), attr=field):
            return field in SPOKEN
        case ast.Attribute(value=inner, attr=field):
            return field in SPOKEN or says(inner)
        case ast.Name(name):
            return name in SPOKEN
    return any(says(child) for child in ast.iter_child_nodes(node))


def indiscretions(source: str) -> list[int]:
    """Lines of log calls whose arguments are dictated words."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOGGING
        if "log" in ast.unparse(node.func.value).lower()
        if any(says(argument) for argument in [*node.args, *(keyword.value for keyword in node.keywords)])
    ]


def test_what_was_said_is_never_logged() -> None:
    assert offences(PACKAGE, lambda path: indiscretions(path.read_text(encoding="utf-8"))) == {}


@pytest.mark.parametrize(
    ("line", "is_indiscreet"),
    [
        ("log.info('%s', text)", True),
        ("log.debug(transcript.text)", True),
        ("self._log.warning(f'lost {take.transcript}')", True),
        ("logger.info('%s', ' '.join(words))", True),
        ("logger.info('%s', result.text.strip())", True),
        ("log.info('%d characters', len(text))", False),
        ("log.info('%.1f s', transcript.seconds)", False),
        ("write(text)", False),
    ],
)
def test_a_log_call_is_judged_by_what_it_would_write(line: str, is_indiscreet: bool) -> None:
    assert bool(indiscretions(line)) is is_indiscreet


def test_a_file_has_one_noun() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
    assert [place(path) for path in PACKAGE if path.stem in EMPTY_MODULES] == []


def long_functions(path: Path) -> list[str]:
    functions = [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [node.name for node in functions if (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION]


def test_a_function_does_one_thing() -> None:
    assert offences(PACKAGE, long_functions) == {}


def emptily_named_classes(path: Path) -> list[str]:
    names = [node.name for node in nodes(path) if isinstance(node, ast.ClassDef)]
    return [name for name in names if name.endswith(EMPTY_NAMES)]


def test_a_class_is_named_for_what_it_is() -> None:
    assert offences(PACKAGE, emptily_named_classes) == {}


def bare_suppressions(path: Path) -> list[int]:
    with tokenize.open(path) as file:
        comments = [token for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.COMMENT]
    suppressions = [token for token in comments if re.match(r"#\s*(noqa|type:\s*ignore)", token.string)]
    return [token.start[0] for token in suppressions if not WELL_SAID.match(token.string)]


def test_a_suppression_names_its_rule_and_its_reason() -> None:
    assert offences(PACKAGE + TESTS, bare_suppressions) == {}


def mocks(path: Path) -> list[str]:
    """Mock libraries imported, and attributes replaced from outside."""
    found: list[str] = []
    for node in nodes(path):
        match node:
            case ast.Import(names):
                found += [alias.name for alias in names if "mock" in alias.name]
            case ast.ImportFrom(module=str(module), names=names):
                found += [alias.name for alias in names if "mock" in f"{module}.{alias.name}"]
            case ast.Attribute(value=ast.Name("monkeypatch" | "mp"), attr="setattr" | "delattr" as attribute):
                found.append(f"{attribute} in line {node.lineno}")
    return found


def test_tests_use_real_parts() -> None:
    assert offences(TESTS, mocks) == {}


def test_the_map_names_every_part_and_nothing_else() -> None:
    """CONTRIBUTING is where a newcomer looks first."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:mojovoice_gui/)?([\w/]+(?:\.py|/))`", text))
    package = ROOT / "mojovoice_gui"
    parts = {f"{path.name}/" if path.is_dir() else path.name for path in package.iterdir() if path.name[0] not in "_."}
    assert parts - named == set()
    there = {path.name for path in PACKAGE + TESTS}
    places = (ROOT, package, package / "desktop")
    gone = {name for name in named if not any((place / name).exists() for place in places)}
    assert {name for name in gone if Path(name).name not in there} == set()
