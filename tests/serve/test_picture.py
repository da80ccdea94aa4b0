"""The data of the picture over HTTP: its limits, what it refuses, what is not there."""

from __future__ import annotations

import httpx
import pytest


def named(client: httpx.Client, name: str, kind: str = "") -> str:
    found = client.get("/network/find.json", params={"q": name, "kind": kind}).json()["found"]
    return str(found[0]["iri"])


def test_the_overview_leaves_out_what_there_is_no_room_for(client: httpx.Client) -> None:
    whole = client.get("/network.json").json()
    assert whole["left_out"] == {}
    assert whole["whole"]["official"] == 12
    few = client.get("/network.json?most=6").json()
    kinds = [row[few["columns"]["node"].index("kind")] for row in few["nodes"]]
    assert kinds.count("official") + kinds.count("body") <= 6
    assert few["left_out"]["official"] == 12 - kinds.count("official")


def test_what_is_around_and_between(client: httpx.Client) -> None:
    one, other = named(client, "tran van lam", "official"), named(client, "nghiem xuan cuong", "official")
    around = client.get("/network.json", params={"around": one}).json()
    assert one in {row[0] for row in around["nodes"]}
    way = client.get("/network.json", params={"from": one, "to": other}).json()
    assert {one, other} < {row[0] for row in way["nodes"]}


def test_sentences_behind_a_post(client: httpx.Client) -> None:
    whole = client.get("/network.json").json()
    place = whole["columns"]["tie"].index("id")
    ties = [row[place] for row in whole["ties"] if row[place]]
    found = client.get("/network/sentences.json", params={"tie": ties[0]}).json()["sentences"]
    assert found
    assert found[0]["quote"]
    assert found[0]["page"].startswith("/")


NOT_THERE = [
    ("/network.json", {"around": "https://example.org/x"}),
    ("/network.json", {"from": "a", "to": "b"}),
    ("/network/sentences.json", {"tie": "x> } DROP ALL #"}),
    ("/network/sentences.json", {}),
    ("/network/__init__.py", {}),
    ("/chart.svg", {"of": "nothing of the kind"}),
]


@pytest.mark.parametrize(("path", "asked"), NOT_THERE)
def test_what_is_not_there(client: httpx.Client, path: str, asked: dict[str, str]) -> None:
    assert client.get(path, params=asked).status_code == 404


REFUSED = [("on", "yesterday"), ("on", "2023-13-01"), ("level", "x"), ("side", "left")]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_what_cant_be_read_is_refused(client: httpx.Client, name: str, value: str) -> None:
    answer = client.get("/network.json", params={name: value})
    assert answer.status_code == 400
    assert name in answer.json()["error"]


def test_the_chart_as_files(client: httpx.Client) -> None:
    asked = {"of": named(client, "tinh hai duong", "unit"), "on": "2023-05-16"}
    svg = client.get("/chart.svg", params=asked)
    assert (svg.status_code, svg.headers["content-type"]) == (200, "image/svg+xml")
    assert "Lê Văn Hiệu" in svg.text
    png = client.get("/chart.png", params=asked)
    assert png.content.startswith(b"\x89PNG")
