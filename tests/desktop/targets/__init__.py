"""Windows of other processes: ``KIND_target.py STATE_FILE [OPTIONS]`` writes ``{"text": …}`` at every change."""
