"""What was on the clipboard comes back, whatever the desktop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

Name = TypeVar("Name", contravariant=True)
Offer = TypeVar("Offer")
Selection = TypeVar("Selection")


class Owner(Protocol[Name, Offer]):
    """The selections that may be ours."""

    def content(self, selection: Name) -> Offer | None:
        """What we offer there; None when it is not ours."""

    def own(self, selection: Name, content: Offer) -> object:
        """Offer this from now on."""

    def disown(self, selection: Name) -> None:
        """Nothing is there then."""


def give_back(owner: Owner[Selection, Offer], before: Mapping[Selection, Offer | None], text: Offer) -> None:
    """What was there, unless another program owns something newer; ``text`` in place of what could not be read."""
    for selection, old in before.items():
        if owner.content(selection) is None:
            continue
        if old is None:
            owner.own(selection, text)
        elif old:
            owner.own(selection, old)
        else:
            owner.disown(selection)
