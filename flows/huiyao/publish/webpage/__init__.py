"""The page that people read a release by, `index.html`: one file that needs no network and no program but a browser."""

from huiyao.publish.webpage.page import PAGE, VIEWS, write_webpage

__all__ = ["PAGE", "VIEWS", "write_webpage"]
