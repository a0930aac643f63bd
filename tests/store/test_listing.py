"""The same article twice is kept once, whichever comes first, and both its sources are named."""

from dataclasses import replace
from itertools import permutations

import pytest

from etl.store import Listing
from etl.store.listing import plain_address
from tests.engine.articles import article

ONE = replace(article("one", "Первая."), published="2022-01-07", url="https://a.example/1")
SAME_TEXT = replace(article("two", "Первая."), published="2022-01-06", url="https://b.example/other")
SAME_ADDRESS = replace(article("three", "Первая, исправлена."), published=None, url="http://www.a.example/1/?utm_source=x#top")
OTHER = article("four", "Другая.")


def listed(*found):
    listing = Listing()
    for raw in found:
        listing.add(raw, raw.id.encode(), waiting=True)
    listing.settle()
    return listing


@pytest.mark.parametrize("order", list(permutations([ONE, SAME_TEXT, SAME_ADDRESS, OTHER])))
def test_the_first_by_date_and_id_is_kept_and_names_the_others(order):
    listing = listed(*order)
    (four, two) = listing.kept()
    assert (four.id, four.also_in, four.was) == ("four", (), ())
    assert (two.id, two.was) == ("two", ("one", "three"))
    assert two.also_in == ("one.txt https://a.example/1", f"three.txt {SAME_ADDRESS.url}")
    assert {key for key, _ in listing.waiting()} == {b"two", b"four"}
    assert (len(listing), listing.count_waiting()) == (2, 2)


def test_the_digest_does_not_depend_on_the_order():
    assert listed(ONE, OTHER).digest() == listed(OTHER, ONE).digest() != listed(ONE).digest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "http://www.A.example/x/"),
        ("https://a.example/x?id=1", "https://a.example/x?id=1&utm_medium=rss#comments"),
    ],
)
def test_spellings_of_one_address(one, other):
    assert plain_address(one) == plain_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("https://a.example/x?id=1", "https://a.example/x?id=2"), ("https://a.example/x", "https://b.example/x")],
)
def test_two_addresses(one, other):
    assert plain_address(one) != plain_address(other)


@pytest.mark.parametrize("url", [None, "", "https://a.example", "https://a.example/", "https://[broken"])
def test_the_address_of_a_whole_site_is_no_article_s(url):
    assert plain_address(url) is None
