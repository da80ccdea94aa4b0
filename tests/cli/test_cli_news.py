"""``kg news``, ``kg remove``, ``kg build --sync``: what is new, what went, and runs that are killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parents[2]
MEETING = """{unit} công bố quyết định về cán bộ

Ngày 5/1/{year}, Thành ủy {unit} tổ chức hội nghị công bố quyết định về công tác cán bộ.

Thành ủy {unit} ban hành Nghị quyết số {number}-NQ/TU ngày 3/1/{year} về nhiệm vụ năm {year}.

Tại hội nghị ngày 4/1/{year}, ông {person} được bầu giữ chức Bí thư Thành ủy {unit}.
"""


def write(folder: Path, name: str, **told: object) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.md"
    values = {"unit": "Uông Bí", "year": 2023, "person": "Trần Văn Mẫu", "number": "07", **told}
    path.write_text(MEETING.format(**values), encoding="utf-8")
    return path


def news(kg: Run, store: Path, *more: object) -> list[dict[str, Any]]:
    ran = kg("news", "--since", "2020", "--store", store, "--json", *more)
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def kinds(found: list[dict[str, Any]]) -> Counter[str]:
    return Counter(item["kind"] for item in found)


@pytest.fixture
def built(tmp_path: Path, kg: Run) -> tuple[Path, Path]:
    """A folder of two articles and the store with them."""
    folder, store = tmp_path / "articles", tmp_path / "store"
    write(folder, "one")
    write(folder, "two", unit="Cẩm Phả", person="Lê Văn Thử", number="09", year=2024)
    assert kg("build", folder, "--store", store).code == 0
    return folder, store


def test_news_tells_of_posts_officials_and_documents(built: tuple[Path, Path], kg: Run) -> None:
    found = news(kg, built[1])
    assert kinds(found)["posts begun"] == 2
    assert kinds(found)["new officials"] == 2
    assert kinds(found)["documents issued"] == 2
    post = next(item for item in found if item["kind"] == "posts begun" and item["article"] == "one")
    assert "Trần Văn Mẫu" in post["text"]
    assert post["unit"] == "thành phố Uông Bí"
    assert "2023-01" in post["text"], "the interval of the tenure"
    assert post["sentence"][post["start"] : post["end"]] in post["sentence"]
    assert "Trần Văn Mẫu" in post["sentence"]


def test_news_of_one_unit(built: tuple[Path, Path], kg: Run) -> None:
    assert {item["article"] for item in news(kg, built[1], "--unit", "Cẩm Phả")} == {"two"}
    assert {item["article"] for item in news(kg, built[1], "--unit", "tỉnh Quảng Ninh")} == {"one", "two"}
    ran = kg("news", "--since", "2020", "--unit", "Không Đâu", "--store", built[1])
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_what_happened_since(built: tuple[Path, Path], kg: Run) -> None:
    ran = kg("news", "--since", "2024", "--by", "happened", "--store", built[1], "--json")
    found = json.loads(ran.out)
    assert {item["article"] for item in found} == {"two"}
    assert kinds(found)["documents issued"] == 1
    assert kg("news", "--since", "2999", "--store", built[1], "--json").out.strip() == "[]"


@pytest.mark.parametrize("since", ["yesterday", "2026-13", "2026-02-30", "26"])
def test_what_is_no_date_is_wrong_use(since: str, built: tuple[Path, Path], kg: Run) -> None:
    ran = kg("news", "--since", since, "--store", built[1])
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_forms(built: tuple[Path, Path], kg: Run) -> None:
    text = kg("news", "--since", "2020", "--store", built[1]).out
    assert "posts begun (2)" in text
    assert "«" in text
    markdown = kg("news", "--since", "2020", "--store", built[1], "--format", "markdown").out
    assert "## Posts begun" in markdown
    assert "### thành phố Uông Bí" in markdown
    assert "07\\-NQ/TU" in markdown, "text of articles is no markup"


def test_a_changed_article_withdraws_and_adds(built: tuple[Path, Path], kg: Run) -> None:
    folder, store = built
    write(folder, "one", person="Ngô Văn Khác")
    assert kg("build", folder, "--store", store).code == 0
    found = news(kg, store)
    gone = [item["text"] for item in found if item["kind"] == "facts withdrawn"]
    assert len(gone) == 1
    assert "Trần Văn Mẫu" in gone[0]
    assert any("Ngô Văn Khác" in item["text"] for item in found if item["kind"] == "posts begun")


def test_removing_an_article(built: tuple[Path, Path], kg: Run) -> None:
    folder, store = built
    assert kg("remove", "--store", store).out.split() == ["one", "two"]
    assert kg("remove", "one", "--store", store).code == 0
    found = news(kg, store)
    assert {item["article"] for item in found if item["kind"] != "facts withdrawn"} == {"two"}
    assert kinds(found)["facts withdrawn"] >= 2
    cited = kg("query", "most-cited-documents", "--store", store).out
    assert ("07-NQ/TU" in cited, "09-NQ/TU" in cited) == (False, True), "nor across articles"
    ran = kg("remove", "oen", "--store", store)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert kg("build", folder, "--store", store).code == 0
    again = news(kg, store)
    assert kinds(again)["facts withdrawn"] == 0, "what is said again is not withdrawn"


def test_removing_nothing_when_one_is_unknown(built: tuple[Path, Path], kg: Run) -> None:
    assert kg("remove", "one", "nowhere", "--store", built[1]).code == 2
    assert kg("remove", "--store", built[1]).out.split() == ["one", "two"]


def test_sync_removes_what_the_sources_no_longer_hold(built: tuple[Path, Path], kg: Run) -> None:
    folder, store = built
    (folder / "one.md").unlink()
    assert kg("build", folder, "--store", store).code == 0
    assert kg("remove", "--store", store).out.split() == ["one", "two"], "only when asked"
    (folder / "bad.md").write_bytes(b"\x00\x01\x02" * 100)
    assert kg("build", folder, "--store", store, "--sync").code == 1
    assert kg("remove", "--store", store).out.split() == ["one", "two"], "nor when something can't be read"
    (folder / "bad.md").unlink()
    ran = kg("build", folder, "--store", store, "--sync", "--json")
    assert json.loads(ran.out)["removed"] == 1
    assert kg("remove", "--store", store).out.split() == ["two"]


KILLED = """
import os, signal, sys
from kg import pipeline
from kg.store import KgStore

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

moment, verb, *words = sys.argv[1:]
if moment == "before the graph changes":
    KgStore.remove = die
    KgStore._write = die
else:
    pipeline.conclude = die
if verb == "remove":
    pipeline.remove(words[1:], words[0])
else:
    pipeline.build([words[1]], words[0])
"""


def killed(*words: object) -> None:
    """Run the program in a process of its own that is killed at a moment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, words)], env=environment, capture_output=True
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()


def derived(kg: Run, store: Path, tmp_path: Path) -> str:
    out = tmp_path / "graph.nq"
    assert kg("export", "--store", store, "--out", out).code == 0
    return "".join(line for line in out.read_text().splitlines(keepends=True) if "graph/derived." in line)


@pytest.mark.parametrize("moment", ["before the graph changes", "before what is computed"])
def test_a_removal_that_is_killed_leaves_no_wrong_mark(
    moment: str, built: tuple[Path, Path], kg: Run, tmp_path: Path
) -> None:
    folder, store = built
    killed(moment, "remove", store, "one")
    (folder / "one.md").unlink()
    assert kg("build", folder, "--store", store, "--sync").code == 0
    fresh = tmp_path / "fresh"
    assert kg("build", folder, "--store", fresh).code == 0
    assert derived(kg, store, tmp_path) == derived(kg, fresh, tmp_path)


@pytest.mark.parametrize("moment", ["before the graph changes", "before what is computed"])
def test_a_build_that_is_killed_leaves_no_wrong_mark(
    moment: str, built: tuple[Path, Path], kg: Run, tmp_path: Path
) -> None:
    folder, store = built
    path = write(folder, "one", person="Ngô Văn Khác", number="08")
    killed(moment, "build", store, path)
    # Another source than the one that was under way: nothing is new, and yet what is computed is out of date.
    assert kg("build", folder / "two.md", "--store", store).code == 0
    expected = tmp_path / "fresh"
    if moment == "before the graph changes":
        write(folder, "one")
    assert kg("build", folder, "--store", expected).code == 0
    assert derived(kg, store, tmp_path) == derived(kg, expected, tmp_path)


def test_the_cascade_as_a_tree(kg: Run, seeds_store: Path) -> None:
    whole = kg("cascade", "--store", seeds_store).out
    assert "└── implements: 16-NQ/TU @ Thành ủy Cẩm Phả (district)" in whole
    assert "01-KL/TW" in whole
    one = kg("cascade", "08-NQ/TU", "--sentences", "--store", seeds_store).out
    assert "01-KL/TW" not in one
    assert "[tien-yen-cam-pha-2022]" in one
    (tree,) = json.loads(kg("cascade", "08-NQ/TU", "--store", seeds_store, "--json").out)
    assert (tree["level"], [step["level"] for step in tree["below"]]) == (1, [2, 2])
    said = tree["below"][0]["said"][0]
    assert "08-NQ/TU" in said["sentence"][said["start"] : said["end"]]
    ran = kg("cascade", "99-NQ/TU", "--store", seeds_store)
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_judgements_take_documents_apart(built: tuple[Path, Path], kg: Run, tmp_path: Path) -> None:
    """Two articles tell of one resolution; a line in the file of judgements makes two of it, none makes one."""
    folder, store = built
    write(folder, "three", person="Ngô Văn Khác")
    assert kg("build", folder, "--store", store).code == 0
    asked = ("query", "most-cited-documents", "--store", store, "--format", "csv")
    assert "07-NQ/TU @ Thành ủy Uông Bí" in kg(*asked).out
    assert kg(*asked).out.count("07-NQ/TU @ Thành ủy Uông Bí") == 1
    file = tmp_path / "decided.tsv"
    name = "07-NQ/TU @ Thành ủy Uông Bí"
    file.write_text(
        f"different\tone#{name}\tthree#{name}\tan editor\t2026-01-02\ttwo papers\n", encoding="utf-8"
    )
    ran = kg("build", folder, "--store", store, "--judgements", file)
    assert ran.code == 0, ran.err
    assert kg(*asked).out.count(name) == 2
    assert kg("build", folder, "--store", store).code == 0
    assert kg(*asked).out.count(name) == 1, "without the line they are one again"
