"""Made-up articles in the manner of the press, as many as one likes, the same ones for the same seed.

About one in four tells of party and state, as in a paper of all kinds; the others have the length of its
articles and nothing in them.  Names of people are made from syllables, places are the districts of old.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicon import lexicon

_TELLING = 0.26
_SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
_MIDDLE = [
    "Văn",
    "Thị",
    "Đức",
    "Minh",
    "Xuân",
    "Hữu",
    "Quốc",
    "Thanh",
    "Ngọc",
    "Công",
    "Thu",
    "Hải",
    "Đình",
    "Khắc",
    "Mạnh",
    "Bá",
]
_GIVEN = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Đạt",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hiếu",
    "Hòa",
    "Hùng",
    "Hương",
    "Khánh",
    "Lâm",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Nhung",
    "Phong",
    "Phương",
    "Quang",
    "Quân",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thắng",
    "Thịnh",
    "Thủy",
    "Tiến",
    "Toàn",
    "Trang",
    "Trung",
    "Tuấn",
    "Tùng",
    "Vinh",
    "Yến",
]
_PLAIN = (
    "Trời miền Bắc chuyển lạnh từ đêm qua, nhiều nơi có mưa nhỏ và sương mù vào sáng sớm.",
    "Anh kể rằng đã mở quán cà phê nhỏ cạnh bờ sông từ bảy năm trước, lúc đầu chỉ có vài chiếc bàn gỗ.",
    "Đội khách dẫn trước ngay trong hiệp một nhưng để mất điểm vì sai lầm ở phút cuối trận.",
    "Giá rau xanh ở chợ đầu mối tăng nhẹ vì nguồn hàng về ít hơn mọi hôm.",
    "Bộ phim mới kể chuyện một gia đình ba thế hệ sống chung trong căn nhà cũ giữa phố.",
    "Người bán hàng cho biết khách mua nhiều nhất vào cuối tuần, khi trẻ em được nghỉ học.",
    "Chiếc xe được trang bị màn hình lớn, ghế da và hệ thống đèn tự động theo ánh sáng bên ngoài.",
    "Theo các bác sĩ, mỗi người nên uống đủ nước và đi bộ ít nhất ba mươi phút mỗi ngày.",
    "Con đường làng vừa được trải nhựa, hai bên trồng hoa và cây bóng mát.",
    "Nhóm bạn trẻ dành cả mùa hè để đi dọc bờ biển và chụp lại những bãi cát còn vắng người.",
)


def articles(count: int, seed: int = 1) -> Iterator[bytes]:
    """Give ``count`` articles as JSON lines; those of a smaller count are the first of a larger one."""
    for number in range(count):
        yield _article(number, random.Random(f"{seed}/{number}"))


def _article(number: int, dice: random.Random) -> bytes:
    telling = _told(dice) if dice.random() < _TELLING else []
    plain = [_chatter(dice) for _ in range(dice.randrange(16, 34))]
    day = f"{2015 + number % 10}-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}"
    title = telling[0].rstrip(".") if telling else plain[0].rstrip(".")
    body = "\n\n".join(" ".join(part) for part in (telling, plain[:10], plain[10:20], plain[20:]) if part)
    record = {"id": f"made-{number:07}", "title": title, "text": body, "published": day}
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def _chatter(dice: random.Random) -> str:
    """A sentence without sense: the words of ordinary ones, so that no two articles are copies."""
    said = " ".join(dice.choices(_words(), k=dice.randrange(12, 24)))
    return f"{said[0].upper()}{said[1:]}."


@cache
def _words() -> Sequence[str]:
    return tuple(sorted({word.strip(",.").lower() for sentence in _PLAIN for word in sentence.split()}))


def _told(dice: random.Random) -> list[str]:
    """A meeting of a district's committee: who was there, what was decided, what was reached."""
    place, committee, people = dice.choice(_places())
    leader, deputy, chair = (_name(dice) for _ in range(3))
    year = dice.randrange(2015, 2025)
    day = f"{dice.randrange(1, 28)}/{dice.randrange(1, 13)}/{year}"
    said = [
        f"{committee} {place} tổng kết công tác năm {year}.",
        f"Ngày {day}, {committee} {place} tổ chức hội nghị tổng kết công tác năm {year}.",
        f"Đồng chí {leader}, Bí thư {committee} {place}, chủ trì hội nghị.",
        f"Cùng dự có đồng chí {deputy}, Phó Bí thư Thường trực {committee} {place};"
        f" đồng chí {chair}, Chủ tịch {people} {place}.",
        f"Thu ngân sách trên địa bàn năm {year} đạt {dice.randrange(200, 9000)} tỷ đồng;"
        f" tỷ lệ hộ nghèo còn {dice.randrange(1, 60) / 10:.1f}%".replace(".", ",")
        + ".",
        f"{committee} {place} ban hành Nghị quyết số {dice.randrange(1, 60):02}-NQ/HU ngày {day}"
        " về phương hướng, nhiệm vụ năm sau.",
    ]
    return said[: dice.randrange(3, len(said) + 1)]


def _name(dice: random.Random) -> str:
    return " ".join(dice.choice(part) for part in (_SURNAMES, _MIDDLE, _GIVEN))


@cache
def _places() -> Sequence[tuple[str, str, str]]:
    """Districts by name, with the names of the committees of their party and their people."""
    gazetteer = lexicon().gazetteer
    units = (gazetteer.get(key) for key in sorted(gazetteer.every_key()))
    return tuple((unit.name, "Huyện ủy", "UBND huyện") for unit in units if unit.type == "district")
