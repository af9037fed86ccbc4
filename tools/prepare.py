"""Makes the machine ready: system libraries that Qt needs, then the virtual environment."""

import ctypes
import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
LOCK = PROJECT / "requirements.lock"

# Library → Debian and Ubuntu package, as the Qt wheels link them.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(extras: list[str]) -> int:
    """Prepare the machine for the named extras of pyproject.toml; 1 when the user must act."""
    # Two makes at once: the second waits here, and then finds everything done.
    with Path(__file__).open() as own_text:
        fcntl.flock(own_text, fcntl.LOCK_EX)
        if not install_packages(missing_packages()):
            return 1
        try:
            make_environment(extras)
        except subprocess.CalledProcessError:
            print(
                "The Python packages could not be installed (the reason is above). "
                "The first time needs a network; run the same command again.",
                file=sys.stderr,
            )
            return 1
    return 0


def missing_packages() -> list[str]:
    """Name the system packages that must come first, in the words of Debian and Ubuntu."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        libraries |= SCREEN_LIBRARIES
    packages = [package for library, package in libraries.items() if not is_there(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return packages


def is_there(library: str) -> bool:
    """Say whether the dynamic linker finds `library` for this Python."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> bool:
    """Install `packages` where that works without a question, else say the command that does."""
    if not packages:
        return True
    apt_get = shutil.which("apt-get")
    if apt_get is None:
        print(
            "Some system libraries are missing. Install what your system calls: "
            + " ".join(packages),
            file=sys.stderr,
        )
        return False
    administrator = without_a_question()
    if administrator is not None:
        print(f"Installing system packages: {' '.join(packages)}", flush=True)
        quiet = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2"]
        install = ["install", "-y", "--no-install-recommends", *packages]
        # The package list of a new machine is empty, so a refusal here is not yet the end.
        for arguments in (["update"], install):
            subprocess.run(
                [*administrator, apt_get, *quiet, *arguments],
                env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                check=False,
            )
        importlib.invalidate_caches()
        packages = missing_packages()
        if not packages:
            return True
    sudo = "" if os.geteuid() == 0 else "sudo "
    print(
        "Some system libraries are missing. This one command installs them; "
        "then run make again:\n\n"
        f"    {sudo}apt-get update && {sudo}apt-get install -y {' '.join(packages)}\n",
        file=sys.stderr,
    )
    return False


def without_a_question() -> list[str] | None:
    """Find how to act as administrator without asking for a password; None when there is no way."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    allowed = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n"] if allowed.returncode == 0 else None


def make_environment(extras: list[str]) -> None:
    """Create .venv with the program and its extras, unless it is there for what is asked now."""
    names = ",".join(extras)
    asked = (PROJECT / "pyproject.toml").read_bytes() + LOCK.read_bytes()
    wanted = hashlib.sha256(asked).hexdigest()
    stamp = VENV / f"ready-{names}"
    python = VENV / "bin" / "python"
    if not works(python):
        print("Making the virtual environment in .venv …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"Installing the Python packages ({names}) …", flush=True)
    shipped = VENV / "shipped.txt"
    shipped.write_text(pins(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    install = ["install", "--constraint", str(shipped), "--editable", f".[{names}]"]
    subprocess.run([*pip, *install], cwd=PROJECT, check=True)
    stamp.write_text(wanted)


def pins(lock: str) -> str:
    """Give the versions of a lock without the hashes.

    What is tested is what is shipped; but the program itself has no hash, and pip asks for all of
    them or for none.
    """
    lines = (line.removesuffix(" \\") for line in lock.splitlines() if line[:1].isalnum())
    return "".join(f"{line}\n" for line in lines)


def works(python: Path) -> bool:
    """Say whether this is a whole environment, not the rest of an interrupted or outdated one."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return (
        python.exists()
        and subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode == 0
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
