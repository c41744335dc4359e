"""Take the pictures of the page that the README shows: `make screenshots`.

The release is one of the seeds with the text of the articles, made in a temporary folder.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.webpage.conftest import browser_path
from tests.webpage.release import COUNCIL, ROOT

from huiyao.pipeline import publish

IMAGES = ROOT / "flows" / "images"
SHOTS = {
    "page-overview": ("#/?lang=en", 1280, 1020),
    "page-meeting": (f"#/meeting/{COUNCIL}?lang=en", 1280, 900),
    "page-article": ("#/article/{article}?lang=en", 1280, 900),
    "page-evidence": ("#/measures?lang=en&topic=科技创新&record={measure}", 1280, 760),
    "page-phone": ("#/meetings?lang=zh", 390, 780),
}
"""By name of the picture: what it shows, width and height of the window."""
CHOICE = """() => {
  const told = ({ statements, measures, speakers }) => Math.min(statements.length, measures.length) + speakers.length;
  const measure = DATA.measures.find((row) => row.topic === "科技创新" && row.speaker_row?.positions.length);
  return { article: [...DATA.articles].sort((a, b) => told(b) - told(a))[0].id, measure: measure.id };
}"""
"""An article of many records, and a measure of somebody with a position."""
TO_A_MEASURE = "document.querySelector('.article mark.measure')?.scrollIntoView({ block: 'center' })"
SHOWN = ("page-overview", "page-article")
"""Those that the README shows; the others are for the eyes of who works on the page."""


def main() -> None:
    """Take every picture, those of the README into the repository, the others into a temporary folder that stays."""
    others = Path(tempfile.mkdtemp(prefix="huiyao-screenshots-"))
    made = publish(ROOT / "seeds", others / "datasets", full_text=True)
    page_of = (Path(made.release.location) / "index.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path())
        for name, (address, width, height) in SHOTS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(page_of)
            page.wait_for_selector("html[data-ready]")
            page.goto(page_of + address.format(**page.evaluate(CHOICE)))
            page.wait_for_timeout(300)
            page.evaluate(TO_A_MEASURE)
            file = (IMAGES if name in SHOWN else others) / f"{name}.png"
            page.screenshot(path=file)
            print(file)
        browser.close()


if __name__ == "__main__":
    main()
