"""The direction of imports, and where Qt may appear."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "mojovoice_gui"
LAYERS = (  # a module may import from its own folder and from the lines above it
    {"errors", "packages", "paths", "tuning", "whole_file"},
    {"domain"},
    {"audio", "asr", "models", "text", "desktop", "history", "settings", "logs"},
    {"dictation"},
    {"ui", "remote"},
    {"remembering"},
    {"app"},
    {"running"},
    {"benchmark"},
    {"commands"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
HAVE_QT = {"ui"}
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path != PACKAGE / "__init__.py"
}


def imports(path: Path) -> Iterator[str]:
    """Every dotted name a file imports, at its top or inside a function; ``from a import b`` is ``a.b``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_modules(module: str) -> set[str]:
    """Our modules that ``module`` imports, without the package's name."""
    ours = (
        name.removeprefix("mojovoice_gui.") for name in imports(MODULES[module]) if name.startswith("mojovoice_gui.")
    )
    return {found for name in ours for found in (name, name.rpartition(".")[0]) if found in MODULES} - {module}


def folder(module: str) -> str:
    return module.partition(".")[0]


def level(module: str) -> int:
    return LEVEL[folder(module)]


def test_every_module_has_a_layer() -> None:
    assert {folder(module) for module in MODULES} <= LEVEL.keys()


def test_imports_point_down() -> None:
    arrows = [(module, there) for module in MODULES for there in imported_modules(module)]
    upward = [arrow for arrow in arrows if folder(arrow[0]) != folder(arrow[1]) and level(arrow[0]) <= level(arrow[1])]
    assert upward == []


def test_qt_stays_in_the_user_interface() -> None:
    outside = [module for module in MODULES if folder(module) not in HAVE_QT]
    arrows = [(module, name) for module in outside for name in imports(MODULES[module])]
    assert [arrow for arrow in arrows if arrow[1].partition(".")[0] in {"PySide6", "shiboken6"}] == []


def test_no_module_imports_itself_on_a_roundabout_way() -> None:
    graph = TopologicalSorter({module: imported_modules(module) for module in MODULES})
    try:
        graph.prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))
