"""The land as dots: the communes of the gazetteer, drawn once; no tiles, nothing from elsewhere."""

from __future__ import annotations

from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.lexicon import lexicon
from kg.serve.drawing import MAP_HEIGHT, MAP_WIDTH, place
from kg.serve.service import Service

_KEPT = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}


def routes(service: Service) -> list[Route]:
    """Give the route of the map."""
    return [Route("/map.svg", _map)]


async def _map(request: Request) -> Response:
    return Response(await run_in_threadpool(land), headers=_KEPT, media_type="image/svg+xml")


@lru_cache(maxsize=1)
def land() -> str:
    """Draw a dot for each commune; grey, as it lies on light and dark pages."""
    dots = set()
    for each in lexicon().gazetteer.all():
        if each.unit.level == 3 and each.latitude is not None and each.longitude is not None:
            at = place(each.longitude, each.latitude)
            if at is not None:
                dots.add((round(at[0]), round(at[1])))
    path = "".join(f"M{x} {y}h0" for x, y in sorted(dots))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {MAP_WIDTH} {MAP_HEIGHT}">'
        f'<path d="{path}" stroke="#8a857c" stroke-width="1.3" stroke-linecap="round" opacity="0.7"/></svg>'
    )
