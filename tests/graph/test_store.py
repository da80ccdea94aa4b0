"""The store on disk: whole graphs, last complete state, one-line errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import sample

from kg.errors import QueryError, StoreError, UsageError
from kg.graph import quads
from kg.nquads import written
from kg.remote import RemoteStore
from kg.store import MARKER, KgStore, memory_store, open_store
from kg.vocab import Minter

MINT = Minter()
GRAPH = MINT.graph("sample")
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def small(graph: str, word: str) -> list[str]:
    return [f'<x:s> <x:p> "{word}" <{graph}> .\n', f'<x:s> <x:q> "same" <{graph}> .\n']


def words(store: KgStore) -> set[str]:
    """What the named graphs say; the merge must say the same, each thing once."""
    quads_ = list(store.quads.quads_for_pattern(None, ox.NamedNode("x:p"), None))
    named = {q.object for q in quads_ if isinstance(q.graph_name, ox.NamedNode)}
    assert named == {row["o"] for row in store.query("SELECT ?o { ?s <x:p> ?o }")}
    return {getattr(term, "value", "") for term in named}


def test_create_fill_reopen(tmp_path: Path) -> None:
    lines = list(quads(sample()))
    with open_store(tmp_path / "s", create=True) as store:
        assert list(store.replace([(GRAPH, lines)], WHEN)) == [(GRAPH, True)]
        assert store.articles() == {"sample": GRAPH}
    with open_store(tmp_path / "s", read_only=True) as store:
        assert len(list(store.quads.quads_for_pattern(None, None, None, ox.NamedNode(GRAPH)))) == len(lines)
        with pytest.raises(StoreError, match="for reading"):
            store.replace_all([(GRAPH, lines)])


def test_replacing_takes_away_what_only_the_old_graph_said(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "one")), ("x:b", small("x:b", "two"))])
        assert store.replace_all([("x:a", small("x:a", "three"))]) == 1
        assert words(store) == {"two", "three"}
        assert store.graphs() == ["x:a", "x:b"]
        assert store.replace_all([("x:a", [])]) == 1
        assert words(store) == {"two"}


def test_the_same_lines_change_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "one"))], WHEN)
        before = set(store.quads)
        assert store.replace_all([("x:a", small("x:a", "one"))]) == 0
        assert set(store.quads) == before
        assert any("2026-01-02T00:00:00" in str(quad.object) for quad in before)


def test_hostile_text_survives_a_replacement(tmp_path: Path) -> None:
    hostile = 'a\\\\u0041 \\" } INSERT DATA { \\n \\u0001'  # as a line of N-Quads has it
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "old"))])
        store.replace_all([("x:a", small("x:a", hostile))])
        assert words(store) == {'a\\u0041 " } INSERT DATA { \n \x01'}


def test_the_merge_has_each_triple_once(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([(g, small(g, "one")) for g in ("x:a", "x:b", "x:c")])
        assert len(list(store.query("SELECT * { ?s <x:p> ?o ; <x:q> ?r }"))) == 1
        store.remove("x:a")
        store.replace_all([("x:b", small("x:b", "two"))])
        assert words(store) == {"one", "two"}
        store.remove("x:c")
        assert words(store) == {"two"}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sets(st.sampled_from("123"))), max_size=12))
def test_the_merge_is_the_merge_after_any_changes(steps: list[tuple[str, set[str]]]) -> None:
    store = memory_store()
    for name, said in steps:
        graph = f"x:{name}"
        if said:
            store.replace_all([(graph, [f'<x:s> <x:p> "{word}" <{graph}> .\n' for word in sorted(said)])])
        else:
            store.remove(graph)
        words(store)
    final = dict(steps)
    assert words(store) == {word for said in final.values() for word in said}


def test_remove(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "one"))])
        assert store.remove("x:a")
        assert not store.remove("x:a")
        assert len(store.quads) == 0


def test_what_an_interrupted_run_left_is_cleared(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "old"))])
        # as a run that was killed between loading and marking
        (tmp_path / "writing").touch()
        half = [*small("x:new", "half"), '<x:s> <x:p> "half" .\n']
        store.quads.bulk_load("".join(half).encode(), ox.RdfFormat.N_QUADS)
    with open_store(tmp_path, read_only=True) as store:
        assert words(store) == {"old"}
        assert store.graphs() == ["x:a"]


def test_what_was_cut_short_is_cleared_by_what_was_written_down_of_it(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "old"))])
        new = written("x:b", small("x:b", "new"))
        store._begin([new.triples])
        # only the merge had come in when the run was killed; one of its triples is said by another graph, too
        store.quads.bulk_load(new.triples, ox.RdfFormat.N_TRIPLES)
        assert bool(store.query('ASK { ?s <x:p> "new" }'))
    with open_store(tmp_path) as store:
        assert words(store) == {"old"}
        assert store.replace_all([("x:b", small("x:b", "new"))]) == 1
        assert words(store) == {"old", "new"}


def test_large_runs_go_in_batches_that_a_reader_of_the_result_follows(tmp_path: Path) -> None:
    text = "w" * 2_000_000
    names = [f"x:g{n}" for n in range(9)]
    drawn: list[str] = []

    def graphs() -> Iterator[tuple[str, list[str]]]:
        for name in names:
            drawn.append(name)
            yield name, small(name, f"{name}{text}")

    with open_store(tmp_path, create=True) as store:
        waiting = store.replace(graphs())
        assert next(waiting) == (names[0], True)
        assert len(drawn) < len(names)
        assert store.graphs(), "what is told is in the store"
        assert [name for name, _ in waiting] == names[1:]
        assert store.graphs() == names


def test_a_failing_batch_leaves_the_last_complete_state(tmp_path: Path) -> None:
    def broken() -> list[str]:
        raise KeyboardInterrupt

    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "old"))])
        with pytest.raises(StoreError, match="not N-Quads"):
            store.replace_all([("x:a", small("x:a", "new")), ("x:b", ["<x:s> nonsense\n"])])
        assert words(store) == {"old"}
        with pytest.raises(KeyboardInterrupt):
            store.replace_all((name, broken()) for name in ("x:a",))
        assert words(store) == {"old"}
        assert store.replace_all([("x:a", small("x:a", "new"))]) == 1
        assert words(store) == {"new"}


def test_queries_see_the_union(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "one"))])
        assert bool(store.query('ASK { ?s <x:p> "one" }'))
        with pytest.raises(QueryError, match="query failed"):
            store.query("SELECT nonsense")


def test_errors_are_one_line(tmp_path: Path) -> None:
    def message(**how: object) -> str:
        with pytest.raises(StoreError) as caught:
            open_store(tmp_path / "s", **how)  # type: ignore[arg-type]
        assert "\n" not in str(caught.value)
        return str(caught.value)

    assert "no store here" in message()
    assert "no store here" in message(create=True, read_only=True)
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "mine.txt").touch()
    assert "not empty" in message(create=True)
    (tmp_path / "s" / "mine.txt").unlink()
    with open_store(tmp_path / "s", create=True):
        assert "another process" in message()
    assert "base" in message(base="https://example.org/")
    marker = tmp_path / "s" / MARKER
    good = json.loads(marker.read_text())
    marker.write_text(json.dumps({**good, "version": 99}))
    assert "version 99" in message()
    marker.write_text(json.dumps({**good, "base": "nonsense"}))
    assert "bad base" in message()
    marker.write_text("{")
    assert "can't be read" in message()


def test_a_store_that_was_just_begun_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    open_store(folder, create=True).close()
    (folder / MARKER).rename(folder / (MARKER + ".new"))
    with pytest.raises(StoreError, match="no store here"):
        open_store(folder)
    with open_store(folder, create=True) as store:
        assert store.graphs() == []
    assert (folder / MARKER).is_file()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path, create=True)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.graphs()


def test_a_new_store_keeps_its_base(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True, base="https://example.org/kg/") as store:
        assert store.base == "https://example.org/kg/"
    with open_store(tmp_path / "s") as store:
        assert store.base == "https://example.org/kg/"
    with pytest.raises(UsageError):
        open_store(tmp_path / "t", create=True, base="nonsense")
    assert not (tmp_path / "t").exists()


def test_remote_stores_take_addresses_only() -> None:
    with pytest.raises(UsageError):
        RemoteStore("localhost:3030")
    with pytest.raises(StoreError, match="no answer"):
        RemoteStore("http://127.0.0.1:9/sparql", timeout=2).query("SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize("held", [2, 50_000])
def test_a_graph_of_any_size_is_put_in_place_of_another(
    tmp_path: Path, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by :meth:`write`: what two graphs have stays in the merge, and nothing is left of an emptied one."""
    monkeypatch.setattr("kg.sorting.HELD", held)
    told = {name: [line for word in name for line in small("x:b", word)] for name in ("abc", "bcd", "")}
    with open_store(tmp_path, create=True) as store:
        store.replace_all([("x:a", small("x:a", "a"))])
        assert store.put("x:b", told["abc"])
        assert words(store) == {"a", "b", "c"}
        assert not store.put("x:b", told["abc"])
        assert store.put("x:b", told["bcd"])
        assert words(store) == {"a", "b", "c", "d"}
        assert store.put("x:b", told[""])
        assert words(store) == {"a"}
        assert not store.quads.contains_named_graph(ox.NamedNode("x:b"))
    with open_store(tmp_path) as store:
        assert words(store) == {"a"}


def test_lines_that_are_none_leave_no_trace_of_a_large_graph(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        with pytest.raises(StoreError, match="not N-Quads"):
            store.put("x:b", [*small("x:b", "b"), "no quad\n"])
        assert words(store) == set()
        assert store.graphs() == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_a_store_that_is_lent_is_written_for_all_others(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    asked = (
        "import sys; from pathlib import Path; from kg.store import open_store; from kg.snapshot import is_written;"
        "from kg.errors import StoreError\n"
        "folder = Path(sys.argv[1]); print(is_written(folder))\n"
        "for lent in (False, True):\n"
        "    try: open_store(folder, lent=lent).close(); print('opened')\n"
        "    except StoreError as error: print(error)\n"
    )

    def told() -> list[str]:
        path = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
        ran = subprocess.run(
            [sys.executable, "-c", asked, str(folder)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        return ran.stdout.splitlines()

    with open_store(folder, create=True) as store:
        assert told()[0] == "True"
        with store.aside():
            written, other, lent = told()
            assert (written, lent) == ("True", "opened")
            assert "another process is writing the store" in other
        assert store.graphs() == []
    assert told() == ["False", "opened", "opened"]
