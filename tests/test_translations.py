"""The second language is complete: whoever adds a sentence has it translated, with ``packaging/translate``."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES, MADE = Path("packaging/translations"), Path("resources/translations")
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


def _said(message: ElementTree.Element) -> list[str]:
    """Each form, where there are several."""
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform") or [translation]
    return [form.text or "" for form in forms]
