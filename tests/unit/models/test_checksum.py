"""Checksums: a file that changed is never taken for right, and one that did not is not read again."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from mojovoice_gui.models.checksum import Receipts, read_beside, sha256_of, write_beside


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    path.write_bytes(b"weights" * 1000)
    os.utime(path, (1, 1))  # old: what is written now has another time, however coarse the clock of the disk
    return path


@pytest.fixture
def receipts(tmp_path: Path) -> Receipts:
    return Receipts(tmp_path / "cache" / "checksums.json")


def test_right_is_right_and_wrong_is_wrong(weights: Path, receipts: Receipts) -> None:
    assert receipts.is_right(weights, sha256_of(weights))
    assert not receipts.is_right(weights, "0" * 64)


def test_an_unchanged_file_is_not_read_again(weights: Path, receipts: Receipts) -> None:
    """Shown by altering it behind its time stamp's back, which only a second reading would notice."""
    right = sha256_of(weights)
    assert receipts.is_right(weights, right)
    before = weights.stat()
    weights.write_bytes(b"WEIGHTS" * 1000)
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert receipts.is_right(weights, right)


@pytest.mark.parametrize("change", ["content", "size", "time", "replaced"])
def test_a_changed_file_is_looked_at_again(weights: Path, receipts: Receipts, change: str) -> None:
    right = sha256_of(weights)
    assert receipts.is_right(weights, right)
    before = weights.stat()
    match change:
        case "content":
            weights.write_bytes(b"WEIGHTS" * 1000)
        case "size":
            os.truncate(weights, 100)
            os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
        case "time":
            os.utime(weights, ns=(0, 0))
        case "replaced":
            other = weights.with_name("other")
            other.write_bytes(b"WEIGHTS" * 1000)
            os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
            other.replace(weights)
    assert receipts.is_right(weights, right) == (change == "time")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "\udcff"])
def test_damaged_receipts_are_no_receipts(weights: Path, tmp_path: Path, content: str) -> None:
    file = tmp_path / "checksums.json"
    file.write_bytes(content.encode(errors="surrogateescape"))
    assert Receipts(file).is_right(weights, sha256_of(weights))
    assert not Receipts(file).is_right(weights, "0" * 64)


def test_receipts_that_cannot_be_kept_do_no_harm(weights: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Receipts(tmp_path / "file" / "checksums.json").is_right(weights, sha256_of(weights))


def test_the_checksum_beside_is_one_that_sha256sum_understands(weights: Path) -> None:
    assert read_beside(weights) is None
    write_beside(weights, sha256_of(weights))
    assert read_beside(weights) == sha256_of(weights)
    subprocess.run(["sha256sum", "--check", "--quiet", "model.bin.sha256"], cwd=weights.parent, check=True)
