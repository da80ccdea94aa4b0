"""How the picture of the network behaves at 2,000 and 50,000 made-up things: ``python -m tests.bench.picture``.

Prints a table: laying out and cutting in Python, the size of what the browser is told, and in a real Chromium
the time until the map stands and the time of a frame while it is moved, at three zooms.  With ``--shots DIR`` the
pictures are kept to be looked at; with ``--store DIR`` the network of a store is measured too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from kg import open_graph
from kg.draw import network as net

sys.path.insert(0, str(Path(__file__).parents[1] / "draw"))

from made_network import made

from tests.bench.corpus import run

SIZES = ((2_000, 2_000), (50_000, 2_000), (50_000, 10_000))
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage")
FRAMES = """(async (zoom) => {
  const view = Net.page.view;
  view.fit();
  view.zoom(zoom);
  await new Promise(requestAnimationFrame);
  const took = [], gaps = [];
  let last = performance.now();
  for (let step = 0; step < 60; step++) {
    view.x += step % 2 ? 7 : -5;
    view.refresh();
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done, 0));
    took.push(view.took);
    gaps.push(performance.now() - last);
    last = performance.now();
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  return [middle(took), Math.max(...took), middle(gaps)];
})"""


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Give a result and the milliseconds that it took."""
    start = perf_counter()
    found = work()
    return found, (perf_counter() - start) * 1000


def measured(name: str, whole: net.Network, most: int, browser: Any, shots: Path | None) -> list[str]:
    """Measure one network with so much room for it."""
    view, cut = timed(lambda: net.overview(whole, net.Wish(), most))
    places, laid = timed(lambda: net.lay_out(view.part))
    held, told = timed(lambda: net.told(view, places, whole, lambda _: ""))
    officials = [place for place, node in enumerate(whole.nodes) if node.kind is net.Kind.OFFICIAL]
    pairs = [(officials[place], officials[-place - 1]) for place in range(0, min(200, len(officials)), 10)]
    ways = median(timed(lambda p=pair: net.between(whole, *p, net.Wish()))[1] for pair in pairs)  # type: ignore[misc]
    size = len(json.dumps(held)) / 1e6
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "network.html"
        path.write_text(net.page(held, {}, "en"), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        start = perf_counter()
        page.goto(path.as_uri())
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        stands = (perf_counter() - start) * 1000
        frames = [page.evaluate(f"{FRAMES}({zoom})") for zoom in (1, 4, 16)]
        if shots is not None:
            page.evaluate("Net.page.view.fit()")
            page.wait_for_timeout(200)
            page.screenshot(path=shots / f"{name}-{most}.png")
        page.close()
    shown = " / ".join(f"{took:.1f} ({worst:.0f})" for took, worst, _ in frames)
    things = len(whole.nodes) - whole.counted().get("unit", 0)
    drawn = sum(node.kind is not net.Kind.UNIT for node in view.part.nodes)
    return [
        *(name, f"{things:,}", f"{drawn:,}", f"{cut:.0f}", f"{laid:.0f}", f"{told:.0f}"),
        *(f"{size:.1f}", f"{ways:.1f}", f"{stands:.0f}", shown),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shots", type=Path)
    parser.add_argument("--store", type=Path, action="append", default=[])
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    head = [
        "network",
        "things",
        "shown",
        "cut ms",
        "lay out ms",
        "tell ms",
        "MB",
        "way ms",
        "stands ms",
        "frame ms at 1/4/16 (worst)",
    ]
    sys.stdout.write("| " + " | ".join(head) + " |\n|" + " --- |" * len(head) + "\n")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for store in given.store:
            with open_graph(store) as graph:
                whole, took = timed(lambda: net.load(graph.store))
            row = measured(store.name, whole, 2_000, browser, given.shots)
            sys.stdout.write(f"| {' | '.join(row)} |\n")
            sys.stdout.write(f"(reading the network of {store.name}: {took:.0f} ms)\n")
        for things, most in SIZES:
            row = measured(f"made {things}", made(things), most, browser, given.shots)
            sys.stdout.write(f"| {' | '.join(row)} |\n")
        browser.close()


if __name__ == "__main__":
    run(main)
