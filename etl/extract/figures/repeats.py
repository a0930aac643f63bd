"""A figure told twice in one article is one row; its further tellings become parts named `also`."""

from __future__ import annotations

from dataclasses import replace

from etl.records import ActorKey, Doc, Figure, Part

THINGS = ("buildings", "vehicles", "armoured_vehicles", "aircraft")
STEM = 5  # letters of a word that its cases share


def without_repeats(figures: tuple[Figure, ...], doc: Doc) -> tuple[Figure, ...]:
    """Keep the first telling in the text itself rather than the headline's."""
    kept: list[Figure] = []
    headlines = {f.anchor for f in figures if _is_headline(f, doc)}
    for figure in sorted(figures, key=lambda f: (f.anchor in headlines, f.anchor)):
        same = next(
            (i for i, k in enumerate(kept) if _same(k, figure, figure.anchor in headlines) and _one_noun(k, figure, doc)), None
        )
        if same is None:
            kept.append(figure)
        else:
            kept[same] = replace(kept[same], parts=(*kept[same].parts, Part("also", figure.span)))
    return tuple(sorted(kept, key=lambda f: f.anchor))


def _same(a: Figure, b: Figure, headline: bool) -> bool:
    """The same amount of the same thing, told by sources that do not contradict; a headline may round: «50» for «более 50»."""
    if headline and a.unit == b.unit == "people" and "other" in (a.measure, b.measure):
        return a.value == b.value and a.value is not None
    if (a.measure, a.unit) != (b.measure, b.unit):
        return False
    if a.measure == "share" and not headline:
        return False  # the same share of two things: «19 % за, столько же (19 %) против»
    if a.measure == "other":
        return headline and (a.value, a.population_text) == (b.value, b.population_text) and a.population_text is not None
    if headline:
        return a.value == b.value and a.value is not None
    bounds = (a.value, a.value_low, a.value_high, a.population, a.as_of or b.as_of) == (
        b.value,
        b.value_low,
        b.value_high,
        b.population,
        b.as_of or a.as_of,
    )
    told_alike = _one_source(a.source, b.source) and a.place == b.place
    return bounds and told_alike and a.value is not None


def _one_noun(a: Figure, b: Figure, doc: Doc) -> bool:
    """«две тюрьмы» are not the «два склада», though both are buildings."""
    if a.measure not in THINGS:
        return True
    one, other = (f.span.of(doc.text).lower().split()[-1][:STEM] for f in (a, b))
    return one == other


def _one_source(a: ActorKey | None, b: ActorKey | None) -> bool:
    """The same, one of them unnamed, or one the other's: the press service of the ministry and the ministry."""
    if a is None or b is None or a == b:
        return True
    one, other = ({word[:STEM] for word in key.split("-")} for key in (a, b))
    return one <= other or other <= one


def _is_headline(figure: Figure, doc: Doc) -> bool:
    return any(s.kind in ("title", "heading") and figure.span in s.span for s in doc.sentences)
