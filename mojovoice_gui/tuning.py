"""How a process has to be set for an encoder to run as fast as it can. Measured with *base* on 2 cores.

Memory: an encoder asks for tens of MB and frees them, layer after layer. By itself glibc hands blocks of more than
32 MB, and the ends of what threads use, back to the system each time, which clears every page anew at the next: of the
0.40 s for 30 s of sound 0.22 s went there, of the 5.7 s of large-v3-turbo's shape 2.9 s.

Threads: mel spectrograms are a product of matrices. The threads that OpenBLAS divides it among then wait for more,
busily, and take 0.06 s from the encoder's.

Compiled code: of each new length of a window oneDNN keeps what it compiled for it, 1.8 MB for *base*, though that takes
it but 0.003 s. Under the speech nearly every window has a length of its own.
"""

from __future__ import annotations

import ctypes
import os
import sys

ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "16"}
LARGEST_BYTES = 1 << 30  # of a block that is kept: the attention of large-v3 over 30 s takes a fifth of it
NEVER = (1 << 31) - 1
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8  # as malloc.h numbers them


def tune() -> None:
    """This process; what the environment says holds for those that it starts, too.

    Before NumPy is imported, and before there are threads, which would have parts of the memory to themselves that hold
    no large block.
    """
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    _keep_freed()


def _keep_freed() -> None:
    if (libc := _glibc()) is not None:
        libc.mallopt(ARENA_MAX, 1)
        libc.mallopt(MMAP_THRESHOLD, LARGEST_BYTES)
        libc.mallopt(TRIM_THRESHOLD, NEVER)


def give_back() -> None:
    """All memory that is free, to the system: until more is needed."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None
