"""What a run found out: one record for each clip, and under which conditions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from mojovoice_gui.asr.reach import Reach
from mojovoice_gui.benchmark.costs import Costs, StockCosts
from mojovoice_gui.domain import DecodeStats, StageTimes

STOCK = "stock greedy"
STOCK_TUNED = "stock greedy, tuned"
STOCK_BEAM = "stock beam 5"
OURS = "ours"
OURS_LATER = "ours, let go later"
AS_SHIPPED = "ours as it comes"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one system made of one clip."""

    wait_s: float  # from the release of the key to the call that inserts the text; means nothing after a failure
    text: str
    stats: DecodeStats = field(default_factory=DecodeStats)  # of the pass over the sound that gave the text
    times: StageTimes = field(default_factory=StageTimes)  # of what began after release
    under_way_s: float = 0.0  # to finish what had begun before it
    failure: str = ""  # why there is no text


@dataclass(frozen=True, slots=True)
class Record:
    """One clip, or one take of it, and what each system made of it."""

    clip: str
    seconds: float
    last_word_s: float  # where the speech in it ends
    category: str
    language: str
    text: str  # what is said; may be unknown
    is_reference: bool
    measured: Mapping[str, Measurement]  # by system
    take: int = 1  # of the same clip there may be several


@dataclass(frozen=True, slots=True)
class Conditions:
    """Where it ran, on what, and how."""

    began: str  # ISO 8601
    command: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    engine: Mapping[str, str]
    not_run: Mapping[str, str] = field(default_factory=dict)  # peers and what is measured apart, and why


@dataclass(frozen=True, slots=True)
class Projection:
    """The waits that a dictation would have had."""

    clip: str
    seconds: float
    stock_s: float
    tuned_s: float  # stock's, in a process that is tuned as ours is
    ours_s: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """What a model of another shape would take."""

    name: str
    placement: str
    costs: Costs
    stock: StockCosts
    tuned: StockCosts  # in a process that is tuned as ours is
    dictations: tuple[Projection, ...]
    reach: Reach


@dataclass(frozen=True, slots=True)
class Result:
    """All of it, as far as it went."""

    conditions: Conditions
    records: tuple[Record, ...] = ()
    is_interrupted: bool = False
    peak_memory_mb: float | None = None
    geometry: Geometry | None = None

    @property
    def systems(self) -> tuple[str, ...]:
        """In the order in which they were measured."""
        return tuple(dict.fromkeys(name for record in self.records for name in record.measured))

    @property
    def is_rehearsed(self) -> bool:
        """Ours without the waiting, perhaps in several ways."""
        return AS_SHIPPED in self.systems

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)
