"""What is said to the archive about a dictation that is over."""

from __future__ import annotations

from datetime import UTC, datetime

from mojovoice_gui.domain import Destination, Entry, Notice, Outcome, Segment, Transcript


def entry(
    segment: Segment,
    outcome: Outcome,
    transcript: Transcript | None = None,
    reason: str = "",
    model: str = "",
    wait_s: float | None = None,
) -> Entry:
    """It ended now."""
    said = transcript or Transcript("", audio_s=segment.seconds)
    application = segment.spoken_to.application if segment.spoken_to is not None else ""
    return Entry(datetime.now(UTC).astimezone(), outcome, said, reason, model, application, wait_s, segment.recording)


def outcome_of(segment: Segment, landed: Notice | None) -> Outcome:
    """Of a text that the user has got; where it is, if not in the window, is said in a notice."""
    is_in_window = landed is None and segment.destination is Destination.WINDOW
    return Outcome.DELIVERED if is_in_window else Outcome.ON_CLIPBOARD
