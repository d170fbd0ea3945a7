"""The profile and the hub of the tests of the models themselves."""

from __future__ import annotations

from tests.unit.models.conftest import hub, paths

__all__ = ["hub", "paths"]
