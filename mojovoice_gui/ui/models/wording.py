"""Sizes, times and places of models, as people say them."""

from __future__ import annotations

from mojovoice_gui.models.catalog import Role
from mojovoice_gui.models.library import Transfer
from mojovoice_gui.models.shelf import Row
from mojovoice_gui.models.store import Source

PLACES = {
    Source.OWN: "on this machine",
    Source.STARTER: "came with Mojo Voice",
    Source.HUB_CACHE: "on this machine, in the cache that programs share",
}


def size(count: float) -> str:
    """Bytes in the unit that suits them: "486 MB", "1.6 GB"."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def facts(row: Row) -> str:
    """What one wants to know before choosing it."""
    known = [size(row.size_bytes)] if row.size_bytes else []
    if row.model is not None:
        known += [row.model.languages_told, f"licence {row.model.licence}", good_as(row.model.roles)]
    if row.installed is not None:
        known.append(PLACES[row.installed.source])
    elif row.begun_bytes:
        known.append(f"paused at {size(row.begun_bytes)}")
    return " · ".join(known)


def good_as(roles: tuple[Role, ...]) -> str:
    if len(roles) > 1:
        return "good as model and as draft"
    return "good as draft" if Role.DRAFT in roles else "good as model"


def progress(transfer: Transfer) -> str:
    if transfer.is_checking:
        return "All is here; checking it…"
    if not transfer.total_bytes:
        return "Asking the hub…"
    told = f"{size(transfer.here_bytes)} of {size(transfer.total_bytes)}"
    if transfer.remaining_s is None:
        return told
    return f"{told} · {transfer.bytes_per_s / 1e6:.1f} MB/s · {duration(transfer.remaining_s)} left"
