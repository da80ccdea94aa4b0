"""The way of the data; this module alone knows the order of the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kg.computed import conclude
from kg.consequence import Touched
from kg.derive.local import Changes
from kg.errors import KgError, ReadError, RepeatError, UsageError
from kg.graph import quads
from kg.history import History
from kg.identity import Identities
from kg.journal import Entry, Journal, derived_key, key
from kg.lexicon import Lexicon, lexicon
from kg.mention import Scan
from kg.model import Article, Facts, Judgement, Unread
from kg.normalise import normalise
from kg.nquads import Written, written
from kg.read import Raw, article_of, own_identifier, records, unrepeated
from kg.recognise import recognise
from kg.relate.congresses import congresses
from kg.relate.documents import documents
from kg.relate.events import events
from kg.relate.indicators import indicators
from kg.relate.links import links
from kg.relate.positions import positions
from kg.relate.themes import themes
from kg.resolve import resolve
from kg.store import KgStore, open_store, writing
from kg.summary import summary
from kg.vocab import DEFAULT_BASE, Minter
from kg.workers import spread

if TYPE_CHECKING:
    from kg.propose import Model

_KEPT = 64
"""So many graphs are noted in the journal at a time."""


def scan(article: Article, words: Lexicon | None = None) -> Scan:
    """Give what the recognisers see in an article."""
    return recognise(normalise(article), words or lexicon())


def facts(article: Article, words: Lexicon | None = None, model: Model | None = None) -> Facts:
    """All that one article says.

    With a ``model``, what it proposes beyond the grammar's facts and the checks let pass; see
    :mod:`kg.propose`.  Raises ModelError when the model can't be asked.
    """
    words = words or lexicon()
    seen = scan(article, words)
    unread: list[Unread] = []
    claims = Facts(
        article,
        seen.text,
        positions=tuple(positions(seen, words, unread)),
        documents=tuple(documents(seen, words)),
        links=tuple(links(seen, words)),
        themes=tuple(themes(seen, words)),
        indicators=tuple(indicators(seen, words, unread)),
        congresses=tuple(congresses(seen, words)),
        events=tuple(events(seen, words)),
        unread=tuple(unread),
    )
    if model is not None:
        from kg.propose import joined, propose  # much to load, for what few ask for

        claims = joined(claims, *propose(seen, words, model, claims))
    return resolve(claims, seen, words)


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that a recogniser saw and could not use, and where."""

    pattern: str
    quote: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did.

    ``errors`` names what could not be read; ``repeated`` further copies of an article under its own
    identifier, word for word, which count once; ``unread`` what could not be used; ``unknown`` the persons of
    judgements whom no article names; ``refused`` the judgements that contradict others; ``counts`` how much
    the store holds now, kind by kind (:func:`kg.summary.summary`).
    """

    built: int
    unchanged: int
    errors: tuple[ReadError, ...]
    unread: Counter[str] = field(default_factory=Counter)
    removed: int = 0
    unknown: tuple[str, ...] = ()
    refused: tuple[Judgement, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    repeated: tuple[RepeatError, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The graph of one article, made in a worker."""

    written: Written
    unread: tuple[Unusable, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that the program failed on."""

    source: str
    fault: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an engine made of an article: its id as read, a key of all that went in, a digest of its words.

    ``settle`` is told what became of it when its id is another's: the graph under its own id, or ``None``
    when it only repeats.
    """

    raw: Raw
    identifier: str
    key: bytes
    words: bytes
    made: Made | Failed
    settle: Callable[[Made | Failed | None], object]


class Engine(Protocol):
    """Reads articles elsewhere, and makes their graphs."""

    def run(
        self, items: Iterable[Raw | ReadError], base: str, key: Callable[[Raw], bytes], *, again: bool
    ) -> Iterator[Outcome | ReadError]:
        """Give what became of each article, in their order; ``again`` trusts nothing made before."""


def build(
    sources: Iterable[str | Path],
    store: str | Path,
    *,
    base: str | None = None,
    jobs: int | None = None,
    engine: Engine | None = None,
    again: bool = False,
    sync: bool = False,
    model: Model | None = None,
    judgements: Sequence[Judgement] = (),
    on_article: Callable[[str], object] | None = None,
    on_error: Callable[[ReadError], object] | None = None,
    on_unread: Callable[[Unusable], object] | None = None,
) -> Build:
    """Read ``sources`` into the store in the folder ``store``; each article's graph replaces the one before.

    An article that is in the store already, word for word and by this very program, is passed over unless
    ``again``.  With ``sync`` articles of the store that the sources no longer hold are removed, unless
    something could not be read.  ``jobs`` is the number of processes (see :func:`kg.workers.spread`), an
    ``engine`` reads the articles elsewhere (:mod:`kg.cluster`); the result never depends on them.  A
    ``model`` may propose facts beyond the grammar's, but not with an engine; it must be fit to be pickled,
    as a :class:`kg.propose.Client` is.  ``judgements`` overrule the program in who is who.  ``on_article``
    is told what became of each article (built, unchanged, repeated, unreadable).  What can't be read is told
    to ``on_error`` as it is met, and the rest goes on.  A run that is stopped leaves a store that is complete
    as far as it got.  Raises KgError when the store can't be written or the model can't be asked.
    """
    with writing(store), open_store(store, create=True, base=base) as opened, Journal(opened.path) as journal:
        work = _Work(opened, journal, again, model, on_article, on_error, on_unread)
        if engine is None:
            work.run(records(sources), jobs)
        else:
            work.run_elsewhere(records(sources), engine)
        if sync:
            work.sync()
        known = work.conclude(judgements)
        errors = tuple(work.errors)
        return Build(
            work.built,
            work.unchanged,
            errors,
            work.unread,
            work.removed,
            known.unknown,
            known.refused,
            journal.standing().counts,
            tuple(work.repeated),
        )


def remove(articles: Iterable[str], store: str | Path, judgements: Sequence[Judgement] = ()) -> int:
    """Remove articles, named by their identifiers, from the store in the folder ``store``.

    What only they said goes with them; what is computed across articles is computed anew.  Gives the number
    of articles removed.  Raises UsageError, and removes nothing, when one is not in the store.
    """
    with writing(store), open_store(store) as opened, Journal(opened.path) as journal:
        known = opened.articles()
        wanted = dict.fromkeys(articles)
        for name in wanted:
            if name not in known:
                near = get_close_matches(name, known, n=3, cutoff=0.6)
                hint = f"; near it: {', '.join(near)}" if near else "; `kg remove` alone lists the articles"
                raise UsageError(f"{name}: no article of the store has this identifier{hint}")
        work = _Work(opened, journal, False, None, None, None, None)
        work.remove(known[name] for name in wanted)
        work.conclude(judgements)
        return work.removed


class _Work:
    """A build under way."""

    def __init__(
        self,
        store: KgStore,
        journal: Journal,
        again: bool,
        model: Model | None,
        on_article: Callable[[str], object] | None,
        on_error: Callable[[ReadError], object] | None,
        on_unread: Callable[[Unusable], object] | None,
    ) -> None:
        self.store, self.journal, self.again, self.model = store, journal, again, model
        self.on_article, self.on_error, self.on_unread = on_article, on_error, on_unread
        self.mint = Minter(store.base)
        self.built = self.unchanged = 0
        self.errors: list[ReadError] = []
        self.repeated: list[RepeatError] = []
        self.unread: Counter[str] = Counter()
        self.history = History(store)
        self.removed = 0
        self._opened = False
        self._standing = journal.standing()
        self._touched = Touched(store, everything=again or self._standing.derived is None)
        self._changes: Changes | None = None
        self._under_way: dict[str, Entry] = {}
        self._kept: list[tuple[str, Entry]] = []

    def run(self, items: Iterable[Raw | ReadError], jobs: int | None) -> None:
        """Make the graphs of all articles and keep them batch by batch."""
        made = partial(make, base=self.store.base, model=self.model)
        self._keep_all(spread(made, self._wanted(items), jobs, lexicon))

    def run_elsewhere(self, items: Iterable[Raw | ReadError], engine: Engine) -> None:
        """Let an engine make the graphs of all articles, and keep them batch by batch."""
        outcomes = engine.run(items, self.store.base, self._key, again=self.again)
        self._keep_all(self._accepted(outcomes))

    def _keep_all(self, made: Iterable[Made | Failed]) -> None:
        for graph, _ in self.store.write(self._graphs(made), remember=self._remember, minted=True):
            self._kept.append((graph, self._under_way.pop(graph)))
            if len(self._kept) >= _KEPT:
                self._note()

    def _note(self) -> None:
        """Note in the journal what is in the store, once it is there for good."""
        self.store.flush()
        self.journal.add(self._kept)
        self._kept.clear()

    def _wanted(self, items: Iterable[Raw | ReadError]) -> Iterator[Article]:
        """Pass on the articles that are new or changed; what has not changed is not even read."""
        for item in items:
            if isinstance(item, ReadError):
                self._report(item)
                continue
            now = self._key(item)
            if item.identifier not in self.journal.met and (words := self._built(item.identifier, now)):
                self.journal.met[item.identifier] = words, item.source
                self._pass_over()
                continue
            article = self._read(item)
            if article is None:
                continue
            if article.id != item.identifier and self._built(article.id, now):
                self._pass_over()
                continue
            self._under_way[self.mint.graph(article.id)] = Entry(now, self.journal.met[article.id][0])
            yield article

    def _key(self, raw: Raw) -> bytes:
        model = self.model.name if self.model is not None else ""
        return key(raw.data, model, raw.form, raw.identifier, raw.url or "", raw.moment or "")

    def _accepted(self, outcomes: Iterable[Outcome | ReadError]) -> Iterator[Made | Failed]:
        """Settle the ids of articles that were read elsewhere, in their order, as if they were read here."""
        for outcome in outcomes:
            if isinstance(outcome, ReadError):
                self._report(outcome)
                continue
            raw, made = outcome.raw, outcome.made
            identifier = own_identifier(outcome.identifier, outcome.words, raw.source, self.journal.met)
            if isinstance(identifier, ReadError):
                outcome.settle(None)
                self._report(identifier)
                continue
            if identifier != outcome.identifier:
                made = self._renamed(raw, identifier)
                outcome.settle(made)
            if self._built(identifier, outcome.key):
                self._pass_over()
                continue
            self._under_way[self.mint.graph(identifier)] = Entry(outcome.key, outcome.words)
            yield made

    def _renamed(self, raw: Raw, identifier: str) -> Made | Failed:
        article = article_of(raw)
        if isinstance(article, ReadError):
            return Failed(raw.source, article.reason)
        return make(replace(article, id=identifier), self.store.base)

    def _built(self, identifier: str, now: bytes) -> bytes | None:
        """Give the digest of the article's words when it is in the store as it is now."""
        if self.again:
            return None
        entry = self.journal.entry(self.mint.graph(identifier))
        return entry.words if entry is not None and entry.key == now else None

    def _read(self, raw: Raw) -> Article | None:
        article = article_of(raw)
        if not isinstance(article, ReadError):
            article = unrepeated(article, self.journal.met)
        if isinstance(article, ReadError):
            self._report(article)
            return None
        return article

    def _pass_over(self) -> None:
        self.unchanged += 1
        self._tell("unchanged")

    def _graphs(self, made: Iterable[Made | Failed]) -> Iterator[Written]:
        for result in made:
            if isinstance(result, Failed):
                reason = f"the program failed on it ({result.fault}); please report this"
                self._report(ReadError(result.source, reason))
                continue
            self.built += 1
            self._tell("built")
            for unusable in result.unread:
                self.unread[unusable.pattern] += 1
                if self.on_unread is not None:
                    self.on_unread(unusable)
            self._reopen()
            if self.journal.entry(result.written.graph) is None:
                self._touched.weigh(result.written.graph, result.written.triples)
            yield result.written

    def _remember(self, new: Written, stamp: str) -> str:
        self._touched.weigh(new.graph, new.triples)
        return self.history.of_replacing(new, stamp)

    def _reopen(self) -> None:
        """Take the mark of being done off the journal before the first change."""
        if not self._opened:
            self.journal.reopen()
            self._opened = True

    def remove(self, graphs: Iterable[str]) -> None:
        """Remove articles' graphs, and remember what they said."""
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        for graph in graphs:
            self._opened = True
            self._touched.weigh(graph, b"")
            self.journal.forget(graph)
            self.removed += self.store.remove(graph, self.history.of_removing(graph, stamp))

    def sync(self) -> None:
        """Remove the articles that were not met, unless something could not be read that may hold them."""
        if not self.errors:
            known = self.store.articles()
            self.remove(graph for article, graph in known.items() if article not in self.journal.met)

    def _report(self, error: ReadError) -> None:
        if isinstance(error, RepeatError):
            self.repeated.append(error)
            self._tell("repeated")
            return
        self.errors.append(error)
        self._tell("unreadable")
        if self.on_error is not None:
            self.on_error(error)

    def _tell(self, outcome: str) -> None:
        if self.on_article is not None:
            self.on_article(outcome)

    def conclude(self, judgements: Sequence[Judgement] = ()) -> Identities:
        """Compute what holds across articles, unless nothing that it rests on has changed since.

        Gives what was decided of who is who, or nothing when nothing was to be decided anew.
        """
        if self.journal.derived(judgements) and not self.again:
            return Identities((), ())
        if self._standing.derived != derived_key(judgements):
            self._touched.kinds = None
        self._changes = self._touched.changes()
        if self._changes is None:
            self._note()  # what follows takes long
        found = conclude(self.store, self.journal, judgements, self._touched.kinds, self._changes)
        self.history.trim()
        counts = self._counts()
        self._note()
        self.journal.add_derived(judgements, counts)
        return found

    def _counts(self) -> dict[str, int]:
        """Count what the store holds; what nothing has touched is as many as it was."""
        return summary(self.store, self._standing.counts, self._touched.replaced(), self._changes)


def make(article: Article, base: str = DEFAULT_BASE, model: Model | None = None) -> Made | Failed:
    """Make an article's graph; a fault of the program in one article must not stop the others."""
    try:
        found = facts(article, model=model)
        unread = tuple(
            Unusable(u.pattern, u.evidence.quote, article.id, u.evidence.start, u.evidence.end)
            for u in found.unread
        )
        return Made(written(Minter(base).graph(article.id), quads(found, base)), unread)
    except KgError:
        raise
    except Exception as error:
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        return Failed(article.source or article.id, fault[:200])

