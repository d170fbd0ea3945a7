"""What is offered, and what is saved of what others offer."""

from __future__ import annotations

from mojovoice_gui.desktop.insertion.content import SECRET_HINT, text_content, worth_saving
from mojovoice_gui.desktop.insertion.selections import is_earlier


def test_a_passing_text_asks_clipboard_managers_to_look_away() -> None:
    assert text_content("a", is_passing=True)[SECRET_HINT].data == b"secret"
    assert SECRET_HINT not in text_content("a", is_passing=False)


def test_latin_1_is_offered_only_for_a_text_that_fits() -> None:
    assert text_content("é", is_passing=False)["STRING"].data == b"\xe9"
    assert "STRING" not in text_content("Привет", is_passing=False)


def test_text_is_saved_first_and_one_picture_last() -> None:
    offered = ["TARGETS", "image/bmp", "image/png", "application/x-mine", "text/html", "UTF8_STRING", "TIMESTAMP"]
    assert worth_saving(offered) == ("UTF8_STRING", "application/x-mine", "text/html", "image/png")


def test_without_a_well_known_picture_the_first_one_is_saved() -> None:
    assert worth_saving(["image/x-odd", "image/x-other"]) == ("image/x-odd",)


def test_a_drawing_is_saved_beside_its_picture() -> None:
    assert worth_saving(["image/svg+xml", "image/png"]) == ("image/svg+xml", "image/png")


def test_handles_of_the_owner_are_not_saved() -> None:
    assert worth_saving(["PIXMAP", "GTK_TEXT_BUFFER_CONTENTS", "MULTIPLE", "SAVE_TARGETS", "DELETE"]) == ()


def test_a_target_offered_twice_is_saved_once() -> None:
    assert worth_saving(["text/html", "text/html"]) == ("text/html",)


def test_the_servers_clock_may_begin_anew() -> None:
    assert is_earlier(1, 2)
    assert not is_earlier(2, 1)
    assert not is_earlier(2, 2)
    assert is_earlier(2**32 - 5, 3)
