"""Small plots as inline SVG; colours are classes, so that a page can be light or dark."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from mojovoice_gui.benchmark.bootstrap import Estimate

WIDTH, HEIGHT = 720, 380
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 14, 48
ROW = 44
LABEL = 168
COLOURS = 6

Point: TypeAlias = tuple[float, float, str]
"""x, y, and what is said when one points at it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From numbers to places on the page."""

    label: str
    low: float
    high: float
    start: float  # px
    end: float  # px
    is_log: bool = False

    def at(self, value: float) -> float:
        """px"""
        if self.is_log:
            value = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            value = (value - self.low) / (self.high - self.low)
        return round(self.start + value * (self.end - self.start), 1)

    @property
    def ticks(self) -> list[float]:
        return [tick for tick in _ticks(self.low, self.high, self.is_log) if self.low <= tick <= self.high]


def scatter(
    series: Mapping[int, Sequence[Point]], x_label: str, y_label: str, *, is_log: bool, diagonal: str = ""
) -> str:
    """One mark for each point, by its kind; ``diagonal`` names the line where both are equal."""
    points = [point for part in series.values() for point in part]
    x = _axis(x_label, [point[0] for point in points], (LEFT, WIDTH - RIGHT), is_log=is_log)
    y = _axis(y_label, [point[1] for point in points], (HEIGHT - BOTTOM, TOP), is_log=is_log)
    marks = [_mark(kind, x.at(point[0]), y.at(point[1]), point[2]) for kind, part in series.items() for point in part]
    return _svg(HEIGHT, [*_frame(x, y), *_diagonal(x, y, diagonal), *marks])


def waterfall(rows: Mapping[str, Mapping[str, float]], unit: str) -> str:
    """For each row its stages, each where the last one ended."""
    widest = max((sum(stages.values()) for stages in rows.values()), default=0.0)
    x = Axis(unit, 0.0, 1.12 * widest or 1.0, LABEL, WIDTH - RIGHT)
    names = list(dict.fromkeys(name for stages in rows.values() for name in stages))
    return _svg(_height(rows), [*_rows_frame(x, rows), *_bars(rows, names, x)])


def _bars(rows: Mapping[str, Mapping[str, float]], names: Sequence[str], x: Axis) -> Iterator[str]:
    for number, stages in enumerate(rows.values()):
        y, so_far = TOP + number * ROW, 0.0
        for name, size in stages.items():
            left, right = x.at(so_far), x.at(so_far + size)
            yield (
                f'<rect class="stage{names.index(name)}" x="{left}" y="{y + 8}" width="{max(0.0, right - left):.1f}"'
                f' height="{ROW - 16}"><title>{escape(name)}: {size:.0f} {escape(x.label)}</title></rect>'
            )
            so_far += size
        yield _text(x.at(so_far) + 6, y + ROW / 2 + 4, f"{so_far:.0f}", "value")


def whiskers(rows: Mapping[str, tuple[float, float, float]], kinds: Sequence[int], unit: str) -> str:
    """For each row a value and the ends of its interval; the kind of its mark."""
    x = _axis(unit, [0.0, *(number for row in rows.values() for number in row)], (LABEL, WIDTH - RIGHT), is_log=False)
    marks = []
    for number, (kind, (value, low, high)) in enumerate(zip(kinds, rows.values(), strict=True)):
        y = TOP + number * ROW + ROW / 2
        marks.append(f'<path class="whisker s{kind % COLOURS}" d="M{x.at(low)} {y}H{x.at(high)}"/>')
        marks.append(_mark(kind, x.at(value), y, f"{value:.2f} [{low:.2f}, {high:.2f}]"))
        marks.append(_text(x.at(value), y - 9, f"{value:.1f}", "value middle"))
    return _svg(_height(rows), [*_rows_frame(x, rows), *marks])


def plane(points: Mapping[int, tuple[float, Estimate, str]], x_label: str, y_label: str) -> str:
    """For each kind of mark where it is, how sure its height is, and its name."""
    heights = [number for _, y, _ in points.values() for number in (y.value, y.low, y.high)]
    x = _axis(x_label, [place for place, _, _ in points.values()], (LEFT, WIDTH - RIGHT), is_log=True)
    y = _axis(y_label, heights, (HEIGHT - BOTTOM, TOP), is_log=False)
    marks = []
    for kind, (place, height, name) in points.items():
        marks.append(
            f'<path class="whisker s{kind % COLOURS}" d="M{x.at(place)} {y.at(height.low)}V{y.at(height.high)}"/>'
        )
        said = f"{name}: {height.value:.2f} [{height.low:.2f}, {height.high:.2f}]"
        marks.append(_mark(kind, x.at(place), y.at(height.value), said))
    return _svg(HEIGHT, [*_frame(x, y), *marks])


def legend_of_marks(kinds: Mapping[str, int]) -> str:
    return _legend({name: _mark(kind, 7, 7, name) for name, kind in kinds.items()})


def legend_of_stages(names: Iterable[str]) -> str:
    """In the order of the bars."""
    return _legend({name: f'<rect class="stage{place}" width="14" height="14"/>' for place, name in enumerate(names)})


def _legend(signs: Mapping[str, str]) -> str:
    entries = (
        f'<span><svg class="sign" viewBox="0 0 14 14">{sign}</svg>{escape(name)}</span>' for name, sign in signs.items()
    )
    return f'<p class="legend">{"".join(entries)}</p>'


def _axis(label: str, values: Sequence[float], place: tuple[float, float], *, is_log: bool) -> Axis:
    if is_log:
        known = [value for value in values if value > 0] or [1.0]
        return Axis(label, min(known) / 1.3, max(known) * 1.3, *place, is_log=True)
    low, high = min(0.0, *values, 0.0), max(*values, 0.0, 0.0)
    room = 0.08 * (high - low) or 1.0
    return Axis(label, low - room if low < 0 else 0.0, high + room, *place)


def _ticks(low: float, high: float, is_log: bool) -> list[float]:
    if is_log:
        decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        steps = (1, 2, 5) if math.log10(high / low) < 3 else (1,)
        return [step * 10.0**decade for decade in decades for step in steps]
    raw = (high - low) / 5
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= raw)
    return [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _frame(x: Axis, y: Axis) -> Iterator[str]:
    for tick in x.ticks:
        yield f'<path class="grid" d="M{x.at(tick)} {y.start}V{y.end}"/>'
        yield _text(x.at(tick), y.start + 18, f"{tick:g}", "middle")
    for tick in y.ticks:
        yield f'<path class="grid" d="M{x.start} {y.at(tick)}H{x.end}"/>'
        yield _text(x.start - 8, y.at(tick) + 4, f"{tick:g}", "end")
    yield _text((x.start + x.end) / 2, y.start + 40, x.label, "middle")
    middle = (y.start + y.end) / 2
    yield f'<text class="middle" transform="translate(16 {middle}) rotate(-90)">{escape(y.label)}</text>'


def _rows_frame(x: Axis, rows: Mapping[str, object]) -> Iterator[str]:
    bottom = TOP + ROW * len(rows)
    for tick in x.ticks:
        yield f'<path class="grid" d="M{x.at(tick)} {TOP}V{bottom}"/>'
        yield _text(x.at(tick), bottom + 18, f"{tick:g}", "middle")
    yield _text((x.start + x.end) / 2, bottom + 38, x.label, "middle")
    for number, name in enumerate(rows):
        yield _text(LABEL - 12, TOP + number * ROW + ROW / 2 + 4, name, "end")


def _diagonal(x: Axis, y: Axis, name: str) -> Iterator[str]:
    if name:
        low, high = max(x.low, y.low), min(x.high, y.high)
        yield f'<path class="diagonal" d="M{x.at(low)} {y.at(low)}L{x.at(high)} {y.at(high)}"/>'
        yield _text(x.at(high) + 8, y.at(high) + 16, name, "beside")


def _mark(kind: int, x: float, y: float, said: str) -> str:
    """Shapes differ as well as colours."""
    shapes = (
        f'<circle cx="{x}" cy="{y}" r="4.5"',
        f'<rect x="{x - 4}" y="{y - 4}" width="8" height="8"',
        f'<path d="M{x} {y - 5.5}L{x + 5} {y + 4}H{x - 5}Z"',
        f'<path d="M{x} {y - 6}L{x + 5} {y}L{x} {y + 6}L{x - 5} {y}Z"',
    )
    shape = shapes[kind % len(shapes)]
    return f'{shape} class="mark s{kind % COLOURS}"><title>{escape(said)}</title></{shape[1:].split()[0]}>'


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{escape(text)}</text>'


def _height(rows: Mapping[str, object]) -> int:
    return TOP + ROW * len(rows) + BOTTOM


def _svg(height: int, parts: Iterable[str]) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img">{"".join(parts)}</svg>'
