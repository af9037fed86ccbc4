"""Where the program's own files and the user's books live: source tree, wheel, frozen program."""

import sys
import tempfile
from functools import cache
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path

APP_FOLDER = "cellsecretary"

BESIDE = "data"
"""The folder beside the frozen program that is looked for: with it the program is portable."""


class MissingFile(Exception):
    """A file of the program itself is not where it should be: the installation is incomplete."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def form(name: str) -> Path:
    """Find the Qt Designer form `name`, given with or without `.ui`."""
    return _find("forms", f"{name.removesuffix('.ui')}.ui")


def resource(*parts: str) -> Path:
    """Find a file or folder below resources/, such as `resource("fonts", "X.ttf")`."""
    return _find("resources", *parts)


def catalogues() -> list[Path]:
    """Find the compiled words of every language: the program's, then those added on this computer.

    One that was added is for the owner of the computer alone; it takes no update of the program.
    """
    own = portable_folder() or user_data_path(APP_FOLDER, appauthor=False)
    folders = [resource("i18n"), own / "i18n"]
    return [file for folder in folders for file in sorted(folder.glob("*.qm"))]


def books_folder() -> Path:
    """Name the folder that is offered for new books; it need not exist."""
    return user_documents_path()


def own_folders() -> tuple[Path, ...]:
    """Name the folders on this computer that a book may be copied into, the usual one first.

    Documents may be in step with the internet, as OneDrive offers at every turn.
    """
    data = user_data_path(APP_FOLDER, appauthor=False) / "books"
    return (books_folder(), Path.home(), data)


def settings_file() -> Path:
    """Name the file that remembers the window; it need not exist."""
    own = portable_folder() or user_config_path(APP_FOLDER, appauthor=False, roaming=True)
    return own / "settings.ini"


def portable_folder() -> Path | None:
    """Give the folder of a portable program: what the person chose goes along on the stick.

    Books, their backups, the practice book and the log stay on the computer: a stick is pulled out
    while something is written, and is lost with all that is on it. None where the folder is not
    there or nothing can be written into it; then all is as on any computer.
    """
    if not getattr(sys, "frozen", False):
        return None
    folder = _beside(Path(sys.executable)) / BESIDE
    return folder if _takes_files(folder) else None


@cache
def _takes_files(folder: Path) -> bool:
    """Tell whether files can be made in a folder; what it says of itself need not be true."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _beside(program: Path) -> Path:
    """Give the folder that a person sees the program in; on a Mac that is a folder itself."""
    inside = program.parent
    if inside.parts[-2:] == ("Contents", "MacOS") and inside.parents[1].suffix == ".app":
        return inside.parents[2]
    return inside


def first_window() -> Path:
    """Name the file beside which a second start finds the first window; it need not exist."""
    return user_data_path(APP_FOLDER, appauthor=False) / "window"


def backups_folder() -> Path:
    """Name the folder of the automatic backups; it need not exist."""
    return user_data_path(APP_FOLDER, appauthor=False) / "backups"


def practice_book() -> Path:
    """Name the file of the practice cell, made afresh each time; it need not exist."""
    return user_data_path(APP_FOLDER, appauthor=False) / "practice.chibo"


def log_folder() -> Path:
    """Name the folder of the log and of the crash reports; it need not exist."""
    return user_data_path(APP_FOLDER, appauthor=False) / "log"


def _find(*parts: str) -> Path:
    folders = _program_folders()
    for folder in folders:
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    raise MissingFile(folders[-1].joinpath(*parts))


def _program_folders() -> list[Path]:
    package = Path(__file__).resolve().parent
    if getattr(sys, "frozen", False):
        unpacked = Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
        return [unpacked / package.name, unpacked]
    # An editable install has no copy inside the package: hatch makes that for wheels alone.
    # Beside an installed package is site-packages, where other people's "resources" may lie.
    if (package / "resources").is_dir():
        return [package]
    return [package, package.parent]
