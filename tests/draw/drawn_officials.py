"""Holdings to draw: the officials of five articles, and as many invented ones as a test needs."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kg.draw.model import Holding, OrganizationRef, Side, UnitRef

QUANG_NINH = UnitRef("u:quang-ninh", "Tỉnh Quảng Ninh", 1, "Quảng Ninh")
UONG_BI = UnitRef("u:uong-bi", "Thành phố Uông Bí", 2, "Uông Bí")
TIEN_YEN = UnitRef("u:tien-yen", "Huyện Tiên Yên", 2, "Tiên Yên")
CAM_PHA = UnitRef("u:cam-pha", "Thành phố Cẩm Phả", 2, "Cẩm Phả")
HAI_DUONG = UnitRef("u:hai-duong", "Tỉnh Hải Dương", 1, "Hải Dương")
CHI_LINH = UnitRef("u:chi-linh", "Thành phố Chí Linh", 2, "Chí Linh")
BINH_DUONG = UnitRef("u:binh-duong", "Tỉnh Bình Dương", 1, "Bình Dương")
TAN_UYEN = UnitRef("u:tan-uyen", "Thị xã Tân Uyên", 2, "Tân Uyên")
ABOVE = {
    UONG_BI: (QUANG_NINH,),
    TIEN_YEN: (QUANG_NINH,),
    CAM_PHA: (QUANG_NINH,),
    CHI_LINH: (HAI_DUONG,),
    TAN_UYEN: (BINH_DUONG,),
}
ARTICLES = {
    "a0": ("Thành phố Uông Bí triển khai chủ đề công tác năm 2023", "2022-12-02/2023"),
    "a1": ("Quảng Ninh: Hiệu quả từ chủ đề công tác năm", "2022-05-24"),
    "a2": ("Chí Linh sơ kết giữa nhiệm kỳ thực hiện nghị quyết đại hội", "2023-05-16"),
    "a3": ("Thành ủy Uông Bí làm việc với Đảng bộ phường Quang Trung", "2016-12-08/2017"),
    "a4": ("Tân Uyên: Thực hiện các chỉ tiêu nghị quyết năm 2022", None),
}

# article, person, role, organisation, side, unit, organisations above
POSTS = """
a0|Trịnh Thị Minh Thanh|phó bí thư|Tỉnh ủy Quảng Ninh|party|QUANG_NINH|
a0|Hoàng Quốc Trung|trưởng ban|Ban Tuyên giáo Thành ủy Uông Bí|party|UONG_BI|Thành ủy Uông Bí
a0|Nghiêm Xuân Cường|bí thư|Thành ủy Uông Bí|party|UONG_BI|
a0|Nghiêm Xuân Cường|chủ tịch|Hội đồng nhân dân thành phố Uông Bí|state|UONG_BI|
a1|Hà Hải Dương|bí thư|Huyện ủy Tiên Yên|party|TIEN_YEN|
a1|Hà Hải Dương|chủ tịch|Ủy ban nhân dân huyện Tiên Yên|state|TIEN_YEN|
a1|Nguyễn Thị Kim Phượng|phó bí thư thường trực|Thành ủy Cẩm Phả|party|CAM_PHA|
a2|Nguyễn Văn Kiên|phó bí thư|Thành ủy Chí Linh|party|CHI_LINH|
a2|Nguyễn Văn Kiên|chủ tịch|Ủy ban nhân dân thành phố Chí Linh|state|CHI_LINH|
a2|Lê Văn Hiệu|phó bí thư thường trực|Tỉnh ủy Hải Dương|party|HAI_DUONG|
a2|Lê Văn Hiệu|trưởng đoàn|Đoàn đại biểu Quốc hội tỉnh Hải Dương|state|HAI_DUONG|
a2|Nguyễn Thị Ngọc Bích|ủy viên|Ban Thường vụ Tỉnh ủy Hải Dương|party|HAI_DUONG|Tỉnh ủy Hải Dương
a2|Nguyễn Thị Ngọc Bích|phó chủ tịch thường trực|Hội đồng nhân dân tỉnh Hải Dương|state|HAI_DUONG|
a2|Nguyễn Văn Phú|ủy viên|Ban Thường vụ Tỉnh ủy Hải Dương|party|HAI_DUONG|Tỉnh ủy Hải Dương
a2|Nguyễn Văn Phú|trưởng ban|Ban Dân vận Tỉnh ủy Hải Dương|party|HAI_DUONG|Tỉnh ủy Hải Dương
a2|Hoàng Quốc Thưởng|ủy viên|Ban Thường vụ Tỉnh ủy Hải Dương|party|HAI_DUONG|Tỉnh ủy Hải Dương
a2|Hoàng Quốc Thưởng|bí thư|Thành ủy Chí Linh|party|CHI_LINH|
a3|Trần Văn Lâm|ủy viên|Tỉnh ủy Quảng Ninh|party|QUANG_NINH|
a3|Trần Văn Lâm|bí thư|Thành ủy Uông Bí|party|UONG_BI|
a3|Trần Văn Lâm|chủ tịch|Hội đồng nhân dân thành phố Uông Bí|state|UONG_BI|
a4|Bùi Minh Trí|bí thư|Thị ủy Tân Uyên|party|TAN_UYEN|
"""


def holding(
    person: str = "Trần Văn Lâm",
    role: str = "bí thư",
    organization: str = "Thành ủy Uông Bí",
    *,
    side: Side = Side.PARTY,
    unit: UnitRef | None = UONG_BI,
    above: tuple[UnitRef, ...] | None = None,
    parents: tuple[str, ...] = (),
    status: str = "current",
    as_of: str | None = None,
    article: str = "a0",
    title: str = "Bài báo",
    published: str | None = None,
    url: str | None = None,
    rule: str | None = None,
    caption: bool = False,
) -> Holding:
    """One holding whose sentence says just that."""
    quote = f"{person}, {role} {organization}"
    lead = "Đồng chí "
    return Holding(
        person_iri=f"p:{person}",
        person=person,
        role=role,
        organization_iri=f"o:{organization}",
        organization=organization,
        side=side,
        status=status,
        quote=quote,
        sentence=f"{lead}{quote} dự và phát biểu chỉ đạo hội nghị.",
        sentence_offset=len(lead),
        article_iri=f"https://example.org/{article}",
        article_title=title,
        unit=unit,
        unit_ancestors=ABOVE.get(unit, ()) if above is None and unit else above or (),
        parents=tuple(OrganizationRef(f"o:{parent}", parent) for parent in parents),
        as_of=as_of,
        inferred_rule=rule,
        caption=caption,
        article_date=published,
        article_url=url,
    )


def five_articles() -> list[Holding]:
    """The twelve officials and twenty-one posts of the five articles."""
    result = []
    for line in POSTS.strip().splitlines():
        article, person, role, organization, side, unit, parent = line.split("|")
        title, published = ARTICLES[article]
        result.append(
            holding(
                person,
                role,
                organization,
                side=Side(side),
                unit=globals()[unit],
                parents=(parent,) if parent else (),
                article=article,
                title=title,
                published=published,
                rule="unit-of-article" if unit == "QUANG_NINH" else None,
                caption=person == "Hoàng Quốc Trung",
            )
        )
    return result


_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()  # noqa: SIM905
_MIDDLES = "Văn Thị Minh Quốc Xuân Đức Thanh Kim Ngọc Hữu Thị_Ngọc Thị_Minh".split()  # noqa: SIM905
_GIVENS = "An Bích Cường Dũng Hạnh Hiệu Kiên Lâm Lan Long Nga Phú Phượng Thưởng Trí Tuấn Yến Đông Ân".split()  # noqa: SIM905
_PLACES = (
    "An Bình Châu Đông Hải Hòa Hưng Khánh Lạc Long Minh Nam Ninh Phú Quang Sơn Tân Thanh Thái Yên".split()  # noqa: SIM905
)
_PARTY = (
    ("bí thư", "{c} {n}", ""),
    ("phó bí thư thường trực", "{c} {n}", ""),
    ("ủy viên", "Ban Thường vụ {c} {n}", "{c} {n}"),
    ("trưởng ban", "Ban Tuyên giáo {c} {n}", "{c} {n}"),
    ("chủ nhiệm", "Ủy ban Kiểm tra {c} {n}", "{c} {n}"),
)
_STATE = (
    ("chủ tịch", "Ủy ban nhân dân {t} {n}", ""),
    ("phó chủ tịch", "Ủy ban nhân dân {t} {n}", ""),
    ("chủ tịch", "Hội đồng nhân dân {t} {n}", ""),
    ("phó chủ tịch thường trực", "Hội đồng nhân dân {t} {n}", ""),
    ("giám đốc", "Sở Kế hoạch và Đầu tư {t} {n}", "Ủy ban nhân dân {t} {n}"),
)
_KINDS = {1: ("Tỉnh", "Tỉnh ủy"), 2: ("Huyện", "Huyện ủy"), 3: ("Xã", "Đảng ủy")}


def _units(rng: random.Random, provinces: int) -> list[tuple[UnitRef, str, tuple[UnitRef, ...]]]:
    units: list[tuple[UnitRef, str, tuple[UnitRef, ...]]] = []
    for place in range(provinces):
        name = f"{_PLACES[place % 20]} {_PLACES[(place * 7 + 3) % 20]}"
        province = UnitRef(f"u:{place}", f"Tỉnh {name}", 1)
        units.append((province, name, ()))
        for below in range(rng.randint(2, 12)):
            name = " ".join(rng.sample(_PLACES, 2))
            district = UnitRef(f"u:{place}.{below}", f"Huyện {name}", 2)
            units.append((district, name, (province,)))
            for last in range(rng.choice((0, 0, 1, 2, 4))):
                name = " ".join(rng.sample(_PLACES, 2))
                commune = UnitRef(f"u:{place}.{below}.{last}", f"Xã {name}", 3)
                units.append((commune, name, (district, province)))
    return units


def invented(people: int, *, provinces: int = 34, seed: int = 7) -> Iterator[Holding]:
    """Holdings of ``people`` invented officials; the same arguments give the same holdings."""
    rng = random.Random(seed)
    units = _units(rng, provinces)
    for number in range(people):
        unit, name, above = rng.choices(units, [{1: 12, 2: 4, 3: 1}[u.level] for u, _, _ in units])[0]
        parts = (rng.choice(_FAMILIES), rng.choice(_MIDDLES), rng.choice(_GIVENS))
        person = " ".join(parts).replace("_", " ")
        posts = [(rng.choice(_PARTY), Side.PARTY, unit, name, above)]
        if rng.random() < 0.5:
            posts.append((rng.choice(_STATE), Side.STATE, unit, name, above))
        if above and rng.random() < 0.15:
            posts.append((("ủy viên", "{c} {n}", ""), Side.PARTY, above[-1], above[-1].label[5:], ()))
        for (role, pattern, parent), side, seat, place, ancestors in posts:
            kind, committee = _KINDS[seat.level]
            gaps = {"c": committee, "t": kind.lower(), "n": place}
            year = rng.randint(2014, 2026)
            made = holding(
                person,
                role,
                pattern.format(**gaps),
                side=side,
                unit=seat,
                above=ancestors,
                parents=(parent.format(**gaps),) if parent else (),
                status=rng.choice(("current", "current", "current", "former", "appointed")),
                article=f"s{number // 3}",
                title=f"Bài số {number // 3}",
                published=f"{year}-05-16" if rng.random() < 0.9 else None,
            )
            yield _of_one(made, number, seat)


def _of_one(made: Holding, number: int, seat: UnitRef) -> Holding:
    """Homonyms are different people, and units of one name have organisations of their own."""
    from dataclasses import replace

    return replace(
        made,
        person_iri=f"p:{number}",
        organization_iri=f"{seat.iri}/{made.organization}",
        parents=tuple(OrganizationRef(f"{seat.iri}/{ref.label}", ref.label) for ref in made.parents),
    )
