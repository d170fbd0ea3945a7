"""The Hugging Face hub: what lies in its cache on this machine, and its files over the network.

huggingface_hub begins every file anew after a break of the connection that outlasts its retries, and with it every
download that was stopped. Models are large, so the bytes are fetched here, from where the last try ended.
"""

from __future__ import annotations

import fnmatch
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mojovoice_gui.errors import DownloadFailed
from mojovoice_gui.models.catalog import FILES, WEIGHTS
from mojovoice_gui.models.checksum import sha256_of

log = logging.getLogger(__name__)

TIMEOUT_S = 20.0  # without a byte
TRIES = 4  # without a byte more
PAUSE_S = 1.0  # before the second try, twice that before the third
BLOCK_BYTES = 1 << 17  # a pause is heard after each


@dataclass(frozen=True, slots=True)
class RemoteFile:
    name: str
    size_bytes: int
    sha256: str = ""  # known for large files only


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a model at one moment of its history."""

    repo_id: str
    revision: str  # of git
    files: tuple[RemoteFile, ...]

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)


class Hub:
    """``endpoint`` and ``cache``: None for the hub's own settings, HF_ENDPOINT and HF_HUB_CACHE.

    ``token`` is asked before each download, in its thread; with None, and a hub of the user's own choice, none is sent.
    """

    def __init__(
        self,
        endpoint: str | None = None,
        cache: Path | None = None,
        token: Callable[[], str | None] = lambda: None,
        pause_s: float = PAUSE_S,
    ) -> None:
        self._endpoint = endpoint
        self._cache = cache
        self._token = token
        self._pause_s = pause_s

    def cached(self, repo_id: str) -> Path | None:
        """The folder of a model that some program has downloaded before; never asks the network."""
        from huggingface_hub import try_to_load_from_cache

        weights = try_to_load_from_cache(repo_id, WEIGHTS, cache_dir=self._cache)
        return Path(weights).parent if isinstance(weights, str) else None

    def snapshot(self, repo_id: str) -> Snapshot:
        """What there is to fetch; raises ``DownloadFailed``."""
        from huggingface_hub import HfApi

        token = self._token_to_send()
        with _our_errors(repo_id):
            info = HfApi(endpoint=self._endpoint, token=token).model_info(
                repo_id, files_metadata=True, timeout=TIMEOUT_S
            )
        files = tuple(
            RemoteFile(entry.rfilename, entry.size or 0, entry.lfs.sha256 if entry.lfs else "")
            for entry in info.siblings or []
            if any(fnmatch.fnmatchcase(entry.rfilename, pattern) for pattern in FILES)
        )
        if info.sha is None or WEIGHTS not in {file.name for file in files}:
            raise DownloadFailed(f"{repo_id} holds no CTranslate2 Whisper model.", "Choose another one.")
        return Snapshot(repo_id, info.sha, files)

    def fetch(self, snapshot: Snapshot, file: RemoteFile, folder: Path, arrived: Callable[[int], None]) -> None:
        """``file`` into ``folder``, whole and right; ``arrived`` is told the bytes it has so far.

        What a broken try has brought is kept beside it for the next one. Raises ``DownloadFailed``, and ``OSError``
        when it cannot be written.
        """
        done = folder / file.name
        part = folder / f"{file.name}.part"
        if not done.exists():
            self._persist(snapshot, file, part, arrived)
            if part.stat().st_size != file.size_bytes or (file.sha256 and sha256_of(part) != file.sha256):
                part.unlink()
                raise DownloadFailed(f"{file.name} arrived damaged from the hub.", "Try again.")
            part.replace(done)
        arrived(file.size_bytes)

    def _persist(self, snapshot: Snapshot, file: RemoteFile, part: Path, arrived: Callable[[int], None]) -> None:
        """Try until the file is here, as long as each few tries bring something."""
        import httpx2
        from huggingface_hub import hf_hub_url

        url = hf_hub_url(snapshot.repo_id, file.name, revision=snapshot.revision, endpoint=self._endpoint)
        headers = self._headers()
        part.touch()
        fruitless = 0
        while (size := part.stat().st_size) < file.size_bytes:
            with _our_errors(snapshot.repo_id):
                try:
                    _stream(url, headers, part, arrived)
                except httpx2.TransportError as error:
                    if fruitless + 1 == TRIES:
                        raise
                    log.info("The download of %s broke after %d bytes: %r", file.name, part.stat().st_size, error)
            fruitless = 0 if part.stat().st_size > size else fruitless + 1
            if fruitless == TRIES:
                raise DownloadFailed(f"The hub sent nothing for {file.name}.", "Try again later.")
            time.sleep(self._pause_s * fruitless)

    def _headers(self) -> dict[str, str]:
        from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined] # public, but not in an __all__

        return build_hf_headers(token=self._token_to_send(), library_name="mojovoice")

    def _token_to_send(self) -> str | Literal[False] | None:
        """False: none, not even the one that the hub's own programs have stored for the hub's own address."""
        return self._token() or (None if self._endpoint is None else False)


def _stream(url: str, headers: dict[str, str], part: Path, arrived: Callable[[int], None]) -> None:
    """Append to ``part`` what is missing, as far as the connection holds."""
    from huggingface_hub import get_session, hf_raise_for_status

    have = part.stat().st_size
    asked = headers | {"accept-encoding": "identity", "range": f"bytes={have}-"}
    with get_session().stream("GET", url, headers=asked, timeout=TIMEOUT_S) as response:
        hf_raise_for_status(response)
        is_rest = response.status_code == 206
        with part.open("ab" if is_rest else "wb") as file:
            have = have if is_rest else 0
            for block in response.iter_bytes(BLOCK_BYTES):
                file.write(block)
                have += len(block)
                arrived(have)


@contextmanager
def _our_errors(repo_id: str) -> Iterator[None]:
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled, RepositoryNotFoundError

    try:
        yield
    except RepositoryNotFoundError as error:
        raise DownloadFailed(
            f"The hub has no model {repo_id}, or does not give it to everybody.",
            "Choose another, or set a token in the settings, under Models.",
        ) from error
    except HfHubHTTPError as error:
        raise DownloadFailed(f"The hub answered {error.response.status_code}.", "Try again later.") from error
    except OfflineModeIsEnabled as error:
        raise DownloadFailed("Downloads are switched off by HF_HUB_OFFLINE.", "Unset it and try again.") from error
    except (httpx2.RequestError, httpx2.InvalidURL) as error:
        raise DownloadFailed(
            f"The hub cannot be reached ({type(error).__name__}).",
            "Check the network, the proxy and the mirror (or HF_ENDPOINT), and try again: it goes on where it stopped.",
        ) from error
