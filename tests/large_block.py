"""Memory that is had and freed, as an encoder does; to be counted in a process of its own."""

from __future__ import annotations


def pages_of_a_large_block() -> int:
    """That the system gave for one of 80 MB, had and freed ten times."""
    import resource

    size = int("80000000")  # not a constant, or it would be made but once
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(10):
        b"1" * size
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
