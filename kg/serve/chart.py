"""The organisation chart of a unit or a body on a day, as a page, as SVG and as PNG."""

from __future__ import annotations

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.draw import network as net
from kg.draw import png
from kg.draw.network import Kind
from kg.nquads import is_whole_date
from kg.serve.picture import AT as NETWORK
from kg.serve.picture import Picture, picture_of, spoken
from kg.serve.render import render
from kg.serve.service import Service
from kg.serve.spoken import day as in_words
from kg.serve.wording import chosen, words

AT: Final = "/chart"
_KINDS: Final = (Kind.UNIT, Kind.BODY)
_SHARPNESS: Final = 1.5


def routes(service: Service) -> list[Route]:
    """Give the routes of the chart."""
    picture = picture_of(service)

    async def page(request: Request) -> Response:
        name, day = _asked(request)
        values = await run_in_threadpool(_values, picture, name, day, chosen(request))
        style = [f"{NETWORK}/{name}" for name in ("network.css", "chart.css")]
        values |= {"style": style, "script": f"{NETWORK}/chart.js", "network": NETWORK}
        return render(request, "chart.html", **values)

    async def svg(request: Request) -> Response:
        text = await run_in_threadpool(_drawn, picture, *_asked(request), chosen(request))
        return _file(text.encode(), "image/svg+xml", "chart.svg")

    async def image(request: Request) -> Response:
        text = await run_in_threadpool(_drawn, picture, *_asked(request), chosen(request))
        data = await run_in_threadpool(png.rasterise, text, _SHARPNESS)
        return _file(data, "image/png", "chart.png")

    return [Route(AT, page), Route(f"{AT}.svg", svg), Route(f"{AT}.png", image)]


def _asked(request: Request) -> tuple[str, str | None]:
    """Read what the chart is to be of, and the day; both may be left out."""
    day = request.query_params.get("on") or None
    if day is not None and not is_whole_date(day):
        raise HTTPException(400, "on: not a day; write it as 2023-05-16")
    return request.query_params.get("of", "").strip()[:500], day


def _values(picture: Picture, name: str, day: str | None, language: str) -> dict[str, Any]:
    speak = net.NetworkWords(language)
    places = _meant(picture, name)
    chart = net.org_chart(picture.network, places[0], day) if len(places) == 1 else None
    return {
        "w": speak,
        "words": spoken(language),
        "name": picture.network.nodes[places[0]].label if chart is not None else name,
        "asked": name,
        "day": day or "",
        "chart": chart,
        "sides": list(net.Side),
        "attested": lambda tie: _span(net.attested(tie), language),
        "spoken_day": in_words(words(language), day) if day else "",
        "possible": net.When.POSSIBLE,
        "counts": {when.value: chart.count(when) for when in net.When} if chart is not None else {},
        "several": [picture.told(place) for place in places] if len(places) > 1 else [],
        "nothing": bool(name) and not places,
        "likely": picture.likely(_KINDS) if not name else [],
    }


def _span(attested: str, language: str) -> str:
    """Write days of attestation in words."""
    return " – ".join(in_words(words(language), each) for each in attested.split(" – ") if each)


def _meant(picture: Picture, name: str) -> list[int]:
    """Find the units and bodies that a name or an IRI means, those of that very name before others."""
    if not name:
        return []
    number = picture.network.numbers.get(name)
    if number is not None:
        return [number] if picture.network.nodes[number].kind in _KINDS else []
    return picture.named(name, _KINDS)


def _drawn(picture: Picture, name: str, day: str | None, language: str) -> str:
    places = _meant(picture, name)
    if len(places) != 1:
        raise HTTPException(404, "of: give the IRI or the whole name of one unit or body")
    return net.chart_svg(net.org_chart(picture.network, places[0], day), net.NetworkWords(language))


def _file(data: bytes, kind: str, name: str) -> Response:
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
        "Content-Disposition": f'inline; filename="{name}"',
    }
    return Response(data, 200, headers, kind)
