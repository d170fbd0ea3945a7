"""A target of another shape: its costs are measured with weights of noise, its passes are those of the real pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.costs import FRAMES, READS
from mojovoice_gui.benchmark.geometry import Shape, write_shape
from mojovoice_gui.benchmark.result import STOCK
from mojovoice_gui.benchmark.run import Plan, run
from mojovoice_gui.domain import SAMPLE_RATE
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings
from tests.speech import DEMO

SMALL = Shape(64, 1, 1, 2, 80, 51_865)
SETTINGS = Settings(target="base", draft="tiny.en", language="en", compute_type="int8", threads=2)


def test_a_small_shape_costs_less_than_the_real_pair(starter: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "geometry/small"
    folder.mkdir(parents=True)
    write_shape(SMALL, folder, like=ModelStore(starter).find("base"))
    samples = read_audio(DEMO)
    clip = Clip("demo", len(samples) / SAMPLE_RATE, lambda: samples)
    plan = Plan([clip], SETTINGS, "", after_word_s=None, geometry="small", memory=False)
    result = run(plan, replace(starter, cache=tmp_path), lambda _done, _what: None)
    assert result.conditions.not_run.keys() == {"other engines"}
    assert result.geometry is not None
    costs, reach = result.geometry.costs, result.geometry.reach
    assert [len(row) for row in costs.read_s] == [len(READS)] * len(FRAMES)
    assert 0 < costs.encode_s[0] < costs.encode_s[-1]
    assert reach.hurry_s > 20
    (dictation,) = result.geometry.dictations
    assert 0 < dictation.stock_s < result.records[0].measured[STOCK].wait_s
    assert dictation.ours_s > 0
