"""Stock faster-whisper as it comes."""

from __future__ import annotations

from pathlib import Path

from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.benchmark.apart import apart
from mojovoice_gui.benchmark.peers import Terms
from mojovoice_gui.benchmark.stock import StockWhisper
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.speech import DEMO


def test_stock_writes_a_token_a_pass_and_its_wait_is_its_work(starter: Paths, tmp_path: Path) -> None:
    terms = Terms(ModelStore(starter).find("base"), "base", Placement("cpu", "int8", 2), "en", tmp_path)
    with apart(is_tuned=False) as process:
        measured = StockWhisper(process, terms).measure(read_audio(DEMO), beams=1)
    assert measured.text == "Please send the report to everybody before Friday morning."
    assert measured.stats.passes == measured.stats.tokens + 2  # the prompt, and the end
    assert measured.wait_s > 0
