"""The overlay, made late: nothing of it is imported before it is needed, or there is time."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from mojovoice_gui.domain import Live, Motion, Notice, OverlayKind, Stage
from mojovoice_gui.ui.bridge import Bridge
from mojovoice_gui.ui.screens import can_place_windows

if TYPE_CHECKING:
    from mojovoice_gui.ui.motion import MotionHint
    from mojovoice_gui.ui.overlay import Overlay

log = logging.getLogger(__name__)

IDLE_MS = 5000  # after the start; then the first recording need not wait for it


class LateOverlay(QObject):
    """Hears all that the bridge says; lives in the GUI thread."""

    def __init__(self, bridge: Bridge, kind: OverlayKind, motion: Motion) -> None:
        super().__init__(bridge)
        self._kind = kind
        self._motion = motion
        self._overlay: Overlay | None = None
        self._hint: MotionHint | None = None
        bridge.stage.connect(self._show_stage)
        bridge.live.connect(self._show_live)
        bridge.notice.connect(self._show_notice)
        if self._kind is not OverlayKind.OFF:
            QTimer.singleShot(IDLE_MS, self, self._make)

    def choose(self, kind: OverlayKind, motion: Motion) -> None:
        """Other settings, from the next recording on."""
        if (kind, motion) == (self._kind, self._motion):
            return
        self._kind, self._motion = kind, motion
        if self._overlay is not None:
            self._overlay.end()
        self._overlay = self._hint = None

    def _make(self) -> None:
        if self._overlay is not None or self._kind is OverlayKind.OFF:
            return
        from mojovoice_gui.ui.motion import MotionHint

        self._overlay = _overlay(self._kind, is_still=self._motion is Motion.REDUCED)
        self._hint = MotionHint(self._motion, self._overlay.set_still, self._overlay)
        self._hint.look()

    def _show_stage(self, stage: Stage) -> None:
        if stage is Stage.RECORDING:
            self._make()
            if self._hint is not None:
                self._hint.look()
        if self._overlay is not None:
            self._overlay.show_stage(stage)

    def _show_live(self, live: Live) -> None:
        if self._overlay is not None:
            self._overlay.show_live(live)

    def _show_notice(self, notice: Notice) -> None:
        if self._overlay is not None:
            self._overlay.show_notice(notice)


def _overlay(kind: OverlayKind, *, is_still: bool) -> Overlay:
    if can_place_windows():
        from mojovoice_gui.ui.overlay import Overlay

        return Overlay(kind, is_translucent=_is_translucent(), is_still=is_still)
    from mojovoice_gui.ui.layer_overlay import LayerOverlay

    return LayerOverlay(kind, os.environ, is_still=is_still)


def _is_translucent() -> bool:
    if QGuiApplication.platformName() != "xcb":
        return True
    from mojovoice_gui.desktop.compositor import mixes_windows

    return mixes_windows()
