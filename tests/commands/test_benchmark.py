"""`mojovoice benchmark` as a shell sees it: the starter models, one sentence, both systems."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mojovoice_gui.benchmark.result import AS_SHIPPED, OURS, OURS_LATER, STOCK, STOCK_TUNED
from tests.commands.test_command_line import WITHOUT_A_DESKTOP, run
from tests.conftest import Prepare
from tests.speech import DEMO

SENTENCE = "Please send the report to everybody before Friday morning."


@pytest.fixture
def profile(prepare: Prepare, tmp_path: Path) -> Path:
    """Its draft is asked however long that takes: on a busy machine it may cost more than it saves."""
    folder = prepare(tmp_path / "profile")
    (folder / "config").mkdir()
    (folder / "config/config.toml").write_text("model.draft_must_pay = false\n")
    return folder


def test_one_sentence_by_stock_and_by_ours(profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(profile, "benchmark", "--samples", str(DEMO), "--no-quiet", "--out", str(out))
    assert done.returncode == 0, done.stderr
    result = json.loads((out / "benchmark.json").read_text(encoding="utf-8"))
    (record,) = result["records"]
    assert {name: one["text"] for name, one in record["measured"].items()} == dict.fromkeys(
        (STOCK, STOCK_TUNED, OURS, OURS_LATER), SENTENCE
    )
    assert all(one["wait_s"] > 0 and not one["failure"] for one in record["measured"].values())
    assert record["measured"][OURS]["stats"]["passes"] < record["measured"][STOCK]["stats"]["passes"]
    assert 0 < record["last_word_s"] <= record["seconds"]
    assert result["peak_memory_mb"] > 100
    assert result["conditions"]["engine"]["device"].startswith("cpu")
    assert "Wait after release" in done.stdout
    assert SENTENCE not in done.stdout + done.stderr
    assert "<svg" in (out / "benchmark.html").read_text(encoding="utf-8")


def test_several_ways_of_listening_without_the_waiting(profile: Path, tmp_path: Path) -> None:
    arguments = ["benchmark", "--frontier", "--samples", str(DEMO), "--no-quiet", "--no-stock"]
    done = run(profile, *arguments, "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    (record,) = json.loads((tmp_path / "out/benchmark.json").read_text(encoding="utf-8"))["records"]
    assert {AS_SHIPPED, "exact"} < record["measured"].keys()
    assert {one["text"] for one in record["measured"].values()} == {SENTENCE}
    assert all(one["wait_s"] > 0 for one in record["measured"].values())


def test_the_words_of_several_takes_without_the_waiting(profile: Path, tmp_path: Path) -> None:
    arguments = ["benchmark", "--rehearse", "--takes", "2", "--samples", str(DEMO), "--no-quiet", "--no-stock"]
    done = run(profile, *arguments, "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    records = json.loads((tmp_path / "out/benchmark.json").read_text(encoding="utf-8"))["records"]
    assert [record["take"] for record in records] == [1, 2]
    assert [list(record["measured"]) for record in records] == 2 * [[AS_SHIPPED]]
    assert {record["measured"][AS_SHIPPED]["text"] for record in records} == {SENTENCE}


def test_ctrl_c_keeps_what_is_done(profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["--profile-dir", str(profile), "benchmark", "--no-stock", "--no-after-word"]
    command = [sys.executable, "-m", "mojovoice_gui", *arguments, "--samples", str(DEMO), "--out", str(out)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=WITHOUT_A_DESKTOP, text=True, stdout=pipe, stderr=pipe) as process:
        assert process.stderr is not None
        next(line for line in process.stderr if line.startswith("1/"))
        os.kill(process.pid, signal.SIGINT)
        table, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    result = json.loads((out / "benchmark.json").read_text(encoding="utf-8"))
    assert result["is_interrupted"]
    assert [record["clip"] for record in result["records"]] == ["demo"]
    assert "Interrupted: these are the 1 clips" in table
    assert (out / "benchmark.html").is_file()


def test_no_clip_is_an_error(tmp_path: Path) -> None:
    done = run(tmp_path, "benchmark", "--samples", str(DEMO), "--longest", "1", "--no-quiet")
    assert (done.returncode, done.stdout) == (2, "")
    assert "No clip is left" in done.stderr
