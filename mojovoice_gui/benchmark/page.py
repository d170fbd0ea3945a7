"""The report as one page that needs nothing else: no script, no font, no address."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape
from itertools import count

from mojovoice_gui.benchmark import figures, tables
from mojovoice_gui.benchmark.plots import legend_of_marks, legend_of_stages, plane, scatter, waterfall, whiskers
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, STOCK, STOCK_BEAM, STOCK_TUNED, Measurement, Result
from mojovoice_gui.benchmark.tables import Table
from mojovoice_gui.benchmark.words import MISSING, CountErrors
from mojovoice_gui.paths import resources

KINDS = {STOCK: 0, OURS: 1, OURS_LATER: 2, STOCK_BEAM: 3, STOCK_TUNED: 4}
"""Which colour and shape a system has, whatever else is shown."""


def as_page(result: Result, count_errors: CountErrors | None) -> str:
    """``count_errors`` None: without word error rates."""
    style = (resources() / "benchmark.css").read_text(encoding="utf-8")
    body = "\n".join([*_head(result), *_waits(result), *_stages(result), *_words(result, count_errors), *_end(result)])
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Mojo Voice benchmark</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme"'
        f' content="light dark"><style>{style}</style></head>\n<body><main>\n{body}\n</main></body></html>\n'
    )


def _head(result: Result) -> Iterator[str]:
    conditions = result.conditions
    machine = conditions.machine
    yield "<h1>The wait after the key comes up</h1>"
    how = (
        "Ours hears them without idle time, and what is left to compute at the release is its wait"
        if result.is_rehearsed
        else "Ours hears them as fast as they were spoken, through the session that dictates"
    )
    yield (
        f"<p>Mojo Voice beside stock faster-whisper on {escape(machine['processor'])} with {machine['cores']} cores,"
        f" {escape(conditions.began)}: the same clips, the same target, by turns. {how}; stock gets the whole clip when"
        f" the key is released.</p>"
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
    stock, own = figures.target_passes(result, OURS)
    if own:
        yield _tile(f"{stock / own:.1f} ×", "fewer passes at the end than stock greedy's")
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
    yield _table(tables.waits(result))


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


def _words(result: Result, count_errors: CountErrors | None) -> Iterator[str]:
    yield "<h2>Words</h2>"
    if count_errors is None:
        yield f"<p>{escape(MISSING)}</p>"
    kinds = _kinds(result)
    rates = {
        row.system: row.error_rate for row in figures.words(result, count_errors) if math.isfinite(row.error_rate.value)
    }
    if rates:
        yield "<p>Word error rate with its 95 % interval, from clips drawn again and again.</p>"
        bars = {name: (rate.value, rate.low, rate.high) for name, rate in rates.items()}
        yield whiskers(bars, [kinds[name] for name in rates], "percent")
    yield _table(tables.words(result, count_errors))
    if result.is_rehearsed and (points := figures.frontier(result, count_errors)):
        yield "<h2>The frontier between wait and words</h2>"
        yield "<p>Nearer to the corner on the left is better. What is computed after the release, and the words.</p>"
        marks = {kinds[row.system]: (row.p95.value, row.error_rate, row.system) for row in points}
        yield legend_of_marks({row.system: kinds[row.system] for row in points})
        yield plane(marks, "seconds of computing after the release, p95", "word error rate, percent")
        yield _table(tables.frontier(result, count_errors))


def _end(result: Result) -> Iterator[str]:
    if result.geometry is not None:
        yield f"<h2>The shape of {escape(result.geometry.name)}</h2>"
        yield _titled(tables.projected(result.geometry))
        yield _titled(tables.costs(result.geometry))
    conditions = result.conditions
    yield "<h2>Conditions</h2>"
    parts = (conditions.machine, conditions.engine, conditions.versions)
    yield _table(Table("", ("what", "which"), [pair for part in parts for pair in part.items()]))
    yield f"<p><code>{escape(conditions.command)}</code></p>"
    yield from (f"<p>{escape(fact)}.</p>" for fact in tables.facts(result))
    yield "<details><summary>Every clip</summary>"
    rows = [
        (record.clip, f"{record.seconds:.1f}", *(_wait(record.measured.get(system)) for system in result.systems))
        for record in result.records
    ]
    yield _table(Table("", ("clip", "seconds", *(f"{system}, s" for system in result.systems)), rows))
    yield "</details>"


def _wait(measured: Measurement | None) -> str:
    if measured is None:
        return "-"
    return "failed" if measured.failure else f"{measured.wait_s:.3f}"


def _kinds(result: Result) -> dict[str, int]:
    free = (kind for kind in count() if kind not in {KINDS.get(system) for system in result.systems})
    return {system: KINDS[system] if system in KINDS else next(free) for system in result.systems}


def _titled(table: Table) -> str:
    return f"<p>{escape(table.title)}</p>{_table(table)}"


def _table(table: Table) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in table.head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f'<div class="wide"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'
