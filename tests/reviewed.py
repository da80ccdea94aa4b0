"""A store with something to review: two people whose names are a mark apart, and a sum that is wrong."""

from __future__ import annotations

from pathlib import Path

MEETING = """Thành ủy Uông Bí tổng kết công tác năm

Sáng 5/1/{year}, Thành ủy Uông Bí tổ chức hội nghị tổng kết công tác năm trước.

Chủ trì hội nghị là Bí thư Thành ủy {name}, cũng là Chủ tịch HĐND TP Uông Bí.
"""
PEOPLE = (
    ("c", "Đỗ Quang Chiểu", 2019),
    ("d", "Đỗ Quang Chiêu", 2018),
    ("e", "Ngô Thị <b>Hoà</b>", 2016),
)
LEFT, RIGHT = "c#Đỗ Quang Chiểu", "d#Đỗ Quang Chiêu"


def reviewed(folder: Path, seeds: Path) -> Path:
    """Build the store below a folder."""
    from kg import build

    articles = folder / "articles"
    articles.mkdir()
    for article, name, year in PEOPLE:
        text = MEETING.format(name=name, year=year)
        (articles / f"{article}.txt").write_text(text, encoding="utf-8")
    store = folder / "store"
    assert build([articles, seeds], store).errors == ()
    return store
