"""Troop contributions: countries that send forces or means to a joint mission, and the mission's total."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.contributions.counted import counted_offers
from etl.extract.contributions.frames import Frame
from etl.extract.contributions.framing import frames
from etl.extract.contributions.listed import listed_offers
from etl.extract.contributions.missions import mission
from etl.extract.contributions.offers import MEANS, Offer
from etl.extract.contributions.status import ORDER, PLANNED
from etl.extract.contributions.uncounted import uncounted_offers
from etl.extract.figures.claims import claim
from etl.extract.figures.cues import is_participle
from etl.extract.figures.measured import Measured
from etl.extract.numbers import find_numbers
from etl.extract.reading import Reading
from etl.records import Contribution, Doc, Part, Statement, hull

__all__ = ["find_contributions"]

NEAR = 12  # characters from a number to the one it leads to
OPENS = 4  # words within which a describing clause has its participle or «который»


def find_contributions(
    reading: Reading, figures: Sequence[Measured], statements: tuple[Statement, ...]
) -> tuple[Contribution, ...]:
    """One row per country (and one for the mission's total), its means put together from all sentences."""
    told = frames(reading, statements)
    sentences = [frame.sentence for frame in told]
    numbers = find_numbers(reading.doc, reading.vocabulary, reading.calendar, sentences)
    rows: list[tuple[Frame, list[Offer]]] = []
    earlier: list[Offer] = []
    last = None
    for frame in told:
        earlier = earlier if last is not None and frame.sentence.first == last.last else []
        here = [f for f in figures if f.counted.sentence == frame.sentence]
        listed = list(listed_offers(frame, numbers, here))
        counted = [*listed, *counted_offers(frame, [f for f in here if not _is_told(f, listed, reading.doc)], earlier)]
        offers = [*_in_foreground(counted, frame.doc), *uncounted_offers(frame, {o.country for o in counted})]
        for offer in offers:
            _place(frame, offer, rows)
        earlier, last = offers, frame.sentence
    return tuple(_row(frame, row, reading, statements) for frame, row in rows)


def _is_told(figure: Measured, listed: list[Offer], doc: Doc) -> bool:
    """«Катар – четыре истребителя»: the list has told this number already."""
    return any(figure.counted.number.span(doc) in offer.span for offer in listed)


def _in_foreground(offers: list[Offer], doc: Doc) -> list[Offer]:
    """«Чили, ранее отправившая 200 саперов, пришлет 2 тысячи солдат»: the main clause says how many, not the other."""
    told = {(o.country, o.means) for o in offers if not _is_aside(o, doc)}
    return [o for o in offers if not _is_aside(o, doc) or (o.country, o.means) not in told]


def _is_aside(offer: Offer, doc: Doc) -> bool:
    """Whether the words since the last comma begin as a clause that describes something, whatever the parser made of them."""
    number = doc.at(offer.span.start)
    if number is None:
        return False
    before = doc.tokens[doc.sentence(number).first : number.i]
    comma = max((k for k, t in enumerate(before) if t.text == ","), default=len(before))
    return any(t.lemma == "который" or (t.pos == "VERB" and is_participle(t)) for t in before[comma + 1 :][:OPENS])


def _place(frame: Frame, offer: Offer, rows: list[tuple[Frame, list[Offer]]]) -> None:
    """Join the offer to its country's row, unless that already tells another number of these means."""
    for _, row in rows:
        if row[0].country != offer.country:
            continue
        if _is_another_course(row, offer):
            continue
        same = next((o for o in row if o.means == offer.means), None)
        if same is not None and same.country is None and _is_part_of(same, offer):
            return
        if same is None or offer.means is None or same.value == offer.value:
            row.append(offer)
            return
        if _is_reached(same, offer, frame.doc):
            return
        if _goes_on(same, offer, frame.doc.text):
            row[row.index(same)] = same.plus(offer)
            return
    rows.append((frame, [offer]))


def _is_part_of(total: Offer, offer: Offer) -> bool:
    """«Миссия насчитает 300 человек. В нее войдут 217 солдат и 83 полицейских»: a smaller total behind a total is a part."""
    later, gone = offer.span.start > total.span.stop, "withdrawn" in (total.status, offer.status)
    return later and not gone and total.value is not None and (offer.value or total.value) < total.value


def _is_another_course(row: list[Offer], offer: Offer) -> bool:
    """A plan to send and a withdrawal are two contributions of a country."""
    told = {o.status for o in row}
    return (offer.status == "withdrawn" and told <= set(PLANNED)) or (offer.status in PLANNED and told == {"withdrawn"})


def _is_reached(before: Offer, offer: Offer, doc: Doc) -> bool:
    """«увеличит контингент на 600 человек, до [2600]»: to how many the first number brings them."""
    first = doc.at(offer.span.start)
    near = first is not None and 0 < offer.span.start - before.span.stop < NEAR
    return near and first is not None and "до" in (first.text.lower(), doc.tokens[first.i - 1].text.lower())


def _goes_on(before: Offer, offer: Offer, text: str) -> bool:
    """«60 инструкторов и 40 советников»: two numbers of one sending."""
    between = text[before.span.stop : offer.span.start].strip()
    return between in ("и", ",", ", а также", "и еще") and before.value is not None and offer.value is not None


def _row(frame: Frame, row: list[Offer], reading: Reading, statements: tuple[Statement, ...]) -> Contribution:
    value = {m: next((o.value for o in row if o.means == m), None) for m in MEANS}
    first = min(row, key=lambda o: (o.means is None, o.span.start))
    span = hull([o.span for o in row if abs(o.span.start - first.span.start) < 400])
    said = claim(first.span, statements)
    return Contribution(
        anchor=first.span.start,
        span=span,
        rule=first.rule,
        country=first.country,
        mission=mission(frame),
        personnel=value["personnel"],
        armoured_vehicles=value["armoured_vehicles"],
        vehicles=value["vehicles"],
        aircraft=value["aircraft"],
        comparator=next((o.comparator for o in row if o.comparator), None),
        status=max((o.status for o in row), key=ORDER.index),
        as_of=None,
        source=said.source,
        parts=tuple(Part("means", o.span) for o in row),
    )
