"""Makes the installer for Windows out of the bundle that lies in dist/, by Inno Setup.

python -m tools.bundle_installer        on Windows, after python -m tools.bundle
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from cellsecretary import __version__
from tools.bundle import BUILD, DIST, NAME
from tools.reach import PROJECT

SCRIPT = PROJECT / "packaging" / "windows" / "cellsecretary.iss"


def main() -> int:
    """Make the installer; 1 where Inno Setup or the bundle is not there."""
    compiler, bundle = inno_setup(), DIST / NAME
    if compiler is None or not (bundle / f"{NAME}.exe").is_file():
        print(f"Inno Setup 6 is needed, and the bundle of Windows in {bundle}", file=sys.stderr)
        return 1
    from tools import bundle_icons

    sign = bundle_icons.write(BUILD / "installer", "win32")
    return subprocess.run(command(compiler, bundle, sign), check=False).returncode


def inno_setup() -> str | None:
    """Find the compiler of Inno Setup: its installer leaves the search path alone."""
    folders = (os.environ.get(name) for name in ("ProgramFiles(x86)", "ProgramFiles"))
    places = (Path(folder) / "Inno Setup 6" / "ISCC.exe" for folder in folders if folder)
    there = (str(place) for place in places if place.is_file())
    return shutil.which("iscc") or next(there, None)


def command(compiler: str, bundle: Path, sign: Path) -> list[str]:
    """Give the command that compiles the script: all that it does not know by itself is here."""
    told = {"AppVersion": __version__, "Bundle": str(bundle), "Sign": str(sign)}
    defines = [f"/D{name}={value}" for name, value in told.items()]
    return [compiler, "/Qp", *defines, f"/O{DIST}", str(SCRIPT)]


if __name__ == "__main__":
    sys.exit(main())
