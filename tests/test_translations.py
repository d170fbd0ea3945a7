"""The second language is complete: whoever adds a sentence has it translated, with ``packaging/translate``."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui import errors

ROOT = Path(__file__).parent.parent
SOURCES, MADE = Path("packaging/translations"), Path("resources/translations")
SPEAKING = (
    *("asr", "audio", "dictation", "domain", "history", "models", "settings", "text", "desktop/autostart"),
    *("desktop/hotkeys", "desktop/insertion", "desktop/macos", "desktop/windows"),
)
SEVERAL_WORDS = re.compile(r"\b[A-Za-z]?[a-z]+ [a-z]+ [a-z]+")
ERRORS = [name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)]
TAKES_WORDS = re.compile(r"log\.\w+|OSError|ValueError|Connection\w+Error|TimeoutError")
COLLECTED_FROM = re.compile(rf"Sentence|Notice|option|{'|'.join(ERRORS)}")
NO_SENTENCES = {
    "draft must pay",  # a key in a file
    "out of memory",  # what CTranslate2 says
    ": cannot open shared object file",  # what the linker says
    "token for paste keys",  # a name in the keyring
    "this system has no registry",  # an OSError
}
GAP = re.compile(r"%\d|\{\w*\}")  # a form for one thing needs no %n


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the translations as they would be now."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copytree(ROOT / SOURCES, folder / SOURCES)
    (folder / MADE).mkdir(parents=True)
    subprocess.run([ROOT / "packaging/translate", folder], check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def german() -> list[ElementTree.Element]:
    return list(ElementTree.parse(ROOT / SOURCES / "mojovoice_de.ts").iter("message"))


@pytest.mark.parametrize("name", ["mojovoice_de.ts", "mojovoice_en.ts"])
def test_every_sentence_of_the_app_is_there_and_no_other(collected: Path, name: str) -> None:
    assert (collected / SOURCES / name).read_text() == (ROOT / SOURCES / name).read_text(), "run packaging/translate"


@pytest.mark.parametrize("name", ["mojovoice_de.qm", "mojovoice_en.qm"])
def test_the_app_loads_what_was_translated(collected: Path, name: str) -> None:
    assert (collected / MADE / name).read_bytes() == (ROOT / MADE / name).read_bytes(), "run packaging/translate"


def test_everything_is_said_in_german(german: list[ElementTree.Element]) -> None:
    untold = [message.findtext("source") for message in german if not all(one.strip() for one in _said(message))]
    assert untold == []
    assert [one for message in german for one in message.iter("translation") if one.get("type")] == []


def test_the_same_gaps_are_filled_in_both_languages(german: list[ElementTree.Element]) -> None:
    differ = [
        source
        for message in german
        for said in _said(message)
        if set(GAP.findall(source := message.findtext("source") or "")) != set(GAP.findall(said))
    ]
    assert differ == []


def test_what_is_said_below_the_windows_can_be_translated() -> None:
    """A literal of several words is a ``Sentence``, or of an error, unless it goes to the log."""
    assert [said for file in below_the_windows() for said in plain_words(file) if said not in NO_SENTENCES] == []


def below_the_windows() -> Iterator[Path]:
    for folder in SPEAKING:
        yield from sorted((ROOT / "mojovoice_gui" / folder).rglob("*.py"))


def plain_words(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        words = _words(node)
        is_sentence = SEVERAL_WORDS.search(words) and not words.startswith(("\n", "#", "["))  # what files are made of
        if is_sentence and not isinstance(parents[node], ast.JoinedStr | ast.Expr):
            taker = parents[node]
            while isinstance(taker, ast.IfExp | ast.BoolOp | ast.Tuple | ast.keyword):
                taker = parents[taker]
            name = ast.unparse(taker.func) if isinstance(taker, ast.Call) else ""
            is_collected = isinstance(node, ast.Constant) and COLLECTED_FROM.fullmatch(name)
            if not is_collected and not TAKES_WORDS.fullmatch(name):
                yield words


def _words(node: ast.AST) -> str:
    """Of a literal; its gaps are empty."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_words, node.values))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _said(message: ElementTree.Element) -> list[str]:
    """Each form, where there are several."""
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform") or [translation]
    return [form.text or "" for form in forms]
