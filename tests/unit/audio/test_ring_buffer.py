"""The ring buffer hands on what was written, in order, and counts what it had no room for."""

import threading
import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mojovoice_gui.audio.ring_buffer import Frames, RingBuffer


def counting(first: int, size: int, channels: int = 2) -> Frames:
    """Frames that say which they are: channel c of frame n holds n + c / 4."""
    numbers = np.arange(first, first + size, dtype=np.float32)[:, np.newaxis]
    return numbers + np.arange(channels, dtype=np.float32) / np.float32(4)


def test_what_was_read_is_not_read_again() -> None:
    ring = RingBuffer(8, 2)
    ring.write(counting(0, 5))
    np.testing.assert_array_equal(ring.read(), counting(0, 5))
    assert ring.read().shape == (0, 2)


def test_a_block_may_lie_across_the_end_of_the_memory() -> None:
    ring = RingBuffer(8, 3)
    ring.write(counting(0, 6, 3))
    ring.read()
    ring.write(counting(6, 7, 3))
    np.testing.assert_array_equal(ring.read(), counting(6, 7, 3))


def test_a_block_without_room_is_dropped_whole_and_counted() -> None:
    ring = RingBuffer(8, 2)
    ring.write(counting(0, 6))
    ring.write(counting(6, 3))
    assert ring.dropped == 3
    ring.write(counting(9, 2))
    np.testing.assert_array_equal(ring.read(), np.concatenate((counting(0, 6), counting(9, 2))))


def test_what_was_read_stays_as_it_was_read() -> None:
    ring = RingBuffer(4, 1)
    ring.write(counting(0, 4, 1))
    frames = ring.read()
    ring.write(counting(4, 4, 1))
    np.testing.assert_array_equal(frames, counting(0, 4, 1))


@given(st.integers(1, 40), st.lists(st.integers(1, 12) | st.none(), max_size=60))
def test_every_frame_is_read_once_in_order_or_counted(capacity: int, steps: list[int | None]) -> None:
    """A number writes so many frames, None reads; the model is a plain list."""
    ring, written, dropped = RingBuffer(capacity, 1), 0, 0
    waiting: list[Frames] = []
    for step in steps:
        if step is None:
            np.testing.assert_array_equal(ring.read(), np.concatenate([np.zeros((0, 1), np.float32), *waiting]))
            waiting = []
            continue
        block = counting(written, step, 1)
        written += step
        ring.write(block)
        if sum(map(len, waiting)) + step <= capacity:
            waiting.append(block)
        else:
            dropped += step
    assert ring.dropped == dropped


def test_two_threads_lose_and_double_nothing() -> None:
    blocks, size = 4_000, 7
    ring, heard = RingBuffer(1_000, 1), []

    def write() -> None:
        for number in range(blocks):
            ring.write(counting(number * size, size, 1))
            if number % 50 == 0:
                time.sleep(0.0005)

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        heard.append(ring.read())
    writer.join()
    heard.append(ring.read())
    numbers = np.concatenate(heard)[:, 0]
    assert len(numbers) + ring.dropped == blocks * size
    assert np.all(np.diff(numbers) > 0), "in order, none twice"
    np.testing.assert_array_equal(numbers.reshape(-1, size) % size, np.tile(np.arange(size), (len(numbers) // size, 1)))
