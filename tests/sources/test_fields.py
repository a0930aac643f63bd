"""Dates and addresses as formats give them."""

import pytest

from etl.sources.fields import any_date, web_address


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022", "2022"),
        ("2022-01", "2022-01"),
        ("2022-01-09", "2022-01-09"),
        ("2022/01/09", "2022-01-09"),
        ("2022-01-09T23:30:00+06:00", "2022-01-09"),  # the day of the writer
        ("2022-01-09T23:30:00.000Z", "2022-01-09"),
        ("2022-01-09 23:30:00 +0600", "2022-01-09"),
        ("09.01.2022", "2022-01-09"),
        ("9.1.2022, 10:15", "2022-01-09"),
        ("9 января 2022", "2022-01-09"),
        ("9 Января 2022 г., 10:15", "2022-01-09"),
        ("9 января 2022 года в 10:15 (МСК)", "2022-01-09"),
        ("воскресенье, 9 янв. 2022", "2022-01-09"),
        ("Sun, 09 Jan 2022 10:15:00 +0600", "2022-01-09"),
        ("9\u00a0января\n2022", "2022-01-09"),
    ],
)
def test_a_date_is_read_as_it_is_written(written: str, date: str) -> None:
    assert any_date(written) == date


@pytest.mark.parametrize(
    "written",
    [
        "вчера",
        "01/09/2022",
        "9 января",
        "31.02.2022",
        "0001-01-01T00:00:00",
        "31.12.9999",
        "2022-13",
        "0000-00-00",
        "1641686400",
        "5 мартобря 2022",
        "",
        "2022-01-09 и 10",
    ],
)
def test_what_is_no_certain_date_is_none(written: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        any_date(written)


@pytest.mark.parametrize("written", ["javascript:alert(1)", "ftp://a.b", "https://a.b/<script>", 'https://a.b/"x', "a.b", ""])
def test_only_web_addresses_are_addresses(written: str) -> None:
    with pytest.raises(ValueError, match="is not a web address"):
        web_address(written)
