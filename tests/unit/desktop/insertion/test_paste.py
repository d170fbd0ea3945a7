"""The paste transaction, decided with a clock that we move."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojovoice_gui.desktop.insertion.paste import Act, Held, Limits, Paste, evaluate

LIMITS = Limits(keys_s=30.0, reader_s=3.0, quiet_s=0.15, poll_s=0.01)
ASKED = Paste(asked_at=100.0)
OFFERED = ASKED.offered()
PRESSED = OFFERED.pressed(101.0)
READ = PRESSED.asked(102.0, got_text=True)


def act(paste: Paste, now: float) -> Act:
    return evaluate(paste, now, LIMITS).act


def test_the_clipboard_is_taken_before_the_keys_are_pressed() -> None:
    assert act(ASKED, 100.0) is Act.OFFER
    assert act(OFFERED, 100.0) is Act.PRESS


@pytest.mark.parametrize("held", [Held.OTHERS, Held.MODIFIERS])
@pytest.mark.parametrize("paste", [ASKED, OFFERED])
def test_nothing_is_taken_or_pressed_while_a_key_is_down(paste: Paste, held: Held) -> None:
    step = evaluate(replace(paste, held=held), 129.9, LIMITS)
    assert (step.act, step.again_s) == (Act.WAIT, LIMITS.poll_s)


def test_a_modifier_that_stays_down_leaves_the_text_on_the_clipboard() -> None:
    assert act(replace(ASKED, held=Held.MODIFIERS), 130.0) is Act.KEEP


def test_another_key_that_stays_down_is_stuck_and_does_not_matter() -> None:
    assert act(replace(ASKED, held=Held.OTHERS), 130.0) is Act.OFFER


def test_the_keys_are_pressed_however_late_they_were_let_go() -> None:
    assert act(ASKED, 10_000.0) is Act.OFFER


def test_what_the_user_copies_before_the_keys_are_pressed_is_saved_anew() -> None:
    assert act(OFFERED.lost(), 100.5) is Act.OFFER
    assert act(OFFERED.lost().offered(), 100.5) is Act.PRESS


def test_a_reader_has_three_seconds_from_the_keys_on() -> None:
    step = evaluate(PRESSED, 101.5, LIMITS)
    assert step.act is Act.WAIT
    assert step.again_s == pytest.approx(2.5)
    assert act(PRESSED, 104.0) is Act.KEEP


def test_reading_before_the_keys_is_no_proof() -> None:
    assert OFFERED.asked(100.1, got_text=True) == OFFERED


def test_asking_for_something_else_is_no_proof() -> None:
    asked = PRESSED.asked(102.0, got_text=False)
    assert asked.read_at is None
    assert act(asked, 104.0) is Act.KEEP


def test_the_old_clipboard_comes_back_a_quiet_moment_after_the_text_was_read() -> None:
    step = evaluate(READ, 102.05, LIMITS)
    assert step.act is Act.WAIT
    assert step.again_s == pytest.approx(0.1)
    assert act(READ, 102.15) is Act.RESTORE


@pytest.mark.parametrize("got_text", [True, False])
def test_each_further_question_begins_the_quiet_moment_anew(got_text: bool) -> None:
    again = READ.asked(102.1, got_text=got_text)
    assert act(again, 102.2) is Act.WAIT
    assert act(again, 102.26) is Act.RESTORE
    assert again.read_at == READ.read_at


def test_a_long_text_is_sent_to_its_end_before_the_old_clipboard_comes_back() -> None:
    assert act(replace(READ, is_sending=True), 110.0) is Act.WAIT
    assert act(READ, 110.0) is Act.RESTORE


def test_a_clipboard_taken_before_anybody_read_is_taken_again() -> None:
    assert act(PRESSED.lost(), 101.1) is Act.KEEP


def test_a_clipboard_taken_after_the_reading_hurries_nothing() -> None:
    assert act(READ.lost(), 102.05) is Act.WAIT
    assert act(READ.lost(), 102.15) is Act.RESTORE


@pytest.mark.parametrize("paste", [ASKED, OFFERED])
def test_without_a_window_or_keys_the_text_stays_on_the_clipboard(paste: Paste) -> None:
    assert act(paste.hopeless(), 100.0) is Act.KEEP


HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(["key down", "key up", "reads", "asks", "taken", "sending", "sent"]),
        st.floats(min_value=0.0, max_value=2.0),
    ),
    max_size=30,
)


def happen(paste: Paste, what: str, now: float) -> Paste:
    match what:
        case "key down":
            return replace(paste, held=Held.MODIFIERS)
        case "key up":
            return replace(paste, held=Held.NOTHING)
        case "reads" | "asks":
            return paste.asked(now, got_text=what == "reads")
        case "taken":
            return paste.lost()
    return replace(paste, is_sending=what == "sending")


@given(HAPPENINGS)
def test_whatever_happens_it_ends_and_restores_only_what_was_read(happenings: list[tuple[str, float]]) -> None:
    """After the last happening nothing but time passes: then it is over within the limits."""
    paste, now, done = ASKED, 100.0, Act.WAIT
    for what, later_s in [*happenings, ("key up", 0.0), ("sent", 0.0), ("time", 4.0), ("time", 4.0)]:
        now += later_s
        paste = happen(paste, what, now) if what != "time" else paste
        while (done := evaluate(paste, now, LIMITS).act) in {Act.OFFER, Act.PRESS}:
            assert paste.held is Held.NOTHING or now >= 130.0
            paste = paste.offered() if done is Act.OFFER else paste.pressed(now)
        if done is not Act.WAIT:
            break
    assert done in {Act.RESTORE, Act.KEEP}
    assert (done is Act.RESTORE) == (paste.read_at is not None)
