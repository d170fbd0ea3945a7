"""What an invented person has dictated: sentences of nobody, for pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mojovoice_gui.domain import Entry, Outcome, StageTimes, Transcript
from mojovoice_gui.history.store import History

DEVICE = "cpu int8"
SAID = (  # minutes ago, application, text, seconds of speech
    (4, "thunderbird", "Dear Anna, thank you for the plans. The second drawing is the one we should build.", 5.6),
    (11, "code", "Return early when the list is empty, so that the loop below needs no special case.", 5.1),
    (26, "firefox", "How long does sourdough rest in a cold kitchen?", 3.0),
    (41, "signal", "I will be at the station ten minutes before eight. Shall I bring the maps?", 4.7),
    (
        65,
        "libreoffice",
        "The garden grew better than last year, for a simple reason: we watered it at night.",
        5.9,
    ),
    (118, "thunderbird", "Could we move our meeting to Thursday? Wednesday has become rather full.", 4.2),
    (1490, "signal", "Happy birthday! I hope the cake is as good as it looks.", 3.4),
    (1522, "code", "Name the test after the rule, not after the function.", 3.3),
    (1600, "libreoffice", "Chapter three begins where the river leaves the mountains.", 3.8),
    (2950, "firefox", "Cheap train tickets to the sea in May, with a bicycle.", 3.9),
    (4400, "thunderbird", "The parcel arrived today and everything in it was whole.", 3.5),
    (5900, "signal", "Do not wait for me with dinner, the train stands still.", 3.6),
)
DISCARDED = (  # minutes ago, outcome, seconds
    (33, Outcome.CANCELLED, 2.2),
    (1511, Outcome.NO_SPEECH, 1.1),
)


def fill(folder: Path, *, sound: Path | None = None, now: datetime | None = None) -> None:
    """Into the history in ``folder``; ``sound`` is what the newest one can be played and transcribed again from."""
    now = now or datetime.now(UTC).astimezone()
    history = History(folder)
    history.add(*(_delivered(now, number, sound if number == 0 else None) for number in range(len(SAID))))
    history.add(*(_discarded(now, *row) for row in DISCARDED))
    history.close()


def _delivered(now: datetime, number: int, sound: Path | None) -> Entry:
    minutes, application, text, audio_s = SAID[number]
    times = _times(audio_s)
    said = Transcript(text, "en", audio_s, times=times, device=DEVICE)
    wait_s = sum((times.gate_s, times.draft_s, times.encode_s, times.verify_s, times.insert_s)) + 0.012
    at = now - timedelta(minutes=minutes)
    return Entry(at, Outcome.DELIVERED, said, "", "base", application, wait_s, sound)


def _times(audio_s: float) -> StageTimes:
    """Plausible ones."""
    return StageTimes(0.008, 0.014 + 0.004 * audio_s, 0.061 + 0.006 * audio_s, 0.022 + 0.005 * audio_s, 0.007)


def _discarded(now: datetime, minutes: int, outcome: Outcome, audio_s: float) -> Entry:
    return Entry(now - timedelta(minutes=minutes), outcome, Transcript("", audio_s=audio_s), application="signal")
