"""Who decides or asks something by a document, and so has issued it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.relate.document_around import DocumentMention
from kg.relate.document_issuers import IssuerReader
from kg.relate.phrases import skip, surface

_SCHEME = "document-cue"
_COMMA = ", "


def decider(
    mention: DocumentMention, scan: Scan, lexicon: Lexicon, issuers: IssuerReader
) -> Organization | None:
    """Who acts in the clause that a document opens, or in the sentence after it.

    A decision is what somebody decides by (``Theo Quyết định số 5, Tỉnh ủy quyết định``), any other paper
    what somebody says in (``Tại Kết luận số 21, Ban Bí thư yêu cầu``).
    """
    decision = mention.kind.key == "decision"
    low = scan.sentence(mention.start).start
    opens = (_by_which if decision else _in_which)(lexicon).search(scan.text.folded, low, mention.start)
    ends = (end for end in (mention.end, mention.stop) if scan.text.content.startswith(_COMMA, end))
    place = next(ends, None) if opens is not None else None
    if place is not None:
        named = issuers.named(place + len(_COMMA))
        verb = (_decides if decision else _says)(lexicon)
        if named and verb.match(scan.text.folded, named[1]):
            return named[0]
    if not decision:
        return None
    then = _accordingly(mention, scan, lexicon, issuers) if place is None else None
    known = _makes_known(lexicon).search(scan.text.folded, low, mention.start)
    if then is None and (opens is not None or known is not None or issuers.announced(mention.start)):
        return _made_known(mention, scan, lexicon, issuers)
    return then


def _made_known(
    mention: DocumentMention, scan: Scan, lexicon: Lexicon, issuers: IssuerReader
) -> Organization | None:
    """The only one whose decisions the article says are made known (``công bố quyết định của Tỉnh ủy``)."""
    if _makes_known(lexicon).search(scan.text.folded, 0, mention.start) is None:
        return None
    places = (said.end() for said in _decision_of(lexicon).finditer(scan.text.folded, 0, mention.start))
    named = [found[0] for place in places if (found := issuers.named(place)) is not None]
    return named[0] if named and len({one.label for one in named}) == 1 else None


def _accordingly(
    mention: DocumentMention, scan: Scan, lexicon: Lexicon, issuers: IssuerReader
) -> Organization | None:
    """Who decides in the next sentence, which takes a decision up (``Theo đó, Bộ Chính trị quyết định``)."""
    after = skip(scan.text.content, scan.sentence(mention.start).end, " \n")
    then = _thereby(lexicon).match(scan.text.folded, after)
    named = issuers.named(then.end()) if then is not None else None
    return named[0] if named and _decides(lexicon).match(scan.text.folded, named[1]) else None


@lru_cache(maxsize=4)
def _thereby(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, 'cue', 'accordingly')},\s")


@lru_cache(maxsize=4)
def _makes_known(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for making somebody's decisions known."""
    several = rf"(?:{surface(lexicon, _SCHEME, 'plural')}\s)?"
    known = surface(lexicon, _SCHEME, "announces")
    return re.compile(rf"(?<!\w){known}\s{several}{_decision_of(lexicon).pattern}")


@lru_cache(maxsize=4)
def _decision_of(lexicon: Lexicon) -> re.Pattern[str]:
    decision = surface(lexicon, "document-kind", "decision")
    return re.compile(rf"(?<!\w){decision}\s{surface(lexicon, _SCHEME, 'by')}\s")


@lru_cache(maxsize=4)
def _by_which(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `by`, before the decision by which somebody decides."""
    another = rf"[^,;.]{{1,40}}\s{surface(lexicon, 'cue', 'and')}\s"
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'by-which')}\s(?:{another})?$")


@lru_cache(maxsize=4)
def _in_which(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `in`, before the paper in which somebody says something."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'in-which')}\s$")


@lru_cache(maxsize=4)
def _decides(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb of who decides, perhaps on somebody's post, and behind the term of who does."""
    on_posts = surface(lexicon, "cue", "appoints", "assigns", "transfers", "approves", "relieves")
    return re.compile(rf"{_before_verb(lexicon)}(?:{surface(lexicon, _SCHEME, 'decides')}|{on_posts})(?!\w)")


@lru_cache(maxsize=4)
def _says(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb of who says something in a paper of its own."""
    verb = surface(lexicon, _SCHEME, "decides", "says-in")
    return re.compile(rf"{_before_verb(lexicon)}{verb}(?!\w)")


def _before_verb(lexicon: Lexicon) -> str:
    adverb, of_term = surface(lexicon, _SCHEME, "adverb"), surface(lexicon, "cue", "session")
    return rf"(?:\s{of_term}\s\w{{1,5}})?(?:\s{adverb})*\s"
