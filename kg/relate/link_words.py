"""The words by which links are told: verbs of carrying out, changing and issuing around documents."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.normalise import fold
from kg.relate.document_verbs import carrying_out
from kg.relate.phrases import surface

_SCHEME = "document-cue"


def _part(lexicon: Lexicon) -> str:
    """What may stand between the verb and its document: adverbs, parts, and the document's draft."""
    article = surface(lexicon, _SCHEME, "article-word")
    return rf"(?:,?\s{surface(lexicon, _SCHEME, 'part-of', 'plural')}|,?\s{article}\s\d+[a-zđ]?(?!\w))*"


@lru_cache(maxsize=4)
def carries_out(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out right after a kind of document."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    return re.compile(rf"(?:\s{purpose})*\s{carrying_out(lexicon)}(?!\w)")


@lru_cache(maxsize=4)
def changes_next(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of changing up to the document that is changed, or the one that what is changed came with."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = surface(lexicon, _SCHEME, "amends")
    came = rf"(?:,?\s[^.;:]{{3,120}}?\s{surface(lexicon, _SCHEME, 'came-with')})?"
    return re.compile(rf",?(?:\s{purpose})*\s{verb}{_part(lexicon)}{came}\s[\"“]?$")


@lru_cache(maxsize=4)
def changed_by(lexicon: Lexicon) -> re.Pattern[str]:
    """What is said of a document that the next one changed (``(sửa đổi, bổ sung theo …)``)."""
    was = rf"(?:{surface(lexicon, _SCHEME, 'done', 'issued-by')}\s)*"
    verb = surface(lexicon, _SCHEME, "amends")
    by = surface(lexicon, _SCHEME, "amended-by")
    later = rf"(?:{surface(lexicon, _SCHEME, 'later')}\s)?"
    return re.compile(rf"[,;]?\s\(?{later}{was}{verb}(?:\s\w+){{0,4}}\s{by}\s")


@lru_cache(maxsize=4)
def purpose(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out up to the document, with what a paper is for before it."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = carrying_out(lexicon)
    about = surface(lexicon, _SCHEME, "about")
    opened = rf"\s?:?\s[\"“]\s?(?:{about}\s)?"  # a quotation that opens before the verb: the subject says it
    return re.compile(rf",?(?:\s{purpose})*(?:\s|{opened}){verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def aims(lexicon: Lexicon) -> re.Pattern[str]:
    """What a document is for, at the end of its subject (``về du lịch nhằm cụ thể hóa …``)."""
    aim, verb = surface(lexicon, _SCHEME, "aims"), carrying_out(lexicon)
    return re.compile(rf"\s{aim}\s{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def orders(lexicon: Lexicon) -> re.Pattern[str]:
    """Whom a paper tells to carry something out (``yêu cầu các sở triển khai thực hiện …``)."""
    verb = carrying_out(lexicon)
    order = surface(lexicon, _SCHEME, "orders")
    return re.compile(rf",?\s(?:{order})\s(?:[^;:.]{{2,90}}?\s)?{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def by_the_next(lexicon: Lexicon) -> re.Pattern[str]:
    """Who else issues something in the next clause (``; UBND huyện ban hành Kế hoạch …``)."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    verb = surface(lexicon, _SCHEME, "issues", "draws-up")
    means = rf"{carrying_out(lexicon)}\s{surface(lexicon, _SCHEME, 'by-means-of')}"
    day = rf"(?:{surface(lexicon, 'cue', 'day')}\s[\d/.-]+,\s)?"
    return re.compile(rf"[;,]\s{day}[^;:.,]{{2,50}}?(?:\s{adverb})*\s(?:{verb}|{means})\s")


@lru_cache(maxsize=4)
def further_bases(lexicon: Lexicon) -> re.Pattern[str]:
    """Bases that are no documents, and what is issued then (``; căn cứ tình hình …, Huyện ủy ban hành``)."""
    join = rf"(?:{surface(lexicon, 'cue', 'and')}\s)?"
    papers = re.escape(fold(lexicon.concept("document-kind", "document").label))
    some = rf"(?:{surface(lexicon, _SCHEME, 'basis')}|{surface(lexicon, _SCHEME, 'plural')}\s{papers})"
    base = rf";\s{join}{some}\s[^;.]*"
    return re.compile(rf"(?:{base})*{base}{issued(lexicon).pattern}")


@lru_cache(maxsize=4)
def next_basis(lexicon: Lexicon) -> re.Pattern[str]:
    """A semicolon before the next document, perhaps with the verb again (``; căn cứ Nghị quyết …``)."""
    return re.compile(rf"\s?;\s(?:{surface(lexicon, _SCHEME, 'basis')}{_part(lexicon)}\s)?[\"“]?")


@lru_cache(maxsize=4)
def was(lexicon: Lexicon) -> re.Pattern[str]:
    """What others made of a document that opens the sentence (``Nghị quyết được cụ thể hóa bằng``)."""
    was, verb = surface(lexicon, _SCHEME, "issued-by"), surface(lexicon, _SCHEME, "implements")
    means = surface(lexicon, _SCHEME, "by-means-of")
    return re.compile(rf"(?:\s\w+)?\s{was}\s[^.,;:]{{2,50}}?\s{verb}\s{means}\s")


@lru_cache(maxsize=4)
def by_which(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `according to` right before a document, which then does nothing itself."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'by-which')}\s$")


@lru_cache(maxsize=4)
def issued_for(lexicon: Lexicon) -> re.Pattern[str]:
    """The same after a clause that tells who issued the document (``do UBND tỉnh ban hành nhằm …``)."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = carrying_out(lexicon)
    by = surface(lexicon, _SCHEME, "by", "issued-by")
    return re.compile(rf"\s{by}\s[^,;:.]{{2,80}}\s{purpose}\s{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def by_means(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out with the word for the means, up to the document that is the means."""
    verb = carrying_out(lexicon)
    means = surface(lexicon, _SCHEME, "by-means-of")
    return re.compile(rf"(?<!\w){verb}(?:\s\w+){{0,4}}\s{means}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def means(lexicon: Lexicon) -> re.Pattern[str]:
    """The word for the means, behind the document that is changed by it."""
    return re.compile(rf"(?:\s\w+)*\s{surface(lexicon, _SCHEME, 'by-means-of')}\s")


@lru_cache(maxsize=4)
def changes(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of changing right before a document."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'amends')}{_part(lexicon)}\s$")


@lru_cache(maxsize=4)
def basis(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb before the higher document, at the beginning of the sentence or of a clause."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'basis')}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def base_for(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between documents and what somebody issues on their basis (``là cơ sở để … ban hành``)."""
    base, adverb = surface(lexicon, _SCHEME, "base-for"), surface(lexicon, _SCHEME, "adverb")
    verb = surface(lexicon, _SCHEME, "issues", "draws-up")
    return re.compile(rf"(?:\s{adverb})*\s{base}\s[^,;:.]{{2,60}}?\s{verb}\s[\"“]?")


@lru_cache(maxsize=4)
def other_basis(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb that opens a sentence, and what else it is said of (``Thực hiện lời kêu gọi … và``)."""
    opening = r"[^\w]*(?:\w[^,;:.]{2,40}[,:]\s)?"
    join = rf"(?:,|,?\s{surface(lexicon, 'cue', 'and')}|\s{surface(lexicon, _SCHEME, 'laid-down-in')})"
    many = surface(lexicon, _SCHEME, "plural")
    verb = surface(lexicon, _SCHEME, "basis")
    return re.compile(rf"{opening}{verb}\s[^;.]{{4,160}}?{join}(?:\s{many})?\s[\"“]?")


@lru_cache(maxsize=4)
def reviewed(lexicon: Lexicon) -> re.Pattern[str]:
    """A review of how something was carried out, after which something else is issued.

    Also a later clause that looks back on the years of it (``…, phát huy kết quả sau 5 năm thực hiện …``).
    """
    sums_up, after = (surface(lexicon, _SCHEME, key) for key in ("reviews", "years-of-it"))
    years = rf",\s[^,;:.]*(?<!\w){after}\s(?:[^\W\d]+\s)?\d+\s{surface(lexicon, 'cue', 'year')}"
    return re.compile(rf"(?:(?<!\w){sums_up}|{years})(?!\w)[^,;:.]*$")


@lru_cache(maxsize=4)
def issued(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb of issuing right before the lower document."""
    verb = surface(lexicon, _SCHEME, "issue", "draws-up")
    return re.compile(rf",.*\s{verb}(?:{several(lexicon).pattern}|\s[\"“]?$)")


@lru_cache(maxsize=4)
def issuing(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb of issuing right before a document, wherever its clause begins."""
    verb = surface(lexicon, _SCHEME, "issue", "draws-up")
    return re.compile(rf"(?<!\w){verb}(?:{several(lexicon).pattern}|\s[\"“]?$)")


@lru_cache(maxsize=4)
def carrying(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out at the beginning of a sentence, up to its first document."""
    return re.compile(rf"{surface(lexicon, _SCHEME, 'basis')}{_part(lexicon)}\s[\"“]?")


@lru_cache(maxsize=4)
def on_that_basis(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that take up what the sentence before told, at the beginning of one."""
    return re.compile(rf"{surface(lexicon, _SCHEME, 'on-that-basis')},?\s")


@lru_cache(maxsize=4)
def this_carries_out(lexicon: Lexicon) -> re.Pattern[str]:
    """That what was just told carries out the next document (``Đây là bước cụ thể hóa …``)."""
    this = surface(lexicon, _SCHEME, "this-is")
    return re.compile(rf"{this}\s(?:[^\s,;.:]+\s){{0,4}}?{carrying_out(lexicon)}{_part(lexicon)}\s[\"“]?")


@lru_cache(maxsize=4)
def several(lexicon: Lexicon) -> re.Pattern[str]:
    """How many were issued, before the first of them (``5 nghị quyết, trong đó có …``)."""
    some = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})\s[^;:.]{{2,60}}?"
    among = surface(lexicon, _SCHEME, "among")
    return re.compile(rf"\s{some}(?:,?\s{among}(?:\s?:)?|\s?:)\s[\"“]?$")


@lru_cache(maxsize=4)
def object_of(lexicon: Lexicon) -> re.Pattern[str]:
    """What one document does to the next, between the two."""
    verb = surface(lexicon, _SCHEME, "replaces", "amends", "implements")
    return re.compile(rf",?(?:\s{surface(lexicon, _SCHEME, 'purpose')})*\s{verb}{_part(lexicon)}\s[\"“]?")


@lru_cache(maxsize=4)
def after_it(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for `after`, before the higher document, perhaps with who issued it."""
    once = surface(lexicon, _SCHEME, "once-issued")
    issued = rf"{surface(lexicon, _SCHEME, 'after')}\s[^,;:.]{{2,60}}\s{surface(lexicon, _SCHEME, 'issue')}"
    return re.compile(rf"(?<!\w)(?:{once}|{issued})\s[\"“]?$")


@lru_cache(maxsize=4)
def once(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for `after`, which open a sentence, before a document of which only the kind is told."""
    return re.compile(rf"(?:\w[^,;:.]{{2,40}},\s)?{surface(lexicon, _SCHEME, 'after', 'once-issued')}\s")


@lru_cache(maxsize=4)
def was_issued(lexicon: Lexicon) -> re.Pattern[str]:
    """That the document was issued, up to the end of the clause."""
    this = surface(lexicon, _SCHEME, "this")
    return re.compile(rf"(?:\s{this})?(?:\s{surface(lexicon, _SCHEME, 'signed', 'came-out')})?,")


@lru_cache(maxsize=4)
def conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `and` between two documents."""
    return re.compile(rf",?\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def without_object(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out whose object the sentence before told (``Để triển khai thực hiện, …``)."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    return re.compile(rf"{purpose}\s{carrying_out(lexicon)},\s")


@lru_cache(maxsize=4)
def to_carry_out(lexicon: Lexicon) -> re.Pattern[str]:
    """That the lower document is to carry something out, at the end of its clause."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = carrying_out(lexicon)
    return re.compile(rf",?(?:\s{purpose})*\s{verb}\s?[.;,]")


@lru_cache(maxsize=4)
def adds(lexicon: Lexicon) -> re.Pattern[str]:
    """What a list adds the next document with."""
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(rf"(?:,|,?\s{surface(lexicon, 'cue', 'and')})\s(?:{many}\s)?")


@lru_cache(maxsize=4)
def both(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `two` right before what was named."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'two')}\s$")


@lru_cache(maxsize=4)
def this(lexicon: Lexicon) -> re.Pattern[str]:
    """A word that takes up what was told before."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'this')}(?!\w)")


@lru_cache(maxsize=4)
def of_issuer(lexicon: Lexicon) -> re.Pattern[str]:
    """The word before the issuer of a document."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'by')}\s")


@lru_cache(maxsize=4)
def goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    """What follows where nothing more is said of a document: a comma, or the next one."""
    return re.compile(rf",|\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def plural(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for many right before a kind of document."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'plural')}\s$")
