"""A draft is kept as long as it saves more than it costs."""

from __future__ import annotations

from mojovoice_gui.asr.payoff import TRIALS, Payoff


def account(draft_s: float, windows: int = TRIALS) -> Payoff:
    """Each window: 30 tokens at 10 ms a step would take 0.3 s, verifying took 0.1 s, so 0.2 s are saved."""
    payoff = Payoff(step_s=0.01)
    for _ in range(windows):
        payoff.note(draft_s, verify_s=0.1, tokens=30)
    return payoff


def test_a_draft_that_costs_more_than_it_saves_is_poor() -> None:
    assert account(draft_s=0.21).is_poor


def test_a_draft_that_saves_more_than_it_costs_is_not() -> None:
    assert not account(draft_s=0.19).is_poor


def test_nothing_is_judged_before_it_was_tried() -> None:
    assert not account(draft_s=5.0, windows=TRIALS - 1).is_poor


def test_a_late_good_window_counts_as_much_as_an_early_bad_one() -> None:
    payoff = account(draft_s=0.25)
    payoff.note(draft_s=0.0, verify_s=0.0, tokens=100)
    assert not payoff.is_poor
