"""Word error rates and passes on the recorded speech: stock faster-whisper, our target alone, target with draft.

    python -m tests.models.wer_table --compute-type int8 --stock

Stock is ``WhisperModel.transcribe(beam_size=1, temperature=0)``: greedy, with timestamps and the text so far as prompt.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import jiwer
from faster_whisper import WhisperModel

from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.domain import DecodeStats, Samples, Transcript
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.speech import Clip, clips, normal

THREADS = 2
PROFILE = Path(tempfile.gettempdir()) / "mojovoice-wer-table"  # the joined weights stay for the next run


@dataclass(frozen=True, slots=True)
class Row:
    """One clip, three ways."""

    clip: Clip
    stock: str
    stock_s: float
    plain: Transcript
    speculative: Transcript

    @property
    def same_tokens(self) -> bool:
        return self.plain.tokens == self.speculative.tokens


def main(arguments: list[str]) -> None:
    options = _parser().parse_args(arguments)
    chosen = [clip for clip in clips() if _is_wanted(clip, options)][: options.limit]
    rows = list(_rows(chosen, options))
    print(f"\n{options.compute_type}, {len(rows)} clips, {THREADS} threads")
    print(f"{'':12}{'clips':>6} {'WER stock':>10} {'plain':>7} {'spec.':>7} {'same as plain':>14} {'as stock':>9}"
          f" {'tokens':>7} {'passes':>7} {'tok/pass':>9} {'accepted':>9}")  # fmt: skip
    for category in [*sorted({row.clip.category for row in rows}), ""]:
        print(_line(category or "all", [row for row in rows if category in {"", row.clip.category}], options.stock))
    _print_times(rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", default="base")
    parser.add_argument("--draft", default="tiny.en")
    parser.add_argument("--compute-type", default="int8")
    parser.add_argument("--categories", nargs="*", help="of the clips; default: all")
    parser.add_argument("--longest", type=float, default=1e9, metavar="SECONDS")
    parser.add_argument("--language", default="en", help="of the clips; with other languages read no WER from it")
    parser.add_argument("--known", action="store_true", help="also clips whose text is a well-known one, typed")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--stock", action="store_true", help="with stock faster-whisper")
    parser.add_argument("--out", type=Path, help="every text and token, one JSON object a line")
    return parser


def _is_wanted(clip: Clip, options: argparse.Namespace) -> bool:
    is_english = clip.language == "en"
    return (
        clip.reference in ({"dataset", "known"} if options.known else {"dataset"})
        and is_english == (options.language == "en")
        and clip.seconds <= options.longest
        and (not options.categories or clip.category in options.categories)
    )


def _rows(chosen: list[Clip], options: argparse.Namespace) -> Iterable[Row]:
    store = ModelStore(Paths.under(PROFILE))
    target, draft, kind = store.find(options.target), store.find(options.draft), options.compute_type
    stock = WhisperModel(str(target), device="cpu", compute_type=kind, cpu_threads=THREADS) if options.stock else None
    engine = EngineOptions(
        target, draft, options.language, compute_type=kind, device="cpu", threads=THREADS, draft_must_pay=False
    )
    speculative = WhisperTranscriber(engine)
    plain = WhisperTranscriber(EngineOptions(target, None, options.language, "", "cpu", kind, THREADS, plain=True))
    speculative.load()
    plain.load()
    for number, clip in enumerate(chosen, start=1):
        samples = clip.samples()
        began = time.perf_counter()
        stock_text = _stock_text(stock, samples, options.language) if stock else ""
        stock_s = time.perf_counter() - began
        row = Row(clip, stock_text, stock_s, plain.transcribe(samples, _never), speculative.transcribe(samples, _never))
        print(f"\r{number}/{len(chosen)}", end="", file=sys.stderr, flush=True)
        if options.out:
            _append(options.out, row)
        yield row


def _never() -> bool:
    return False


def _stock_text(model: WhisperModel, samples: Samples, language: str) -> str:
    segments, _info = model.transcribe(samples, language=language, beam_size=1, temperature=0.0)
    return "".join(segment.text for segment in segments).strip()


def _append(file: Path, row: Row) -> None:
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(row), default=str) + "\n")


def _line(name: str, rows: list[Row], with_stock: bool) -> str:
    stats = sum((row.speculative.stats for row in rows), DecodeStats())
    same = sum(row.same_tokens for row in rows)
    as_stock = sum(row.stock == row.plain.text for row in rows)
    truths = [row.clip.text for row in rows]
    stock = f"{_wer(truths, [row.stock for row in rows]):9.2f}%" if with_stock else f"{'-':>10}"
    return (
        f"{name:12}{len(rows):6} {stock} {_wer(truths, [row.plain.text for row in rows]):6.2f}%"
        f" {_wer(truths, [row.speculative.text for row in rows]):6.2f}% {same:14} {as_stock if with_stock else '-':>9}"
        f" {stats.tokens:7} {stats.passes:7} {stats.tokens / stats.passes:9.2f} {100 * stats.acceptance:8.1f}%"
    )


def _wer(truths: list[str], texts: list[str]) -> float:
    """Percent of the words, over all clips together."""
    return 100 * float(jiwer.wer([normal(truth) for truth in truths], [normal(text) for text in texts]))


def _print_times(rows: list[Row]) -> None:
    """Medians of the seconds per clip."""
    print("\nmedian seconds  draft  encode  verify    sum")
    for name, transcripts in (
        ("plain", [row.plain for row in rows]),
        ("speculative", [row.speculative for row in rows]),
    ):
        stages = [(one.times.draft_s, one.times.encode_s, one.times.verify_s) for one in transcripts]
        medians = [statistics.median(times) for times in zip(*stages, strict=True)]
        total = statistics.median(sum(times) for times in stages)
        print(f"{name:14} {medians[0]:6.3f}  {medians[1]:6.3f}  {medians[2]:6.3f} {total:6.3f}")
    print(f"{'stock':14} {'':24}{statistics.median(row.stock_s for row in rows):6.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
