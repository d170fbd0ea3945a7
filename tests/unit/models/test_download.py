"""Downloads: whole or not there, continued where they broke, and every failure one sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mojovoice_gui.errors import DownloadFailed, ModelMissing
from mojovoice_gui.models.hub import Hub
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.unit.models.hub_server import HubServer, serving, store_of

ROOT = Path(__file__).parents[3]
NAME = "tiny"
REPO = "Systran/faster-whisper-tiny"
WEIGHTS = os.urandom(3_000_000)
FILES = {
    "config.json": b"{}",
    "model.bin": WEIGHTS,
    "tokenizer.json": b"{ }",
    "vocabulary.txt": b"a\nb\n",
    "README.md": b"not needed",
    ".gitattributes": b"not needed",
}


def unheeded(_here: int, _all: int) -> None:
    """A progress that nobody watches."""


class GivenUp(Exception):
    """The user has had enough."""


def give_up(here: int, _all: int) -> None:
    if here > 1_000_000:
        raise GivenUp


@contextmanager
def files_up_to(size_bytes: int) -> Iterator[None]:
    """The system lets no file of this process grow larger, as a disk would that has no more room."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def ranges(hub: HubServer) -> list[str]:
    return [asked for path, asked in hub.asked if path.endswith("model.bin")]


def test_a_download_brings_what_is_needed_and_nothing_else(paths: Paths, hub: HubServer) -> None:
    folder = store_of(paths, hub).download(NAME, unheeded)
    assert folder == paths.models / NAME
    assert sorted(path.name for path in folder.iterdir()) == [
        "config.json",
        "model.bin",
        "model.bin.sha256",
        "tokenizer.json",
        "vocabulary.txt",
    ]
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert store_of(paths, hub).find(NAME) == folder
    left = {path.name for path in paths.models.iterdir()} - {NAME}
    assert left <= {f".{NAME}.lock"}


def test_progress_grows_to_the_whole(paths: Paths, hub: HubServer) -> None:
    told: list[tuple[int, int]] = []
    store_of(paths, hub).download(NAME, lambda here, whole: told.append((here, whole)))
    size = sum(len(FILES[name]) for name in ("config.json", "model.bin", "tokenizer.json", "vocabulary.txt"))
    assert {whole for _, whole in told} == {size}
    assert [here for here, _ in told] == sorted(here for here, _ in told)
    assert told[-1] == (size, size)
    assert len(told) > 4  # within the large file, too


def test_a_model_that_is_here_is_not_fetched_again(paths: Paths, hub: HubServer) -> None:
    store = store_of(paths, hub)
    store.download(NAME, unheeded)
    hub.asked.clear()
    assert store.download(NAME, unheeded) == paths.models / NAME
    assert hub.asked == []


def test_a_broken_connection_is_taken_up_where_it_broke(paths: Paths, hub: HubServer) -> None:
    hub.break_after, hub.breaks_left = 1_100_000, 2
    folder = store_of(paths, hub).download(NAME, unheeded)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    starts = [int(asked.removeprefix("bytes=").rstrip("-")) for asked in ranges(hub)]
    assert starts[0] == 0
    assert 0 < starts[1] < starts[2] < len(WEIGHTS)


def test_a_hub_that_knows_no_ranges_is_read_from_the_start(paths: Paths, hub: HubServer) -> None:
    hub.break_after, hub.breaks_left, hub.ignores_range = 2_000_000, 1, True
    assert (store_of(paths, hub).download(NAME, unheeded) / "model.bin").read_bytes() == WEIGHTS


def test_a_killed_download_goes_on_where_it_was(paths: Paths, hub: HubServer) -> None:
    code = (
        "import sys, time, pathlib\n"
        "from mojovoice_gui.models.store import ModelStore\n"
        "from mojovoice_gui.paths import Paths\n"
        "def told(here, whole):\n"
        "    if here > 1_000_000: print(here, flush=True); time.sleep(60)\n"
        "ModelStore(Paths.under(pathlib.Path(sys.argv[1]))).download('tiny', told)\n"
    )
    environment = os.environ | {"HF_ENDPOINT": hub.address, "HF_HUB_CACHE": str(paths.cache / "hub")}
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(paths.data.parent)], env=environment, cwd=ROOT, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    child.communicate()
    with pytest.raises(ModelMissing, match="not on this machine"):
        store_of(paths, hub).find(NAME)
    hub.asked.clear()
    folder = store_of(paths, hub).download(NAME, unheeded)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    (asked,) = ranges(hub)
    assert int(asked.removeprefix("bytes=").rstrip("-")) > 900_000


def test_a_download_that_is_given_up_keeps_what_it_has(paths: Paths, hub: HubServer) -> None:
    with pytest.raises(GivenUp):
        store_of(paths, hub).download(NAME, give_up)
    hub.asked.clear()
    store_of(paths, hub).download(NAME, unheeded)
    assert ranges(hub) == ["bytes=1048576-"]


def test_a_model_that_changed_at_the_hub_is_begun_anew(paths: Paths, hub: HubServer) -> None:
    with pytest.raises(GivenUp):
        store_of(paths, hub).download(NAME, give_up)
    hub.revision, hub.files["model.bin"] = "f" * 40, WEIGHTS[::-1]
    hub.asked.clear()
    folder = store_of(paths, hub).download(NAME, unheeded)
    assert (folder / "model.bin").read_bytes() == WEIGHTS[::-1]
    assert ranges(hub) == ["bytes=0-"]
    assert not list(paths.models.glob(".*.part"))


def test_weights_that_are_not_what_the_hub_promised_are_thrown_away(paths: Paths, hub: HubServer) -> None:
    hub.promised["model.bin"], hub.files["model.bin"] = WEIGHTS, WEIGHTS[::-1]
    with pytest.raises(DownloadFailed, match="damaged"):
        store_of(paths, hub).download(NAME, unheeded)
    assert not (paths.models / NAME).exists()
    hub.files["model.bin"] = WEIGHTS
    assert (store_of(paths, hub).download(NAME, unheeded) / "model.bin").read_bytes() == WEIGHTS


def test_weights_that_end_too_early_are_not_taken(paths: Paths, hub: HubServer) -> None:
    hub.promised["model.bin"] = WEIGHTS + b"more"
    with pytest.raises(DownloadFailed, match="sent nothing"):
        store_of(paths, hub).download(NAME, unheeded)
    assert not (paths.models / NAME).exists()


def test_an_unknown_repository_is_said(paths: Paths, hub: HubServer) -> None:
    hub.repo_id = "Somebody/else"
    with pytest.raises(DownloadFailed, match=f"The hub has no model {REPO}"):
        store_of(paths, hub).download(NAME, unheeded)


def test_a_repository_without_weights_is_said(paths: Paths, hub: HubServer) -> None:
    del hub.files["model.bin"]
    with pytest.raises(DownloadFailed, match="holds no CTranslate2 Whisper model"):
        store_of(paths, hub).download(NAME, unheeded)


def test_a_hub_in_trouble_is_said_with_its_number(paths: Paths, hub: HubServer) -> None:
    hub.status = 503
    with pytest.raises(DownloadFailed, match="503"):
        store_of(paths, hub).download(NAME, unheeded)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_hub_that_is_busy_is_asked_again(status: int, paths: Paths, hub: HubServer) -> None:
    hub.busy = [(status, ""), (status, "")]
    folder = store_of(paths, hub).download(NAME, unheeded)
    assert (folder / "model.bin").read_bytes() == WEIGHTS


def test_a_hub_that_becomes_busy_amid_a_download_is_given_the_time_it_asks_for(paths: Paths, hub: HubServer) -> None:
    hub.break_after, hub.breaks_left = 2_000_000, 1

    def make_busy(here: int, _all: int) -> None:
        if here > 1_000_000 and hub.breaks_left == 0 and not waited:
            waited.append(time.monotonic())
            hub.busy = [(503, "1")]

    waited: list[float] = []
    folder = store_of(paths, hub).download(NAME, make_busy)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert hub.busy == []
    assert time.monotonic() - waited[0] > 0.9
    assert int(ranges(hub)[-1].removeprefix("bytes=").rstrip("-")) > 0


def test_a_hub_that_wants_to_be_left_alone_for_long_is_and_says_so(paths: Paths, hub: HubServer) -> None:
    hub.busy = [(429, "300")]
    with pytest.raises(DownloadFailed, match=r"429\..*for 5 minutes"):
        store_of(paths, hub).download(NAME, unheeded)
    assert len(hub.asked) == 1


def test_a_signed_address_that_is_too_old_is_asked_for_anew(paths: Paths, hub: HubServer) -> None:
    """The hub sends us to a store of files by an address that is good for a while; going on needs another."""
    store = HubServer(REPO, dict(FILES), break_after=1_100_000, breaks_left=2, signs=True)
    with serving(store):
        hub.files_at = store.address.replace("127.0.0.1", "localhost")
        folder = store_of(paths, hub).download(NAME, unheeded)
        assert (folder / "model.bin").read_bytes() == WEIGHTS
        assert len(set(store.signatures)) == len(store.signatures)
        starts = {int(asked.removeprefix("bytes=").rstrip("-")) for asked in ranges(store)}
        assert len(starts) == 3


def test_a_token_that_the_hub_does_not_take_is_told_from_a_hub_in_trouble(paths: Paths, hub: HubServer) -> None:
    hub.status = 401
    hub.message = "Invalid credentials in Authorization header"
    with pytest.raises(DownloadFailed, match="does not take the token"):
        store_of(paths, hub).download(NAME, unheeded)


def test_a_hub_that_tells_no_sizes_is_not_believed(paths: Paths, hub: HubServer) -> None:
    hub.sizeless = True
    with pytest.raises(DownloadFailed, match=r"does not say how large"):
        store_of(paths, hub).download(NAME, unheeded)


def test_a_mirror_cannot_make_us_write_elsewhere(paths: Paths, hub: HubServer) -> None:
    hub.files["vocabulary./../../../evil"] = b"evil"
    store_of(paths, hub).download(NAME, unheeded)
    assert not list(paths.data.parent.rglob("evil"))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://hub.invalid", "nonsense"])
def test_no_network_is_said_within_seconds(paths: Paths, address: str) -> None:
    began = time.monotonic()
    with pytest.raises(DownloadFailed, match="cannot be reached") as raised:
        ModelStore(paths, Hub(address, paths.cache / "hub")).download(NAME, unheeded)
    assert "HF_ENDPOINT" in raised.value.action
    assert time.monotonic() - began < 20


def test_a_name_that_is_in_no_table_is_said_with_its_neighbours(paths: Paths, hub: HubServer) -> None:
    with pytest.raises(ModelMissing, match=r"Did you mean .*medium"):
        store_of(paths, hub).download("medum", unheeded)
    assert hub.asked == []


def test_a_damaged_model_is_fetched_again(paths: Paths, hub: HubServer) -> None:
    folder = store_of(paths, hub).download(NAME, unheeded)
    with (folder / "model.bin").open("r+b") as file:
        file.truncate(1000)
    assert store_of(paths, hub).download(NAME, unheeded) == folder
    assert (folder / "model.bin").read_bytes() == WEIGHTS


def test_a_folder_in_the_way_is_left_alone_and_named(paths: Paths, hub: HubServer) -> None:
    (paths.models / NAME).mkdir(parents=True)
    (paths.models / NAME / "notes.txt").touch()
    with pytest.raises(DownloadFailed, match="in the way"):
        store_of(paths, hub).download(NAME, unheeded)
    assert (paths.models / NAME / "notes.txt").exists()


def test_two_downloads_of_one_model_do_not_mix(paths: Paths, hub: HubServer) -> None:
    second: list[str] = []

    def start_another(here: int, _all: int) -> None:
        if here > 1_000_000 and not second:
            try:
                store_of(paths, hub).download(NAME, unheeded)
            except DownloadFailed as error:
                second.append(error.sentence)

    store_of(paths, hub).download(NAME, start_another)
    assert "being downloaded by another program" in second[0]


def test_a_disk_without_room_is_said_before_anything_is_fetched(paths: Paths, hub: HubServer) -> None:
    hub.claimed_bytes = 1 << 60
    with pytest.raises(DownloadFailed, match=r"MB are needed in .* MB are free"):
        store_of(paths, hub).download(NAME, unheeded)
    assert ranges(hub) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_disk_that_fills_up_amid_a_download_is_said_and_it_goes_on_from_there(paths: Paths, hub: HubServer) -> None:
    with files_up_to(1_500_000), pytest.raises(DownloadFailed, match=r"tiny cannot be written to .*: ") as raised:
        store_of(paths, hub).download(NAME, unheeded)
    assert raised.value.action == "Make room there, or see to its rights."
    with pytest.raises(ModelMissing, match="not on this machine"):
        store_of(paths, hub).find(NAME)
    hub.asked.clear()
    folder = store_of(paths, hub).download(NAME, unheeded)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert ranges(hub) == ["bytes=1500000-"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_called_full(paths: Paths, hub: HubServer) -> None:
    staging = paths.models / f".{NAME}.{hub.revision[:12]}.part"
    staging.mkdir(parents=True)
    (staging / "model.bin.part").symlink_to("/dev/full")
    with pytest.raises(DownloadFailed, match="No space left on device"):
        store_of(paths, hub).download(NAME, unheeded)


def test_a_folder_that_cannot_be_written_is_said(paths: Paths, hub: HubServer) -> None:
    paths.data.mkdir(parents=True)
    paths.models.touch()
    with pytest.raises(DownloadFailed, match="cannot be written"):
        store_of(paths, hub).download(NAME, unheeded)
