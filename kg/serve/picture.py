"""The network of officials, bodies and units as a picture to move in, and its data.

The network is read from the store once, when somebody first asks for it; after that a part of it, the
neighbours of a node and the way between two are looked up in memory, and sentences in the store by what
they stand behind.
"""

from __future__ import annotations

import json
from asyncio import get_running_loop
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from threading import Lock
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.draw import network as net
from kg.draw.page import safe_json
from kg.normalise import plain
from kg.nquads import is_whole_date
from kg.serve.answers import answer, number, problem
from kg.serve.render import Entry, render
from kg.serve.service import Service
from kg.serve.wording import chosen

AT: Final = "/network"
ENTRIES = (Entry(90, AT, "picture"),)
MOST: Final = 2000
_LIMIT: Final = 10_000
_AROUND: Final = 150
_FOUND: Final = 12
_KEPT: Final = 32
_MANY: Final = 30
_FILES: Final = {*net.SCRIPTS, "chart.js", "chart.css", "network.css"}
_TYPES: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class Picture:
    """The network of one graph, read when it is first asked for; safe for several threads."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._reading = Lock()
        self._network: net.Network | None = None
        self._names: list[str] = []
        self.overview = lru_cache(maxsize=_KEPT)(self._overview)

    @property
    def network(self) -> net.Network:
        """The whole network."""
        with self._reading:
            if self._network is None:
                found = net.load(self.service.graph.store)
                self._names = [plain(node.label) for node in found.nodes]
                self._network = found
            return self._network

    def _overview(self, wish: net.Wish, most: int) -> str:
        whole = self.network
        view = net.overview(whole, wish, most)
        return json.dumps(net.told(view, net.lay_out(view.part), whole, self.service.path))

    def around(self, iri: str, wish: net.Wish, most: int) -> dict[str, Any] | None:
        """Give a thing with its neighbours; ``None`` when the network has no such thing."""
        whole = self.network
        place = whole.numbers.get(iri)
        if place is None:
            return None
        return net.told(net.around(whole, place, wish, most), None, whole, self.service.path)

    def between(self, one: str, other: str, wish: net.Wish) -> dict[str, Any] | None:
        """Give the way between two things; ``None`` when there is none."""
        whole = self.network
        if one not in whole.numbers or other not in whole.numbers:
            return None
        view = net.between(whole, whole.numbers[one], whole.numbers[other], wish)
        return None if view is None else net.told(view, None, whole, self.service.path)

    def sentences(self, tenure: str) -> list[dict[str, Any]] | None:
        """Give the sentences behind a post; ``None`` when there is no such post."""
        if tenure not in self.network.tenures:
            return None
        found = net.sentences(self.service.graph.store, [tenure])
        return net.sentence_rows(found[tenure], self.service.path)

    def find(self, name: str, kind: str, most: int = _FOUND) -> list[dict[str, Any]]:
        """Find things by words of their names, whatever the marks: those with the most posts first."""
        whole = self.network
        words = plain(name).split()
        if not words:
            return []
        found = [
            place
            for place, text in enumerate(self._names)
            if all(word in text for word in words) and (not kind or whole.nodes[place].kind == kind)
        ]
        found.sort(key=lambda place: (-len(whole.posts(place)), place))
        return [self.told(place) for place in found[:most]]

    def named(self, name: str, kinds: Collection[str]) -> list[int]:
        """Find the things of these kinds that have a name: with its type or without, whatever the marks."""
        whole = self.network
        wanted = plain(name)
        names = [(place, text) for place, text in enumerate(self._names) if whole.nodes[place].kind in kinds]
        return (
            [place for place, text in names if text == wanted]
            or [place for place, text in names if text.endswith(f" {wanted}") and _is_unit(whole, place)]
            or [place for place, text in names if wanted in text][:_MANY]
        )

    def likely(self, kinds: Collection[str]) -> list[dict[str, Any]]:
        """Give some things of these kinds that have the most posts."""
        whole = self.network
        posts = Counter(unit for place in range(len(whole.nodes)) for unit in self._counted(whole, place))
        most = sorted(posts, key=lambda place: (-posts[place], place))
        return [self.told(place) for place in most if whole.nodes[place].kind in kinds][:_MANY]

    def _counted(self, whole: net.Network, place: int) -> Iterator[int]:
        """Give, once for every post of a body, its unit."""
        node = whole.nodes[place]
        if node.kind is net.Kind.BODY and node.unit >= 0:
            yield from (node.unit for _ in whole.posts(place))

    def told(self, place: int) -> dict[str, Any]:
        """Tell a thing from its namesakes."""
        whole = self.network
        node = whole.nodes[place]
        return {
            "iri": node.iri,
            "label": node.label,
            "kind": node.kind.value,
            "posts": len(whole.posts(place)),
            "hint": _hint(whole, place),
        }


@lru_cache(maxsize=1)
def picture_of(service: Service) -> Picture:
    """Give the one picture of a service."""
    return Picture(service)


def routes(service: Service) -> list[Route]:
    """Give the routes of the picture."""
    picture = picture_of(service)

    def data(give: Callable[[Mapping[str, str], net.Wish, QueryParams], Any]) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            asked = request.query_params
            value = await run_in_threadpool(give, asked, wished(asked), asked)
            if value is None:
                return problem(404, "the picture has nothing of that kind")
            return _json(value) if isinstance(value, str) else answer(value)

        return respond

    def whatever(asked: Mapping[str, str], wish: net.Wish, _: QueryParams) -> Any:
        if "around" in asked:
            return picture.around(asked["around"], wish, number(asked.get("most"), _AROUND, _LIMIT))
        if "from" in asked and "to" in asked:
            return picture.between(asked["from"], asked["to"], wish)
        return picture.overview(wish, max(1, number(asked.get("most"), MOST, _LIMIT)))

    def sentences(asked: Mapping[str, str], *_: object) -> Any:
        found = picture.sentences(asked.get("tie", ""))
        return None if found is None else {"sentences": found}

    def find(asked: Mapping[str, str], *_: object) -> Any:
        return {"found": picture.find(asked.get("q", "")[:200], asked.get("kind", ""))}

    async def page(request: Request) -> Response:
        # The script will ask for the network at once: it is read while the page is on its way.
        get_running_loop().run_in_executor(None, lambda: picture.network)
        return await _page(request)

    return [
        Route(AT, page),
        Route(f"{AT}.json", data(whatever)),
        Route(f"{AT}/sentences.json", data(sentences)),
        Route(f"{AT}/find.json", data(find)),
        Route(f"{AT}/{{name}}", _file),
    ]


def wished(asked: QueryParams) -> net.Wish:
    """Read what a reader wants to see from an address; what can't be read is refused."""
    day = asked.get("on") or None
    if day is not None and not is_whole_date(day):
        raise HTTPException(400, "on: not a day; write it as 2023-05-16")
    levels = asked.getlist("level")
    sides = asked.getlist("side")
    if not all(level in {"0", "1", "2", "3", "9"} for level in levels):
        raise HTTPException(400, "level: 0 central, 1 province, 2 district or 3 commune")
    if not all(side in {*net.Side, "none"} for side in sides):
        raise HTTPException(400, "side: party, state or other")
    return net.Wish(
        day,
        asked.get("sure") == "1",
        tuple(sorted({int(level) for level in levels})),
        tuple(sorted(set(sides))),
        tuple(sorted(set(filter(None, asked.getlist("unit"))))),
    )


async def _page(request: Request) -> Response:
    language = chosen(request)
    return render(
        request,
        "network.html",
        heading=net.words()["network"][language],
        stage=net.read("stage.html"),
        data=spoken(language),
        script=[f"{AT}/{name}?v={_digest(name)}" for name in net.SCRIPTS],
        style=f"{AT}/network.css?v={_digest('network.css')}",
    )


def spoken(language: str) -> str:
    """Give what a script is told of the words and addresses, as JSON for a page."""
    return safe_json({"language": language, "words": net.words(), "address": AT, "chart": "/chart"})


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        raise HTTPException(404)
    kind = _TYPES[name[name.rindex(".") :]]
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=86400"}
    return Response(net.read(name), 200, headers, kind)


@lru_cache(maxsize=8)
def _digest(name: str) -> str:
    from hashlib import sha256

    return sha256(files("kg.draw.network").joinpath(name).read_bytes()).hexdigest()[:10]


def _json(text: str) -> Response:
    return Response(text, 200, {"X-Content-Type-Options": "nosniff"}, "application/json")


def _is_unit(whole: net.Network, place: int) -> bool:
    return whole.nodes[place].kind is net.Kind.UNIT


def _hint(whole: net.Network, place: int) -> str:
    node = whole.nodes[place]
    if node.kind is not net.Kind.OFFICIAL:
        return ", ".join(whole.nodes[unit].label for unit in whole.units_above(place))
    posts = [whole.ties[each] for each in whole.posts(place)]
    latest = max(posts, key=lambda tie: tie.last or "", default=None)
    return f"{latest.role}, {whole.nodes[latest.target].label}" if latest is not None else ""
