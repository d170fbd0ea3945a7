"""The overlay on Wayland, where no window can be placed: the same face, as pictures on a layer of the compositor's."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QImage

from mojovoice_gui.desktop.layer import Layer, open_layer
from mojovoice_gui.domain import OverlayKind, Stage
from mojovoice_gui.ui import overlay_face as face
from mojovoice_gui.ui.overlay import FROM_BOTTOM, Overlay

log = logging.getLogger(__name__)


class LayerOverlay(Overlay):
    """Its own window is never shown: it only knows colours, font and size."""

    def __init__(self, kind: OverlayKind, environ: Mapping[str, str], *, is_still: bool) -> None:
        super().__init__(kind, is_translucent=True, is_still=is_still)
        self._environ = environ
        self._has_layers = True  # until it is known better
        self._layer: Layer | None = None
        self._ears: QSocketNotifier | None = None
        self._is_stale = False  # there is something newer than the last picture

    def show_stage(self, stage: Stage) -> None:
        if stage in {Stage.RECORDING, Stage.ERROR} and self._layer is None and self._has_layers:
            self._open()
        super().show_stage(stage)

    def end(self) -> None:
        self._leave()
        super().end()

    def _open(self) -> None:
        self._layer = open_layer(self._environ)
        self._has_layers = self._layer is not None
        if self._layer is None:
            log.info("The overlay is not shown: this compositor has no layers")
            return
        self._ears = QSocketNotifier(self._layer.fileno(), QSocketNotifier.Type.Read, self)
        self._ears.activated.connect(self._hear)

    def _leave(self) -> None:
        self._ticks.stop()
        if self._ears is not None:
            self._ears.setEnabled(False)
            self._ears.deleteLater()
        if self._layer is not None:
            self._layer.close()
        self._layer = self._ears = None

    @contextmanager
    def _on_layer(self) -> Iterator[None]:
        """Without the compositor there is no overlay; the next recording tries again."""
        try:
            yield
        except OSError as reason:
            log.warning("The overlay is gone: %s", reason)
            self._leave()

    def _hear(self) -> None:
        with self._on_layer():
            if self._layer is not None:
                self._layer.listen()
                self._draw(self._layer)

    def _place(self) -> None:
        self.resize(face.size(self._scene, self.style_now()).toSize())

    def _appear(self) -> None:
        if self._layer is None:
            self._ticks.stop()  # for nobody sees it
            return
        self._is_stale = True
        with self._on_layer():
            self._layer.take_place(self.width(), self.height(), FROM_BOTTOM - int(self.style_now().margin))
            self._draw(self._layer)

    def _vanish(self) -> None:
        self._ticks.stop()
        self._is_stale = False
        with self._on_layer():
            if self._layer is not None:
                self._layer.hide()

    def _draw(self, layer: Layer) -> None:
        """At once, or when the compositor is ready for it."""
        if not self._is_stale or not layer.is_ready:
            return
        scale = layer.scale or max((math.ceil(one.devicePixelRatio()) for one in QGuiApplication.screens()), default=1)
        picture = QImage(self.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        self._paint_on(picture)
        layer.show(bytes(picture.constBits()), scale)
        self._is_stale = False
