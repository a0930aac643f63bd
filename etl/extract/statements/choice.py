"""Which drafts become rows: one act of speech is one row."""

from __future__ import annotations

from etl.extract.statements.script import Draft, Script


def chosen(script: Script, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts in text order without those that repeat or only pass on another."""
    kept = [d for d in drafts if not _inside_direct(d, drafts)]
    kept.sort(key=lambda d: (d.start, d.cue))
    return tuple(kept)


def _inside_direct(draft: Draft, drafts: tuple[Draft, ...]) -> bool:
    """Inside somebody's direct words everything is theirs."""
    return (
        any(other is not draft and other.mode == "direct" and draft.cue in span for other in drafts for span in other.contents)
        and draft.mode != "direct"
    )
