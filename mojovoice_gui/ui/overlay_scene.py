"""What the overlay shows: stage, live text and notices in, one scene out. Pure; of Qt it knows the language only."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from mojovoice_gui.domain import Live, Notice, Stage
from mojovoice_gui.ui.translation import in_words, translate

ARMING_IS_LONG_S = 2.0
"""A Bluetooth headset may take so long for its first sound; then the user should look."""

DONE_S = 1.2
"""How long the delivered text stands."""

TROUBLE_S = 4.0
"""How long a failure stands that lasts."""


SOMETHING = Notice("Something went wrong.", "The log has the details.")


class Mood(StrEnum):
    """What the scene is about; decides mark and colour."""

    HIDDEN = "hidden"
    ARMING = "arming"
    LISTENING = "listening"
    WRITING = "writing"
    DONE = "done"
    NO_SPEECH = "no-speech"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of the overlay."""

    mood: Mood = Mood.HIDDEN
    headline: str = ""
    text: str = field(default="", repr=False)  # what was understood; never logged
    level: float = 0.0
    seconds: float = 0.0
    began: float = 0.0  # of this mood, on the caller's clock
    ends: float | None = None  # when it hides by itself
    trouble: Notice | None = None  # the last one, until the next recording

    @property
    def time(self) -> str:
        """Minutes and seconds."""
        return f"{int(self.seconds) // 60}:{int(self.seconds) % 60:02}"


def on_stage(scene: Scene, stage: Stage, now: float) -> Scene:
    """The app does something else now."""
    match stage:
        case Stage.RECORDING:
            return Scene(Mood.ARMING, translate("Overlay", "Getting ready…"), began=now)
        case Stage.ERROR:
            return scene if scene.mood is Mood.ERROR else _error(scene.trouble or SOMETHING, now)
        case _ if scene.mood is Mood.HIDDEN:  # nothing that one was waiting for
            return scene
        case Stage.TRANSCRIBING:
            return replace(scene, mood=Mood.WRITING, headline=translate("Overlay", "Writing…"), level=0.0, began=now)
        case Stage.LOADING:
            headline = translate("Overlay", "Loading the speech models…")
            return replace(scene, mood=Mood.WRITING, headline=headline, level=0.0, began=now)
        case Stage.NO_SPEECH:
            return Scene(Mood.NO_SPEECH, translate("Overlay", "Heard no speech"), began=now, ends=now + TROUBLE_S)
        case _ if scene.mood is Mood.DONE:
            return scene
    return Scene()


def on_live(scene: Scene, live: Live, now: float) -> Scene:
    """The recording goes on, or its text is delivered."""
    if live.is_final:
        if scene.mood is not Mood.WRITING:  # the next sentence is being spoken already
            return scene
        done = translate("Overlay", "Done")
        return replace(scene, mood=Mood.DONE, headline=done, text=live.text, began=now, ends=now + DONE_S)
    if scene.mood not in {Mood.ARMING, Mood.LISTENING}:
        return scene
    if not live.is_armed:
        if now - scene.began > ARMING_IS_LONG_S:
            return replace(scene, headline=translate("Overlay", "No sound from the microphone yet…"))
        return replace(scene, headline=translate("Overlay", "Getting ready…"))
    began = scene.began if scene.mood is Mood.LISTENING else now
    return replace(
        scene,
        mood=Mood.LISTENING,
        headline=translate("Overlay", "Listening"),
        text=live.text,
        level=live.level,
        seconds=live.seconds,
        began=began,
    )


def on_notice(scene: Scene, notice: Notice, now: float) -> Scene:
    """What went wrong; nobody who speaks is interrupted by it."""
    if not notice.is_error:
        return scene
    if scene.mood in {Mood.HIDDEN, Mood.LISTENING}:
        return replace(scene, trouble=notice)
    return _error(notice, now)


def _error(notice: Notice, now: float) -> Scene:
    return Scene(Mood.ERROR, in_words(notice.sentence), text=in_words(notice.action), began=now, ends=now + TROUBLE_S)


def on_time(scene: Scene, now: float) -> Scene:
    return Scene() if scene.ends is not None and now >= scene.ends else scene
