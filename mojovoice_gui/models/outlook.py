"""How fast another model would be on this machine, from how fast one is."""

from __future__ import annotations

from mojovoice_gui.models.catalog import CatalogModel

QUICK_S, SLOW_S = 1.5, 4.0
"""Until 5 s of speech are text: up to the one nobody minds the wait, from the other on nobody would want to wait."""


def expected_s(measured: CatalogModel | None, measured_s: float, other: CatalogModel) -> float | None:
    """What ``other`` would take to listen to 5 s of speech; None where nothing was measured.

    ``measured_s``: what ``measured`` takes. Encoders do the same work for each weight, and are most of the wait.
    """
    if measured is None or not measured_s or not measured.encoder_weights_m or not other.encoder_weights_m:
        return None
    return measured_s * other.encoder_weights_m / measured.encoder_weights_m
