"""Other engines run where they are installed; where they are not, the report says why."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.benchmark.peers import Terms, find_peers
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.speech import DEMO


@pytest.fixture
def terms(starter: Paths, tmp_path: Path) -> Terms:
    return Terms(ModelStore(starter).find("base"), "base", Placement("cpu", "int8", 2), "en", tmp_path)


def test_every_engine_either_runs_or_says_why_not(terms: Terms) -> None:
    found, not_run = find_peers(terms)
    assert {"Moonshine", "Vosk"} <= not_run.keys()
    assert {peer.name for peer in found} | not_run.keys() >= {"whisper.cpp", "PocketSphinx"}
    assert {peer.name for peer in found} & not_run.keys() == set()
    for name, package in (("whisper.cpp", "pywhispercpp"), ("PocketSphinx", "pocketsphinx")):
        if importlib.util.find_spec(package) is None:
            assert package in not_run[name]


def test_those_that_run_hear_the_sentence(terms: Terms) -> None:
    found, _ = find_peers(terms)
    if not found:
        pytest.skip("no other engine is installed")
    for peer in found:
        text, _ = peer.transcribe(read_audio(DEMO))
        assert "friday morning" in text.lower()
