"""What the bundle says of itself to Windows and macOS, made from the one version of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary import __doc__ as says
from cellsecretary import __version__
from tools.reach import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = PROJECT / "packaging" / "windows" / "version.txt"

KINDS = {"chibo": "vn.cellsecretary.book", "bangxa": "vn.cellsecretary.board"}
"""The endings of the program's files, and what they are called on a Mac."""


def four_numbers(version: str = __version__) -> tuple[int, int, int, int]:
    """Give a version as Windows counts, four numbers without words."""
    numbers = [int(part) for part in version.split(".")]
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def resource() -> str:
    """Fill the version resource of Windows."""
    text = TEMPLATE.read_text(encoding="utf-8")
    words = {"VERSION": __version__, "NUMBERS": repr(four_numbers()), "SAYS": str(says).strip()}
    for name, value in words.items():
        text = text.replace(f"@{name}@", value)
    return text


def write(folder: Path) -> Path:
    """Write the version resource for PyInstaller."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "version.txt"
    path.write_text(resource(), encoding="utf-8")
    return path


def documents_of_mac() -> dict[str, Any]:
    """Tell a Mac which files the program opens."""
    return {
        "NSHighResolutionCapable": True,
        "LSMinimumSystemVersion": "13.0",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": name,
                "CFBundleTypeExtensions": [ending],
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [name],
            }
            for ending, name in KINDS.items()
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": name,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": [ending]},
            }
            for ending, name in KINDS.items()
        ],
    }
