"""Models: the pair in use, what is here and what can be had, and where from."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer

from mojovoice_gui.desktop.secrets import Secrets, hub_token_name
from mojovoice_gui.domain import Notice, Stage
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.ui.models.page import ModelsPage
from mojovoice_gui.ui.models.token import TokenBox, TokenKeeper
from mojovoice_gui.ui.settings.field import choice, line, number, switch
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.surroundings import Surroundings

LOOK_AGAIN_MS = 1000


def _aside(errand: Callable[[], None]) -> None:
    """A keyring may ask the user, however long that takes: in a thread of its own."""
    threading.Thread(target=errand, name="keyring", daemon=True).start()


class ModelsSettingsPage(Page):
    """Connects the models to the settings and to the dictation."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        self._models = ModelsPage(surroundings.models())
        keeper = TokenKeeper(Secrets(), self._token_name, _aside)
        self._token = TokenBox(keeper)
        self.add_widget(self._models)
        self._add_settings()
        self._models.chosen.connect(self._choose)
        self.choices.changed.connect(lambda _: self._show_choice())
        surroundings.bridge.stage.connect(self._show_state)
        self._again = QTimer(self)  # what is measured is told by no signal
        self._again.timeout.connect(self._show_state)
        self._show_choice()
        self._show_state()

    def shown(self) -> None:
        self.surroundings.models().look()
        self.surroundings.models().watch(self, is_on=True)
        self._token.look()
        self._again.start(LOOK_AGAIN_MS)

    def left(self) -> None:
        self._again.stop()
        self.surroundings.models().watch(self, is_on=False)

    def _choose(self, field: str, value: str) -> None:
        try:
            self.choices.change(**{field: value})
        except SettingsError as error:
            self.surroundings.bridge.noticed(Notice.of(error))
            self._show_choice()

    def _token_name(self) -> str:
        return hub_token_name(self.choices.settings.mirror)

    def _add_settings(self) -> None:
        devices = (
            ("auto", self.tr("Automatic")),
            ("cpu", self.tr("Processor")),
            ("cuda", self.tr("NVIDIA graphics card")),
        )
        work = self.section(self.tr("At work"))
        self.add(work, switch(self.choices, "draft_must_pay"))
        self.add(work, switch(self.choices, "exact"))
        self.add(work, number(self.choices, "patience_ms", lambda _: "ms"))
        self.add(work, number(self.choices, "idle_unload_min", lambda _: "min", self.tr("never")))
        self.add(work, choice(self.choices, "device", devices))
        self.add(work, choice(self.choices, "compute_type"))
        self.add(work, number(self.choices, "threads", zero=self.tr("automatic")))
        hub = self.section(self.tr("The hub"))
        self.add(hub, line(self.choices, "mirror", self.tr("as Hugging Face, or HF_ENDPOINT, says")))
        self.row(hub, self.tr("Token:"), self._token)

    def _show_choice(self) -> None:
        settings = self.choices.settings
        self._models.show_choice(settings.target, settings.draft)

    def _show_state(self, _stage: Stage | None = None) -> None:
        session = self.surroundings.engine.session
        self._models.show_state(session.models, session.broken)
