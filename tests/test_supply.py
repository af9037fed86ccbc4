"""What the program is made of: bounded, locked by hashes, and listed with its licences."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools import licences, lock, prepare
from tools.reach import LOCK, SHIPPED, NotInstalled, locked, reached, shipped, wanted

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

LOWER, UPPER = {">=", "=="}, {"<", "=="}

ADDRESS = re.compile(
    r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host|@ |(^|\s)-[ief]"
)

PIN = re.compile(r"^[a-z0-9][a-z0-9.-]*==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+$")


def unbounded(texts: list[str]) -> list[str]:
    """Name the requirements that any later or earlier release would satisfy."""
    faults = []
    for text in texts:
        one = Requirement(text)
        ends = {specifier.operator for specifier in one.specifier}
        if canonicalize_name(one.name) != "cellsecretary" and not (ends & LOWER and ends & UPPER):
            faults.append(text)
    return faults


def entries(text: str) -> list[str]:
    """Give the pins of a lock, each with its hashes."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return re.split(r"\n(?=\S)", lines)


def faults_of(text: str) -> list[str]:
    """Name what is wrong with a lock on its face: addresses, and pins without hashes."""
    faults = [line for line in text.splitlines() if ADDRESS.search(line)]
    return faults + [entry for entry in entries(text) if not PIN.match(entry)]


def outside(pins: dict[str, str], requirements: list[Requirement]) -> list[str]:
    """Name the requirements that a lock does not meet; markers apart, one version meets all."""
    return [
        str(one)
        for one in requirements
        if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"))
    ]


# The ranges


def test_every_dependency_has_both_ends() -> None:
    project = PROJECT["project"]
    texts = [*PROJECT["build-system"]["requires"], *project["dependencies"]]
    texts += [text for extra in project["optional-dependencies"].values() for text in extra]
    assert unbounded(texts) == []
    assert unbounded(["pyarrow>=22", "build<2", "lxml"]) == ["pyarrow>=22", "build<2", "lxml"]


def test_what_is_shipped_is_also_tested() -> None:
    (own,) = [
        Requirement(text)
        for text in PROJECT["project"]["optional-dependencies"]["test"]
        if text.startswith("cellsecretary[")
    ]
    assert own.extras == set(SHIPPED)


# The lock


def test_the_lock_has_hashes_and_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert len(entries(text)) == len(locked()) > 30
    assert faults_of(text) == []


GOOD = f"attrs==26.1.0 \\\n    --hash=sha256:{'a' * 64}\n"


@pytest.mark.parametrize(
    "text",
    [
        "attrs==26.1.0\n",
        "attrs>=26 \\\n    --hash=sha256:" + "a" * 64 + "\n",
        "attrs==26.1.0 \\\n    --hash=md5:" + "a" * 32 + "\n",
        "--index-url=https://mirror.example/simple\n" + GOOD,
        "attrs @ https://mirror.example/attrs.whl\n" + GOOD,
        "-i //mirror.example\n" + GOOD,
        "--find-links /wheels\n" + GOOD,
        "# from https://mirror.example\n" + GOOD,
    ],
)
def test_a_spoilt_lock_is_found(text: str) -> None:
    assert faults_of(GOOD) == []
    assert faults_of(text) != []


def test_the_lock_meets_the_ranges() -> None:
    assert outside(locked(), wanted()) == []
    assert outside(locked() | {"reportlab": "6.0"}, wanted()) == ["reportlab<6,>=4.4"]
    assert outside({}, [Requirement("attrs>=1")]) == ["attrs>=1"]


def test_everything_that_is_reached_is_locked_and_nothing_else() -> None:
    assert reached(wanted()).keys() == locked().keys()
    assert reached([Requirement("pytest>=8")]).keys() - locked().keys() >= {"pytest", "iniconfig"}


def test_a_requirement_of_another_system_is_followed_too() -> None:
    away = "win32" if sys.platform != "win32" else "linux"
    assert "six" in reached([Requirement(f"six; sys_platform == '{away}'")])
    assert reached([Requirement("six; sys_platform == 'wasi'")]) == {}
    assert reached([Requirement("never-was-there>=1")]) == {"never-was-there": None}


def test_what_is_installed_is_what_is_locked() -> None:
    there = {name: Version(one.version) for name, one in shipped().items()}
    assert there == {name: Version(version) for name, version in locked().items()}


def test_a_wheel_is_wanted_for_every_system_and_python() -> None:
    linux, old, mac = (
        "a-1-cp311-abi3-manylinux_2_28_x86_64.whl",
        "a-1-cp311-cp311-win_amd64.whl",
        "a-1-cp311-abi3-macosx_11_0_arm64.whl",
    )
    windows = "a-1-cp311-abi3-win_amd64.whl"
    later, other = "a-1-cp311-abi3-manylinux_2_39_x86_64.whl", "a-1-cp311-abi3-win_arm64.whl"
    assert lock.fitting(["a-1-py3-none-any.whl"]) == {"a-1-py3-none-any.whl"}
    assert lock.fitting([linux, windows, mac, later, other]) == {linux, windows, mac}
    with pytest.raises(lock.NoWheel, match=r"Windows, x64, Python 3\.12"):
        lock.fitting([linux, old, mac])


def test_an_entry_has_the_hashes_of_its_wheels_alone() -> None:
    wheels = {
        ("six", "1.0"): {
            "six-1.0-py3-none-any.whl": "sha256:12",
            "six-1.0-py2-none-any.whl": "sha256:0",
        }
    }
    assert lock.entry("six==1.0", wheels) == "six==1.0 \\\n    --hash=sha256:12\n"
    with pytest.raises(lock.NoWheel, match=r"six 1\.0"):
        lock.entry("six==1.0", {("six", "1.0"): {}})


def test_the_environment_is_made_with_the_versions_of_the_lock() -> None:
    lines = prepare.pins(LOCK.read_text(encoding="utf-8")).splitlines()
    pinned: dict[str, str] = {canonicalize_name(Requirement(line).name): line for line in lines}
    assert pinned.keys() == locked().keys()
    assert pinned["reportlab"] == f"reportlab=={locked()['reportlab']}"


# The licences


def test_the_licences_are_those_of_what_is_installed() -> None:
    fresh = licences.files()
    there = {path.name: path.read_text(encoding="utf-8") for path in licences.TARGET.iterdir()}
    assert there.keys() == fresh.keys()
    assert [name for name, text in fresh.items() if there[name] != text] == []


def test_every_distribution_is_listed_with_its_licence_and_text() -> None:
    listed = json.loads((licences.TARGET / licences.SHIPPED).read_text(encoding="utf-8"))
    by_name = {canonicalize_name(one["name"]): one for one in listed}
    assert len(by_name) == len(listed)
    assert shipped().keys() <= by_name.keys()
    assert {name: one["version"] for name, one in by_name.items() if name in locked()} == locked()
    for one in listed:
        assert one["licence"], one
        assert len((licences.TARGET / one["text"]).read_text(encoding="utf-8")) > 300, one
    assert len({one["text"] for one in listed}) == len(listed)


def test_what_is_no_distribution_is_listed_too() -> None:
    listed = json.loads((licences.TARGET / licences.SHIPPED).read_text(encoding="utf-8"))
    parts = {one["name"]: one for one in listed}
    for name in ("Python", "Qt", "ICU", "SQLite", "SQLCipher", "Icons of cellsecretary"):
        assert name in parts
    assert parts["Liberation Sans, Liberation Serif"]["licence"] == "OFL-1.1"
    assert parts["Qt"]["version"] == locked()["pyside6-essentials"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (licences.TARGET / "qt.txt").read_text("utf-8")


class Planted:
    """A distribution with a fault."""

    name, version, files, requires = "planted", "1", (), ()

    def __init__(self, licence: str) -> None:
        self.metadata = Message()
        self.metadata["License"] = licence


def test_a_distribution_without_a_licence_stops_the_list() -> None:
    with pytest.raises(licences.NoLicence, match="planted: 'as you like'"):
        licences._licence(Planted("as you like"))  # type: ignore[arg-type]
    with pytest.raises(licences.NoLicence, match="no licence text"):
        licences._texts(Planted("MIT"))  # type: ignore[arg-type]
    assert licences._licence(Planted("MIT")) == "MIT"  # type: ignore[arg-type]


def test_another_version_than_the_locked_one_stops_the_list(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tools.reach.locked", lambda: {**locked(), "attrs": "1"})
    with pytest.raises(NotInstalled, match=r"attrs: .* is installed, the lock says 1"):
        shipped()
    assert licences.main() == 1
    assert "Nothing was written: attrs" in capsys.readouterr().err


def test_no_address_of_a_registry_is_in_what_is_written() -> None:
    for path in (LOCK, licences.TARGET / licences.SHIPPED, ROOT / "pyproject.toml"):
        assert not re.search(r"pypi\.|pythonhosted", path.read_text(encoding="utf-8")), path
