"""The description of a release in Croissant 1.1 (http://mlcommons.org/croissant/1.1), for machine-learning tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from huiyao.publish.about import (
    ABOUT_EN,
    ABOUT_ZH,
    AUTHORS,
    KEYWORDS,
    LICENCE_URL,
    NAME,
    TITLE_EN,
    TITLE_ZH,
    citation,
)
from huiyao.publish.checksums import sha256
from huiyao.publish.content import Content
from huiyao.schema.recordset import record_set
from huiyao.schema.tables import RELEASED

_CROISSANT = (
    "annotation arrayShape citeAs column containedIn equivalentProperty excludes extract field fileObject fileProperty "
    "fileSet format includes isArray isLiveDataset jsonPath key md5 parentField path readLines recordSet references regex "
    "repeated replace samplingRate sdVersion separator source subField transform unArchive value"
).split()
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "description": {"@container": "@language"},
    "name": {"@container": "@language"},
} | {term: f"cr:{term}" for term in _CROISSANT}
"""The JSON-LD context of the standard's appendix 1, with names and descriptions in several languages."""


def write_croissant(folder: Path, content: Content) -> None:
    """Write `croissant.json` over the Parquet files in the folder: a FileObject and a RecordSet for each table.

    Paths are relative to the file. There is no `url`, since a release can be anywhere; the day is left out where it is
    unknown.
    """
    described = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": NAME,
        "alternateName": [TITLE_EN, TITLE_ZH],
        "description": {"en": ABOUT_EN, "zh": ABOUT_ZH},
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "license": LICENCE_URL,
        "creator": {"@type": "sc:Organization", "name": AUTHORS},
        "version": content.version,
        "datePublished": content.released and content.released.isoformat(),
        "citeAs": citation(content),
        "keywords": KEYWORDS,
        "inLanguage": "zh",
        "isLiveDataset": False,
        "distribution": [_file(folder / f"{name}.parquet") for name in RELEASED],
        "recordSet": [record_set(table, f"{name}.parquet") for name, table in RELEASED.items()],
    }
    known = {name: value for name, value in described.items() if value is not None}
    text = json.dumps(known, ensure_ascii=False, indent=1) + "\n"
    (folder / "croissant.json").write_text(text, encoding="utf-8", newline="\n")


def _file(path: Path) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "contentUrl": path.name,
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": sha256(path),
    }
