"""Dask as an engine: shards go to the workers, a few at a time, and come back in their order."""

from __future__ import annotations

import logging
import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec

from kg.cluster import manifest as manifests
from kg.cluster.manifest import File, Line, Manifest, Release
from kg.cluster.shards import TOKEN, Shard, extract_into, split, warm
from kg.errors import KgError, ReadError, UsageError
from kg.journal import program
from kg.nquads import written
from kg.pipeline import Failed, Made, Outcome
from kg.read import Raw

SHARD: Final = 200
"""So many articles make a shard: fewer cost more in sending than in reading."""
_WAITING: Final = 3
_LOST = "the workers that read its shard died; the same command tries them again"


class Dask:
    """The cluster of a Dask scheduler; ``folder`` is where the shards go, best one that all machines see.

    A shard whose worker fails or is lost is given to another; when several die of it, its articles are
    reported and the rest goes on.  Shards that are in the folder already, of the same articles and made by
    this very program, are not made again.
    """

    def __init__(
        self, scheduler: str, folder: Path, *, size: int = SHARD, retries: int = 2, timeout: float = 30
    ) -> None:
        self._scheduler, self._folder = scheduler, folder.absolute()
        self._size, self._retries, self._timeout = size, retries, timeout
        self._files: list[File] = []
        self._articles = 0

    def run(
        self, items: Iterable[Raw | ReadError], base: str, key: Callable[[Raw], bytes], *, again: bool
    ) -> Iterator[Outcome | ReadError]:
        """Give what became of each article, in the order of the items."""
        token = self._prepare()
        with self._client() as client:
            client.register_plugin(_plugin())
            waiting: deque[tuple[Shard, Any]] = deque()
            for shard in split(items, self._size, base, key):
                known = None if again else manifests.read(self._folder, shard.number, shard.key)
                future = None
                if known is None:
                    future = self._submit(client, shard, base, token)
                waiting.append((shard, future))
                if len(waiting) >= _WAITING * max(1, sum(client.nthreads().values())):
                    yield from self._outcomes(*waiting.popleft(), key)
            while waiting:
                yield from self._outcomes(*waiting.popleft(), key)
        self._release(base)

    def _prepare(self) -> str:
        token = secrets.token_hex(16)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{self._folder}: can't be made: {error.strerror or error}") from error
        manifests.put(self._folder / TOKEN, token.encode())
        (self._folder / manifests.RELEASE).unlink(missing_ok=True)
        return token

    def _client(self) -> Any:
        dask = _dask()
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is raised
        try:
            client = dask.Client(self._scheduler, timeout=self._timeout, set_as_default=False)
        except (OSError, ValueError) as error:
            raise KgError(f"{self._scheduler}: no Dask scheduler there: {_one_line(error)}") from error
        try:
            client.wait_for_workers(1, timeout=self._timeout)
        except TimeoutError as error:
            client.close()
            raise KgError(
                f"{self._scheduler}: the scheduler has no workers; start some: dask worker {self._scheduler}"
            ) from error
        return client

    def _submit(self, client: Any, shard: Shard, base: str, token: str) -> Any:
        return client.submit(
            extract_into,
            shard,
            base,
            str(self._folder),
            token,
            key=f"kg-shard-{shard.number}-{token}",
            retries=self._retries,
            pure=False,
        )

    # -- what comes back -----------------------------------------------------------------------------------

    def _outcomes(
        self, shard: Shard, future: Any, key: Callable[[Raw], bytes]
    ) -> Iterator[Outcome | ReadError]:
        """Give what became of the articles of one shard."""
        fault = self._fetch(shard, future) if future is not None else ""
        found = manifests.read(self._folder, shard.number, shard.key) if not fault else None
        if found is None:
            for item in shard.items:
                yield item if isinstance(item, ReadError) else ReadError(item.source, fault or _LOST)
            return
        manifest, data = found
        settled: dict[int, Made | Failed | None] = {}
        for place, (item, (line, lines)) in enumerate(
            zip(shard.items, manifests.graphs(manifest, data), strict=True)
        ):
            if isinstance(item, ReadError) or line.reason:
                yield ReadError(line.source, line.reason)
                continue
            yield Outcome(
                item,
                line.identifier,
                key(item),
                bytes.fromhex(line.words),
                _made(line, lines),
                partial(settled.__setitem__, place),
            )
        self._count(manifest, data, settled)

    def _fetch(self, shard: Shard, future: Any) -> str:
        """Wait for a shard, and put it into the folder if its worker could not; gives what went wrong."""
        killed = _dask().scheduler.KilledWorker
        try:
            manifest, data = self._result(future)
        except killed:
            return _LOST
        except Exception as error:
            if future.status == "error":
                return f"its shard failed on the cluster: {_one_line(error)}"
            raise KgError(
                f"{self._scheduler}: the cluster is gone ({_one_line(error)}); the same command goes on"
            ) from error
        finally:
            future.release()
        if manifest.program != program():
            raise KgError("the workers run another version of the program; install the same on all machines")
        if data is not None:
            manifests.write(self._folder, manifest, data)
        return ""

    def _result(self, future: Any) -> Any:
        """Wait for a result as long as there are workers; those that died are given time to come back."""
        while True:
            try:
                return future.result(timeout=self._timeout)
            except TimeoutError:
                future.client.wait_for_workers(1, timeout=self._timeout)

    # -- the release ---------------------------------------------------------------------------------------

    def _count(self, manifest: Manifest, data: bytes, settled: dict[int, Made | Failed | None]) -> None:
        """Note a shard's file; where an article repeats or got another id, a final one is written."""
        path = manifests.quads_file(self._folder, manifest.shard)
        lines = [each for each in manifest.articles if each.graph]
        if settled:
            parts, lines = _final(manifest, data, settled)
            path, data = path.with_suffix(".final.nq"), b"".join(parts)
            manifests.put(path, data)
        quads = sum(line.quads for line in lines)
        self._articles += len(lines)
        self._files.append(File(path.name, len(lines), quads, len(data), manifests.sha256(data)))

    def _release(self, base: str) -> None:
        quads = sum(file.quads for file in self._files)
        found = Release(program(), base, self._articles, quads, tuple(self._files))
        manifests.put(self._folder / manifests.RELEASE, msgspec.json.format(msgspec.json.encode(found)))
        (self._folder / TOKEN).unlink(missing_ok=True)


def _made(line: Line, lines: bytes) -> Made | Failed:
    if line.fault:
        return Failed(line.source, line.fault)
    return Made(written(line.graph, (lines.decode(),)), manifests.unread(line))


def _final(
    manifest: Manifest, data: bytes, settled: dict[int, Made | Failed | None]
) -> tuple[list[bytes], list[Line]]:
    parts: list[bytes] = []
    lines: list[Line] = []
    for place, (line, own) in enumerate(manifests.graphs(manifest, data)):
        made = settled.get(place)
        if isinstance(made, Made):
            parts.append(made.written.lines)
            lines.append(manifests.line(line.source, line.identifier, b"", made))
        elif place not in settled and line.graph:
            parts.append(own)
            lines.append(line)
    return parts, lines


def _dask() -> Any:
    try:
        import distributed
    except ImportError:
        raise UsageError("--engine dask needs Dask; run: pip install 'dangbo-kg[cluster]'") from None
    return distributed


def _plugin() -> Any:
    class Warm(_dask().WorkerPlugin):  # type: ignore[misc]
        """Loads the lexicon when a worker starts, not with its first shard."""

        name = "dangbo-kg"

        def setup(self, worker: object) -> None:
            warm()

    return Warm()


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
