"""Memory and threads of a process are those of all of it: each time it is one of its own."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import resource, sys, threading
from mojovoice_gui import tuning
from tests.large_block import pages_of_a_large_block

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()

if "keep" in sys.argv:
    tuning.tune()
pages = []
thread = threading.Thread(target=lambda: pages.append(pages_of_a_large_block()))
thread.start()
thread.join()
before = resident()
if "give back" in sys.argv:
    tuning.give_back()
print(*pages, (before - resident()) // 1_000_000)
"""

needs_glibc = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="another C library does with memory as it likes"
)


def pages_and_given_mb(*how: str) -> tuple[int, int]:
    """Pages that were had from the system, and memory that went back to it at the end."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, *how], check=True, capture_output=True, text=True, cwd=ROOT)
    pages, given = map(int, done.stdout.split())
    return pages, given


@needs_glibc
def test_a_large_block_that_is_freed_is_had_again_without_the_system() -> None:
    usual, kept = pages_and_given_mb()[0], pages_and_given_mb("keep")[0]
    assert kept < usual / 4


@needs_glibc
def test_what_is_kept_goes_back_when_it_is_told_to() -> None:
    assert pages_and_given_mb("keep")[1] < 10
    assert pages_and_given_mb("keep", "give back")[1] > 70


def test_numpy_is_not_there_before_a_process_is_tuned() -> None:
    program = """
import sys
from mojovoice_gui import __main__
assert "numpy" not in sys.modules
__main__.tuning.tune()
import numpy as np
from pathlib import Path
np.ones((500, 500)) @ np.ones((500, 500))
print(len(list(Path("/proc/self/task").iterdir())))
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "1\n"  # a thread
