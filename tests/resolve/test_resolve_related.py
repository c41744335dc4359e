"""Which names are forms of one; a noun that any article uses ties nothing together."""

from __future__ import annotations

import pytest

from huiyao.resolve.mentions import Mention
from huiyao.resolve.naming import naming
from huiyao.resolve.related import Forms
from huiyao.schema.records import Meeting


def mention(name: str, *aliases: str) -> Mention:
    return Mention("a-1", Meeting(name, 0, 2, aliases=aliases), None, frozenset(), naming(name))


@pytest.mark.parametrize(("alias", "expected"), [("论坛", False), ("峰会论坛", False), ("松青坛", True)])
def test_families(alias: str, expected: bool) -> None:
    forms = Forms([mention("松江企业家论坛", alias), mention("青浦设计师论坛", alias)])
    assert (forms.family("松江企业家论坛") == forms.family("青浦设计师论坛")) is expected
    assert not forms.related("松江企业家论坛", "青浦设计师论坛")
