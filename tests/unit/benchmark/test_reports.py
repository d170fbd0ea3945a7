"""Table, JSON and page from a result that never changes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from mojovoice_gui.benchmark.page import as_page
from mojovoice_gui.benchmark.result import AS_SHIPPED, OURS, STOCK, Result
from mojovoice_gui.benchmark.terminal import as_text
from mojovoice_gui.benchmark.words import MISSING, error_counter
from tests.unit.benchmark.results import CONDITIONS, SAID, result

VOID = {"meta", "br", "path", "rect", "circle"}


class Outline(HTMLParser):
    """What a browser would see; fails on a tag that is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


@pytest.fixture(scope="module")
def page() -> str:
    return as_page(result(), error_counter())


def test_the_page_needs_nothing_else(page: str) -> None:
    outline = Outline(page)
    assert re.findall(r"https?:|//[a-z]|url\(|@import", page) == []
    assert {"script", "link", "img", "iframe"} & set(outline.tags) == set()
    assert {name for name, _ in outline.attributes} & {"src", "href"} == set()


def test_the_page_shows_every_plot_light_and_dark(page: str) -> None:
    headings = ("Wait by length", "Where the wait goes", "Tokens and passes", "Words", "The shape of large-v3-turbo")
    assert [heading for heading in headings if f"<h2>{heading}</h2>" not in page] == []
    assert page.count('<svg viewBox="0 0 720') == 4
    assert "prefers-color-scheme: dark" in page


@pytest.mark.parametrize("report", [as_text, as_page])
def test_a_rehearsal_shows_the_frontier_and_only_a_rehearsal(report: object) -> None:
    assert callable(report)
    real = result()
    records = [replace(one, measured={AS_SHIPPED: one.measured[OURS], "exact": one.measured[STOCK]}) for one in
               real.records[:4]]  # fmt: skip
    assert "frontier" in report(replace(real, records=tuple(records)), error_counter())
    assert "frontier" not in report(real, error_counter())


def test_silence_is_no_dictation_on_the_page(page: str) -> None:
    before_the_list, _, every_clip = page.partition("<details>")
    assert "quiet-hum" not in before_the_list
    assert "quiet-hum" in every_clip


def test_the_page_has_no_word_that_was_said(page: str) -> None:
    assert "quick brown" not in page


def test_what_comes_from_outside_cannot_become_markup(page: str) -> None:
    assert "--samples &lt;folder&gt;" in page


@pytest.mark.parametrize("report", [as_text, as_page])
def test_reports_say_where_and_on_what_it_ran(report: object) -> None:
    assert callable(report)
    said = report(result(), error_counter())
    for what in ("Example CPU", "2 cores", "base", "tiny.en", "whisper.cpp", "it has no weights here"):
        assert what in said


@pytest.mark.parametrize("report", [as_text, as_page])
def test_without_the_extra_there_are_times_and_a_hint(report: object) -> None:
    assert callable(report)
    said = report(result(), None)
    assert MISSING.split(":", maxsplit=1)[0] in said
    assert "5-15 s" in said


@pytest.mark.parametrize("report", [as_text, as_page])
def test_an_interrupted_run_says_so_however_early_it_ended(report: object) -> None:
    assert callable(report)
    for records in (result().records[:1], ()):
        assert f"these are the {len(records)} clips" in report(
            Result(CONDITIONS, records, is_interrupted=True), error_counter()
        )


def test_the_json_has_every_record() -> None:
    read = json.loads(result().as_json())
    assert [one["clip"] for one in read["records"]] == ["a", "b", "c", "d", "quiet-hum"]
    assert read["records"][0]["measured"][OURS]["text"] == SAID
    assert read["peak_memory_mb"] == 432.1


def test_a_system_that_missed_a_clip_spoils_no_report() -> None:
    full = result()
    first = replace(full.records[0], measured={OURS: full.records[0].measured[OURS]})
    assert "<details>" in as_page(replace(full, records=(first, *full.records[1:])), error_counter())
