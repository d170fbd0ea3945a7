"""What stands between the worker and the window: the models and the inserter, as the settings want them now."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from mojovoice_gui import tuning
from mojovoice_gui.dictation.events import ChangeFailed, Event, Loaded, LoadFailed, Unloaded
from mojovoice_gui.dictation.landing import Landing
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.domain import IsCancelled, Notice
from mojovoice_gui.errors import MojoVoiceError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Relay:
    """Other settings hold from here on: what is given replaces what there was."""

    idle_s: float | None  # without work, then the models leave the memory; None: never
    lay_line: Callable[[], Line] | None = None
    open_landing: Callable[[], Landing] | None = None


class Way:
    """Owned by the worker's thread: finding, importing and loading what it needs takes time."""

    def __init__(
        self,
        lay_line: Callable[[], Line],
        open_landing: Callable[[], Landing],
        say: Callable[[Event], None],
    ) -> None:
        self._lay_line = lay_line
        self._open_landing = open_landing
        self._say = say
        self._line: Line | None = None
        self._landing: Landing | None = None
        self._ears: Ears | None = None  # once they are imported
        self._is_asleep = False

    @property
    def parts(self) -> tuple[Line, Landing] | None:
        """None while dictation is not possible."""
        return (self._line, self._landing) if self._line is not None and self._landing is not None else None

    @property
    def landing(self) -> Landing | None:
        """What needs no models goes on without them."""
        return self._landing

    @property
    def ears(self) -> Ears | None:
        """Any thread may ask for them."""
        return self._ears

    @property
    def is_asleep(self) -> bool:
        """The models have left the memory."""
        return self._is_asleep

    def open(self) -> None:
        """Never raises: what fails is said."""
        self._try(self._open)

    def relay(self, relay: Relay) -> None:
        """Replace what is given. Where the new does not work, the old stays. Never raises."""
        self._lay_line = relay.lay_line or self._lay_line
        self._open_landing = relay.open_landing or self._open_landing
        self._try(self._open if self.parts is None else lambda: self._replace(relay))

    def rest(self) -> None:
        """Give back the memory that was needed to work."""
        tuning.give_back()

    def sleep(self) -> None:
        """Give that of the models back too, until ``wake``."""
        if self._line is not None:
            self._line.transcriber.unload()
            self._is_asleep = True
            log.info("Nothing to do: the models leave the memory until the next dictation")

    def wake(self) -> None:
        """Raises ``ModelError``."""
        if self._is_asleep and self._line is not None:
            self._load(self._line)  # perhaps not where they were

    def calibrate(self, is_wanted: IsCancelled) -> None:
        """Find out what suits this machine, until there is a job: it waits for one pass of a model at the most.

        Never raises: what goes wrong is told to the next job.
        """
        if self._is_asleep or self._line is None:
            return
        try:
            state = self._line.transcriber.calibrate(is_wanted)
        except MojoVoiceError as error:
            log.warning("The models could not be loaded again: %s", error)
            self._is_asleep = True  # the next job tries once more
        except Exception:
            log.exception("What suits this machine could not be found out")
        else:
            if state is not None:
                self._say(Loaded(state))

    def close(self) -> None:
        if self._landing is not None:
            self._landing.close()

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except MojoVoiceError as error:
            log.error("Dictation cannot go on so: %s", error)  # noqa: TRY400 - the sentence says it all
            self._fail(Notice.of(error))
        except Exception:
            log.exception("Dictation cannot go on so")
            self._fail(Notice("The speech models cannot be loaded.", "Run `mojovoice doctor`."))

    def _fail(self, notice: Notice) -> None:
        self._say(LoadFailed(notice) if self.parts is None else ChangeFailed(notice))

    def _open(self) -> None:
        self._say(Unloaded())
        line = self._lay_line()
        self._ears = line.ears
        self._landing = self._landing or self._open_landing()
        self._load(line)

    def _replace(self, relay: Relay) -> None:
        if relay.open_landing is not None and self._landing is not None:
            landing = relay.open_landing()
            self._landing.close()
            self._landing = landing
        if relay.lay_line is not None and self._line is not None:
            self._exchange(self._line, relay.lay_line())

    def _exchange(self, old: Line, new: Line) -> None:
        """There may not be memory for both."""
        self._say(Unloaded())
        self._line = None
        old.transcriber.unload()
        try:
            self._load(new)
        except Exception:
            self._load(old)
            raise

    def _load(self, line: Line) -> None:
        state = line.transcriber.load()
        self._line = line
        self._is_asleep = False
        self._say(Loaded(state))
