"""The library: downloads that pause, go on and are given up, models taken in and deleted, all of it told."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mojovoice_gui.domain import Notice
from mojovoice_gui.errors import ModelCorrupt, ModelError, ModelMissing
from mojovoice_gui.models.library import Library, Phase, Transfer
from mojovoice_gui.models.pace import Pace
from mojovoice_gui.models.shelf import Shelf, look
from mojovoice_gui.paths import Paths
from tests.unit.models.hub_server import HubServer, store_of
from tests.waiting import wait_until

ROOT = Path(__file__).parents[3]
REPO = "Systran/faster-whisper-tiny"
WEIGHTS = b"\x06\0\0\0\x0c\0WhisperSpec\0" + os.urandom(8_000_000)
FILES = {"config.json": b"{}", "model.bin": WEIGHTS, "tokenizer.json": b"{ }", "vocabulary.txt": b"a\nb\n"}


class Remembering:
    """A listener that remembers; ``meets`` lets a test act at a certain moment of a download."""

    def __init__(self) -> None:
        self.shelves: list[Shelf] = []
        self.transfers: list[Transfer] = []
        self.notices: list[Notice] = []
        self.meets: Callable[[Transfer], None] = lambda _transfer: None

    def shelf_changed(self, shelf: Shelf) -> None:
        self.shelves.append(shelf)

    def transfer_changed(self, transfer: Transfer) -> None:
        self.transfers.append(transfer)
        self.meets(transfer)

    def noticed(self, notice: Notice) -> None:
        self.notices.append(notice)

    def waits_for(self, phase: Phase) -> Transfer:
        wait_until(lambda: any(transfer.phase is phase for transfer in self.transfers))
        return next(transfer for transfer in self.transfers if transfer.phase is phase)


@pytest.fixture
def told() -> Remembering:
    return Remembering()


@pytest.fixture
def library(paths: Paths, hub: HubServer, told: Remembering) -> Iterator[Library]:
    made = Library(lambda: store_of(paths, hub), told, tell_s=0)
    yield made
    made.close()


def at_half(action: Callable[[], None]) -> Callable[[Transfer], None]:
    """Once, when something has arrived."""
    done = threading.Event()

    def meet(transfer: Transfer) -> None:
        if transfer.here_bytes > 100_000 and transfer.phase is Phase.RUNNING and not done.is_set():
            done.set()
            action()

    return meet


def ranges(hub: HubServer) -> list[str]:
    return [asked for path, asked in hub.asked if path.endswith("model.bin")]


def test_a_paused_download_keeps_what_it_has_and_a_new_start_of_the_app_goes_on_there(
    paths: Paths, hub: HubServer, told: Remembering, library: Library
) -> None:
    told.meets = at_half(lambda: library.pause("tiny"))
    library.fetch("tiny")
    told.waits_for(Phase.PAUSED)
    library.close()
    begun = {row.name: row.begun_bytes for row in look(store_of(paths, hub)).rows}["tiny"]
    assert 0 < begun < len(WEIGHTS)
    hub.asked.clear()
    later = Remembering()
    again = Library(lambda: store_of(paths, hub), later)
    again.fetch("tiny")
    later.waits_for(Phase.DONE)
    again.close()
    (asked,) = ranges(hub)
    assert int(asked.removeprefix("bytes=").rstrip("-")) > 0
    assert (paths.models / "tiny/model.bin").read_bytes() == WEIGHTS


def test_a_download_that_waits_for_a_busy_hub_can_be_paused(
    hub: HubServer, told: Remembering, library: Library
) -> None:
    hub.break_after, hub.breaks_left = 4_000_000, 1
    told.meets = at_half(lambda: hub.busy.append((503, "50")))
    library.fetch("tiny")
    wait_until(lambda: hub.busy == [] and len(ranges(hub)) == 2)
    library.pause("tiny")
    told.waits_for(Phase.PAUSED)


def test_a_cancelled_download_leaves_nothing(paths: Paths, hub: HubServer, told: Remembering, library: Library) -> None:
    told.meets = at_half(lambda: library.cancel("tiny"))
    library.fetch("tiny")
    told.waits_for(Phase.CANCELLED)
    wait_until(lambda: bool(told.shelves))
    assert {path.name for path in paths.models.iterdir()} <= {".tiny.lock"}
    assert told.shelves[-1].used_bytes == 0


def test_a_paused_download_can_be_given_up(paths: Paths, told: Remembering, library: Library) -> None:
    told.meets = at_half(lambda: library.pause("tiny"))
    library.fetch("tiny")
    told.waits_for(Phase.PAUSED)
    library.cancel("tiny")
    wait_until(lambda: not list(paths.models.glob(".*.part")))


def test_the_end_of_a_download_is_told_with_the_shelf_that_holds_it(told: Remembering, library: Library) -> None:
    library.fetch("tiny")
    assert told.waits_for(Phase.DONE).here_bytes == sum(map(len, FILES.values()))
    wait_until(lambda: bool(told.shelves))
    row = next(row for row in told.shelves[-1].rows if row.name == "tiny")
    assert row.installed is not None
    assert row.can_be_deleted


def test_what_goes_wrong_is_told_in_a_sentence_and_may_be_tried_again(
    hub: HubServer, told: Remembering, library: Library
) -> None:
    hub.status = 503
    library.fetch("tiny")
    notice = told.waits_for(Phase.FAILED).notice
    assert notice is not None
    assert "503" in notice.sentence
    hub.status = 200
    library.fetch("tiny")
    told.waits_for(Phase.DONE)


def test_a_second_download_of_the_same_model_is_not_begun(hub: HubServer, told: Remembering, library: Library) -> None:
    told.meets = at_half(lambda: library.fetch("tiny"))
    library.fetch("tiny")
    told.waits_for(Phase.DONE)
    assert len(ranges(hub)) == 1
    assert not [transfer for transfer in told.transfers if transfer.phase is Phase.FAILED]


def test_a_model_of_no_catalogue_gets_a_folder_of_its_own(paths: Paths, hub: HubServer, library: Library) -> None:
    hub.repo_id = "somebody/my-whisper"
    told = Remembering()
    library = Library(lambda: store_of(paths, hub), told, tell_s=0)
    library.fetch("somebody/my-whisper")
    assert told.waits_for(Phase.DONE).name == "somebody--my-whisper"
    library.close()
    assert store_of(paths, hub).find("somebody--my-whisper") == paths.models / "somebody--my-whisper"


def test_a_deleted_model_is_gone_and_its_disk_is_free_again(
    paths: Paths, hub: HubServer, told: Remembering, library: Library
) -> None:
    library.fetch("tiny")
    told.waits_for(Phase.DONE)
    used = look(store_of(paths, hub)).used_bytes
    library.delete("tiny")
    wait_until(lambda: not (paths.models / "tiny").exists())
    assert look(store_of(paths, hub)).used_bytes <= used - len(WEIGHTS)
    with pytest.raises(ModelMissing):
        store_of(paths, hub).find("tiny")


def test_what_is_not_ours_cannot_be_deleted(paths: Paths, told: Remembering, library: Library) -> None:
    for name in ("tiny.en", "..", "none"):
        told.notices.clear()
        library.delete(name)
        wait_until(lambda: bool(told.notices))
        assert "no model called" in told.notices[0].sentence


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model that the user has."""
    made = tmp_path / "elsewhere/mine"
    made.mkdir(parents=True)
    for name, content in {**FILES, "notes.txt": b"not needed"}.items():
        (made / name).write_bytes(content)
    return made


def unheeded(_here: int, _all: int) -> None:
    """A progress that nobody watches."""


def test_a_folder_is_taken_in_whole_and_stays_where_it_was(
    paths: Paths, hub: HubServer, told: Remembering, library: Library, folder: Path
) -> None:
    library.take_in(folder)
    told.waits_for(Phase.DONE)
    mine = store_of(paths, hub).find("mine")
    assert mine == paths.models / "mine"
    assert sorted(path.name for path in mine.iterdir()) == sorted([*FILES, "model.bin.sha256"])
    assert (folder / "model.bin").read_bytes() == (mine / "model.bin").read_bytes()
    (mine / "model.bin").write_bytes(WEIGHTS[::-1])
    with pytest.raises(ModelCorrupt, match="checksum"):
        store_of(paths, hub).find("mine")


def test_an_import_that_is_given_up_leaves_nothing(
    paths: Paths, told: Remembering, library: Library, folder: Path
) -> None:
    told.meets = at_half(lambda: library.cancel("mine"))
    library.take_in(folder)
    told.waits_for(Phase.CANCELLED)
    assert not (paths.models / "mine").exists()
    assert not (paths.models / ".mine.importing").exists()


def test_another_kind_of_model_is_not_taken_in(paths: Paths, hub: HubServer, folder: Path) -> None:
    (folder / "model.bin").write_bytes(b"\x06\0\0\0\x0f\0TransformerSpec\0")
    with pytest.raises(ModelCorrupt, match="not a Whisper model"):
        store_of(paths, hub).take_in(folder, unheeded)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelCorrupt, match="has no tokenizer"):
        store_of(paths, hub).take_in(folder, unheeded)
    with pytest.raises(ModelMissing):
        store_of(paths, hub).take_in(folder.parent, unheeded)


def test_a_name_that_is_taken_is_not_overwritten(paths: Paths, hub: HubServer, folder: Path) -> None:
    store_of(paths, hub).take_in(folder, unheeded)
    with pytest.raises(ModelError, match="called mine already"):
        store_of(paths, hub).take_in(folder, unheeded)


@pytest.mark.parametrize(
    ("job", "said"),
    [
        ("store.download('tiny', print)", "cannot be written"),
        ("store.take_in(pathlib.Path(sys.argv[2]), print)", "cannot be copied"),
    ],
)
def test_a_disk_that_fills_up_is_said_and_leaves_no_half_model(
    job: str, said: str, paths: Paths, hub: HubServer, folder: Path
) -> None:
    """Files that may not grow beyond 5 MB stand for the disk that is full."""
    code = (
        "import sys, pathlib, resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5_000_000, 5_000_000))\n"
        "from mojovoice_gui.models.store import ModelStore; from mojovoice_gui.paths import Paths\n"
        f"store = ModelStore(Paths.under(pathlib.Path(sys.argv[1])))\n{job}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(paths.data.parent), str(folder)],
        env=os.environ | {"HF_ENDPOINT": hub.address, "HF_HUB_CACHE": str(paths.cache / "hub")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said in done.stderr
    assert not [path for path in paths.models.iterdir() if not path.name.startswith(".")]
    assert store_of(paths, hub).download("tiny", unheeded) == paths.models / "tiny"  # with room again it goes on


def test_speed_is_that_of_the_last_seconds() -> None:
    pace = Pace()
    assert pace.remaining_s(100) is None
    for second in range(10):
        pace.add(float(second), 1_000_000 * second)
    for second in range(10, 20):
        pace.add(float(second), 9_000_000 + 100_000 * (second - 9))
    assert pace.bytes_per_s == pytest.approx(100_000)
    assert pace.remaining_s(11_000_000) == pytest.approx(10)
