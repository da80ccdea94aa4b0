"""The articles in ``seeds/``, and the raw pages of an optional corpus folder."""

import os
from pathlib import Path

import pytest

from kg.model import Article, BlockKind
from kg.read import read
from kg.resources import data_dir

CORPUS = Path(os.environ.get("DANGBO_CORPUS") or Path(__file__).resolve().parents[3] / "shared")
needs_pages = pytest.mark.skipif(not (CORPUS / "seeds").is_dir(), reason="no corpus folder with pages")
needs_records = pytest.mark.skipif(not (CORPUS / "corpus").is_dir(), reason="no corpus folder with records")

SEEDS = {
    "uong-bi-2023": ("Mạnh Trường", None, None, None, 2),
    "tien-yen-cam-pha-2022": ("Trúc Linh", None, "2022-05-24", None, 2),
    "chi-linh-2023": ("Nhóm PV", "ĐCSVN", "2023-05-16", None, 3),
    "quang-trung-2016": ("Mai Hương", None, None, None, 2),
    "tan-uyen-2022": ("Thu Thảo – Văn Dũng", None, None, "Báo Bình Dương Online", 2),
}
PAGES = {
    "000": ("Mạnh Trường", None, None, None, None, 2, "TP Uông Bí: Quyết tâm"),
    "001": (
        "Trúc Linh",
        None,
        "2022-05-24",
        "2024-11-25T21:16:00+07:00",
        None,
        0,
        "Thực hiện chủ đề công tác",
    ),
    "002": ("Nhóm PV", "ĐCSVN", "2023-05-16", None, None, 4, "Hải Dương: Đảng bộ"),
    "003": ("Mai Hương", None, None, None, None, 1, "Thành ủy Uông Bí làm việc"),
    "004": ("THU THẢO – VĂN DŨNG", None, None, None, "Báo Bình Dương Online", 1, "Phấn đấu hoàn thành"),
}


def articles(folder: Path) -> dict[str, Article]:
    found = list(read([folder]))
    assert all(isinstance(item, Article) for item in found), [str(item) for item in found]
    return {item.id: item for item in found}


def captions(article: Article) -> int:
    return sum(block.kind is BlockKind.CAPTION for block in article.blocks)


def test_the_seeds():
    found = articles(data_dir("seeds"))
    assert found.keys() >= SEEDS.keys()
    for name, (author, publisher, published, taken, pictures) in SEEDS.items():
        article = found[name]
        assert (article.author, article.publisher, article.published) == (author, publisher, published)
        assert (article.republished_from, captions(article)) == (taken, pictures)
        assert [block.kind for block in article.blocks[:2]] == [BlockKind.TITLE, BlockKind.LEAD]
        assert article.blocks[-1].text != author


@pytest.mark.corpus
@needs_pages
@pytest.mark.parametrize("number", sorted(PAGES))
def test_pages(number):
    author, publisher, published, clock, taken, pictures, title = PAGES[number]
    [article] = read(sorted((CORPUS / "seeds").glob(f"{number}_*.txt")))
    assert (article.author, article.publisher, article.published) == (author, publisher, published)
    assert (article.page_clock, article.republished_from) == (clock, taken)
    assert captions(article) == pictures
    assert article.title.startswith(title)
    assert article.blocks[1].kind is BlockKind.LEAD
    assert sum(len(block.text) for block in article.blocks) > 5500 * 0.7


@pytest.mark.corpus
@needs_records
def test_records():
    found = list(read([CORPUS / "corpus" / "press-party.jsonl.gz"]))
    assert len(found) == 600
    assert all(isinstance(item, Article) for item in found)
    assert all(item.blocks[1].kind is BlockKind.LEAD for item in found)
    assert sum(item.author is not None for item in found) > 200
