"""Every way in which Vietnamese has been written to files."""

import unicodedata

import pytest

from kg.read import read
from kg.read.encoding import decode, likeness, repaired
from kg.read.legacy import tcvn3, vni

TEXT = (
    "Đảng bộ thành phố đề ra chủ đề năm: giữ vững ổn định, phát triển kinh tế, nâng cao đời sống nhân dân. "
    "Ủy ban nhân dân huyện quyết liệt giải quyết thủ tục, hồ sơ, việc làm cho người lao động.\n"
)
TCVN3 = bytes.fromhex("a7b66e6720 62e920 7468b56e6820 7068e8")
"""The first words of the text, written by hand from the standard's table."""
VNI = "Ñaûng boä thaønh phoá".encode("latin-1")


def written(text: str, table) -> bytes:
    """Write ``text`` in an eight-bit encoding by turning its reading round."""
    readings = {table(bytes([code])): bytes([code]) for code in range(0x80, 0x100)}
    return b"".join(readings.get(char, char.encode("ascii", "replace")) for char in text)


def windows_1258(text: str) -> bytes:
    """The letters of Windows-1258 with combining tone marks, as its keyboards write them."""
    written_text = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tones = [mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        written_text += rest + "".join(tones)
    return written_text.encode("cp1258")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_either_mark(encoding):
    assert decode("\ufeff".encode(encoding) + TEXT.encode(encoding)) == TEXT


def test_decomposed_text_is_composed():
    assert decode(unicodedata.normalize("NFD", TEXT).encode()) == TEXT


def test_windows_1258():
    assert decode(windows_1258(TEXT)) == TEXT


def test_tcvn3():
    assert tcvn3(TCVN3) == "Đảng bộ thành phố"
    assert decode(written(TEXT.replace("Ủ", "ủ"), tcvn3)) == TEXT.replace("Ủ", "ủ")


def test_vni():
    assert vni(VNI) == "Đảng bộ thành phố"
    assert (
        vni("ÑAÛNG BOÄ ÔÛ TÆNH ÖÙNG HOØA VIEÄT NGHÓA".encode("latin-1"))
        == "ĐẢNG BỘ Ở TỈNH ỨNG HÒA VIỆT NGHĨA"
    )
    sentence = "Ñaûng boä thaønh phoá ñeà ra chuû ñeà naêm: giöõ vöõng oån ñònh, phaùt trieån kinh teá."
    expected = "Đảng bộ thành phố đề ra chủ đề năm: giữ vững ổn định, phát triển kinh tế."
    assert decode(sentence.encode("latin-1")) == expected
    assert repaired(sentence) == expected


def test_tcvn3_saved_as_western_letters_is_set_right():
    lower = TEXT.replace("Ủ", "ủ")
    assert repaired(written(lower, tcvn3).decode("latin-1")) == lower


@pytest.mark.parametrize(
    "text", ["Plain English text.", "Café à la crème, Köln, señor", "Quê tôi có con sông xanh", ""]
)
def test_other_text_is_left_alone(text):
    assert repaired(text) == text


def test_french_bytes_are_not_taken_for_vietnamese():
    with pytest.raises(ValueError, match="neither UTF-8"):
        decode("Le préfet a reçu les élus de la région à l'hôtel, où l'été fut évoqué.".encode("latin-1"))


def test_likeness_tells_languages_apart():
    assert likeness(TEXT) > 0.5
    assert likeness("An English sentence.") == 0
    assert likeness(written(TEXT, tcvn3).decode("latin-1")) < 0


def test_legacy_files_become_articles(tmp_path):
    path = tmp_path / "cu.txt"
    path.write_bytes(written(f"Họp bàn việc xã\n\n{TEXT}".replace("Ủ", "ủ"), tcvn3))
    [article] = read([path])
    assert article.title == "Họp bàn việc xã"
