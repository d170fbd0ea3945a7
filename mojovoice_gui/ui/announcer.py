"""What a screen reader says by itself: of a dictation its text, or why there is none. Nothing while one speaks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from mojovoice_gui.domain import Live, Notice, Stage
from mojovoice_gui.ui.translation import told


def announce(
    speaker: QWidget,
    words: str,
    politeness: QAccessible.AnnouncementPoliteness = QAccessible.AnnouncementPoliteness.Polite,
) -> None:
    """Words that appear away from where the keyboard is."""
    announcement = QAccessibleAnnouncementEvent(speaker, words)
    announcement.setPoliteness(politeness)
    QAccessible.updateAccessibility(announcement)


class Announcer(QObject):
    """Costs nothing where no screen reader runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._voice: QWidget | None = None  # never shown: an announcement comes from somebody

    def show_stage(self, stage: Stage) -> None:
        if stage is Stage.NO_SPEECH:
            self._say(self.tr("Heard no speech."), QAccessible.AnnouncementPoliteness.Polite)

    def show_live(self, live: Live) -> None:
        if live.is_final:
            self._say(live.text, QAccessible.AnnouncementPoliteness.Polite)

    def show_notice(self, notice: Notice) -> None:
        urgent, calm = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
        self._say(told(notice), urgent if notice.is_error else calm)

    def _say(self, words: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        if not QAccessible.isActive():
            return
        if self._voice is None:
            self._voice = QWidget()
            self._voice.setAccessibleName("Mojo Voice")
        announce(self._voice, words, politeness)
