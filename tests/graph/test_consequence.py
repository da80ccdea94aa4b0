"""What holds across articles is computed again when, and only when, a change can matter to it."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg import open_graph, pipeline
from kg.computed import Keeper
from kg.derive import _CARRIED, GRAPHS, redocumenting, regrouping
from kg.derive.local import View
from kg.derive.reads import REFERENCE
from kg.derive.scopes import SCOPES
from kg.identity import Persona, document_index
from kg.identity.document_index import WIDEST
from kg.journal import Journal
from kg.resources import data_dir
from kg.store import KgStore, open_store
from kg.vocab import DERIVED
from tests.bench.articles import articles

Records = dict[str, str]


def records(count: int = 24) -> Records:
    """Made-up articles by identifier; a third of them tell something."""
    found = (json.loads(line) for line in articles(count, seed=3))
    return {record["id"]: record["text"] for record in found}


def telling(texts: Records) -> list[str]:
    return [name for name, text in texts.items() if "Huyện ủy" in text]


def plain(texts: Records) -> list[str]:
    return [name for name in texts if name not in telling(texts)]


def built(texts: Records, folder: Path, name: str = "store") -> pipeline.Build:
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()))
    return pipeline.build([source], folder / name, sync=True, jobs=1)


def across(store: Path) -> set[str]:
    """What is computed across articles, and the merge."""
    with open_store(store, read_only=True) as opened:
        quads = (str(quad) for quad in opened.quads)
        books = (opened.provenance, opened.history)
        return {line for line in quads if not any(f"<{book}>" in line for book in books)}


NONE: set[str] = set()
ALL = {*GRAPHS, REFERENCE} - {"attainments"}
"""All that a meeting without numbers touches."""

CHANGES: dict[str, tuple[set[str], Callable[[Records], Records]]] = {
    "a plain one is reworded": (NONE, lambda t: {**t, plain(t)[2]: t[plain(t)[2]] + " Trời lại nắng."}),
    "a plain one comes": (
        NONE,
        lambda t: {**t, "new": "Sáng nay trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."},
    ),
    "a plain one goes": (NONE, lambda t: {i: x for i, x in t.items() if i != plain(t)[0]}),
    "a telling one goes on": (
        {"witnesses"},
        lambda t: {**t, telling(t)[0]: t[telling(t)[0]] + "\n\nTrời lại nắng."},
    ),
    "a telling one is moved": (
        ALL - {REFERENCE, "bodies", "documents"},
        lambda t: {**t, telling(t)[0]: "Trời nắng. " + t[telling(t)[0]]},
    ),
    "a telling one goes": (ALL, lambda t: {i: x for i, x in t.items() if i != telling(t)[1]}),
    "a plain one begins to tell": (
        ALL - {REFERENCE, "bodies", "documents"},
        lambda t: {**t, plain(t)[1]: t[telling(t)[0]]},
    ),
    "a telling one falls silent": (ALL, lambda t: {**t, telling(t)[0]: t[plain(t)[1]]}),
    "one falls silent and another one tells the same": (
        ALL,
        lambda t: {**t, telling(t)[0]: t[plain(t)[1]], plain(t)[1]: t[telling(t)[0]]},
    ),
    "a body comes": (
        ALL,
        lambda t: {
            **t,
            telling(t)[0]: t[telling(t)[0]]
            + "\n\nĐồng chí Trần Văn Mẫu, Bí thư Đảng ủy phường Trưng Vương, thành phố Uông Bí, phát biểu.",
        },
    ),
    "a telling one tells of money": (
        {"witnesses", "attainments", "contradictions"},
        lambda t: {**t, telling(t)[0]: t[telling(t)[0]] + "\n\nThu ngân sách năm 2022 đạt 700 tỷ đồng."},
    ),
}
"""What changes, and which graphs are computed again for it, or as far as it touches them."""


@pytest.mark.parametrize("what", CHANGES)
def test_it_is_as_if_all_was_computed_again(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed, change = CHANGES[what]
    before = records()
    assert min(len(plain(before)), len(telling(before))) >= 3
    built(before, tmp_path)
    kept: set[str] = set()
    amended: set[str] = set()
    keep, amend = Keeper.keep, Keeper.amend

    def keeping(keeper: Keeper, graph: str, lines: Iterable[str]) -> bool:
        kept.add(graph.rpartition(DERIVED)[2])
        return keep(keeper, graph, lines)

    def amending(keeper: Keeper, graph: str, gone: set[str], come: set[str]) -> None:
        amended.add(graph.rpartition(DERIVED)[2])
        amend(keeper, graph, gone, come)

    monkeypatch.setattr(Keeper, "keep", keeping)
    monkeypatch.setattr(Keeper, "amend", amending)
    after = change(before)
    done = built(after, tmp_path)
    in_part = {*SCOPES, *_CARRIED, REFERENCE}  # identity whole when the change is large beside all that there is
    assert kept - {"identity"} == computed - in_part
    assert amended | kept <= computed
    monkeypatch.undo()
    fresh = built(after, tmp_path, "fresh")
    assert across(tmp_path / "store") == across(tmp_path / "fresh")
    assert any(f"graph/{DERIVED}tenures" in line for line in across(tmp_path / "store"))
    with open_graph(tmp_path / "store") as graph:
        assert done.counts == graph.summary() == fresh.counts


_PERSON = re.compile(r"([Đđ]ồng chí) (\w+ \w+ \w+)")
_NAMESAKES = ("Trần Văn An", "Trần Văn Án", "Trần Thị An", "Trần Đức An", "Lê Văn An", "Lê Minh Hà")


def _changed(texts: Records, pool: Sequence[str], dice: random.Random) -> Records:
    """Some articles come, go, are reworded, repeat another, name other people or fall silent."""
    after = dict(texts)
    for _ in range(dice.randrange(1, 4)):
        name = dice.choice([*after, f"new-{dice.randrange(9)}"])
        other = dice.choice(pool)
        parts = after.get(name, other).split("\n\n")
        said = [sentence for part in parts for sentence in re.split(r"(?<=\.) ", part)]
        match dice.randrange(9):
            case 8:  # a copy, cut short here and there
                copied = [part for part in dice.choice(list(after.values())).split("\n\n") if dice.random() < 0.9]
                after[name] = "\n\n".join(copied) or other
            case 0 if name in after and len(after) > 5:
                del after[name]
            case 1:
                after[name] = other
            case 2:
                after[name] = "\n\n".join([*parts, "Trời lại nắng."])
            case 3:
                after[name] = " ".join(sentence for sentence in said if dice.random() < 0.8) or other
            case 5:
                after[name] = "\n\n".join([*parts, other.partition("\n\n")[0]])
            case 4 if name in after:
                after[name] = _PERSON.sub(lambda found: f"{found[1]} {dice.choice(_NAMESAKES)}", after[name])
            case 6:
                after[name] = re.sub(r"\d", lambda found: dice.choice([found[0]] * 5 + ["3"]), " ".join(said))
            case _:
                dice.shuffle(said)
                after[name] = " ".join(said)
    return after


def _pool() -> list[str]:
    """Texts that tell something: made-up ones of a few districts, and the articles that come along."""
    made = [text for text in records(60).values() if "Huyện ủy" in text]
    own = [path.read_text(encoding="utf-8") for path in sorted(data_dir("seeds").glob("*.txt"))]
    return [*made, *own]


_DOCUMENTS = (
    "Thành ủy Uông Bí ban hành Nghị quyết số 06-NQ/TU ngày 2/12/2022 về phương hướng, nhiệm vụ năm 2023.",
    "Nghị quyết số 06-NQ/TU của Thành ủy Uông Bí được triển khai ở các phường.",
    "Nghị quyết số 06 đã được quán triệt.",
    "Thành ủy Uông Bí ban hành Nghị quyết số 06-NQ/TU ngày 8/12/2016 về phương hướng, nhiệm vụ năm 2017.",
    "Tỉnh ủy Quảng Ninh ban hành Nghị quyết số 06-NQ/TU ngày 5/5/2021 về phát triển du lịch.",
    "Tỉnh ủy Quảng Ninh ban hành Chỉ thị số 12-CT/TU ngày 3/3/2021 về phát triển du lịch biển đảo.",
    "Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ.",
    "Nghị quyết 57 mở đường cho khoa học, công nghệ.",
    "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về sắp xếp tổ chức bộ máy.",
    "Nghị định số 139/2017/NĐ-CP của Chính phủ quy định xử phạt vi phạm hành chính.",
    "Nghị định 139/2017 được áp dụng từ tháng 1.",
    "Quốc hội thông qua Luật Đất đai năm 2013.",
    "Theo Luật Đất đai, việc này do tỉnh quyết định.",
    "Luật Đất đai 2013 quy định rõ điều này.",
    "Bộ luật Hình sự 2015 có hiệu lực từ năm 2018.",
    "Bộ luật Tố tụng hình sự năm 2015 quy định khác.",
    "Theo Bộ luật Hình sự, hành vi này bị phạt tù.",
    "Nghị quyết Đại hội Đảng bộ thành phố Uông Bí lần thứ XX, nhiệm kỳ 2020 - 2025 đề ra 16 chỉ tiêu.",
    "Nghị quyết Đại hội Đảng bộ tỉnh Quảng Ninh lần thứ XV đề ra 10 chỉ tiêu.",
    "Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng.",
    "Nghị quyết Hội nghị Trung ương 4 khóa 12 về xây dựng Đảng được học tập.",
    "Đảng ủy phường Quang Trung ban hành Nghị quyết số 06-NQ/ĐU thực hiện Nghị quyết số 06-NQ/TU ngày 2/12/2022 của Thành ủy Uông Bí.",
    "UBND tỉnh Quảng Ninh ban hành Quyết định số 30/QĐ-UBND ngày 4/4/2022 phê duyệt đề án phát triển đô thị thông minh.",
    "UBND thành phố Uông Bí ban hành Quyết định số 30/QĐ-UBND ngày 6/6/2022 về chuyển đổi số.",
    "Đề án phát triển đô thị thông minh được UBND tỉnh Quảng Ninh phê duyệt.",
    "Hiến pháp 2013 ghi rõ quyền này.",
)
"""Documents in full, cut short, of one number and several issuers, of one name in several editions."""


def _documented() -> list[str]:
    """Texts that tell of few documents in many ways."""
    dice = random.Random(1)
    return [" ".join(dice.sample(_DOCUMENTS, dice.randrange(1, 5))) for _ in range(40)]


_BODIES = (
    "Đồng chí Trần Văn Mẫu, Bí thư Thị ủy Bến Cát, tỉnh Bình Dương chủ trì hội nghị ngày 1/3/2022.",
    "Đồng chí Lê Thị Thử, Phó Bí thư Thành ủy Bến Cát, tỉnh Bình Dương phát biểu.",
    "Đồng chí Hồ Văn Ví, Ủy viên Ban Thường vụ Thành ủy Bến Cát, tỉnh Bình Dương dự họp.",
    "Ông Phạm Văn Lẻ, Giám đốc Sở Kế hoạch và Đầu tư tỉnh Bình Dương báo cáo.",
    "Ông Phạm Văn Lẻ, Giám đốc Sở Kế Hoạch và Đầu Tư tỉnh Bình Dương báo cáo.",
    "Bà Ngô Thị Chờ, Giám đốc Sở Lao động - Thương binh và Xã hội tỉnh Hải Dương, nói rõ hơn.",
    "Bà Ngô Thị Chờ, Giám đốc Sở Lao động – Thương binh và xã hội thành phố Hải Phòng, nói rõ hơn.",
    "Ông Vũ Văn Đợi, Giám đốc Sở Y tế tỉnh Hải Dương, kiểm tra.",
    "Ông Vũ Văn Đợi, Giám đốc Sở Y Tế thành phố Hải Phòng, kiểm tra.",
    "Ông Vũ Văn Đợi, Giám đốc Sở Y tế tỉnh Bà Rịa - Vũng Tàu, kiểm tra.",
    "Đồng chí Lý Văn Xa, Bí thư Đảng ủy xã Trung Lý, huyện Mường Lát, tỉnh Thanh Hóa, nêu ý kiến.",
    "Đồng chí Lý Văn Xa, Bí thư Đảng ủy xã Trung Lý, tỉnh Thanh Hóa, nêu ý kiến ngày 5/8/2025.",
    "Đồng chí Lý Văn Gần, Chủ tịch UBND xã Trung Lý, huyện Mường Lát, tỉnh Thanh Hóa, nêu ý kiến.",
    "Đồng chí Giàng A Thử, Bí thư Huyện ủy Mường Lát, tỉnh Thanh Hóa, kết luận.",
    "Đồng chí Giàng A Thử, Ủy viên Ban Thường vụ Huyện ủy Mường Lát, tỉnh Thanh Hóa, kết luận.",
    "Đồng chí Hoàng Thị Ví, Bí thư Tỉnh ủy Thanh Hóa, kết luận.",
    "Đồng chí Hoàng Thị Ví, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Thanh Hóa, kết luận.",
    "Đồng chí Đỗ Văn Kể, Trưởng Ban Tuyên giáo Quận ủy quận 5, Thành phố Hồ Chí Minh, dự.",
    "Đồng chí Đỗ Văn Kể, Trưởng Ban Dân vận Thành ủy Uông Bí, tỉnh Quảng Ninh, dự.",
    "Đồng chí Đỗ Văn Kể, Trưởng Ban Tuyên giáo Thành ủy Uông Bí, tỉnh Quảng Ninh, dự.",
    "Đồng chí Bùi Thị Chép, Bí thư Đảng ủy phường Trưng Vương, thành phố Uông Bí, tỉnh Quảng Ninh, dự.",
    "Đồng chí Bùi Thị Chép, Chủ tịch UBND phường Trưng Vương, thành phố Uông Bí, tỉnh Quảng Ninh, dự.",
    "Đồng chí Bùi Thị Chép, Bí thư Đảng ủy phường Quang Trung, dự.",
    "Đồng chí Mai Văn Đếm, Bí thư Đảng ủy Khối các cơ quan tỉnh Quảng Ninh, dự.",
    "Đồng chí Mai Văn Đếm, Bí thư Đảng ủy Khối Các cơ quan tỉnh Hải Dương, dự.",
    "Đồng chí Mai Văn Đếm, Bí thư Đảng ủy Khối các cơ quan Trung ương, dự.",
    "Ông Cao Văn Tính, Bộ trưởng Bộ Nội vụ, dự.",
    "Ông Cao Văn Tính, Bộ trưởng Bộ Kế hoạch và Đầu tư, dự.",
    "Ông Cao Văn Tính, Phó Chủ tịch Quốc hội, dự.",
    "Ông Cao Văn Tính, Trưởng Ban Tuyên giáo Trung ương, dự.",
    "Bà Đinh Thị Soạn, Trưởng Ban Pháp chế HĐND tỉnh Quảng Ninh, dự.",
    "Bà Đinh Thị Soạn, Trưởng phòng Nội vụ huyện Tiên Yên, tỉnh Quảng Ninh, dự.",
    "Bà Đinh Thị Soạn, Chủ tịch Hội Liên hiệp Phụ nữ huyện Tiên Yên, tỉnh Quảng Ninh, dự.",
    "Bà Đinh Thị Soạn, Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam, dự.",
    "Đại tá Tạ Văn Ghi, Trưởng Công an huyện Tiên Yên, tỉnh Quảng Ninh, dự.",
    "Đại tá Tạ Văn Ghi, Giám đốc Công an tỉnh Quảng Ninh, dự.",
    "Bà Kiều Thị Nhắc, Chủ tịch UBND xã Hưng Yên Bình, huyện Tiên Yên, tỉnh Quảng Ninh, dự.",
    "Bà Kiều Thị Nhắc, Chánh án Tòa án nhân dân thành phố Thủ Đức, Thành phố Hồ Chí Minh, dự.",
    "Bà Kiều Thị Nhắc, Phó Chủ tịch UBND Thành phố Hồ Chí Minh, dự.",
    "Ông Phan Văn Rõ, Bí thư Ban cán sự đảng UBND tỉnh Hải Dương, dự.",
)
"""Bodies under several names and spellings, of units that ended, came together or went on."""


def _embodied() -> list[str]:
    """Texts that name few bodies each."""
    dice = random.Random(2)
    return [" ".join(dice.sample(_BODIES, dice.randrange(2, 5))) for _ in range(40)]


_SHORTEST = 160
"""Characters; what is a single sentence is not read as an article."""
_ROUNDS = range(int(os.environ.get("DANGBO_ROUNDS", "3")))


@pytest.mark.parametrize("seed", _ROUNDS)
@pytest.mark.parametrize(("pool", "widest"), [(_pool, WIDEST), (_documented, WIDEST), (_documented, 2), (_embodied, WIDEST)])
def test_a_store_that_went_through_changes_is_that_of_its_articles(
    pool: Callable[[], list[str]], widest: int, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (document_index, redocumenting):
        monkeypatch.setattr(module, "WIDEST", widest)
    dice, known = random.Random(seed), pool()
    some = dice.sample([text for text in known if len(text) > _SHORTEST], 8)
    texts = {f"old-{number}": text for number, text in enumerate(some)}
    texts |= {f"plain-{number}": text for number, text in enumerate(list(records(4).values()))}
    built(texts, tmp_path)
    for step in range(4):
        changed = _changed(texts, known, dice).items()
        texts = {name: text for name, text in changed if len(text) > _SHORTEST}
        done = built(texts, tmp_path)
        fresh = built(texts, tmp_path, f"fresh-{step}")
        assert not done.errors  # or nothing would be removed
        assert across(tmp_path / "store") == across(tmp_path / f"fresh-{step}")
        assert done.counts == fresh.counts


def test_who_is_who_is_decided_anew_only_of_those_of_whom_something_else_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commune comes into the graph, and with it what holds of its district, whose people stay who they are."""
    dull = "Trời nắng đẹp, bà con phấn khởi đi dự buổi gặp mặt đầu xuân. " * 2
    texts = {f"text-{number}": dull + said for number, said in enumerate(_BODIES)}
    built(texts, tmp_path)
    decided: set[str] = set()
    lines, ground = regrouping._lines, regrouping._graphs_on_changed_ground
    met: list[set[str]] = []

    def deciding(some: Iterable[Persona], *arguments: Any) -> set[str]:
        personas = list(some)
        decided.update(persona.name for persona in personas)
        return lines(personas, *arguments)

    def on_changed_ground(view: View) -> set[str]:
        met.append(ground(view))
        return met[-1]

    monkeypatch.setattr(regrouping, "_lines", deciding)
    monkeypatch.setattr(regrouping, "_graphs_on_changed_ground", on_changed_ground)
    changed = next(name for name, text in texts.items() if "xã Trung Lý, huyện Mường Lát" in text)
    texts[changed] = texts[changed].replace("Trung Lý", "Tam Chung")
    built(texts, tmp_path)
    assert len(met[0]) > 3
    assert decided == {"Lý Văn Xa", "Lý Văn Gần"}
    built(texts, tmp_path, "fresh")
    assert across(tmp_path / "store") == across(tmp_path / "fresh")


def test_nothing_is_taken_as_computed_after_a_run_that_was_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = records()
    built(texts, tmp_path)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    changed = {**texts, plain(texts)[0]: texts[telling(texts)[0]]}
    monkeypatch.setattr(pipeline, "conclude", stop)
    with pytest.raises(KeyboardInterrupt):
        built(changed, tmp_path)
    monkeypatch.undo()
    built({**changed, plain(changed)[0]: "Trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."}, tmp_path)
    built(
        {**changed, plain(changed)[0]: "Trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."}, tmp_path, "fresh"
    )
    assert across(tmp_path / "store") == across(tmp_path / "fresh")


@pytest.mark.parametrize("change", ["a telling one is moved", "a telling one goes", "a body comes"])
def test_a_small_change_goes_to_disk_once_and_is_noted_after_that(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = records()
    built(texts, tmp_path)
    done: list[str] = []

    def told(owner: type, name: str, what: Callable[..., bool]) -> None:
        do = getattr(owner, name)

        def doing(*arguments: object, **named: object) -> object:
            if what(*arguments[1:]):
                done.append(name)
            return do(*arguments, **named)

        monkeypatch.setattr(owner, name, doing)

    for name in ("_write", "remove", "amend", "flush"):
        told(KgStore, name, lambda *_: True)
    told(Journal, "add", lambda entries: bool(list(entries)))
    told(Journal, "add_derived", lambda *_: True)
    built(CHANGES[change][1](texts), tmp_path)
    assert done.count("flush") == 1
    assert {"_write", "remove"} & set(done[:1])
    assert set(done[done.index("flush") :]) <= {"flush", "add", "add_derived"}
    assert done[-1] == "add_derived"
