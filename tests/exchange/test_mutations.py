"""A thousand spoilt packets, each refused or read as it stands; `make torture` judges many more."""

from __future__ import annotations

from collections import Counter

import pytest

from cellsecretary.exchange.packet_zip import Flaw
from tests.exchange.judging import judged
from tests.exchange.mutations import WAYS, Mutant, mutant, packed, sealed, whole

SEED, PACKETS = 0, 1000


@pytest.mark.thorough
def test_a_thousand_spoilt_packets_are_refused_or_read_as_they_stand() -> None:
    seen: Counter[tuple[str, ...]] = Counter()
    for number in range(PACKETS):
        try:
            seen[judged(mutant(SEED, number))] += 1
        except Exception as wrong:
            wrong.add_note(f"python -m tests.torture --seed {SEED} --only {number}")
            raise
    flaws = {flaw for what, flaw, *_ in seen if what == "refused"}
    assert flaws >= {Flaw.DAMAGED, Flaw.ALTERED, Flaw.DECEITFUL, Flaw.CUT_OFF, Flaw.TOO_LARGE}
    layers = {layer for what, *_, layer in seen if what == "refused"}
    assert {"zip", "manifest.json", "signature.json", "seal.json"} <= layers
    assert {"rules", "subject"} <= layers
    assert sum(layer.startswith("record.json: ") for layer in layers) >= 10
    assert seen["opened", "fitted", "facts too"] >= PACKETS // 10


@pytest.mark.parametrize("count", [1, 2])
def test_the_packets_that_are_spoilt_are_whole_themselves(count: int) -> None:
    data = packed(dict(whole(count)))
    assert judged(Mutant("none", data, data, fitted=False)) == ("opened", "as it was", "facts too")


def test_the_sealed_packet_that_is_spoilt_opens_itself() -> None:
    data = packed(sealed())
    assert judged(Mutant("none", data, data, fitted=False)) == ("sealed", "unsealed")


def test_a_mutant_is_known_by_seed_and_number() -> None:
    some = [mutant(7, number) for number in range(60)]
    assert some == [mutant(7, number) for number in range(60)]
    assert some != [mutant(8, number) for number in range(60)]
    assert {one.way for one in some} <= {way.__name__ for way in WAYS}
