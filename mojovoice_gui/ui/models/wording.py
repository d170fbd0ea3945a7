"""Sizes, times and places of models, as people say them."""

from __future__ import annotations

from mojovoice_gui.models.catalog import Role
from mojovoice_gui.models.library import Transfer
from mojovoice_gui.models.shelf import Row
from mojovoice_gui.models.store import Source
from mojovoice_gui.ui.translation import data_size, decimal, in_words, translate


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def facts(row: Row) -> str:
    """What one wants to know before choosing it."""
    known = [data_size(row.size_bytes)] if row.size_bytes else []
    if row.model is not None:
        licence = translate("Model", "licence {name}").format(name=row.model.licence)
        known += [in_words(row.model.languages_told), licence, good_as(row.model.roles)]
    if row.installed is not None:
        known.append(_place(row.installed.source))
    elif row.begun_bytes:
        known.append(translate("Model", "paused at {size}").format(size=data_size(row.begun_bytes)))
    return " · ".join(known)


def good_as(roles: tuple[Role, ...]) -> str:
    if len(roles) > 1:
        return translate("Model", "good as model and as draft")
    if Role.DRAFT in roles:
        return translate("Model", "good as draft")
    return translate("Model", "good as model")


def progress(transfer: Transfer) -> str:
    if transfer.is_checking:
        return translate("Model", "All is here; checking it…")
    if not transfer.total_bytes:
        return translate("Model", "Asking the hub…")
    told = translate("Model", "{here} of {all}")
    told = told.format(here=data_size(transfer.here_bytes), all=data_size(transfer.total_bytes))
    if transfer.remaining_s is None:
        return told
    left = translate("Model", "{time} left").format(time=duration(transfer.remaining_s))
    return f"{told} · {decimal(transfer.bytes_per_s / 1e6)} MB/s · {left}"


def _place(source: Source) -> str:
    match source:
        case Source.OWN:
            return translate("Model", "on this machine")
        case Source.STARTER:
            return translate("Model", "came with Mojo Voice")
        case Source.HUB_CACHE:
            return translate("Model", "on this machine, in the cache that programs share")
