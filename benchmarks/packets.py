"""What looking at a packet costs, also at one that was made to cost much."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from timeit import timeit
from typing import TYPE_CHECKING, Any

from benchmarks.timing import compare, start_of_python
from cellsecretary.commands.packets import PacketRefused, verified
from cellsecretary.exchange.packet import MANIFEST, RECORD, pack_meeting, rules_hash
from cellsecretary.exchange.packet_reader import LARGEST_RECORD, MOST_MEETINGS
from cellsecretary.exchange.packet_zip import LARGEST, MOST_ENTRIES
from cellsecretary.exchange.strict_json import MOST_VALUES
from cellsecretary.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

    Files = dict[str, bytes]

SPARE = 1 << 17
"""Bytes left for all that is not what a hostile packet is about."""

GAUGE = """
import resource, sys
from pathlib import Path
from cellsecretary.commands.packets import PacketRefused, verified
from cellsecretary.messages import Messages
words = Messages.load("en")
try:
    verified(Path(sys.argv[1]), words)
except PacketRefused:
    pass
try:
    status = Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
except FileNotFoundError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
"""
"""Prints the peak of its process; Linux counts in that of `resource` what the parent had."""


def verify(record: MeetingRecord, folder: Path) -> None:
    """Compare looking at the packet of a meeting with the start of an empty Python."""
    path = folder / "practice.zip"
    path.write_bytes(pack_meeting(record).content)
    compare("verify", verifying(path), start_of_python)
    print(f"{'':9}{peak_of(path):9.2f} MiB at most in a process of its own")


def hostile(record: MeetingRecord, folder: Path) -> None:
    """Compare the slowest of the hostile packets likewise, and print which takes most room."""
    paths = []
    for name, data in hostile_packets(pack_meeting(record).content):
        paths.append(folder / f"{name}.zip")
        paths[-1].write_bytes(data)
    slowest = max(paths, key=lambda path: timeit(verifying(path), number=1))
    largest = max((peak_of(path), path.stem) for path in paths)
    compare("hostile", verifying(slowest), start_of_python)
    print(f"{'':9}{largest[0]:9.2f} MiB at most, of {largest[1]}; the slowest is {slowest.stem}")


def verifying(path: Path) -> Callable[[], None]:
    """Give the act of looking at a packet, whatever comes of it."""
    words = Messages.load("en")

    def act() -> None:
        try:
            verified(path, words)
        except PacketRefused:
            return

    return act


def peak_of(path: Path) -> float:
    """Give the peak of a process that looks at a packet, in MiB."""
    done = subprocess.run(
        [sys.executable, "-c", GAUGE, path], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def hostile_packets(honest: bytes) -> Iterator[tuple[str, bytes]]:
    """Give packets as large as is let in, each agreeing with itself and costly in its own way."""
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (meeting,) = json.loads(files[RECORD])["meetings"]
    room = LARGEST - sum(map(len, files.values())) - SPARE
    yield "bomb", fitting({**files, "papers/Bomb.pdf": bytes(room)})
    yield "noise", fitting({**files, "papers/Noise.pdf": os.urandom(room)})
    more = {f"papers/X{at}.pdf": bytes(LARGEST // 80) for at in range(MOST_ENTRIES - len(files))}
    yield "files", fitting({**files, **more})
    yield "depth", fitting({**files, RECORD: b"[" * 10_000 + b"]" * 10_000})
    room = LARGEST_RECORD - SPARE
    yield "quotes", fitting({**files, RECORD: b'"' + b'\\"' * (room // 2)})
    text = '{"meetings":["' + "a" * room + '\U0001f600"]}'
    yield "text", fitting({**files, RECORD: text.encode()})
    lists = b'{"meetings":[' + b"[]," * (LARGEST // 4) + b"[]]}"
    yield "lists", fitting({**files, RECORD: lists})
    keys = ",".join(f'{{"ếếếế{at}":"ế"}}' for at in range(MOST_VALUES // 2 - 9))
    record = f'{{"meetings":[{keys}]}}'.encode()
    yield "keys", fitting({**files, RECORD: record})
    noise = os.urandom(LARGEST - len(record) - sum(map(len, files.values())) - SPARE)
    yield "keys-noise", fitting({**files, RECORD: record, "papers/Noise.pdf": noise})
    row = meeting["roster"][0]
    rows = (MOST_VALUES - as_json(meeting).count(b",") - 9_000) // (len(row) + 2)
    yield "rows", fitting(with_meetings(files, [{**meeting, "roster": [row] * rows}]))
    # The rules of the program are put into each of these meetings, from a few bytes.
    bare = {key: [] if isinstance(value, list) else value for key, value in meeting.items()}
    bare["rules"] = {"paper": {"wording": {}}}
    yield "rules", fitting(with_meetings(files, [bare] * MOST_MEETINGS))


def with_meetings(files: Files, meetings: list[Any]) -> Files:
    """Give the files with other meetings, and a manifest that fits as far as sizes go."""
    told = json.loads(files[MANIFEST]) | {"rules": rules_hash(meetings[-1]["rules"])}
    return {**files, MANIFEST: as_json(told), RECORD: as_json({"meetings": meetings})}


def fitting(files: Files) -> bytes:
    """Give the packet of files, with a manifest that has their sizes and hashes."""
    told = json.loads(files[MANIFEST])
    others = {name: data for name, data in files.items() if name != MANIFEST}
    told["files"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in others.items()
    ]
    told["content"] = hashlib.sha256(files[RECORD]).hexdigest()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(MANIFEST, as_json(told))
        for name, data in others.items():
            archive.writestr(name, data)
    return whole.getvalue()


def as_json(plain: object) -> bytes:
    """Give the short JSON of a value."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
