"""What all tests share: the corpus folder, a graph of the seeds, the command line in this process."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write goldens anew instead of comparing with them"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The optional corpus folder: articles, gold, the reference scorer."""
    folder = Path(os.environ.get("DANGBO_CORPUS") or ROOT.parent / "shared")
    if not (folder / "seeds").is_dir():
        pytest.skip("no corpus folder; DANGBO_CORPUS names one")
    return folder


@dataclass(frozen=True)
class Ran:
    """What a run of the command line printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a verb in this process: ``kg("build", "seeds")``."""
    from kg.cli import main

    def run(*words: object) -> Ran:
        capsys.readouterr()
        arguments: Sequence[str] = [str(word) for word in words]
        code = main(arguments)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the graph of the seeds; only to be read."""
    from kg import build

    store = tmp_path_factory.mktemp("seeds") / "store"
    done = build([ROOT / "seeds"], store)
    assert (done.built, done.errors) == (5, ())
    return store
