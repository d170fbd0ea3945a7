"""The Hugging Face hub: what lies in its cache on this machine, and its files over the network.

huggingface_hub begins every file anew after a break of the connection that outlasts its retries, and with it every
download that was stopped. Models are large, so the bytes are fetched here, from where the last try ended.
"""

from __future__ import annotations

import fnmatch
import logging
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mojovoice_gui.errors import DownloadFailed, Sentence
from mojovoice_gui.models.catalog import FILES, WEIGHTS
from mojovoice_gui.models.checksum import sha256_of
from mojovoice_gui.models.patience import asked_wait_s, may_pass, wait

if TYPE_CHECKING:  # imported when something is fetched
    import httpx2
    from huggingface_hub.hf_api import ModelInfo, RepoSibling

log = logging.getLogger(__name__)

TIMEOUT_S = 20.0  # without a byte
TRIES = 4  # without a byte more
UNAUTHORIZED = 401
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
        with _our_errors(repo_id):
            info = self._info(repo_id)
        files = tuple(
            RemoteFile(entry.rfilename, _size_of(entry), entry.lfs.sha256 if entry.lfs else "")
            for entry in info.siblings or []
            if "/" not in entry.rfilename and any(fnmatch.fnmatchcase(entry.rfilename, pattern) for pattern in FILES)
        )
        if info.sha is None or WEIGHTS not in {file.name for file in files}:
            raise DownloadFailed(
                Sentence("{repo_id} holds no CTranslate2 Whisper model.", repo_id=repo_id), "Choose another one."
            )
        return Snapshot(repo_id, info.sha, files)

    def _info(self, repo_id: str) -> ModelInfo:
        from huggingface_hub import HfApi
        from huggingface_hub.errors import HfHubHTTPError

        _tell_nobody()
        api = HfApi(endpoint=self._endpoint, token=self._token_to_send())
        for tried in range(1, TRIES):
            try:
                return api.model_info(repo_id, files_metadata=True, timeout=TIMEOUT_S)
            except HfHubHTTPError as error:
                if not may_pass(error.response, error.response.url.host):
                    raise
                wait(max(asked_wait_s(error.response), self._pause_s * tried), lambda: None)
        return api.model_info(repo_id, files_metadata=True, timeout=TIMEOUT_S)

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
                raise DownloadFailed(Sentence("{file} arrived damaged from the hub.", file=file.name), "Try again.")
            part.replace(done)
        arrived(file.size_bytes)

    def _persist(self, snapshot: Snapshot, file: RemoteFile, part: Path, arrived: Callable[[int], None]) -> None:
        """Try until the file is here, as long as each few tries bring something."""
        from huggingface_hub import hf_hub_url

        url = hf_hub_url(snapshot.repo_id, file.name, revision=snapshot.revision, endpoint=self._endpoint)
        headers = self._headers()
        part.touch()
        fruitless = 0
        while (size := part.stat().st_size) < file.size_bytes:
            with _our_errors(snapshot.repo_id):
                asked_s = _try(url, headers, part, arrived, is_last=fruitless + 1 == TRIES)
            have = part.stat().st_size
            fruitless = 0 if have > size else fruitless + 1
            if fruitless == TRIES:
                raise DownloadFailed(Sentence("The hub sent nothing for {file}.", file=file.name), "Try again later.")
            wait(max(asked_s, self._pause_s * fruitless), partial(arrived, have))

    def _headers(self) -> dict[str, str]:
        from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined] # public, but not in an __all__

        _tell_nobody()
        return build_hf_headers(token=self._token_to_send(), library_name="mojovoice")

    def _token_to_send(self) -> str | Literal[False] | None:
        """False: none, not even the one that the hub's own programs have stored for the hub's own address."""
        return self._token() or (None if self._endpoint is None else False)


def _try(url: str, headers: dict[str, str], part: Path, arrived: Callable[[int], None], *, is_last: bool) -> float:
    """Fetch what is missing, as far as it goes; the seconds that the hub asks us to wait. Each try asks the hub itself:
    the address that it sends us to is good for a while only."""
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError

    try:
        _stream(url, headers, part, arrived)
    except httpx2.TransportError as error:
        if is_last:
            raise
        log.info("The download of %s broke after %d bytes: %r", part.stem, part.stat().st_size, error)
    except HfHubHTTPError as error:
        if is_last or not may_pass(error.response, httpx2.URL(url).host):
            raise
        log.info("The hub answered %d for %s", error.response.status_code, part.stem)
        return asked_wait_s(error.response)
    return 0.0


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


def _tell_nobody() -> None:
    """Unless its telemetry is off, huggingface_hub asks huggingface.co about agents, whatever the mirror is."""
    from huggingface_hub import constants

    constants.HF_HUB_DISABLE_TELEMETRY = True


def _size_of(entry: RepoSibling) -> int:
    """Without it nobody could say whether all of it has arrived."""
    if entry.size is None:
        raise DownloadFailed(
            Sentence("The hub does not say how large {file} is.", file=entry.rfilename), "Choose another mirror."
        )
    return entry.size


@contextmanager
def _our_errors(repo_id: str) -> Iterator[None]:
    import httpx2
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, OfflineModeIsEnabled, RepositoryNotFoundError

    try:
        yield
    except GatedRepoError as error:
        raise DownloadFailed(
            Sentence("The hub does not give the model {model} to everybody.", model=repo_id),
            "Ask for it on its page at the hub, then set your token in the settings, under Models.",
        ) from error
    except RepositoryNotFoundError as error:
        raise DownloadFailed(
            Sentence("The hub has no model {model}, or does not give it to everybody.", model=repo_id),
            "Choose another, or set a token in the settings, under Models.",
        ) from error
    except HfHubHTTPError as error:
        raise _answered(error.response) from error
    except OfflineModeIsEnabled as error:
        raise DownloadFailed("Downloads are switched off by HF_HUB_OFFLINE.", "Unset it and try again.") from error
    except (httpx2.RequestError, httpx2.InvalidURL) as error:
        raise DownloadFailed(
            Sentence("The hub cannot be reached ({kind}).", kind=type(error).__name__),
            "Check the network, the proxy and the mirror (or HF_ENDPOINT), and try again: it goes on where it stopped.",
        ) from error


def _answered(response: httpx2.Response) -> DownloadFailed:
    """What to do depends on what it said."""
    sentence = Sentence("The hub answered {status}.", status=response.status_code)
    if response.status_code == UNAUTHORIZED:
        return DownloadFailed(sentence, "It does not take the token: set another in the settings, under Models.")
    minutes = math.ceil(asked_wait_s(response) / 60)
    if minutes > 1:
        return DownloadFailed(sentence, Sentence("It asks to be left alone for {minutes} minutes.", minutes=minutes))
    return DownloadFailed(sentence, "Try again later: it goes on where it stopped.")
