"""One table of options, the fields of ``Settings``: defaults, limits, labels, the written file and the checks."""

from __future__ import annotations

import difflib
import json
import os
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from mojovoice_gui.domain import Activation
from mojovoice_gui.errors import SettingsError

Value: TypeAlias = str | int | bool
T = TypeVar("T", bound=Value)

# fmt: off
LANGUAGES = (
    "af", "am", "ar", "as", "az", "ba", "be", "bg", "bn", "bo", "br", "bs", "ca", "cs", "cy", "da", "de", "el", "en",
    "es", "et", "eu", "fa", "fi", "fo", "fr", "gl", "gu", "ha", "haw", "he", "hi", "hr", "ht", "hu", "hy", "id", "is",
    "it", "ja", "jw", "ka", "kk", "km", "kn", "ko", "la", "lb", "ln", "lo", "lt", "lv", "mg", "mi", "mk", "ml", "mn",
    "mr", "ms", "mt", "my", "ne", "nl", "nn", "no", "oc", "pa", "pl", "ps", "pt", "ro", "ru", "sa", "sd", "si", "sk",
    "sl", "sn", "so", "sq", "sr", "su", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl", "tr", "tt", "uk", "ur", "uz",
    "vi", "yi", "yo", "yue", "zh",
)
COMPUTE_TYPES = (
    "auto", "int8", "int8_float16", "int8_float32", "int8_bfloat16", "int16", "float16", "bfloat16", "float32",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Legacy:
    """A key of mojovoice 0.5.6; ``read`` gives today's value, or None where the old one says nothing to us."""

    key: str
    read: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Option:
    """What is known about one setting, apart from its name and type: those are the field's."""

    key: str  # in the file, as "section.name"
    default: Value
    label: str
    help: str
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None  # both ends included
    allowed: str = ""  # said instead of a long list of choices
    may_be_empty: bool = True
    is_model: bool = False  # a name or a folder
    legacy: tuple[Legacy, ...] = ()

    @property
    def what_is_allowed(self) -> str:
        if self.allowed:
            return self.allowed
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if self.limits:
            return f"a whole number from {self.limits[0]} to {self.limits[1]}"
        if isinstance(self.default, bool):
            return "true or false"
        return "a text" if self.may_be_empty else "a text that is not empty"


def option(
    default: T,
    key: str,
    label: str,
    help: str,  # noqa: A002 - the word users know; shadowing help() in this one call harms nobody
    *,
    choices: tuple[str, ...] = (),
    limits: tuple[int, int] | None = None,
    allowed: str = "",
    may_be_empty: bool = True,
    is_model: bool = False,
    legacy: tuple[Legacy, ...] = (),
) -> T:
    """A field of ``Settings``."""
    table_row = Option(key, default, label, help, choices, limits, allowed, may_be_empty, is_model, legacy)
    made: T = field(default=default, metadata={"option": table_row})
    return made


def model_folder(old: str) -> str | None:
    """The old path, if it holds a model that this engine can load (the old one had its own formats)."""
    folder = Path(old).expanduser()
    return str(folder) if old and (folder / "model.bin").is_file() else None


def model_of_hub_id(old: str) -> str | None:
    return old.removeprefix("openai/whisper-") or None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can choose."""

    # fmt: off
    target: str = option(
        "base", "model.target", "Model",
        "The model whose text you get: a name from `mojovoice models`, or a folder with a CTranslate2 Whisper model.",
        may_be_empty=False, is_model=True,
        legacy=(Legacy("model.path", model_folder), Legacy("model.model_id", model_of_hub_id)),
    )
    draft: str = option(
        "tiny.en", "model.draft", "Draft model",
        "A smaller model that proposes text for the first one to verify; empty for none. It never changes the text.",
        is_model=True, legacy=(Legacy("model.draft_model_path", model_folder),),
    )
    draft_must_pay: bool = option(
        True, "model.draft_must_pay", "Only a draft that pays",
        "Let the draft rest for the session once its guesses cost more time than they save.",
    )
    language: str = option(
        "auto", "model.language", "Language", "What you speak; auto listens first.",
        choices=("auto", *LANGUAGES), allowed="auto or a language code such as en, de or fr",
    )
    prompt: str = option("", "model.prompt", "Prompt", "Words that set the style and spelling, such as names.")
    device: str = option(
        "auto", "model.device", "Device", "What computes; auto takes the graphics card if it really works.",
        choices=("auto", "cpu", "cuda"),
    )
    compute_type: str = option(
        "auto", "model.compute_type", "Arithmetic", "Precision of the models; auto suits the device.",
        choices=COMPUTE_TYPES,
    )
    exact: bool = option(
        False, "model.exact", "Exact",
        "Transcribe only after the release, in full windows: word for word what the model says, and slower.",
    )
    idle_unload_min: int = option(
        30, "model.idle_unload_min", "Unload when idle",
        "Minutes without a dictation after which the models leave the memory; 0 for never.", limits=(0, 1440),
    )
    threads: int = option(
        0, "model.threads", "Threads", "Processor threads for the models; 0 for what the machine has.",
        limits=(0, 256),
    )
    microphone: str = option(
        "", "audio.device_name", "Microphone", "Name of the microphone, or a part of it; empty for the system's own."
    )
    longest_recording_s: int = option(
        600, "audio.timeout_secs", "Longest recording", "Seconds after which a recording ends by itself.",
        limits=(5, 3600),
    )
    hotkey: str = option(
        "right ctrl", "hotkey.key", "Push-to-talk key", "A key alone, or a chord such as ctrl+alt+space.",
        may_be_empty=False,
    )
    activation: Activation = option(  # noqa: RUF009 - a field specifier, as the others; its default is an enum member
        Activation.HOLD, "hotkey.activation", "The key",
        "hold: speak while it is down; toggle: press to start and to stop; hybrid: a tap toggles, holding holds.",
        choices=tuple(Activation),
    )
    cancel_key: str = option(
        "escape", "hotkey.cancel_key", "Cancel key", "Gives a recording up, taken only while one runs; empty for none."
    )
    tap_ms: int = option(
        400, "hotkey.tap_ms", "Tap", "Milliseconds below which a press is a tap (hybrid).", limits=(100, 2000)
    )
    append_space: bool = option(
        True, "output.append_space", "Space after text", "So that the next dictation does not stick to this one."
    )
    restore_clipboard: bool = option(
        True, "output.restore_clipboard", "Restore the clipboard", "Put back what was copied before the text."
    )
    paste_key: str = option(
        "auto", "output.paste_key", "Paste key", "What is pressed to paste; auto suits the window.",
        choices=("auto", "shift+insert", "ctrl+v", "ctrl+shift+v"),
    )
    log_level: str = option(
        "info", "log.level", "Log", "How much is written to the log; never what you said.",
        choices=("debug", "info", "warning", "error"),
    )
    # fmt: on


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file gave, and a sentence for each value that could not be used."""

    settings: Settings
    warnings: tuple[str, ...] = ()


def options() -> dict[str, Option]:
    """The table, by name of the field."""
    return {entry.name: entry.metadata["option"] for entry in fields(Settings)}


def load(path: Path) -> Loaded:
    """The settings in ``path``; never raises: what cannot be used gives a warning and the default."""
    try:
        written = _read(path)
    except SettingsError as error:
        return Loaded(Settings(), (f"{error.sentence} The defaults are used.",))
    values: dict[str, Any] = {}
    warnings: list[str] = []
    for name, row in options().items():
        try:
            values[name] = _value(row, written, path.parent)
        except SettingsError as error:
            warnings.append(f"{error.sentence} The default {_toml(row.default)} is used.")
    return Loaded(replace(Settings(), **values), tuple(warnings))


def check(path: Path) -> tuple[str, ...]:
    """A sentence for each thing in ``path`` that is wrong or has no meaning."""
    try:
        written = _read(path)
    except SettingsError as error:
        return (error.sentence,)
    known = [row.key for row in options().values()]
    old = {old.key for row in options().values() for old in row.legacy}
    unknown = [_unknown(key, known) for key in written if key not in known and key not in old]
    return (*load(path).warnings, *unknown)


def write_default(path: Path) -> None:
    """Write every option with its help, unless there is a file; raises ``SettingsError``."""
    if path.exists():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(as_text())
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(f"The settings cannot be written to {path}: {error.strerror}.") from error


def reset(path: Path) -> Path | None:
    """Defaults again; what was there is kept beside it, and its place returned. Raises ``SettingsError``."""
    kept = None
    if path.exists():
        kept = path.with_name(path.name + ".bak")
        try:
            path.replace(kept)
        except OSError as error:
            raise SettingsError(f"{path} cannot be moved to {kept}: {error.strerror}.") from error
    write_default(path)
    return kept


def as_text() -> str:
    """The file that is written at the first start: every option, explained, left at its default."""
    lines = ["# Mojo Voice. Each option stands here with its default: remove the # before it and change it."]
    section = ""
    for row in options().values():
        here, _, name = row.key.partition(".")
        if here != section:
            section = here
            lines += ["", f"[{section}]"]
        lines += [f"# {row.help}", f"#   ({row.what_is_allowed})", f"# {name} = {_toml(row.default)}"]
    return "\n".join(lines) + "\n"


def _read(path: Path) -> dict[str, object]:
    """Values by their full key; empty when there is no file."""
    try:
        text = path.read_text(encoding="utf-8")
        return _flat(tomllib.loads(text))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat


def _value(row: Option, written: dict[str, object], folder: Path) -> Value:
    if row.key in written:
        value = _parsed(row, written[row.key])
        return _in_full(value, folder) if row.is_model and isinstance(value, str) else value
    for old in row.legacy:
        said = written.get(old.key)
        today = old.read(said) if isinstance(said, str) else None
        if today is not None:
            return _parsed(row, today)
    return row.default


def _parsed(row: Option, raw: object) -> Value:
    """``raw`` as a value of this option; raises ``SettingsError``."""
    value = raw.strip() if isinstance(raw, str) else raw
    if type(value) is type(row.default) and isinstance(value, (bool, int)):
        if row.limits is None or row.limits[0] <= value <= row.limits[1]:
            return value
    elif isinstance(value, str) and isinstance(row.default, str):
        if row.choices and value.lower() in row.choices:
            return type(row.default)(value.lower())
        if not row.choices and (value or row.may_be_empty):
            return value
    raise SettingsError(f"{row.key} is {_toml(raw)}, but must be {row.what_is_allowed}.")


def _in_full(model: str, folder: Path) -> str:
    """A model's folder in full, seen from the file that names it; a model's name as it is."""
    here = folder / Path(model).expanduser()
    return str(here) if model.startswith(("~", ".")) or (os.sep in model and here.is_dir()) else model


def _unknown(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"{key} is not an option of Mojo Voice." + (f" Did you mean {near[0]}?" if near else " It is left alone.")


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
