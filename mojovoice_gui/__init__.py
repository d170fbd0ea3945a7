"""Mojo Voice: hold a key, speak, let go, and the text is in the window you were in."""
