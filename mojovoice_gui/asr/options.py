"""What the user chose about the engine."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.asr.vocabulary import Vocabulary

log = logging.getLogger(__name__)

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """``draft_must_pay`` and ``plain`` switch the draft off: by its account, and altogether."""

    target: Path
    draft: Path | None = None
    language: str = AUTO  # or ISO 639-1
    prompt: str = ""  # words that are likely to be said
    device: str = AUTO  # or cpu, cuda
    compute_type: str = AUTO  # or as CTranslate2 names them
    threads: int = 0  # 0: as many as help
    plain: bool = False  # the target alone
    draft_must_pay: bool = True  # or it rests for the session
    patience_s: float = 0.25  # what a listening may take that somebody waits for
    no_draft: str = ""  # why there is none, though one was asked for

    def hints_for(self, vocabulary: Vocabulary) -> list[int]:
        """The prompt, as tokens of a text that could have come before."""
        prompt = self.prompt.strip()
        return vocabulary.encode(" " + prompt) if prompt and not vocabulary.cannot_write else []

    def language_for(self, vocabulary: Vocabulary) -> str:
        """That of the target with this ``vocabulary``; empty: to be heard."""
        if self.language == AUTO:
            return ""
        if vocabulary.speaks(self.language):
            return self.language
        log.warning("The target does not speak %s: the language is heard instead", self.language)
        return ""
