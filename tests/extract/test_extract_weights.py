"""Weights of linear models: their files, their sums, and others in their place for a while."""

from __future__ import annotations

from importlib import resources

import pytest

from huiyao.extract.weights import Features, Weights

TSV = "slot\tvalue\tweight\nbias\t\t7\nlast\t路\t30\n"


def test_the_logit_sums_what_is_known_of_the_features() -> None:
    weights = Weights("clause_weights.tsv")
    with weights.replaced(TSV):
        assert weights.logit(Features(("last", "first"), ("路", "路"), {"last": ["路", "桥"], "pair": ["修路"]})) == 67
        assert weights.logit(Features((), (), {})) == 7


def test_features_are_slots_with_values() -> None:
    features = Features(("last", "first"), ("路", "修"), {"pair": ["修路", "修路"]})
    assert list(features) == [("bias", ""), ("pair", "修路"), ("pair", "修路"), ("last", "路"), ("first", "修")]


def test_other_weights_hold_for_a_while() -> None:
    weights = Weights("clause_weights.tsv")
    own = dict(weights.table("last"))
    with weights.replaced(TSV):
        assert weights.table("last") == {"路": 30}
    assert weights.table("last") == own


def test_the_own_weights_come_back_after_an_error() -> None:
    weights = Weights("clause_weights.tsv")
    with pytest.raises(KeyError), weights.replaced(TSV):
        raise KeyError
    assert len(weights.table("last")) > 1


@pytest.mark.parametrize(("file", "least"), [("clause_weights.tsv", 10), ("sentence_weights.tsv", 5)])
def test_files_are_sorted_without_doubles_and_every_weight_decides(file: str, least: int) -> None:
    text = resources.files("huiyao.extract").joinpath(file).read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    assert rows == sorted(rows)
    assert len({(slot, value) for slot, value, _ in rows}) == len(rows) > 1000
    assert min(abs(int(weight)) for _, _, weight in rows) >= least
