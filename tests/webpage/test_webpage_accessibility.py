"""The page read by axe-core, the checker behind most audits of accessibility, in both languages, in the light and in the dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.webpage.conftest import show
from tests.webpage.release import COUNCIL, FORUM

VIEWS = {
    "overview": "#/",
    "meetings": "#/meetings",
    "meeting": f"#/meeting/{FORUM}",
    "speakers": "#/speakers",
    "measures": "#/measures?status=planned",
    "statements": "#/statements",
    "articles": "#/articles",
    "search": "#/search?q=%E6%95%B0%E6%8D%AE",
    "nothing": "#/meeting/m-0",
    "evidence": f"#/meeting/{COUNCIL}?record={COUNCIL}",
}


@pytest.mark.parametrize(("scheme", "language"), [("light", "zh"), ("dark", "en")])
def test_axe_finds_nothing_to_object_to(
    browser: Browser, full_text: Path, scheme: Literal["light", "dark"], language: str
) -> None:
    # The checker runs as a script of its own, which the page's policy forbids.
    page = browser.new_page(color_scheme=scheme, bypass_csp=True)
    page.goto(full_text.as_uri())
    page.wait_for_selector("html[data-ready]")
    article, person = page.evaluate("[DATA.articles.find(article => article.measures.length).id, DATA.persons[0].id]")
    for name, address in (VIEWS | {"article": f"#/article/{article}", "person": f"#/person/{person}"}).items():
        joined = address + ("&" if "?" in address else "?") + f"lang={language}"
        show(page, joined)
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        found = Axe().run(page).response["violations"]
        assert [(item["id"], item["impact"], [node["target"] for node in item["nodes"]][:3]) for item in found] == [], (
            name
        )
    page.close()
