"""Lines of date and time, as the sites of papers and portals write them."""

import pytest

from kg.read.dates import date_line, published


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("5 Tháng mười hai, 2013", "2013-12-05"),
        ("Tháng Mười Hai 5, 2013", "2013-12-05"),
        ("Tháng Mười 5, 2013", "2013-10-05"),
        ("12 tháng giêng, 2020", "2020-01-12"),
        ("December 5, 2013", "2013-12-05"),
        ("5 Dec 2013", "2013-12-05"),
        ("May 19, 2020", "2020-05-19"),
        ("05/12/13 15:42", "2013-12-05"),
        ("05/12/13", "2013-12-05"),
        ("T5, 12/05/2013 - 15:42", "2013-12-05"),
        ("Thứ 5, 12/05/2013", "2013-12-05"),
        ("T5, 05/12/2013 - 15:42", "2013-12-05"),
        ("T2, 12/05/2013", "2013-05-12"),  # neither is a Monday: as it stands
        ("T5, 25/12/2013", "2013-12-25"),
        ("Thứ Năm, 05 Tháng 12 2013 15:42", "2013-12-05"),
    ],
)
def test_the_day_of_a_line(line, day):
    found = date_line(line)
    assert found is not None
    assert (found.day, found.rest) == (day, "")
    assert published(line) == day


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("05/12/2013 3:42:27 CH", "2013-12-05T15:42:27+07:00"),
        ("05/12/2013 3:42:27 SA", "2013-12-05T03:42:27+07:00"),
        ("05/12/2013 3:42 PM", "2013-12-05T15:42:00+07:00"),
    ],
)
def test_the_halves_of_a_day(line, moment):
    found = date_line(line)
    assert found is not None
    assert (found.moment, found.rest) == (moment, "")


@pytest.mark.parametrize(
    "line",
    [
        "16/20/25",
        "Đạt 05/12/13 chỉ tiêu",
        "35/12/13",
        "Tháng 5 2013",
        "31 tháng tư, 2020",
        "Kỳ họp 12, 2013",
        "Dâng hương nhân 80 năm Quốc khánh (2/9/1945 - 2/9/2025)",
        "Tình hình nông nghiệp, công nghiệp 4 tháng năm 2019 huyện Lâm Sơn",
        "(Kèm theo Công văn số 431-CV/BDVTU, ngày 7/6/2018 của Ban Dân vận Tỉnh ủy)",
        "Căn cứ Luật Thư viện ngày 21/11/2019;",
    ],
)
def test_no_day(line):
    assert date_line(line) is None
