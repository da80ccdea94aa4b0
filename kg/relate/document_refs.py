"""Which mentions of documents are one document, and what they tell of it together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Document, Organization
from kg.relate import committees, document_numbers
from kg.relate.congress_refs import CongressMention, CongressReader
from kg.relate.congress_settled import same, settle
from kg.relate.document_around import DocumentMention
from kg.relate.document_items import continued, items
from kg.relate.document_laws import anew
from kg.relate.document_lists import joined
from kg.relate.document_mentions import DocumentReader
from kg.relate.document_passing import passes
from kg.relate.document_plan_numbers import with_numbers
from kg.relate.document_series import completed
from kg.relate.document_sessions import passed
from kg.relate.phrases import lower_first, surface, tidy

_PARTY = "communist-party"
_YEAR_DIGITS = 4
_OLD = 3
"""Years after which a law of that name may be replaced."""
_MARKS = re.compile(r"[,–-]")
_OWN = frozenset({"titled-own", "titled-quoted"})
"""Rules that read one title, in quotation marks or not."""
_SHORTENED = frozenset({"titled-about", "titled-task", "titled-issued", "titled-own"})
"""Rules for titles that a headline tells in short."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_WORD = re.compile(r"\w+")
_OPENING, _SHARE = 5, 0.6
"""So many sentences open a text; so many of a headline's words tell that it is the same."""
_LONG = 32
"""Words with which a title is told in full, where another mention is shorter."""
_MANY = 8
"""Different words that tell a title, in whatever order they stand."""
_TELLING = 4
"""Words without which a title is too short to tell a document."""


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document of the article with all its mentions, the first one first."""

    document: Document
    mentions: tuple[DocumentMention, ...]


@lru_cache(maxsize=1)
def read(scan: Scan, lexicon: Lexicon) -> tuple[CitedDocument, ...]:
    """The documents of an article, each once, in the order of their first mention."""
    if not scan.hits.of("document-kind"):
        return ()
    listed = list(items(scan, lexicon))
    told = [m for m in DocumentReader(scan, lexicon).mentions() if not any(_opens(m, i) for i in listed)]
    told = list(continued(told, scan, lexicon))
    mentions = joined(sorted([*told, *listed], key=lambda m: m.start), scan, lexicon)
    mentions = passed(mentions, scan, lexicon)
    mentions = completed(mentions, scan, lexicon)
    mentions = _with_congresses(mentions, scan, lexicon)
    groups: list[list[DocumentMention]] = []
    for mention in sorted(mentions, key=lambda m: (_bare_congress(m), not m.stated, m.start)):
        fitting = [g for g in groups if _same(g, mention)]
        if not fitting:
            if not _bare_congress(mention):
                groups.append([mention])
        elif not _bare_congress(mention) or len(fitting) == 1:
            agreeing = [g for g in fitting if committees.compatible(g[0].issuer, mention.issuer)]
            (agreeing or fitting)[0].append(mention)
    groups = _one_law(sorted(groups, key=lambda g: min(m.start for m in g)), scan, lexicon)
    groups = with_numbers(_short_named(groups, scan, lexicon), scan, lexicon)
    groups = [g for g in groups if not (_only_headed(g, groups, scan) or _of_any_congress(g))]
    return tuple(_cited(sorted(_owned(g, groups), key=lambda m: m.start), scan) for g in groups)


def _opens(mention: DocumentMention, item: DocumentMention) -> bool:
    """Whether the word for what is listed was read with the first item of its list as one title."""
    return mention.titled and mention.start <= item.start < mention.stop


def _of_any_congress(group: list[DocumentMention]) -> bool:
    """Whether a resolution of the party's congress is told of none (``Nghị quyết Đại hội Đảng``)."""
    return all(
        m.rule == "congress-resolution"
        and not (m.congress_ordinal or m.term)
        and m.issuer is not None
        and m.issuer.kind == _PARTY
        for m in group
    )


def _only_headed(group: list[DocumentMention], groups: list[list[DocumentMention]], scan: Scan) -> bool:
    """Whether only a headline names a paper, in short, with one of its kind in the opening of the text."""
    if not all(m.rule in _SHORTENED and scan.sentence(m.start).kind in _HEADS for m in group):
        return False
    told = " ".join(_title(m) for m in group)
    words = set(_WORD.findall(told.removeprefix(group[0].kind.label)))
    for other in groups:
        first = next((m for m in other if scan.sentence(m.start).kind not in _HEADS), None)
        if first is None or other is group or not _may_be_about(first, group[0]):
            continue
        if not committees.compatible(first.issuer, group[0].issuer):
            continue
        sentence = scan.text.sentence_at(first.start)
        more = set(_WORD.findall(scan.text.folded[first.start : scan.text.sentences[sentence].end]))
        if sentence <= _OPENING and len(words & more) >= _SHARE * len(words):
            return True
    return False


def _may_be_about(first: DocumentMention, headed: DocumentMention) -> bool:
    """Whether a document may be the one of a headline: of its kind, or one whose subject names the kind."""
    if first.kind.key == headed.kind.key:
        return True
    return first.number is not None and headed.kind.label in (first.subject or "").casefold()


def _one_law(
    groups: list[list[DocumentMention]], scan: Scan, lexicon: Lexicon
) -> list[list[DocumentMention]]:
    """Join a law that is named without its year with the last one of that name that has one.

    The bill that is to replace an old law is another one (``Luật Đất đai (sửa đổi)`` beside that of 2013).
    """
    newest: dict[str, list[DocumentMention]] = {}
    laws = [g for g in groups if g[0].rule == "titled-law"]
    one: dict[int, list[DocumentMention]] = {}
    for group in sorted(laws, key=lambda g: _title(g[0])[-_YEAR_DIGITS:]):
        year = _year(lexicon).search(_title(group[0]))
        if year is None:
            continue
        name = _title(group[0])[: year.start()]
        known = newest.get(name)
        if known is not None and _title(known[0])[-_YEAR_DIGITS:] == year.group()[-_YEAR_DIGITS:]:
            one[id(group)] = known  # the word for `year` stands with one and not with the other
        else:
            newest[name] = group
    out: list[list[DocumentMention]] = []
    for group in groups:
        whole = newest.get(_title(group[0])) if group[0].rule == "titled-law" else None
        whole = one.get(id(group)) or whole
        if whole is not None and not (_is_old(whole, scan) and _renewed(group, scan, lexicon)):
            whole.extend(group)
        else:
            out.append(group)
    return out


def _is_old(law: list[DocumentMention], scan: Scan) -> bool:
    """Whether a law is years older than the article."""
    published = (scan.text.article.published or "")[:_YEAR_DIGITS]
    return published.isdigit() and int(published) - int(_title(law[0])[-_YEAR_DIGITS:]) >= _OLD


def _renewed(law: list[DocumentMention], scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a law is told to be a new one of an old name (``Luật Đất đai (sửa đổi)``)."""
    return any(anew(lexicon).match(scan.text.folded, m.subject_end) is not None for m in law)


def _short_named(
    groups: list[list[DocumentMention]], scan: Scan, lexicon: Lexicon
) -> list[list[DocumentMention]]:
    """Join a law with its short name in brackets after it (``Luật Bầu cử … (Luật Bầu cử)``)."""
    laws = [(m, i) for i, g in enumerate(groups) if g[0].rule == "titled-law" for m in g]
    whole: dict[int, int] = {}
    for (left, first), (right, second) in pairwise(sorted(laws, key=lambda pair: pair[0].start)):
        opened = _in_brackets(lexicon).fullmatch(scan.text.folded, left.end, right.start)
        if opened is not None and first != second and scan.text.content.startswith(")", right.end):
            whole.setdefault(second, whole.get(first, first))
    for short, full in whole.items():
        groups[full].extend(groups[short])
    return [g for i, g in enumerate(groups) if i not in whole]


def _owned(group: list[DocumentMention], groups: list[list[DocumentMention]]) -> list[DocumentMention]:
    """Give a plan that carries out a congress's resolution to the committee whose congress it was."""
    if any(m.issuer is not None or m.rule != "titled-task" for m in group):
        return group
    for mention in group:
        for other in groups:
            inner = any(mention.start < m.start < mention.stop for m in other)
            issuer = next((m.issuer for m in other if m.issuer is not None), None)
            if inner and other[0].rule == "congress-resolution" and issuer is not None and issuer.level != 0:
                return [replace(m, issuer=issuer) for m in group]
    return group


def _with_congresses(mentions: list[DocumentMention], scan: Scan, lexicon: Lexicon) -> list[DocumentMention]:
    """Congress resolutions without an organisation take the one that the article's congresses tell."""
    if not any(m.rule == "congress-resolution" for m in mentions):
        return mentions
    reader = CongressReader(scan, lexicon)
    settled = {m.start: m for m in settle(list(reader.all()), scan, lexicon)}
    begun = {m.term[:4] for m in settled.values() if m.term}
    out: list[DocumentMention] = []
    for mention in mentions:
        if _of_term_before(mention, begun, scan, lexicon):
            continue
        nameless = mention.issuer is None or committees.nameless(mention.issuer)
        if mention.rule == "congress-resolution" and nameless:
            congress = next((c for s, c in settled.items() if mention.start < s < mention.end), None)
            if congress is not None:
                mention = _named_by(congress, mention, list(settled.values()), scan, lexicon)
        out.append(mention)
    return out


def _of_term_before(mention: DocumentMention, begun: set[str], scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a congress's resolution is told of the term that ends with the article's congress."""
    if mention.rule != "congress-resolution" or mention.congress_ordinal or mention.term:
        return False
    sentence = scan.sentence(mention.start)
    before = scan.text.folded[sentence.start : mention.start]
    if passes(lexicon).search(before):
        return False
    ends = {m[1] for m in _terms(lexicon).finditer(before)}
    return bool(ends & begun) or (bool(begun) and _past(lexicon).search(before) is not None)


def _same(group: Sequence[DocumentMention], mention: DocumentMention) -> bool:
    """Whether a mention names the document of a group: like one of its mentions, contradicting none."""
    return any(_alike(known, mention) for known in group) and not any(_differ(m, mention) for m in group)


def _named_by(
    congress: CongressMention,
    mention: DocumentMention,
    settled: list[CongressMention],
    scan: Scan,
    lexicon: Lexicon,
) -> DocumentMention:
    """Name a congress's resolution in full if the article names the congress in full elsewhere."""
    mention = replace(mention, issuer=congress.organization)
    for other in settled:
        told = other.start != congress.start and other.ordinal and other.organization
        if told and same(other, congress) and not _of_another_term(other, congress, settled):
            words = f"{mention.kind.label} {scan.text.content[other.start : other.name_end]}"
            subject = tidy(words[:1].upper() + words[1:], lexicon)
            issuer = committees.fuller(congress.organization, other.organization)
            return replace(mention, subject=subject, issuer=issuer, congress_ordinal=other.ordinal)
    return mention


def _of_another_term(
    other: CongressMention, congress: CongressMention, settled: list[CongressMention]
) -> bool:
    """Whether the article tells the term of the congress of that ordinal, and it is not the one told here."""
    terms = {m.term for m in settled if m.ordinal == other.ordinal and m.term and same(m, other)}
    return bool(congress.term and terms) and congress.term not in terms


@lru_cache(maxsize=4)
def _in_brackets(lexicon: Lexicon) -> re.Pattern[str]:
    """The rest of a name up to the bracket in which its short form stands."""
    alias = surface(lexicon, "document-cue", "alias")
    return re.compile(rf"[^.;:()\n]{{0,80}}\s\((?:{alias}\s)?")


@lru_cache(maxsize=4)
def _year(lexicon: Lexicon) -> re.Pattern[str]:
    """The year at the end of a law's name, with the word for it."""
    return re.compile(rf"\s(?:{surface(lexicon, 'cue', 'year')}\s)?(?:19|20)\d\d$")


@lru_cache(maxsize=4)
def _terms(lexicon: Lexicon) -> re.Pattern[str]:
    """A term of office in years; the group is its last one."""
    term = surface(lexicon, "congress-cue", "term")
    return re.compile(rf"(?<!\w){term}\s(?:19|20)\d\d\s?[-–]\s?((?:19|20)\d\d)")


@lru_cache(maxsize=4)
def _past(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, 'document-cue', 'term-before')}(?!\w)")


def _bare_congress(mention: DocumentMention) -> bool:
    """Whether only ``Nghị quyết Đại hội`` is written, which names none by itself."""
    return mention.rule == "congress-resolution" and not (
        mention.congress_ordinal or mention.issuer or mention.term
    )


def _differ(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether issuer, date or number tell two documents apart; an inferred issuer never does."""
    inferred = (left.number is not None or right.number is not None) and not (left.stated and right.stated)
    if not inferred and not (committees.compatible(left.issuer, right.issuer) or _in_its_name(left, right)):
        return True
    if left.date and right.date and len(left.date) == len(right.date) and left.date != right.date:
        return True
    if left.number is not None and right.number is not None:
        return not document_numbers.same(left.number, right.number)
    return False


def _in_its_name(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether a number with its symbol is told once of a committee and once of its standing committee."""
    first, second = left.issuer, right.issuer
    if left.number is None or left.number != right.number or "/" not in left.number:
        return False
    for one, other in ((first, second), (second, first)):
        if one is not None and one.kind == "standing-committee":
            return committees.compatible(one.parent, other)
    return False


def _alike(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether kind and number, congress or title are the same."""
    if left.kind.key != right.kind.key:
        return False
    if left.number is not None and right.number is not None:
        return document_numbers.same(left.number, right.number)
    if _of_congress(left) and _of_congress(right):
        ordinals = {left.congress_ordinal, right.congress_ordinal}
        terms = {left.term, right.term}
        return (len(ordinals) == 1 or None in ordinals) and (len(terms) == 1 or None in terms)
    if (left.number is None) != (right.number is None) and _heads_number(left, right):
        return True
    if left.rule == "plenum" == right.rule and left.session and left.session == right.session:
        return True
    first, second = sorted((_title(left), _title(right)), key=len)
    if not first:
        return False
    if left.kind.one("title") == "law":
        return _plain(first) == _plain(second)
    own = {left.rule, right.rule} <= _OWN
    goes_on = (left.rule == right.rule or own) and _plain(second).startswith(_plain(first) + " ")
    return first == second or goes_on or _told_longer(first, second)


def _of_congress(mention: DocumentMention) -> bool:
    """Whether a resolution is told to be a congress's, with a number or without."""
    return mention.rule == "congress-resolution" or mention.congress_ordinal is not None


@lru_cache(maxsize=1024)
def _plain(title: str) -> str:
    """A title without the marks by which the spellings of a law differ."""
    return " ".join(_MARKS.sub(" ", title).split())


@lru_cache(maxsize=1024)
def _words_of(title: str) -> frozenset[str]:
    return frozenset(_plain(title).split())


def _told_longer(short: str, long: str) -> bool:
    """Whether a title says all that a shorter one says, years and numbers included."""
    told, more = _words_of(short), _words_of(long)
    if len(told) < _MANY or not told <= more:
        return False
    return {w for w in more if w[0].isdigit()} <= told


def _heads_number(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether a title without a number says shorter what a numbered document is about."""
    titled, numbered = (left, right) if left.number is None else (right, left)
    if titled.rule != "titled-about" or not numbered.subject:
        return False
    words = (titled.subject or "").casefold().split()[len(titled.kind.label.split()) + 1 :]
    about = f" {numbered.subject.casefold()} "
    least = min(max(len(words), _TELLING // 2), _TELLING)
    return any(f" {' '.join(words[:count])} " in about for count in range(len(words), least - 1, -1))


def _title(mention: DocumentMention) -> str:
    """Kind and subject in one form, whether or not the subject repeats the kind."""
    subject = (mention.subject or "").casefold()
    if not subject or mention.number is None:
        return subject
    return f"{mention.kind.label} {subject}"


def _cited(mentions: list[DocumentMention], scan: Scan) -> CitedDocument:
    best = max(mentions, key=lambda m: (m.subject is not None, m.stated, m.date is not None, -m.start))
    numbers = [m.number for m in mentions if m.number]
    number = max(numbers, key=lambda n: (len(n.lstrip("0")), numbers.count(n), len(n)), default=None)
    issuer: Organization | None = None
    for mention in sorted(mentions, key=lambda m: not m.stated):
        standing = mention.issuer is not None and mention.issuer.kind == "standing-committee"
        if standing and issuer is not None and issuer.kind != "standing-committee":
            issuer = mention.issuer
        elif committees.compatible(issuer, mention.issuer):
            issuer = committees.fuller(issuer, mention.issuer)
    dates = [m.date for m in mentions if m.date]
    subject = _subject(mentions)
    document = Document(
        scan.evidence(best.start, best.stop),
        best.rule,
        best.kind.label,
        best.kind.key,
        number,
        issuer,
        max(dates, key=len) if dates else None,
        subject,
        next((m.congress_ordinal for m in mentions if m.congress_ordinal), None),
        next((m.term for m in mentions if m.term), None),
    )
    return CitedDocument(document, tuple(mentions))


def _subject(mentions: list[DocumentMention]) -> str | None:
    """The subject of the fullest mention; of a congress resolution the one that tells the ordinal."""
    told = [m for m in mentions if m.subject]
    if not told:
        return None
    if _of_congress(told[0]):
        best = max(
            told, key=lambda m: (m.congress_ordinal is not None, m.issuer is not None, len(m.subject or ""))
        )
        return best.subject
    if told[0].number is not None:
        return lower_first(told[0].subject or "")
    short = [m for m in told if len((m.subject or "").split()) <= _LONG]
    return max((m.subject or "" for m in short or told[:1]), key=len)
