"""How the overlay looks: one scene, painted in the colours of the desktop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen

from mojovoice_gui.ui.contrast import TEXT, seen_on
from mojovoice_gui.ui.overlay_scene import Mood, Scene
from mojovoice_gui.ui.translation import translate

SHADOW = 10.0  # pixels around the card, where the desktop can show through
RADIUS = 14.0
PADDING = 16.0
GAP = 10.0
MARK = 10.0
BARS, BAR, BAR_GAP = 18, 3.0, 2.0
WAVE = BARS * (BAR + BAR_GAP) - BAR_GAP
LIVE_WIDTH = 460.0
LINE_GAP = 6.0
MOST_MESSAGE = 420.0
RED_ON_LIGHT, RED_ON_DARK = QColor("#d92532"), QColor("#ff6b74")
ORANGE_ON_LIGHT, ORANGE_ON_DARK = QColor("#c2470a"), QColor("#ff9a57")


@dataclass(frozen=True, slots=True)
class Style:
    """What the face is painted with."""

    palette: QPalette
    font: QFont
    has_text: bool  # a second line for the live text
    is_translucent: bool  # the desktop shows through: round corners and a shadow
    is_still: bool = False  # reduced motion
    is_stark: bool = False  # high contrast

    @property
    def margin(self) -> float:
        return SHADOW if self.is_translucent else 0.0

    @property
    def is_dark(self) -> bool:
        return self.colour(QPalette.ColorRole.Window).lightnessF() < 0.5

    @property
    def large(self) -> QFont:
        """For the live text."""
        font = QFont(self.font)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        return font

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """As in a window that is being used: this one never is, and some desktops would make it pale."""
        return self.palette.color(QPalette.ColorGroup.Active, role)

    def ink(self, strength: float = 1.0) -> QColor:
        """The text's colour, or a fainter one."""
        colour = QColor(self.colour(QPalette.ColorRole.WindowText))
        colour.setAlphaF(1.0 if self.is_stark else strength)
        return colour

    def words(self, strength: float) -> QColor:
        """``ink`` that can be read."""
        return seen_on(self.colour(QPalette.ColorRole.Window), self.ink(strength), TEXT)

    def mark(self, mood: Mood) -> QColor:
        return seen_on(self.colour(QPalette.ColorRole.Window), self._mark(mood))

    def _mark(self, mood: Mood) -> QColor:
        match mood:
            case Mood.LISTENING:
                return RED_ON_DARK if self.is_dark else RED_ON_LIGHT
            case Mood.ERROR:
                return ORANGE_ON_DARK if self.is_dark else ORANGE_ON_LIGHT
            case Mood.WRITING | Mood.DONE:
                return self.colour(QPalette.ColorRole.Accent)
        return self.ink(0.45)


def size(scene: Scene, style: Style) -> QSizeF:
    """Of the whole window, in pixels."""
    line = QFontMetricsF(style.font).height()
    height = line + 2 * PADDING * (0.85 if style.has_text else 0.7)
    width = LIVE_WIDTH
    if style.has_text:
        height += LINE_GAP + QFontMetricsF(style.large).height()
    else:
        width = _minimal_width(scene, style)
    return QSizeF(width + 2 * style.margin, height + 2 * style.margin)


def _minimal_width(scene: Scene, style: Style) -> float:
    metrics = QFontMetricsF(style.font)
    if scene.mood is Mood.LISTENING:
        inside = WAVE + GAP + metrics.horizontalAdvance("00:00")
    else:
        inside = min(MOST_MESSAGE, metrics.horizontalAdvance(scene.headline) + 1)  # what is rounded would cut it
    return 2 * PADDING + MARK + GAP + inside


def paint(painter: QPainter, area: QRectF, scene: Scene, style: Style, wave: Sequence[float], phase: float) -> None:
    """``wave``: levels, the newest last. ``phase``: 0 to 1, of what breathes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = area.adjusted(style.margin, style.margin, -style.margin, -style.margin)
    if style.is_translucent:
        _paint_shadow(painter, card)
    _paint_card(painter, card, style)
    inside = card.adjusted(PADDING, 0, -PADDING, 0)
    line = QFontMetricsF(style.font).height()
    top = card.y() + PADDING * 0.85 if style.has_text else card.center().y() - line / 2
    _paint_line(painter, QRectF(inside.x(), top, inside.width(), line), scene, style, wave, phase)
    if style.has_text:
        below = QRectF(inside.x(), top + line + LINE_GAP, inside.width(), QFontMetricsF(style.large).height())
        _paint_text(painter, below, scene, style)


def outline(area: QRectF, style: Style) -> QPainterPath:
    """Where the window is, on a desktop through which nothing shows."""
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(style.margin, style.margin, -style.margin, -style.margin), RADIUS, RADIUS)
    return path


def _paint_shadow(painter: QPainter, card: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 4))
    for step in range(int(SHADOW)):
        out = SHADOW - step
        painter.drawRoundedRect(card.adjusted(-out, 2 - out, out, out - 1), RADIUS + out, RADIUS + out)


def _paint_card(painter: QPainter, card: QRectF, style: Style) -> None:
    painter.setBrush(style.colour(QPalette.ColorRole.Window))
    width = 2.0 if style.is_stark else 1.0
    painter.setPen(QPen(style.ink(0.18), width))
    inset = width / 2
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def _paint_line(
    painter: QPainter, row: QRectF, scene: Scene, style: Style, wave: Sequence[float], phase: float
) -> None:
    """Mark, headline or level, time."""
    _paint_mark(painter, QPointF(row.x() + MARK / 2, row.center().y()), scene, style, phase)
    rest = row.adjusted(MARK + GAP, 0, 0, 0)
    metrics = QFontMetricsF(style.font)
    painter.setFont(style.font)
    if scene.mood is Mood.LISTENING:
        painter.setPen(style.words(0.7))
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, scene.time)
        right = rest.right() - metrics.horizontalAdvance("00:00") - GAP
        _paint_wave(painter, QRectF(right - WAVE, rest.y(), WAVE, rest.height()), style, wave)
        rest.setRight(right - WAVE - GAP)
        if not style.has_text:
            return
    painter.setPen(style.words(0.85))
    words = metrics.elidedText(scene.headline, Qt.TextElideMode.ElideRight, rest.width())
    painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_mark(painter: QPainter, centre: QPointF, scene: Scene, style: Style, phase: float) -> None:
    colour = style.mark(scene.mood)
    radius = MARK / 2
    if scene.mood is Mood.DONE:
        painter.setPen(QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([centre + QPointF(-4.5, 0.5), centre + QPointF(-1.2, 3.8), centre + QPointF(4.8, -3.6)])
        return
    if scene.mood in {Mood.ARMING, Mood.WRITING}:  # a ring that closes: it is not ready yet
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.ink(0.2), 2))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        ring = QRectF(centre.x() - radius + 1, centre.y() - radius + 1, 2 * radius - 2, 2 * radius - 2)
        painter.drawArc(ring, int(-phase * 360 * 16) + 90 * 16, -100 * 16)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)


def _paint_wave(painter: QPainter, area: QRectF, style: Style, wave: Sequence[float]) -> None:
    """The last levels as bars, the newest on the right; with reduced motion one bar that only grows and shrinks."""
    painter.setPen(Qt.PenStyle.NoPen)
    if style.is_still:
        track = QRectF(area.x(), area.center().y() - 3, area.width(), 6)
        painter.setBrush(style.ink(0.15))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(style.mark(Mood.LISTENING))
        track.setWidth(max(6.0, area.width() * (wave[-1] if wave else 0.0)))
        painter.drawRoundedRect(track, 3, 3)
        return
    painter.setBrush(style.mark(Mood.LISTENING))
    levels = ([0.0] * BARS + list(wave))[-BARS:]
    for number, level in enumerate(levels):
        height = BAR + (area.height() - BAR) * level
        x = area.x() + number * (BAR + BAR_GAP)
        painter.setOpacity(0.35 + 0.65 * (number + 1) / BARS)
        painter.drawRoundedRect(QRectF(x, area.center().y() - height / 2, BAR, height), BAR / 2, BAR / 2)
    painter.setOpacity(1.0)


def _paint_text(painter: QPainter, row: QRectF, scene: Scene, style: Style) -> None:
    """One line; of a long text its end, for that is what was said just now."""
    painter.setFont(style.large)
    painter.setPen(style.words(1.0 if scene.text else 0.6))
    metrics = QFontMetricsF(style.large)
    if scene.mood is Mood.ERROR:
        shown = metrics.elidedText(scene.text, Qt.TextElideMode.ElideRight, row.width())
    else:
        shown = last_words(scene.text or _instead(scene.mood), metrics, row.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _instead(mood: Mood) -> str:
    """What stands where no text is yet."""
    match mood:
        case Mood.ARMING:
            return translate("Overlay", "A moment, then speak.")
        case Mood.LISTENING:
            return translate("Overlay", "Speak.")
        case Mood.NO_SPEECH:
            return translate("Overlay", "Nothing was inserted.")
    return ""


def last_words(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The end of ``text`` that fits; no word is cut, unless there is only one."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideLeft, width)
    if shown == text:
        return text
    _, space, rest = shown.partition(" ")
    return f"…{rest}" if space else shown
