"""How long a search among 10,000 dictations takes: ``python -m tests.unit.history.search_times``."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path

from mojovoice_gui.history.store import History
from tests.unit.history.entries import entry

ENTRIES, WORDS, TIMES = 10_000, 25, 20
SYLLABLES = ("ba", "ko", "mi", "ra", "tu", "len", "sor", "wen")
SEARCHES = {"nothing typed": "", "one letter": "b", "one word": "bakomi", "two words": "bako mira", "in all": "firefox"}


def main() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(3000)]
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder))
        history.add(*(entry(" ".join(chance.choices(words, k=WORDS)), days_ago=n / 50) for n in range(ENTRIES)))
        for name, typed in SEARCHES.items():
            print(f"{name:<14} {1000 * median_s(history, typed):6.1f} ms, {history.count(typed)} found")
        history.close()


def median_s(history: History, typed: str) -> float:
    """Of a first page and the count, as the window asks for them."""
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        history.page(typed, 200)
        history.count(typed)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
