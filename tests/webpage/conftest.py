"""A real browser, which fails a test when a page logs an error or asks for anything but itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.webpage.release import COMMITTED, ROOT

from huiyao.pipeline import publish

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

MOST_WAIT = 60_000  # milliseconds: a busy machine is no fault of the page

Open = Callable[..., Page]


def browser_path() -> str:
    """Return the browser: the one that HUIYAO_BROWSER names, which must be there, else any Chromium, else the test is skipped."""
    if named := os.environ.get("HUIYAO_BROWSER"):
        path = shutil.which(named)
        assert path, f"HUIYAO_BROWSER names {named}, which is no program"
        return path
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("there is no Chromium; HUIYAO_BROWSER names one elsewhere")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a file. While it runs, its event loop is this thread's, so not for all files."""
    path = browser_path()
    expect.set_options(timeout=MOST_WAIT)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a page of a release at an address behind #, in Chinese unless told; nothing may go wrong in it until the test ends."""
    wrong: list[str] = []
    contexts = []

    def refused(message: str, dismiss: Callable[[], None]) -> None:
        wrong.append(f"dialog: {message}")
        dismiss()

    def opened(file: Path = COMMITTED, address: str = "", **wanted: object) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", "viewport": {"width": 1280, "height": 900}} | wanted)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(MOST_WAIT)
        page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: refused(dialog.message, dialog.dismiss))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(file.parent.as_uri() + "/index") else wrong.append(request.url)
            ),
        )
        page.goto(f"{file.as_uri()}{address}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def full_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a release of the seeds with the text of the articles."""
    folder = tmp_path_factory.mktemp("full")
    made = publish(ROOT / "seeds", folder, full_text=True)
    return Path(made.release.location) / "index.html"


def show(page: Page, address: str) -> None:
    """Go to another address behind #, and return when it is shown: the page's own listener is older, so it is called first."""
    page.evaluate(
        "address => new Promise(shown => { addEventListener('hashchange', shown, { once: true }); location.hash = address })",
        address,
    )
