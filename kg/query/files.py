"""Query files: SPARQL whose header of comments says what it answers and which parameters it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from kg.errors import QueryError
from kg.query.names import LOOKUPS
from kg.query.safety import check
from kg.query.words import one_line, shown
from kg.resources import data_dir

_HEAD = re.compile(r"#\s*(title|question-vi|question-en|param|param-vi|example):\s*(.*?)\s*")
_PARAM = re.compile(r"(\w+)\s+(\S+)\s+\((required|optional|default=([^)]*))\)\s+(.+)")
#: How a type begins that is a choice of values.
CHOICE = "one-of:"
_LARGEST = 1_000_000

_TYPES = (*LOOKUPS, "indicator", "date", "period", "integer", "text")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query.

    ``type`` is one of unit, organization, person, document, article, indicator, period, date, integer, text,
    or ``one-of:a|b``; ``default`` is what counts when none is given.
    """

    name: str
    type: str
    required: bool
    default: str | None
    description: str
    description_vi: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says; ``name`` is empty for SPARQL given as text."""

    name: str
    title: str
    question_vi: str
    question_en: str
    parameters: tuple[Parameter, ...]
    examples: tuple[str, ...]
    text: str

    def arguments(self, words: Sequence[str]) -> dict[str, str]:
        """Read ``--unit NAME``, ``--unit=NAME`` or ``--param unit=NAME``; raises QueryError otherwise."""
        found: dict[str, str] = {}
        waiting = list(words)
        while waiting:
            word = waiting.pop(0)
            if not word.startswith("--"):
                raise QueryError(f"{self._shown}: {shown(word)} is no parameter; write --NAME VALUE")
            name, equals, value = word[2:].partition("=")
            if not equals:
                if not waiting:
                    raise QueryError(f"{self._shown}: --{shown(name)} needs a value")
                value = waiting.pop(0)
            if name == "param":
                name, _, value = value.partition("=")
            found[name] = value
        return found

    @property
    def _shown(self) -> str:
        return self.name or "query"

    def parameter(self, name: str) -> Parameter:
        """Give the parameter of that name; raises QueryError, with near names, when there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(f"--{parameter.name}" for parameter in self.parameters) or "none"
        raise QueryError(f"{self._shown}: no parameter {shown(name)}; it takes {known}")


def queries() -> dict[str, Query]:
    """Read every query of the package, by name, sorted."""
    return dict(_queries(data_dir("queries")))


@lru_cache(maxsize=4)
def _queries(folder: Path) -> tuple[tuple[str, Query], ...]:
    return tuple((path.stem, _read(path)) for path in sorted(folder.glob("*.rq")))


def load(source: str | Path) -> Query:
    """Find a query by name, read a file, or take SPARQL as it stands.

    Raises QueryError for an unknown name (with near ones), an unreadable file, and SPARQL that is wrong or
    does more than read.
    """
    text = str(source)
    if text in (known := queries()):
        return known[text]
    if re.search(r"[\s{}]", text) and not _is_file(text):
        return _checked(_parse("", text))
    if _is_file(text):
        return _checked(_read(Path(text)))
    near = get_close_matches(text, known, n=3, cutoff=0.5) or [n for n in known if text and text in n][:3]
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `kg query` lists them"
    raise QueryError(f"{shown(text)}: no query of that name and no such file{hint}")


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _read(path: Path) -> Query:
    try:
        if path.stat().st_size > _LARGEST:
            raise QueryError(f"{path}: larger than a query can be; give a SPARQL file")
        return _parse(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: can't be read as UTF-8 text: {one_line(error)}") from error


def _parse(name: str, text: str) -> Query:
    head: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        if found := _HEAD.fullmatch(line):
            head.setdefault(found[1], []).append(found[2])
    return Query(
        name=name,
        title=" ".join(head.get("title", ())),
        question_vi=" ".join(head.get("question-vi", ())),
        question_en=" ".join(head.get("question-en", ())),
        parameters=tuple(_parameters(name, head)),
        examples=tuple(head.get("example", ())),
        text=text,
    )


def _parameters(query: str, head: Mapping[str, Sequence[str]]) -> Iterator[Parameter]:
    """Read the parameters, each with what ``param-vi`` says of it in Vietnamese."""
    told = dict(line.partition(" ")[::2] for line in head.get("param-vi", ()))
    for line in head.get("param", ()):
        found = _parameter(query, line)
        yield replace(found, description_vi=told.get(found.name, ""))


def _parameter(query: str, line: str) -> Parameter:
    found = _PARAM.fullmatch(line)
    if found is None or not (found[2] in _TYPES or found[2].startswith(CHOICE)):
        raise QueryError(
            f"{query or 'query'}: can't read `# param: {shown(line)}`; "
            "write NAME TYPE (required|optional|default=…) DESCRIPTION"
        )
    return Parameter(found[1], found[2], found[3] == "required", found[4], found[5])


def _checked(query: Query) -> Query:
    check(query.text)
    return query
