"""Articles that repeat an earlier one: a wire text with another headline, a sentence more or less, another agency's line above.

MinHash says who may be a copy of whom; the words themselves decide, so that the answer does not hang on chance:

    of the sequences of words that either has, most are in both
    one has no number that the other lacks, or the other none that it lacks: '12 dead' and '15 dead' are two reports

The original is the earliest such article, by (published, id), that is no copy itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from rensa import RMinHash, RMinHashLSH

from etl.resolve.members import Member
from etl.resolve.wording import Wording

ALIKE = 0.7  # of all sequences of both, the part in both
PERMUTATIONS, BANDS = 128, 32  # of texts just ALIKE, one pair in 5,000 is missed


def find_copies(members: Iterable[Member]) -> dict[str, str]:
    """Article id → id of the article it is a copy of."""
    originals: list[Member] = []
    near = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS)
    copies: dict[str, str] = {}
    for m in sorted(members, key=lambda m: m.order):
        signature = _signature(m.wording)
        original = next((o for n in sorted(near.query(signature)) if alike((o := originals[n]).wording, m.wording)), None)
        if original:
            copies[m.article] = original.article
        else:
            near.insert(len(originals), signature)
            originals.append(m)
    return copies


def alike(a: Wording, b: Wording) -> bool:
    """Whether one is a near-identical copy of the other."""
    if not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return False
    one, other = a.sequences, b.sequences
    return len(one & other) >= ALIKE * len(one | other) > 0


def _signature(wording: Wording) -> RMinHash:
    found = RMinHash(num_perm=PERMUTATIONS, seed=1)
    found.update([str(sequence) for sequence in wording.sequences])
    return found
