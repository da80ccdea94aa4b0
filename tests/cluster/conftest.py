from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed")
sys.path.insert(0, str(Path(__file__).parent))

from clusters import Cluster, cluster

from kg.model import Article
from kg.read import read


@pytest.fixture(scope="session")
def a_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster that no test kills."""
    with cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


Articles = Callable[..., Path]


@pytest.fixture
def articles(root: Path, tmp_path: Path) -> Articles:
    """Writes a file of articles: beginnings of the seeds under these ids."""
    seeds = [item for item in read([root / "seeds"]) if isinstance(item, Article)]
    texts = ["\n\n".join(block.text for block in item.blocks) for item in seeds]

    def write(*ids: str, name: str = "press.jsonl") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8") as file:
            for number, each in enumerate(ids):
                text = texts[number % len(texts)][:1200]
                file.write(
                    json.dumps({"id": each, "text": f"{text}\n\nBài thứ {number}."}, ensure_ascii=False)
                    + "\n"
                )
        return path

    return write
