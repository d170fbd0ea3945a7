"""The report for the terminal: plain text."""

from __future__ import annotations

from collections.abc import Iterator

from mojovoice_gui.benchmark import figures, tables
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, Result
from mojovoice_gui.benchmark.tables import Table
from mojovoice_gui.benchmark.words import MISSING, CountErrors


def as_text(result: Result, count: CountErrors | None) -> str:
    """``count`` None: without word error rates."""
    return "\n".join([*_head(result), *_tables(result, count), "", *tables.facts(result), *_stages(result)]) + "\n"


def _head(result: Result) -> Iterator[str]:
    conditions = result.conditions
    machine, engine = conditions.machine, conditions.engine
    yield f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}, {machine['system']}"
    yield ", ".join(f"{name} {value}" for name, value in engine.items())
    if result.is_interrupted:
        yield f"Interrupted: these are the {len(result.records)} clips that were finished."


def _tables(result: Result, count: CountErrors | None) -> Iterator[str]:
    yield from _drawn(tables.waits(result))
    yield from _drawn(tables.words(result, count))
    if count is None:
        yield MISSING
    elif result.is_rehearsed and (frontier := tables.frontier(result, count)).rows:
        yield from _drawn(frontier)
    if result.geometry is not None:
        yield from _drawn(tables.costs(result.geometry))
        yield from _drawn(tables.projected(result.geometry))


def _drawn(table: Table) -> Iterator[str]:
    """Each column as wide as its widest cell."""
    lines = [table.head, *table.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.head))]
    yield from ("", table.title)
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _stages(result: Result) -> Iterator[str]:
    for system in (OURS, OURS_LATER):
        if stages := figures.stages(result, system):
            parts = ", ".join(f"{name} {1e3 * s:.0f}" for name, s in stages.items())
            yield f"{system}: mean milliseconds of each stage: {parts}"
