"""A figure told twice in one article is one row; its further tellings become parts named `also`."""

from __future__ import annotations

from dataclasses import replace

from etl.records import Doc, Figure, Part


def without_repeats(figures: tuple[Figure, ...], doc: Doc) -> tuple[Figure, ...]:
    """Keep the best telling of each figure: the text before the headline, a named source before none, the first before later ones."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (_is_headline(f, doc), f.source is None, f.anchor)):
        same = next((i for i, k in enumerate(kept) if _same(k, figure)), None)
        if same is None:
            kept.append(figure)
        else:
            kept[same] = replace(kept[same], parts=(*kept[same].parts, Part("also", figure.span)))
    return tuple(sorted(kept, key=lambda f: f.anchor))


def _same(a: Figure, b: Figure) -> bool:
    """The same amount of the same thing, told by sources that do not contradict."""
    values = (a.value, a.value_low, a.value_high, a.measure, a.unit) == (b.value, b.value_low, b.value_high, b.measure, b.unit)
    groups = a.population == b.population or "all" in (a.population, b.population)
    return values and groups and (a.source == b.source or None in (a.source, b.source)) and a.measure != "other"


def _is_headline(figure: Figure, doc: Doc) -> bool:
    return any(figure.span in s.span and s.kind in ("title", "heading") for s in doc.sentences)
