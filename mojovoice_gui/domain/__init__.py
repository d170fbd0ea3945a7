"""The words of the field: what is passed along the straight line, and how its parts know each other.

    keys        a press starts it
    sound       the microphone is heard, and kept on disk
    segment     a stretch of speech on its way to text
    transcript  what it says, what that cost, and who writes it
    window      where the text goes, and who puts it there
    screen      what the user is shown and asked meanwhile
    archive     what became of it, and who remembers that
    choices     what the user has chosen

The rest of the program imports these from here.
"""

from mojovoice_gui.domain.archive import Archive, Entry, Outcome, Retention
from mojovoice_gui.domain.choices import Activation, Destination, Motion, OverlayKind, WhenMoved
from mojovoice_gui.domain.keys import Hotkeys, KeyActions, NoHotkeys
from mojovoice_gui.domain.screen import Listener, Live, Notice, Question, Stage
from mojovoice_gui.domain.segment import Segment
from mojovoice_gui.domain.sound import SAMPLE_RATE, Microphone, Recording, Samples, Spool
from mojovoice_gui.domain.transcript import (
    DecodeStats,
    EngineState,
    IsCancelled,
    LiveTranscription,
    Pass,
    Purpose,
    StageTimes,
    Transcriber,
    Transcript,
    WindowTrace,
)
from mojovoice_gui.domain.window import Focus, Insertion, NoFocus, Place, TextInserter

__all__ = [
    "SAMPLE_RATE",
    "Activation",
    "Archive",
    "DecodeStats",
    "Destination",
    "EngineState",
    "Entry",
    "Focus",
    "Hotkeys",
    "Insertion",
    "IsCancelled",
    "KeyActions",
    "Listener",
    "Live",
    "LiveTranscription",
    "Microphone",
    "Motion",
    "NoFocus",
    "NoHotkeys",
    "Notice",
    "Outcome",
    "OverlayKind",
    "Pass",
    "Place",
    "Purpose",
    "Question",
    "Recording",
    "Retention",
    "Samples",
    "Segment",
    "Spool",
    "Stage",
    "StageTimes",
    "TextInserter",
    "Transcriber",
    "Transcript",
    "WhenMoved",
    "WindowTrace",
]
