"""How fast the served pages are, and whether they stand many readers.

    python -m tests.bench.serving STORE [--seconds 60] [--readers 50]

`kg serve` runs on the store in a process of its own, as a user starts it.  First one reader asks for officials'
pages (those of whom most is said, and some drawn) and searches, one after the other; then many readers at once
go from page to page, search and fetch data for a while.  Where there is a Chromium it tells when it first
painted an official's page.  Times are by the clock and depend on what else the machine does, but for
the server's processor time, which stands beside them; every request that
is not answered with 200 or 303 counts as an error.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

import httpx

from kg.cli import screen
from kg.store import open_store
from kg.vocab import DANG, ORG, SCHEMA
from tests.bench.corpus import run
from tests.serving import serving

HTML = {"Accept": "text/html"}
SEARCHES = (
    *("uong bi", "dang uy", "06-NQ/TU", "nguyen", "bí thư", "thu ngân sách", "ha noi", "chu tich ubnd"),
    *("nguyễn văn", "quảng ninh 2022", "nghi quyet dai hoi", "ban thuong vu", "tang truong", "cong an"),
)
KINDS = (
    DANG.Official,
    DANG.Body,
    DANG.AdministrativeUnit,
    DANG.Document,
    DANG.Theme,
    SCHEMA.Event,
    SCHEMA.NewsArticle,
)
DRAWN = 60
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint').map((each) => each.startTime)"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--readers", type=int, default=50)
    given = parser.parse_args()
    officials, things, quads = chosen(given.store)
    began = time.perf_counter()
    with serving(given.store) as (address, process):
        screen.say(f"{given.store}: {quads:,} quads, {len(officials)} officials measured")
        wait(address)
        screen.say(f"started, with the index of the search: {time.perf_counter() - began:.1f} s")
        with httpx.Client(base_url=address, timeout=60, headers=HTML) as client:
            one_reader(client, officials, process.pid)
        first_paint(address, officials[:10])
        many_readers(address, [*officials, *things], given.readers, given.seconds)


def chosen(store: Path) -> tuple[list[str], list[str], int]:
    """The paths of the busiest officials and some drawn ones, of things of every kind, the number of quads."""
    with open_store(store, read_only=True) as opened:

        def asked(query: str) -> list[str]:
            return [urlsplit(row["x"].value).path for row in opened.query(query)]

        busiest = f"""SELECT ?x (COUNT(*) AS ?n) WHERE {{ ?t a <{DANG.Tenure}> ; <{ORG.member}> ?x ; ?p ?o }}
                      GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 20"""
        every = [asked(f"SELECT DISTINCT ?x WHERE {{ ?x a <{kind}> }}") for kind in KINDS]
        draw = random.Random(6)
        things = [path for paths in every for path in draw.sample(sorted(paths), min(DRAWN, len(paths)))]
        drawn = draw.sample(sorted(every[0]), min(DRAWN, len(every[0])))
        return [*asked(busiest), *drawn], things, len(opened.quads)


def wait(address: str) -> None:
    """Wait until the search answers."""
    with httpx.Client(base_url=address, timeout=60, headers=HTML) as client:
        for _ in range(600):
            if client.get("/search", params={"q": "x"}).status_code == 200:
                return
            time.sleep(0.5)
    sys.exit("the search does not get ready")


def one_reader(client: httpx.Client, officials: Sequence[str], server: int) -> None:
    """Time pages and searches one after the other, by the clock and by the server's processor."""
    searches = [f"/search?q={quote(text)}" for text in SEARCHES for _ in range(3)]
    suggestions = [f"/search/suggest?q={quote(text)}" for text in SEARCHES]
    for what, paths in (
        ("an official's page, the busiest", officials[:20]),
        ("an official's page, drawn", officials[20:]),
        ("search", searches),
        ("suggestions", suggestions),
        ("home", ["/"] * 10),
    ):
        before = worked(server)
        seconds = [timed(client, path) for path in paths]
        after = worked(server)
        spent = None if before is None or after is None else (after - before) / len(paths)
        table(what, seconds, spent)


def worked(process: int) -> float | None:
    """Give the seconds of processor time that a process has taken; none where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(client: httpx.Client, path: str) -> float:
    """Give the seconds until a page is there in full."""
    began = time.perf_counter()
    answer = client.get(path)
    if answer.status_code != 200:
        sys.exit(f"{path}: {answer.status_code}")
    return time.perf_counter() - began


def table(what: str, seconds: Sequence[float], spent: float | None = None) -> None:
    """Print median, 95th percentile and maximum in milliseconds, and what the processor spent on each."""
    ordered = sorted(1000 * each for each in seconds)
    at = [ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.95, 1.0)]
    figures = "  ".join(
        f"{name} {value:7.1f} ms" for name, value in zip(("median", "95 %", "max"), at, strict=True)
    )
    mean = "" if spent is None else f"  processor {1000 * spent:6.1f} ms"
    screen.say(f"{what:34} {figures}{mean}  ({len(ordered)})")


def many_readers(address: str, paths: Sequence[str], readers: int, seconds: float) -> None:
    """Let readers go from page to page at once; print how many pages they got, how fast, and what went wrong."""
    until = time.monotonic() + seconds
    times: list[float] = []
    wrong: Counter[str] = Counter()

    def read(seed: int) -> None:
        draw = random.Random(seed)
        with httpx.Client(base_url=address, timeout=60, headers=HTML) as client:
            while time.monotonic() < until:
                path = walk(draw, paths)
                began = time.perf_counter()
                try:
                    status = client.get(path).status_code
                except httpx.HTTPError as error:
                    wrong[type(error).__name__] += 1
                    continue
                times.append(time.perf_counter() - began)
                if status not in (200, 303):
                    wrong[f"{status} {path}"] += 1

    threads = [Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    table(f"{readers} readers for {seconds:.0f} s", times)
    screen.say(f"{len(times) / seconds:.0f} pages a second, {wrong.total()} errors {dict(wrong) or ''}")


def walk(draw: random.Random, paths: Sequence[str]) -> str:
    """Give what a reader does next: mostly a page, now and then a search or the data."""
    chance = draw.random()
    if chance < 0.2:
        return f"/search?q={quote(draw.choice(SEARCHES))}"
    if chance < 0.3:
        return f"/search/suggest?q={quote(draw.choice(SEARCHES)[:5])}"
    path = draw.choice(paths)
    return f"{path}.ttl" if chance < 0.4 else path


def first_paint(address: str, paths: Sequence[str]) -> None:
    """Print when Chromium first painted pages."""
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if binary is None:
        screen.say("first paint: no Chromium here")
        return
    from playwright.sync_api import sync_playwright

    painted: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address + "/")
        for path in paths:
            page.goto(address + path)
            # Not by wait_for_function, which needs what the pages' security policy forbids.
            while not (told := page.evaluate(FIRST_PAINT)):
                page.wait_for_timeout(10)
            painted += [each / 1000 for each in told]
        browser.close()
    table("first paint of an official's page", painted)


if __name__ == "__main__":
    run(main)
