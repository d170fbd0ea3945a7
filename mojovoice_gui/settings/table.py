"""The table of options, the fields of ``Settings``."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from pathlib import Path

from mojovoice_gui.domain import Activation, Motion, OverlayKind, WhenMoved
from mojovoice_gui.settings.options import Legacy, Option, option
from mojovoice_gui.settings.rows import Rows

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
PASTE_KEYS = ("auto", "shift+insert", "ctrl+v", "ctrl+shift+v", "type", "clipboard")
UI_LANGUAGES = ("en", "de")


def model_folder(old: str) -> str | None:
    """The old path, if it holds a model that this engine can load (the old one had its own formats)."""
    try:
        folder = Path(old).expanduser()
        return str(folder) if old and (folder / "model.bin").is_file() else None
    except (OSError, RuntimeError):  # a path too long, a home of nobody
        return None


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
    patience_ms: int = option(
        250, "model.patience_ms", "Patience",
        "Milliseconds that the last words of a long dictation may take: with more, fewer of them are wrong.",
        limits=(100, 2000),
    )
    idle_unload_min: int = option(
        30, "model.idle_unload_min", "Unload when idle",
        "Minutes without a dictation after which the models leave the memory; 0 for never.", limits=(0, 1440),
    )
    threads: int = option(
        0, "model.threads", "Threads", "Processor threads for the models; 0 for what was measured to be best.",
        limits=(0, 256),
    )
    mirror: str = option(
        "", "model.mirror", "Mirror",
        "Address of another hub to download models from; empty for Hugging Face's own, or HF_ENDPOINT.",
        is_address=True,
    )
    microphone: str = option(
        "", "audio.device_name", "Microphone", "Name of the microphone, or a part of it; empty for the system's own."
    )
    channel: str = option(
        "auto", "audio.channel", "Channel",
        "Of a microphone with several: auto, whichever is the loudest at that moment; mix, all of them; or its number.",
        choices=("auto", "mix", *map(str, range(1, 33))), allowed="auto, mix or a number from 1 to 32",
    )
    longest_recording_s: int = option(
        600, "audio.timeout_secs", "Longest recording", "Seconds after which a recording ends by itself.",
        limits=(5, 3600),
    )
    hotkey: str = option(
        "right cmd" if sys.platform == "darwin" else "right ctrl", "hotkey.key", "Push-to-talk key",
        "A key alone, or a chord such as ctrl+alt+space; empty for none, where one is bound in the compositor.",
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
    when_moved: WhenMoved = option(  # noqa: RUF009 - as above
        WhenMoved.ASK, "output.when_moved", "When you went to another window",
        "Where the text goes if you changed windows while speaking: here, where you are now; back, where you were; "
        "copy, on the clipboard; or ask.",
        choices=tuple(WhenMoved),
    )
    append_space: bool = option(
        True, "output.append_space", "Space after text", "So that the next dictation does not stick to this one."
    )
    space_before: bool = option(
        False, "output.space_before", "Space before what continues",
        "Instead of a space after each text: one before a text that follows the last within a minute, in the same "
        "window.",
    )
    restore_clipboard: bool = option(
        True, "output.restore_clipboard", "Restore the clipboard", "Put back what was copied before the text."
    )
    paste_key: str = option(
        "auto", "output.paste_key", "All applications",
        "The keys that paste; auto suits the window; type: by keystrokes; clipboard: only left there, and you paste.",
        choices=PASTE_KEYS,
    )
    portal_keys: bool = option(
        False, "output.portal_keys", "Let the desktop paste",
        "For Wayland desktops that take keys from no program, such as GNOME and KDE: they press the paste keys for us. "
        "They ask you once, or at each start where there is no keyring.",
    )
    paste_keys: Rows = option(  # noqa: RUF009 - as above; the last of its section, for it has one of its own
        (), "output.paste_keys", "Single applications",
        "The same for single applications, by the class of their windows.",
        choices=PASTE_KEYS, allowed='lines such as firefox = "ctrl+v"',
    )
    overlay: OverlayKind = option(  # noqa: RUF009 - as above
        OverlayKind.LIVE, "overlay.show", "Overlay",
        "What stands on the screen while you speak: off; minimal: level and time; live: the text so far as well.",
        choices=tuple(OverlayKind),
    )
    motion: Motion = option(  # noqa: RUF009 - as above
        Motion.AUTO, "overlay.motion", "Motion", "How much moves there: full, reduced, or auto, as the desktop says.",
        choices=tuple(Motion),
    )
    ui_language: str = option(
        "auto", "ui.language", "Language of the windows", "auto takes that of the desktop, if it is there.",
        choices=("auto", *UI_LANGUAGES),
    )
    shows_tray: bool = option(
        True, "ui.tray", "Tray icon",
        "Without it the keys go on working, and starting Mojo Voice once more opens these settings.",
    )
    sounds: bool = option(
        False, "sound.cues", "Sounds", "A soft sound when recording starts, when it stops, and when something failed."
    )
    keeps_history: bool = option(
        True, "history.enabled", "Keep a history", "Remember what was dictated, on this machine alone. Off: incognito."
    )
    history_days: int = option(
        365, "history.days", "Days in the history", "Days after which a dictation is forgotten; 0 for never.",
        limits=(0, 36_500),
    )
    history_entries: int = option(
        10_000, "history.max_entries", "Dictations in the history",
        "How many dictations are remembered; 0 for no limit.", limits=(0, 1_000_000),
    )
    keeps_sound: bool = option(
        False, "history.keep_audio", "Keep the sound", "Keep what was said beside its text, to be played again."
    )
    discarded_days: int = option(
        1, "history.discarded_days", "Days for discarded sound",
        "Days for which a dictation that was cancelled or held no speech can be restored; 0 for not at all.",
        limits=(0, 365),
    )
    log_level: str = option(
        "info", "log.level", "Log", "How much is written to the log; never what you said.",
        choices=("debug", "info", "warning", "error"),
    )
    # fmt: on


def options() -> dict[str, Option]:
    """The table, by name of the field."""
    return {entry.name: entry.metadata["option"] for entry in fields(Settings)}


def in_section(section: str) -> frozenset[str]:
    """The fields that stand in ``[section]`` of the file."""
    return frozenset(name for name, row in options().items() if row.key.startswith(f"{section}."))


def changes(before: Settings, after: Settings) -> frozenset[str]:
    """The fields in which they differ."""
    return frozenset(name for name in options() if getattr(before, name) != getattr(after, name))
