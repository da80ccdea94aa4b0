"""TCVN3 and VNI, the encodings of Vietnamese files from before Unicode.

TCVN3 (TCVN 5712:1993, VN3) gives each lower-case letter one byte; capitals with tone marks are the same
bytes in a capital font.  VNI writes a letter and, after it, a byte for its marks.  Letters are given here
in the VIQR way: ``(`` breve, ``^`` circumflex, ``+`` horn, and ``' ` ? ~ .`` for the five tones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VIQR = {"(": 0x306, "^": 0x302, "+": 0x31B, "'": 0x301, "`": 0x300, "?": 0x309, "~": 0x303, ".": 0x323}

_TCVN3 = (
    "a1=A( a2=A^ a3=E^ a4=O^ a5=O+ a6=U+ a7=DD a8=a( a9=a^ aa=e^ ab=o^ ac=o+ ad=u+ ae=dd "
    "b5=a` b6=a? b7=a~ b8=a' b9=a. bb=a(` bc=a(? bd=a(~ be=a(' c6=a(. c7=a^` c8=a^? c9=a^~ ca=a^' cb=a^. "
    "cc=e` ce=e? cf=e~ d0=e' d1=e. d2=e^` d3=e^? d4=e^~ d5=e^' d6=e^. d7=i` d8=i? dc=i~ dd=i' de=i. "
    "df=o` e1=o? e2=o~ e3=o' e4=o. e5=o^` e6=o^? e7=o^~ e8=o^' e9=o^. ea=o+` eb=o+? ec=o+~ ed=o+' ee=o+. "
    "ef=u` f1=u? f2=u~ f3=u' f4=u. f5=u+` f6=u+? f7=u+~ f8=u+' f9=u+. fa=y` fb=y? fc=y~ fd=y' fe=y."
)
_VNI_MARKS = "f9=' f8=` fb=? f5=~ ef=. ea=( e9=(' e8=(` fa=(? fc=(~ eb=(. e2=^ e1=^' e0=^` e5=^? e3=^~ e4=^. "
_VNI_ALONE = "ed=i' ec=i` e6=i? f3=i~ f2=i. f4=o+ f6=u+ ee=y. f1=dd"
_VNI_CAPITALS = "cd=I' cc=I` c6=I? d3=I~ d2=I. d4=O+ d6=U+ ce=Y. d1=DD"
_UPPER_MARK = 0x20


def letter(viqr: str) -> str:
    """Give the letter that a VIQR spelling stands for, in NFC."""
    if viqr in ("dd", "DD"):
        return chr(0x111 if viqr == "dd" else 0x110)
    return unicodedata.normalize("NFC", viqr[0] + "".join(chr(_VIQR[mark]) for mark in viqr[1:]))


def _entries(table: str) -> list[tuple[str, str]]:
    """(Latin-1 character, VIQR) for each ``hex=VIQR``."""
    pairs = (entry.split("=") for entry in table.split())
    return [(chr(int(code, 16)), viqr) for code, viqr in pairs]


@lru_cache(maxsize=1)
def _tcvn3_table() -> dict[int, str]:
    return {ord(char): letter(viqr) for char, viqr in _entries(_TCVN3)}


@lru_cache(maxsize=1)
def _vni_table() -> dict[str, str]:
    """Every letter with its mark byte, and the letters that are one byte alone."""
    table = {char: letter(viqr) for char, viqr in _entries(_VNI_ALONE) + _entries(_VNI_CAPITALS)}
    tones = [(char, viqr) for char, viqr in _entries(_VNI_MARKS) if viqr in "'`?~."]
    for char, marks in _entries(_VNI_MARKS):
        for base in "aeouyAEOUY":
            if marks in "'`?~." or base in "aA" or (base in "eEoO" and marks[0] == "^"):
                spelt = letter(base + marks)
                table[base + char] = spelt
                if base.isupper():
                    table[base + chr(ord(char) - _UPPER_MARK)] = spelt
    for horned, viqr in (("f4", "o+"), ("f6", "u+"), ("d4", "O+"), ("d6", "U+")):
        for char, tone in tones:
            base = chr(int(horned, 16))
            table[base + char] = letter(viqr + tone)
            if viqr.isupper() or viqr[0].isupper():
                table[base + chr(ord(char) - _UPPER_MARK)] = letter(viqr + tone)
    return table


@lru_cache(maxsize=1)
def _vni_pattern() -> re.Pattern[str]:
    forms = sorted(_vni_table(), key=lambda form: (-len(form), form))
    return re.compile("|".join(re.escape(form) for form in forms))


def tcvn3(data: bytes) -> str:
    """Give ``data`` read as TCVN3.  Bytes that TCVN3 doesn't have stay Latin-1."""
    return data.decode("latin-1").translate(_tcvn3_table())


def vni(data: bytes) -> str:
    """Give ``data`` read as VNI.  Bytes that VNI doesn't have stay Latin-1."""
    table = _vni_table()
    return _vni_pattern().sub(lambda found: table[found.group()], data.decode("latin-1"))
