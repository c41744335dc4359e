"""The workbook of a release, for people who work in a spreadsheet: `huiyao.xlsx`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyao.publish.content import Content
from huiyao.publish.csvcells import plain_cell
from huiyao.publish.workbook_pages import about_rows, column_note, column_rows
from huiyao.publish.workbook_text import fitting, width
from huiyao.schema.tables import RELEASED, Table

if TYPE_CHECKING:
    import pyarrow as pa
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WORKBOOK = "huiyao.xlsx"
MOST_ROWS, MOST_BYTES = 200_000, 300_000_000
"""No workbook is written where a table has more rows, or all tables in memory more bytes: no spreadsheet is at ease with it."""

_EXACT = 2**53  # above it a spreadsheet, which has floats only, would round a whole number; it stands as text then
_WIDEST, _WIDEST_ON_PAGE = 50, 150  # in characters of one column's width
_SAMPLE = 200  # rows by which the width of a column is chosen
_BATCH = 4096  # rows turned into Python values at a time, to bound memory
_NO_DAY = date(1980, 1, 1)  # the first day that a ZIP file knows
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}


def write_workbook(folder: Path, content: Content) -> None:
    """Write `huiyao.xlsx`: a page about the release, one about the columns, then a sheet for each table.

    Text is text, never a formula, a link or a number; days are days; lists are joined as in CSV. What a cell cannot hold
    (over 32,767 characters) is cut with a note, and the first page counts such cells. Where there are too many rows
    (`MOST_ROWS`, `MOST_BYTES`) no workbook is written.

    Its bytes follow from the content and from zlib; see `csvfile.write_csv_files` for what that means.

    Raises:
        OSError: the file cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    if not _fits(content):
        return
    book = Workbook(str(folder / WORKBOOK), _OPTIONS | {"tmpdir": str(folder)})
    _fill(book, content)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None  # the OSError that XlsxWriter has wrapped


def _fits(content: Content) -> bool:
    tables = content.files.values()
    return max(table.num_rows for table in tables) <= MOST_ROWS and sum(table.nbytes for table in tables) <= MOST_BYTES


def _fill(book: Workbook, content: Content) -> None:
    book.set_properties(
        {
            "title": f"huiyao {content.version}",
            "created": datetime.combine(content.released or _NO_DAY, time()),  # not the time of writing
        }
    )
    book.use_zip64()
    about, columns = book.add_worksheet("about"), book.add_worksheet("columns")
    cut: Counter[tuple[str, str]] = Counter()
    for name, table in content.files.items():
        _Sheet(book, name, cut).fill(table)
    _page(book, about, about_rows(content, cut), bold_column=True)
    _page(book, columns, column_rows(), bold_column=False)
    columns.freeze_panes(1, 2)


def _page(book: Workbook, sheet: Worksheet, rows: Iterator[tuple[Any, ...]], bold_column: bool) -> None:
    """Write rows of texts and whole numbers, the first row or the first column of them in bold."""
    bold = book.add_format({"bold": True})
    widths: Counter[int] = Counter()
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            form = bold if (column == 0 if bold_column else place == 0) else None
            write = sheet.write_number if isinstance(value, int) else sheet.write_string
            if value not in (None, ""):
                write(place, column, value, form)
                widths[column] = max(widths[column], width(str(value)) + 1)
    _printable(sheet)
    for column, wide in widths.items():
        sheet.set_column(column, column, min(wide, _WIDEST_ON_PAGE))


def _printable(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


class _Sheet:
    """The sheet of one table; `cut` counts the cells, by table and column, that had to be cut."""

    def __init__(self, book: Workbook, name: str, cut: Counter[tuple[str, str]]) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.declared: Table = RELEASED[name]
        self.cut = cut
        self.head = book.add_format({"bold": True, "bottom": 1})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.plain = book.add_format()

    def fill(self, table: pa.Table) -> None:
        self._header(table)
        row = 1
        for batch in table.to_batches(max_chunksize=_BATCH):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                for column, value in enumerate(values):
                    if value is not None and value != []:
                        self._cell(row, column, plain_cell(value))
                row += 1
        # Years and other texts that look like numbers are texts on purpose.
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{row}"})

    def _header(self, table: pa.Table) -> None:
        last = len(self.declared.columns) - 1
        for place, column in enumerate(self.declared.columns):
            self.sheet.write_string(0, place, column.name, self.head)
            self.sheet.write_comment(0, place, column_note(column), {"x_scale": 2.2, "y_scale": 1.3})
            sample = (str(plain_cell(value)) for value in table[column.name].slice(0, _SAMPLE).to_pylist() if value)
            widest = max((width(text) for text in sample), default=0)
            self.sheet.set_column(place, place, min(max(widest, len(column.name) + 3) + 1, _WIDEST))
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, table.num_rows, last)
        _printable(self.sheet)
        self.sheet.repeat_rows(0)

    def _cell(self, row: int, column: int, value: Any) -> None:
        if isinstance(value, date):
            self.sheet.write_datetime(row, column, value, self.day)
        elif isinstance(value, str) or (isinstance(value, int) and abs(value) > _EXACT):
            self._text(row, column, str(value))
        else:
            self.sheet.write_number(row, column, value)

    def _text(self, row: int, column: int, text: str) -> None:
        fits = fitting(text, self.declared.name)
        if fits != text:
            self.cut[self.declared.name, self.declared.columns[column].name] += 1
        if fits.startswith("<r>") and fits.endswith("</r>"):
            # XlsxWriter takes such a text for markup of its own and writes it as it is; in two runs it is a text.
            self.sheet.write_rich_string(row, column, self.plain, fits[0], fits[1:])
        else:
            self.sheet.write_string(row, column, fits)
