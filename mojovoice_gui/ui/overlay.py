"""Level, stage, time and live text while one speaks: a small window that takes neither the focus nor a click."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QPaintDevice, QPainter, QPaintEvent, QRegion, QScreen
from PySide6.QtWidgets import QWidget

from mojovoice_gui.domain import Live, Notice, OverlayKind, Stage
from mojovoice_gui.ui import overlay_face as face
from mojovoice_gui.ui.overlay_scene import Mood, Scene, on_live, on_notice, on_stage, on_time
from mojovoice_gui.ui.screens import screen_of

FROM_BOTTOM = 40  # pixels
FRAME_MS = 40
TURN_S = 1.2  # of the ring, once round
FLAGS = (
    Qt.WindowType.ToolTip  # on X11 the window manager leaves it alone: it can be neither focused nor moved
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.NoDropShadowWindowHint
)


class Overlay(QWidget):
    """Shows itself when there is something to see. ``kind`` is not ``OFF``."""

    def __init__(self, kind: OverlayKind, *, is_translucent: bool, is_still: bool) -> None:
        """``is_translucent``: something on the desktop mixes windows. ``is_still``: reduced motion."""
        super().__init__(None, FLAGS)
        self.setWindowTitle("Mojo Voice overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, is_translucent)
        self._kind = kind
        self._is_translucent = is_translucent
        self._is_still = is_still
        self._hints = QGuiApplication.styleHints()  # kept: what it owns dies with the Python object
        self._scene = Scene()
        self._wave: deque[float] = deque(maxlen=face.BARS)
        self._screen: QScreen | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(FRAME_MS)
        self._ticks.timeout.connect(self._tick)

    @property
    def scene(self) -> Scene:
        """What is to be seen now."""
        return self._scene

    def show_stage(self, stage: Stage) -> None:
        scene = on_stage(self._scene, stage, time.monotonic())
        if stage is Stage.RECORDING:  # shown when it is known where, a moment later
            self._wave.clear()
            self._vanish()
            self._scene = scene
            return
        self._show(scene)

    def show_live(self, live: Live) -> None:
        if not self.isVisible():
            self._screen = screen_of(live.spoken_to)
        if not live.is_final:
            self._wave.append(live.level)
        self._show(on_live(self._scene, live, time.monotonic()))

    def show_notice(self, notice: Notice) -> None:
        self._show(on_notice(self._scene, notice, time.monotonic()))

    def set_still(self, is_still: bool) -> None:
        """Reduced motion, or not."""
        self._is_still = is_still
        self.update()

    def style_now(self) -> face.Style:
        return face.Style(
            self.palette(),
            self.font(),
            self._kind is OverlayKind.LIVE,
            self._is_translucent,
            self._is_still,
            self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast,
        )

    def end(self) -> None:
        """It is not needed any more."""
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it so
        self._paint_on(self)

    def _paint_on(self, paper: QPaintDevice) -> None:
        painter = QPainter(paper)
        phase = (time.monotonic() - self._scene.began) % TURN_S / TURN_S
        face.paint(
            painter, QRectF(self.rect()), self._scene, self.style_now(), self._wave, 0.0 if self._is_still else phase
        )
        painter.end()

    def hideEvent(self, _event: QHideEvent) -> None:  # noqa: N802 - Qt calls it so
        self._ticks.stop()

    def _tick(self) -> None:
        self._show(on_time(self._scene, time.monotonic()))

    def _show(self, scene: Scene) -> None:
        was, self._scene = self._scene, scene
        if scene.mood is Mood.HIDDEN:
            self._vanish()
            return
        if not self.isVisible() or scene.mood is not was.mood or scene.headline != was.headline:
            self._place()
        turns = scene.mood in {Mood.ARMING, Mood.WRITING} and not self._is_still
        if turns or scene.ends is not None:
            self._ticks.start()
        else:
            self._ticks.stop()
        self._appear()

    def _appear(self) -> None:
        """This, ``_vanish`` and ``_place`` are done otherwise on Wayland: see ``LayerOverlay``."""
        self.show()
        self.update()

    def _vanish(self) -> None:
        self.hide()

    def _place(self) -> None:
        """At the foot of the screen, in the middle."""
        style = self.style_now()
        size = face.size(self._scene, style).toSize()
        screen = self._screen or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        foot = room.bottom() - FROM_BOTTOM + int(style.margin)
        left = room.center().x() - size.width() // 2
        self.setGeometry(QRect(left, foot - size.height(), size.width(), size.height()))
        if not self._is_translucent:
            shape = face.outline(QRectF(0, 0, size.width(), size.height()), style)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))
        self.raise_()
        self.setAccessibleName(self._scene.headline)
