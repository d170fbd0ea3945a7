"""The report as one page that needs nothing else: no script, no font, no address."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from mojovoice_gui.benchmark import figures
from mojovoice_gui.benchmark.costs import FRAMES, READS
from mojovoice_gui.benchmark.plots import legend_of_marks, legend_of_stages, scatter, waterfall, whiskers
from mojovoice_gui.benchmark.projection import Geometry
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, STOCK, STOCK_BEAM, Measurement, Result
from mojovoice_gui.benchmark.table import interval
from mojovoice_gui.benchmark.words import MISSING, CountErrors
from mojovoice_gui.paths import resources

KINDS = {STOCK: 0, OURS: 1, OURS_LATER: 2, STOCK_BEAM: 3}
"""Which colour and shape a system has, whatever else is shown."""


def as_page(result: Result, count: CountErrors | None) -> str:
    """``count`` None: without word error rates."""
    style = (resources() / "benchmark.css").read_text(encoding="utf-8")
    body = "\n".join([*_head(result), *_waits(result), *_stages(result), *_words(result, count), *_end(result)])
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Mojo Voice benchmark</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme"'
        f' content="light dark"><style>{style}</style></head>\n<body><main>\n{body}\n</main></body></html>\n'
    )


def _head(result: Result) -> Iterator[str]:
    conditions = result.conditions
    machine = conditions.machine
    yield "<h1>The wait after the key comes up</h1>"
    yield (
        f"<p>Mojo Voice beside stock faster-whisper on {escape(machine['processor'])} with {machine['cores']} cores,"
        f" {escape(conditions.began)}: the same clips, the same target, by turns. Ours hears them as fast as they were"
        f" spoken, through the session that dictates; stock gets the whole clip when the key is released.</p>"
    )
    if result.is_interrupted:
        yield f'<p class="warning">Interrupted: these are the {len(result.records)} clips that were finished.</p>'
    yield f'<div class="tiles">{"".join(_tiles(result))}</div>'


def _tiles(result: Result) -> Iterator[str]:
    for row in figures.waits(result):
        if row.system == OURS and row.length == "5-15 s":
            yield _tile(f"{row.p50.value:.2f} s", "median wait, dictations of 5-15 s")
            if math.isfinite(row.gain_p50.value):
                yield _tile(f"{row.gain_p50.value:.1f} ×", "shorter than stock greedy, median")
                yield _tile(f"{row.gain_p95.value:.1f} ×", "shorter, 95th percentile")
    stats = figures.passes(result, OURS)
    if stats.passes:
        yield _tile(f"{stats.tokens / stats.passes:.1f}", "tokens for each pass of the target")
    if result.peak_memory_mb is not None:
        yield _tile(f"{result.peak_memory_mb:.0f} MB", "peak memory of ours alone")


def _tile(figure: str, what: str) -> str:
    return f'<div class="tile"><b>{escape(figure)}</b>{escape(what)}</div>'


def _waits(result: Result) -> Iterator[str]:
    series = {
        kind: [
            (record.seconds, one.wait_s, f"{record.clip}, {record.seconds:.1f} s: {system} {one.wait_s:.3f} s")
            for record in figures.spoken(result)
            if (one := record.measured.get(system)) and not one.failure and one.wait_s > 0
        ]
        for system, kind in _kinds(result).items()
    }
    yield "<h2>Wait by length</h2>"
    if any(series.values()):
        yield legend_of_marks(_kinds(result)) + scatter(series, "seconds of speech", "seconds of waiting", is_log=True)
    rows = []
    length = ""
    for row in figures.waits(result):
        name, length = row.length if row.length != length else "", row.length
        gains = (interval(row.gain_p50), interval(row.gain_p95))
        rows.append((name, row.system, str(row.clips), interval(row.p50), f"{row.p95.value:.2f}", *gains))
    yield _table(
        ("dictations", "system", "clips", "p50, s", "p95, s", "times shorter, p50", "times shorter, p95"), rows
    )
    growths = {system: figures.growth(result, system) for system in result.systems}
    for system, grown in growths.items():
        if math.isfinite(grown):
            yield f"<p>{escape(system)}: a dictation of a minute waits {grown:.2f} times as long as one of 5 s.</p>"


def _stages(result: Result) -> Iterator[str]:
    rows = {
        system: {name: 1e3 * seconds for name, seconds in found.items()}
        for system in (OURS, OURS_LATER)
        if (found := figures.stages(result, system))
    }
    if not rows:
        return
    yield "<h2>Where the wait goes</h2>"
    yield (
        "<p>Means over all clips with speech, so that they add up to the mean wait. Under way is what had begun before"
        " the key was released.</p>"
    )
    yield legend_of_stages(next(iter(rows.values()))) + waterfall(rows, "milliseconds")
    points = [
        (one.stats.tokens, one.stats.passes, f"{record.clip}: {one.stats.tokens} tokens in {one.stats.passes} passes")
        for record in figures.spoken(result)
        if (one := record.measured.get(OURS)) and one.stats.passes
    ]
    if points:
        yield "<h2>Tokens and passes</h2><p>Plain decoding needs a pass for each token.</p>"
        yield scatter(
            {KINDS[OURS]: points},
            "tokens in the text",
            "passes of the target",
            is_log=False,
            diagonal="a pass for each token",
        )


def _words(result: Result, count: CountErrors | None) -> Iterator[str]:
    rows = figures.words(result, count)
    yield "<h2>Words</h2>"
    if count is None:
        yield f"<p>{escape(MISSING)}</p>"
    rates = {row.system: row.error_rate for row in rows if math.isfinite(row.error_rate.value)}
    if rates:
        yield "<p>Word error rate with its 95 % interval, from clips drawn again and again.</p>"
        kinds = _kinds(result)
        bars = {name: (rate.value, rate.low, rate.high) for name, rate in rates.items()}
        yield whiskers(bars, [kinds[name] for name in rates], "percent")
    yield _table(
        ("system", "clips", "error rate, %", f"points above {STOCK}", "loops", "words for silence", "failures"),
        (
            (
                row.system,
                str(row.clips),
                interval(row.error_rate),
                interval(row.difference),
                str(row.loops),
                f"{row.inserted} in {row.quiet_clips} clips" if row.quiet_clips else "-",
                str(row.failures),
            )
            for row in rows
        ),
    )


def _end(result: Result) -> Iterator[str]:
    if result.geometry is not None:
        yield from _geometry(result.geometry)
    conditions = result.conditions
    yield "<h2>Conditions</h2>"
    yield _table(
        ("what", "which"), [*_pairs(conditions.machine), *_pairs(conditions.engine), *_pairs(conditions.versions)]
    )
    yield f"<p><code>{escape(conditions.command)}</code></p>"
    for peer, reason in conditions.not_run.items():
        yield f"<p>{escape(peer)} was not run here: {escape(reason)}</p>"
    yield "<details><summary>Every clip</summary>"
    yield _table(
        ("clip", "seconds", *(f"{system}, s" for system in result.systems)),
        (
            (
                record.clip,
                f"{record.seconds:.1f}",
                *(_wait(record.measured.get(system)) for system in result.systems),
            )
            for record in result.records
        ),
    )
    yield "</details>"


def _wait(measured: Measurement | None) -> str:
    if measured is None:
        return "-"
    return "failed" if measured.failure else f"{measured.wait_s:.3f}"


def _geometry(geometry: Geometry) -> Iterator[str]:
    costs = geometry.costs
    yield f"<h2>The shape of {escape(geometry.name)}</h2>"
    yield (
        f"<p>Weights of noise, {escape(geometry.placement)}: what passes cost. How many there are is known from the"
        f" dictations above. Stock takes {1e3 * costs.stock_start_s:.0f} ms to start a window and"
        f" {1e3 * costs.stock_step_s:.1f} ms for each token.</p>"
    )
    yield _table(
        ("dictations", "clips", "stock, p50 s", "ours, p50 s", "times shorter"),
        (
            (length, str(clips), interval(stock), interval(ours), interval(gain))
            for length, (clips, stock, ours, gain) in figures.projected(geometry).items()
        ),
    )
    yield "<p>Milliseconds for each window: the encoder, the start of the decoder, and passes over so many tokens.</p>"
    yield _table(
        ("window", "encode", "prefill", *(f"{tokens} at once" for tokens in READS)),
        (
            (
                f"{frames / 100:.0f} s",
                f"{1e3 * costs.encode_s[row]:.0f}",
                f"{1e3 * costs.prefill_s[row]:.1f}",
                *(f"{1e3 * seconds:.1f}" for seconds in costs.read_s[row]),
            )
            for row, frames in enumerate(FRAMES)
        ),
    )


def _kinds(result: Result) -> dict[str, int]:
    peers = [system for system in result.systems if system not in KINDS]
    return {system: KINDS[system] if system in KINDS else len(KINDS) + peers.index(system) for system in result.systems}


def _pairs(mapping: Mapping[str, str]) -> list[tuple[str, str]]:
    return list(mapping.items())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'
