"""A recording is on disk from its first block and stays there until its text is delivered, whatever happens."""

import os
import signal
import stat
import subprocess
import sys
import wave
from datetime import datetime, timedelta
from pathlib import Path

import av
import numpy as np
import pytest

from mojovoice_gui.audio.spool import FileSpool, recoverable
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import DiskFull

BLOCK = SAMPLE_RATE // 50

CHILD = """
import sys, time
from pathlib import Path
import numpy as np
from mojovoice_gui.audio.spool import FileSpool
from tests.unit.audio.test_spool import BLOCK, speech
recording = FileSpool(Path(sys.argv[1])).begin(take=3)
for number in range(50):
    recording.write(speech(50)[number * BLOCK:(number + 1) * BLOCK])
print("written", flush=True)
time.sleep(60)
"""

FULL = """
import resource, sys
from pathlib import Path
from mojovoice_gui.audio.spool import FileSpool
from mojovoice_gui.errors import DiskFull
from tests.unit.audio.test_spool import speech
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
recording = FileSpool(Path(sys.argv[1])).begin(take=0)
for _ in range(10):
    try:
        recording.write(speech(1))
        print("taken")
    except DiskFull as error:
        print("full:", error)
recording.finish()
"""


def speech(blocks: int) -> Samples:
    """So many blocks of 20 ms, always the same."""
    return np.random.default_rng(7).uniform(-0.9, 0.9, blocks * BLOCK).astype(np.float32)


def sound_of(path: Path) -> Samples:
    """What a player hears."""
    with av.open(str(path)) as container:
        assert container.streams.audio[0].rate == SAMPLE_RATE
        parts = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return (np.concatenate(parts) / 32767).astype(np.float32)


def run_child(program: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True)


def abandoned(folder: Path) -> Path:
    """A recording whose process was killed while it was being written."""
    child = run_child(CHILD, str(folder))
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "written\n"
        child.send_signal(signal.SIGKILL)
    return next(folder.glob("*.wav"))


def test_a_killed_process_loses_nothing_it_had_written(tmp_path: Path) -> None:
    before = datetime.now().astimezone()
    abandoned(tmp_path)
    (left,) = recoverable(tmp_path)
    assert left.seconds == pytest.approx(1.0)
    assert timedelta() <= left.started - before < timedelta(seconds=30)
    np.testing.assert_allclose(sound_of(left.path), speech(50), atol=1 / 32767)


def test_what_a_living_process_writes_is_not_recoverable(tmp_path: Path) -> None:
    with run_child(CHILD, str(tmp_path)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "written\n"
        assert list(tmp_path.glob("*.wav"))
        assert recoverable(tmp_path) == ()
        child.kill()
        child.wait()
        assert len(recoverable(tmp_path)) == 1


def test_a_finished_recording_stays_ours_until_it_is_removed(tmp_path: Path) -> None:
    spool = FileSpool(tmp_path)
    recording = spool.begin(take=0)
    recording.write(speech(2))
    recording.finish()
    assert recording.path.exists()
    assert recoverable(tmp_path) == ()
    spool.remove(recording.path)
    spool.remove(recording.path)
    assert list(tmp_path.iterdir()) == []


def test_an_undelivered_recording_outlives_a_proper_end_of_its_process(tmp_path: Path) -> None:
    spool = FileSpool(tmp_path)
    recording = spool.begin(take=0)
    recording.write(speech(2))
    recording.finish()
    del spool, recording  # what the end of a process does, too
    (left,) = recoverable(tmp_path)
    assert left.seconds == pytest.approx(0.04)
    FileSpool(tmp_path).remove(left.path)
    assert recoverable(tmp_path) == ()


def test_a_finished_recording_is_an_ordinary_wav_file(tmp_path: Path) -> None:
    recording = FileSpool(tmp_path).begin(take=0)
    for block in np.split(speech(5), 5):
        recording.write(block)
    recording.finish()
    with wave.open(str(recording.path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, SAMPLE_RATE)
        assert file.getnframes() == 5 * BLOCK
    np.testing.assert_allclose(sound_of(recording.path), speech(5), atol=1 / 32767)


def test_what_is_too_loud_is_clipped_not_wrapped(tmp_path: Path) -> None:
    recording = FileSpool(tmp_path).begin(take=0)
    recording.write(np.array([1.5, -1.5], dtype=np.float32))
    np.testing.assert_allclose(sound_of(recording.path), [1.0, -1.0])


def test_nothing_is_on_disk_before_the_first_block_and_after_discard(tmp_path: Path) -> None:
    recording = FileSpool(tmp_path / "recordings").begin(take=0)
    recording.write(np.zeros(0, dtype=np.float32))
    assert list(tmp_path.iterdir()) == []
    recording.write(speech(1))
    recording.discard()
    recording.discard()
    recording.write(speech(1))
    assert list((tmp_path / "recordings").iterdir()) == []


def test_recordings_are_for_their_user_only(tmp_path: Path) -> None:
    recording = FileSpool(tmp_path / "recordings").begin(take=0)
    recording.write(speech(1))
    assert stat.S_IMODE(recording.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(recording.path.parent.stat().st_mode) == 0o700


def test_a_full_disk_is_said_once_and_keeps_what_was_written(tmp_path: Path) -> None:
    with run_child(FULL, str(tmp_path), str(44 + 3 * 2 * BLOCK + 101)) as child:
        said, _ = child.communicate(timeout=60)
    lines = said.splitlines()
    assert [line.split(":")[0] for line in lines] == ["taken"] * 3 + ["full"] + ["taken"] * 6
    assert f"Make room in {tmp_path}" in lines[3]
    (left,) = recoverable(tmp_path)
    np.testing.assert_allclose(sound_of(left.path)[: 3 * BLOCK], np.tile(speech(1), 3), atol=1 / 32767)


def test_a_disk_without_room_for_anything_is_left_as_it_was(tmp_path: Path) -> None:
    with run_child(FULL, str(tmp_path), "10") as child:
        said, _ = child.communicate(timeout=60)
    assert said.count("full:") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "recordings").write_text("a file of this name")
    recording = FileSpool(tmp_path / "recordings").begin(take=0)
    with pytest.raises(DiskFull, match="no copy on disk"):
        recording.write(speech(1))
    recording.write(speech(1))
    recording.finish()
    recording.discard()


def test_a_recording_without_sound_is_not_offered_but_removed(tmp_path: Path) -> None:
    path = abandoned(tmp_path)
    os.truncate(path, 44)
    assert recoverable(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_files_of_others_are_neither_offered_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "holiday.wav").write_bytes(b"")
    assert recoverable(tmp_path) == ()
    assert (tmp_path / "holiday.wav").exists()


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert recoverable(tmp_path / "recordings") == ()


def test_the_oldest_recording_is_offered_first(tmp_path: Path) -> None:
    spool = FileSpool(tmp_path)
    paths = []
    for take in (9, 10):
        recording = spool.begin(take)
        recording.write(speech(1))
        paths.append(recording.path)
    del spool, recording
    assert [left.path for left in recoverable(tmp_path)] == paths
