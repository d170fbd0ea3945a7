"""The settings in force: what pages show, change and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mojovoice_gui.settings import Settings, Value, changes, load, options, parsed, revised, save
from mojovoice_gui.ui.translation import label


@dataclass(frozen=True, slots=True)
class Deed:
    """Something was changed that is no setting of ours."""

    what: str  # in the user's words
    take_back: Callable[[], None]  # raises ``MojoVoiceError``


class Choices(QObject):
    """Lives in the GUI thread. A change is saved, holds at once and can be undone."""

    changed = Signal(frozenset)  # the fields of ``Settings`` that did
    done = Signal(str)  # what else was done or taken back, in the user's words
    taken_over = Signal(frozenset)  # of these, those that were changed in the file; told after ``changed``

    def __init__(self, file: Path, settings: Settings, apply: Callable[[Settings], None]) -> None:
        """``apply`` makes settings hold; it must return at once."""
        super().__init__()
        self._file = file
        self._settings = settings
        self._apply = apply
        self._past: list[dict[str, Value] | Deed] = []  # what each change replaced
        self._on_disk = settings
        self._wrong = load(file).wrong  # in the file, as far as it was told

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def last_changed(self) -> tuple[str, ...]:
        """What ``undo`` would take back, in the user's words; nothing when there is nothing to undo."""
        if not self._past:
            return ()
        last = self._past[-1]
        return (last.what,) if isinstance(last, Deed) else tuple(sorted(map(label, last)))

    def value(self, name: str) -> Value:
        found: Value = getattr(self._settings, name)
        return found

    def change(self, **values: Value) -> None:
        """Raises ``SettingsError``; then everything is as it was."""
        wanted = {name: parsed(options()[name], value) for name, value in values.items()}
        before = {name: self.value(name) for name in wanted}
        if self._set(wanted):
            self._past.append(before)
            self.changed.emit(frozenset(wanted))

    def did(self, what: str, take_back: Callable[[], None]) -> None:
        """Have it undone like a change of ours; see ``Deed``."""
        self._past.append(Deed(what, take_back))
        self.done.emit(what)

    def undo(self) -> None:
        """Take the last change back; raises ``MojoVoiceError``."""
        if not self._past:
            return
        last = self._past[-1]
        if isinstance(last, Deed):
            last.take_back()
        else:
            self._set(last)
        self._past.pop()
        if isinstance(last, Deed):
            self.done.emit(last.what)
        else:
            self.changed.emit(frozenset(last))

    def read_again(self) -> tuple[str, ...]:
        """Somebody has changed the file: what is right there holds from now on. A sentence for what is newly wrong."""
        if not self._file.is_file():  # on its way from one place to another
            return ()
        loaded = load(self._file)
        news = () if loaded.wrong == self._wrong else tuple(one.what for one in loaded.wrong)
        self._wrong = loaded.wrong
        read = revised(self._on_disk, loaded)
        self._take_over(read, changes(self._on_disk, read))
        return news

    def _take_over(self, read: Settings, names: frozenset[str]) -> None:
        """What was changed here before is no longer there to be undone."""
        values = {name: getattr(read, name) for name in names}
        self._on_disk = replace(self._on_disk, **values)
        settings = replace(self._settings, **values)
        if changed := changes(self._settings, settings):
            self._past = [past for past in self._past if isinstance(past, Deed) or not names & past.keys()]
            self._settings = settings
            self._apply(settings)
            self.changed.emit(changed)
            self.taken_over.emit(changed)

    def _set(self, values: dict[str, Value]) -> bool:
        """False when that is how they are."""
        settings = replace(self._settings, **values)  # type: ignore[arg-type]  # each was parsed as its own field's
        if not changes(self._settings, settings):
            return False
        save(self._file, values)
        read = load(self._file).settings
        self._on_disk = replace(self._on_disk, **{name: getattr(read, name) for name in values})
        self._settings = settings
        self._apply(settings)
        return True
