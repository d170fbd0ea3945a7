"""The strings of the app, for Qt's lupdate: those below ui/ know nothing of Qt, so they are found here.

A sentence for the user is a literal handed to one of our errors, to ``Notice`` or to ``Sentence``.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import PySide6

from mojovoice_gui import errors
from mojovoice_gui.desktop.hotkeys.chords import LONE, NAMED, WRITING, Modifier
from mojovoice_gui.settings import LANGUAGES, options
from mojovoice_gui.ui.settings.languages import name_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "mojovoice_gui"
SPEAKERS = {"Notice", "Sentence"} | {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.MojoVoiceError)
}
ONLY_ENGLISH = {"commands", "benchmark"}  # these speak to a terminal
TOOLS = Path(PySide6.__file__).parent


def sentences(source: str) -> Iterator[str]:
    """The literals that are said to the user."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPEAKERS:
            for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                    yield argument.value


def marked(context: str, words: Iterable[str]) -> str:
    """A line of Python for each, as lupdate reads it."""
    return "".join(f"translate({context!r}, {_quoted(word)})\n" for word in dict.fromkeys(words))


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def below_ui() -> str:
    """What the layers without Qt say."""
    files = [path for path in sorted(PACKAGE.rglob("*.py")) if path.relative_to(PACKAGE).parts[0] not in ONLY_ENGLISH]
    said = [sentence for path in files for sentence in sentences(path.read_text(encoding="utf-8"))]
    said += [row.allowed for row in options().values() if row.allowed]
    table = [words for row in options().values() for words in (row.label, row.help)]
    languages = [name_of(code) for code in LANGUAGES]
    parts = (("Sentence", said), ("Option", table), ("Language", languages), ("Key", keys()))
    return "".join(marked(context, words) for context, words in parts)


def keys() -> list[str]:
    """Those with a name: no characters, no F9."""
    named = [name for name in (*NAMED.values(), *WRITING.values()) if not re.fullmatch(r".|F\d+", name)]
    return [*Modifier, *LONE.values(), *(name[:1].upper() + name[1:] for name in named)]


def collect(translations: Path) -> None:
    """Brings the .ts files in the folder up to date; what nobody says any more leaves them."""
    with tempfile.TemporaryDirectory() as folder:
        lower = Path(folder) / "below_ui.py"
        lower.write_text(below_ui(), encoding="utf-8")
        sources = [str(path) for path in (*sorted((PACKAGE / "ui").rglob("*.py")), lower)]
        for file, only in ((translations / "mojovoice_de.ts", []), (translations / "mojovoice_en.ts", ["-pluralonly"])):
            options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages", *only]
            _run("lupdate", *options, *sources, "-ts", str(file))


def release(translations: Path, made: Path) -> None:
    """What is translated, as the app loads it."""
    for file in sorted(translations.glob("*.ts")):
        _run("lrelease", "-silent", str(file), "-qm", str(made / f"{file.stem}.qm"))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], check=True)  # noqa: S603 - Qt's own, on files of ours


if __name__ == "__main__":
    root = Path(sys.argv[1])
    collect(root / "packaging/translations")
    release(root / "packaging/translations", root / "resources/translations")
