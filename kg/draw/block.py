"""The drawing of one unit's own organisations and officials.

Party organisations stand on the left, officials in the middle, state and other organisations on the right,
so that whoever bridges the two hierarchies is seen at once.  Each post has a row of its own beside its
official: its title stands on a level line, and only between those lines and the organisations do lines
bend.  So no line crosses a word and no two words meet.

A post at an organisation of another unit leads to a *reference*, a pale copy of that organisation's name.
All measures are pixels at scale one; the origin is the block's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.draw.chart import OrganizationNode, PersonNode, Post, UnitNode
from kg.draw.model import Side
from kg.draw.typeset import printable, text_width, wrap
from kg.draw.wording import Words

ORGANIZATION_WIDTH: Final = 214.0
FAN_WIDTH: Final = 56.0
TITLE_WIDTH: Final = 192.0
PERSON_WIDTH: Final = 192.0
BLOCK_WIDTH: Final = 2 * (ORGANIZATION_WIDTH + FAN_WIDTH + TITLE_WIDTH) + PERSON_WIDTH

NAME_SIZE: Final = 13.0
ORGANIZATION_SIZE: Final = 12.5
TITLE_SIZE: Final = 12.0
YEARS_SIZE: Final = 10.5
LINE: Final = 16.0
INDENT: Final = 18.0
_PAD: Final = 9.0
_ROW_PAD: Final = 7.0
_PERSON_GAP: Final = 8.0
_ORGANIZATION_GAP: Final = 12.0
_GROUP_GAP: Final = 22.0
_LINE_DROP: Final = 7.0
_PORT_GAP: Final = 5.0
_PORT_MARGIN: Final = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    def moved(self, dx: float, dy: float) -> Box:
        """Give the same rectangle elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)


@dataclass(frozen=True, slots=True)
class PersonMark:
    """An official's box with the lines of the name."""

    person: PersonNode
    box: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationMark:
    """An organisation's box; ``reference`` says that the organisation itself stands elsewhere.

    ``elsewhere`` counts its posts that are held by officials of other blocks.
    """

    organization: OrganizationNode
    box: Box
    lines: tuple[str, ...]
    reference: bool
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class PostMark:
    """A post's line and title.  ``left`` says on which side of the official it stands.

    The line starts at the official (``x0``), is level through the title's row at ``y`` up to ``x1`` and
    bends from there to the organisation at (``x2``, ``y2``).  The first line of ``lines`` has its baseline
    at ``text_y``; ``years`` follows the last one.
    """

    post: Post
    left: bool
    lines: tuple[str, ...]
    years: str
    box: Box
    x0: float
    x1: float
    y: float
    x2: float
    y2: float

    @property
    def text_y(self) -> float:
        """The baseline of the title's first line."""
        return self.y - 5.0 - (len(self.lines) - 1) * (LINE - 1.0)


@dataclass(frozen=True, slots=True)
class Tie:
    """The elbow from an organisation to the one it is a part of."""

    side: Side
    x: float
    y0: float
    y1: float
    x1: float


@dataclass(frozen=True, slots=True)
class Block:
    """A unit's drawing and its size."""

    height: float
    people: tuple[PersonMark, ...] = ()
    organizations: tuple[OrganizationMark, ...] = ()
    posts: tuple[PostMark, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    post: Post
    left: bool
    lines: tuple[str, ...]
    years: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class _Seat:
    """An organisation (or a reference to one) that waits for its place in a column."""

    organization: OrganizationNode
    rows: tuple[_Row, ...]
    lines: tuple[str, ...]
    depth: int
    height: float
    reference: bool
    elsewhere: int


def build_block(unit: UnitNode, words: Words) -> Block:
    """Lay out what stands in ``unit`` itself."""
    if not unit.organizations and not unit.people:
        return Block(0.0)
    people, rows, height = _people(unit, words)
    organizations: list[OrganizationMark] = []
    posts: list[PostMark] = []
    ties: list[Tie] = []
    for left in (True, False):
        seats = _seats(unit, left, [row for row in rows if row.left is left], words)
        tops = _settle(seats)
        marks = [_organization_mark(seat, top, left) for seat, top in zip(seats, tops, strict=True)]
        organizations += marks
        for seat, mark in zip(seats, marks, strict=True):
            posts += _post_marks(seat, mark, left)
        ties += _ties(marks, left)
    top = min([0.0, *(mark.box.y for mark in organizations)])
    bottom = max([height, *(mark.box.y + mark.box.h for mark in organizations)])
    block = Block(bottom - top, tuple(people), tuple(organizations), tuple(posts), tuple(ties))
    return _lowered(block, -top) if top < 0 else block


def _lowered(block: Block, dy: float) -> Block:
    """Give the same drawing further down, so that nothing sticks out above."""
    return Block(
        block.height,
        tuple(replace(mark, box=mark.box.moved(0.0, dy)) for mark in block.people),
        tuple(replace(mark, box=mark.box.moved(0.0, dy)) for mark in block.organizations),
        tuple(
            replace(mark, box=mark.box.moved(0.0, dy), y=mark.y + dy, y2=mark.y2 + dy) for mark in block.posts
        ),
        tuple(replace(tie, y0=tie.y0 + dy, y1=tie.y1 + dy) for tie in block.ties),
    )


def _is_left(post: Post) -> bool:
    return post.organization.side is Side.PARTY


def _people(unit: UnitNode, words: Words) -> tuple[list[PersonMark], list[_Row], float]:
    """Give the middle column from the top, with the rows of all posts."""
    places = {id(organization): place for place, organization in enumerate(unit.organizations)}
    marks: list[PersonMark] = []
    rows: list[_Row] = []
    top = 0.0
    for person in unit.people:
        lines = wrap(printable(person.label), PERSON_WIDTH - 2 * _PAD, NAME_SIZE, bold=True)
        ordered = sorted(
            person.posts,
            key=lambda post: (places.get(id(post.organization), len(places)), post.role, post.index),
        )
        sides = [
            _stack(top, (post for post in ordered if _is_left(post) is left), left, words)
            for left in (True, False)
        ]
        height = max(len(lines) * LINE + _PAD, *(sum(row.height for row in side) for side in sides))
        for side in sides:
            rows += _centred(side, height)
        marks.append(PersonMark(person, Box(_person_x(), top + _LINE_DROP, PERSON_WIDTH, height), lines))
        top += height + _PERSON_GAP
    return marks, rows, max(0.0, top - _PERSON_GAP + _LINE_DROP)


def _person_x() -> float:
    return ORGANIZATION_WIDTH + FAN_WIDTH + TITLE_WIDTH


def _stack(top: float, posts: Iterable[Post], left: bool, words: Words) -> list[_Row]:
    rows: list[_Row] = []
    for post in posts:
        years = _years_text(post)
        prefix = words.longest("former") if post.former else ""
        lines = _title_lines(printable(post.role), years, prefix)
        height = len(lines) * (LINE - 1.0) + _ROW_PAD + 3.0
        top += height
        rows.append(_Row(post, left, lines, years, top - 4.0, height))
    return rows


def _centred(rows: list[_Row], height: float) -> list[_Row]:
    shift = (height - sum(row.height for row in rows)) / 2
    return [_Row(row.post, row.left, row.lines, row.years, row.y + shift, row.height) for row in rows]


def _years_text(post: Post) -> str:
    span = post.span
    if span is None:
        return ""
    first, last = span
    return str(first) if first == last else f"{first}–{last}"


def years_width(years: str) -> float:
    """Give the room that the years take behind a title."""
    return text_width(years, YEARS_SIZE) + 7.0 if years else 0.0


def _title_lines(role: str, years: str, prefix: str) -> tuple[str, ...]:
    """Give the title's lines: room is left for the prefix on the first and for the years behind the last."""
    room = TITLE_WIDTH - 16.0
    before = text_width(f"{prefix} ", TITLE_SIZE) if prefix else 0.0
    lines = wrap(role, room - before, TITLE_SIZE)
    if len(lines) == 1 and before + text_width(lines[0], TITLE_SIZE) + years_width(years) > room:
        return (*lines, "")
    if text_width(lines[-1], TITLE_SIZE) + years_width(years) > room:
        return (*lines, "")
    return lines


def _seats(unit: UnitNode, left: bool, rows: Sequence[_Row], words: Words) -> list[_Seat]:
    """One side's column: each organisation with its parts, and references to others, as their posts stand."""
    by_organization: dict[int, list[_Row]] = {}
    for row in rows:
        by_organization.setdefault(id(row.post.organization), []).append(row)
    groups: list[list[_Seat]] = []
    for organization in unit.organizations:
        if (organization.side is Side.PARTY) is not left:
            continue
        seat = _seat(organization, by_organization.pop(id(organization), []), words, reference=False)
        if organization.parent is None:
            groups.append([seat])
        else:
            groups[-1].append(seat)
    groups += [
        [_seat(here[0].post.organization, here, words, reference=True)] for here in by_organization.values()
    ]
    groups.sort(key=_mean_row)
    return [seat for group in groups for seat in group]


def _mean_row(seats: Sequence[_Seat]) -> float:
    """How far down the posts of a group stand; groups without any come first, references a row late."""
    ys = [row.y for seat in seats for row in seat.rows]
    late = 1.5 * LINE if seats[0].reference else 0.0
    return sum(ys) / len(ys) + late if ys else -1.0


def _seat(
    organization: OrganizationNode,
    rows: Sequence[_Row],
    words: Words,
    *,
    reference: bool,
) -> _Seat:
    depth = 0 if reference else organization.depth
    width = ORGANIZATION_WIDTH - depth * INDENT - 2 * _PAD - 8.0
    lines = wrap(
        printable(organization.ref.label), width, ORGANIZATION_SIZE, bold=depth == 0 and not reference
    )
    elsewhere = 0 if reference else len(organization.posts) - len(rows)
    count = len(lines)
    if elsewhere:
        count += len(wrap(words.longest("elsewhere", n=elsewhere), width, YEARS_SIZE))
    ports = (len(rows) - 1) * _PORT_GAP + 2 * _PORT_MARGIN
    height = max(count * LINE + _PAD + 3.0, ports)
    return _Seat(organization, tuple(rows), lines, depth, height, reference, elsewhere)


def _settle(seats: Sequence[_Seat]) -> list[float]:
    """Give the tops of a column's boxes: in order, apart, and as near to their posts as that allows.

    Pool-adjacent-violators: boxes that would collide move together to where they all are least far off.
    """
    pools: list[tuple[float, float, int]] = []
    offset = 0.0
    offsets: list[float] = []
    wish = 0.0
    for place, seat in enumerate(seats):
        if place:
            offset += seats[place - 1].height + _gap(seats[place - 1], seat)
        offsets.append(offset)
        if seat.rows:
            wish = sum(row.y for row in seat.rows) / len(seat.rows) - seat.height / 2 - offset
        weight = float(len(seat.rows)) or 0.01
        pools.append((wish, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (first, first_weight, first_size), (last, last_weight, last_size) = pools[-2:]
            total = first_weight + last_weight
            mean = (first * first_weight + last * last_weight) / total
            pools[-2:] = [(mean, total, first_size + last_size)]
    settled = [wish for wish, _, size in pools for _ in range(size)]
    return [wish + offset for wish, offset in zip(settled, offsets, strict=True)]


def _gap(above: _Seat, below: _Seat) -> float:
    apart = below.depth == 0 or below.reference is not above.reference
    return _GROUP_GAP if apart else _ORGANIZATION_GAP


def _organization_mark(seat: _Seat, top: float, left: bool) -> OrganizationMark:
    indent = seat.depth * INDENT
    x = indent if left else BLOCK_WIDTH - ORGANIZATION_WIDTH
    box = Box(x, top, ORGANIZATION_WIDTH - indent, seat.height)
    return OrganizationMark(seat.organization, box, seat.lines, seat.reference, seat.elsewhere)


def _post_marks(seat: _Seat, mark: OrganizationMark, left: bool) -> list[PostMark]:
    rows = sorted(seat.rows, key=lambda row: row.y)
    step = (mark.box.h - 2 * _PORT_MARGIN) / max(1, len(rows))
    return [
        _post_mark(row, mark, left, mark.box.y + _PORT_MARGIN + (place + 0.5) * step)
        for place, row in enumerate(rows)
    ]


def _post_mark(row: _Row, mark: OrganizationMark, left: bool, port: float) -> PostMark:
    x0 = _person_x() if left else _person_x() + PERSON_WIDTH
    x1 = x0 - TITLE_WIDTH if left else x0 + TITLE_WIDTH
    x2 = mark.box.x + mark.box.w if left else mark.box.x
    box = Box(min(x0, x1), row.y + 4.0 - row.height, TITLE_WIDTH, row.height)
    return PostMark(row.post, left, row.lines, row.years, box, x0, x1, row.y, x2, port)


def _ties(marks: Sequence[OrganizationMark], left: bool) -> list[Tie]:
    own = {id(mark.organization): mark.box for mark in marks if not mark.reference}
    ties: list[Tie] = []
    for mark in marks:
        parent = mark.organization.parent
        if mark.reference or parent is None:
            continue
        above, box = own[id(parent)], mark.box
        middle = box.y + min(box.h / 2, 16.0)
        if left:
            ties.append(Tie(mark.organization.side, above.x + INDENT / 2, above.y + above.h, middle, box.x))
        else:
            outer = above.x + above.w - INDENT / 2
            ties.append(Tie(mark.organization.side, outer, above.y + above.h, middle, box.x + box.w))
    return ties
