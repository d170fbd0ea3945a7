"""What another model would take, from what one does."""

from __future__ import annotations

import pytest

from mojovoice_gui.models.catalog import CATALOG, named
from mojovoice_gui.models.outlook import expected_s


def test_every_model_of_the_catalogue_has_an_outlook_and_larger_families_take_longer() -> None:
    measured = named("base")
    expected = {model.name: expected_s(measured, 0.1, model) for model in CATALOG}
    assert expected["base"] == pytest.approx(0.1)
    order = [expected[name] for name in ("tiny", "base", "small", "medium", "large-v3")]
    assert all(seconds is not None for seconds in expected.values())
    assert order == sorted(order, key=lambda seconds: seconds or 0.0)
    assert expected["large-v3-turbo"] == expected["distil-large-v3"] == expected["large-v3"]


def test_without_a_measurement_there_is_no_outlook() -> None:
    base = named("base")
    assert base is not None
    assert expected_s(base, 0.0, base) is None
    assert expected_s(None, 0.1, base) is None
