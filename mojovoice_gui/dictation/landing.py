"""Into which window a text goes when the focus has moved while it was spoken."""

from __future__ import annotations

from mojovoice_gui.domain import (
    Destination,
    Focus,
    Insertion,
    Notice,
    Place,
    Question,
    Segment,
    TextInserter,
    WhenMoved,
)
from mojovoice_gui.errors import Sentence

PASTE_IT = Sentence("Paste it where you want it.")
NOT_TAKEN = Notice("No window took the text; it is on the clipboard.", PASTE_IT, is_error=False)
LEFT = Notice("The text is on the clipboard.", PASTE_IT, is_error=False)
MOVED = Notice("You went to another window; the text is on the clipboard.", PASTE_IT, is_error=False)
GONE = Notice("That window is gone; the text is on the clipboard.", PASTE_IT, is_error=False)
WHERE_IT_IS = {Insertion.ON_CLIPBOARD: NOT_TAKEN, Insertion.COPIED: LEFT}


class Landing:
    """The last step of the way, as the setting says. Used by one thread."""

    def __init__(self, inserter: TextInserter, focus: Focus, when_moved: WhenMoved) -> None:
        self.inserter = inserter
        self._focus = focus
        self._when_moved = when_moved

    def land(self, segment: Segment, text: str) -> Notice | Question | None:
        """Insert it, unless the user is to be asked; what there is to say. Raises ``InsertionFailed``."""
        spoken_to = segment.spoken_to
        if segment.destination is Destination.CLIPBOARD:
            self.inserter.copy(text)
            return None
        if spoken_to is None or self._when_moved is WhenMoved.HERE:
            return self._insert(text)
        focused = self._focus.place()
        if focused == spoken_to:
            return self._insert(text)
        question = Question(segment.number, text, spoken_to, focused)
        return question if self._when_moved is WhenMoved.ASK else self.land_as(question, self._when_moved)

    def land_as(self, question: Question, answer: WhenMoved) -> Notice | None:
        """Where the user wants it; on the clipboard if that window is gone. Raises ``InsertionFailed``."""
        wanted: Place | None = {WhenMoved.HERE: question.focused, WhenMoved.BACK: question.spoken_to}.get(answer)
        if wanted is not None and self._focus.give(wanted):
            return self._insert(question.text)
        self.inserter.copy(question.text)
        return MOVED if wanted is None else GONE

    def paste(self, text: str) -> Notice | None:
        """Here and now, as the user has just asked for it. Raises ``InsertionFailed``."""
        return self._insert(text)

    def close(self) -> None:
        """Let go of the window and of the screen."""
        self.inserter.close()
        self._focus.close()

    def _insert(self, text: str) -> Notice | None:
        return WHERE_IT_IS.get(self.inserter.insert(text))
