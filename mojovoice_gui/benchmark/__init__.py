"""Mojo Voice beside stock faster-whisper: the same clips, the same target, one run."""
