"""A reader of packets that knows docs/packet.md alone: nothing of this program is in it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import IO


def read(path: str | IO[bytes]) -> tuple[dict[str, object], list[dict[str, object]]]:
    """Give the manifest and the meetings of a packet; anything amiss raises ValueError."""
    with zipfile.ZipFile(path) as packet:
        files = {name: packet.read(name) for name in packet.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    files.pop("signature.json", None)  # of a signed packet; it signs the manifest
    if manifest["format"] != 1:
        raise ValueError("a packet of a later kind")
    if {entry["name"] for entry in manifest["files"]} != set(files):
        raise ValueError("files are missing, or there are others")
    for entry in manifest["files"]:
        data = files[entry["name"]]
        if len(data) != entry["size"] or hashlib.sha256(data).hexdigest() != entry["sha256"]:
            raise ValueError(f"{entry['name']} was altered")
    if hashlib.sha256(files["record.json"]).hexdigest() != manifest["content"]:
        raise ValueError("record.json is not what the manifest is about")
    return manifest, json.loads(files["record.json"])["meetings"]
