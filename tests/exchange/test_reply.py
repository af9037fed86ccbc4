"""What comes back from the superior is read as warily as what goes to it."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.lengths import LONGEST_LINE, LONGEST_TEXT
from cellsecretary.core.reply import HandedRules, Reply
from cellsecretary.exchange.packet import REPLY, SIGNATURE
from cellsecretary.exchange.packet_reader import looks_like_packet, read_packet
from cellsecretary.exchange.packet_zip import Flaw, PacketError
from cellsecretary.exchange.reply import (
    LARGEST,
    looks_like_reply,
    open_reply,
    pack_reply,
    read_reply,
    reply_in,
)
from cellsecretary.rules import bundled
from tests.exchange.test_packet import october_packet
from tests.exchange.test_packet_reader import zipped
from tests.exchange.zips import Zip
from tests.replies import (
    DOCUMENT,
    MADE,
    RULE_FILE,
    SEAL_KEY,
    THEME,
    answered,
    office_key,
    received,
    reply_to,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WHOLE = reply_to(
    "cell",
    seal_key=SEAL_KEY,
    meetings=(
        received(
            "m-1",
            remark="Biên bản ghi rõ.\nCần nêu tên người nhận việc.",
            form="score",
            points={"1": 4, "2": 9},
            confirmed=dt.date(2026, 10, 20),
            confirmed_by="Đinh Văn Xuân",
        ),
    ),
    petitions=(answered("p-1"),),
    directives=(DOCUMENT, THEME),
    rules=(RULE_FILE,),
)


def packed(reply: Reply = WHOLE, seed: int | None = 1) -> bytes:
    key = None if seed is None else office_key(seed)
    return pack_reply(reply, "Chi bộ thôn 3", key).content


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


def flaw(data: bytes) -> Flaw:
    with pytest.raises(PacketError) as caught:
        open_reply(data)
    return caught.value.flaw


def changed(change: Callable[[Any], object]) -> bytes:
    """Give an unsigned reply with something else in its JSON."""
    plain = json.loads(files(packed())[REPLY])
    change(plain)
    return zipped([(REPLY, json.dumps(plain).encode())])


def test_a_reply_is_read_as_it_was_told_with_the_key_that_signed_it(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE, office_key())
    assert path.name == "PhanHoi_ChiBoThon3.zip"
    opened = read_reply(path)
    assert opened.reply == WHOLE
    assert opened.signer == office_key().public
    assert open_reply(packed(seed=None)).signer is None


def test_equal_replies_are_equal_bytes_and_plain_to_any_program() -> None:
    assert packed() == packed()
    inside = files(packed())
    assert list(inside) == [REPLY, SIGNATURE]
    assert json.loads(inside[REPLY])["petitions"][0]["answer"].startswith("Xã sẽ")


def test_a_packet_is_no_reply_and_a_reply_is_no_packet(tmp_path: Path) -> None:
    packet, reply = tmp_path / "a.zip", written(tmp_path, WHOLE)
    packet.write_bytes(october_packet().content)
    assert (looks_like_packet(packet), looks_like_reply(packet)) == (True, False)
    assert (looks_like_packet(reply), looks_like_reply(reply)) == (False, True)
    assert flaw(packet.read_bytes()) is Flaw.NO_PACKET
    for nothing in (tmp_path, tmp_path / "pulled out.zip"):
        assert (looks_like_packet(nothing), looks_like_reply(nothing)) == (False, False)
    with pytest.raises(PacketError) as caught:
        read_packet(reply, bundled())
    assert caught.value.flaw is Flaw.NO_PACKET


def test_what_was_changed_after_signing_is_noticed() -> None:
    inside = files(packed())
    other = inside[REPLY].replace(b'"revision":1', b'"revision":2')
    assert other != inside[REPLY]
    assert flaw(zipped([(REPLY, other), (SIGNATURE, inside[SIGNATURE])])) is Flaw.ALTERED
    stranger = files(packed(replace(WHOLE, office="Đảng ủy xã khác"), 2))[SIGNATURE]
    assert flaw(zipped([(REPLY, inside[REPLY]), (SIGNATURE, stranger)])) is Flaw.ALTERED
    assert flaw(zipped([(REPLY, inside[REPLY]), (SIGNATURE, b"{}")])) is Flaw.DAMAGED


def test_every_place_where_the_stick_was_pulled_out_is_refused() -> None:
    whole = packed()
    for end in range(0, len(whole), 7):
        assert flaw(whole[:end]) in (Flaw.CUT_OFF, Flaw.NO_PACKET)


def test_another_file_in_it_or_hidden_bytes_are_refused() -> None:
    inside = files(packed())
    assert flaw(zipped([*inside.items(), ("autorun.inf", b"x")])) is Flaw.DECEITFUL
    assert flaw(zipped([(REPLY, inside[REPLY]), ("../" + REPLY, b"{}")])) is Flaw.DECEITFUL
    hidden = Zip.of(inside)
    hidden.entries[0].gap = b"secret"
    assert flaw(hidden.join()) is Flaw.DECEITFUL
    twice = Zip.of(inside)
    twice.entries[1].name = REPLY.encode()
    assert flaw(twice.join()) is Flaw.DAMAGED
    assert flaw(zipped([(SIGNATURE, inside[SIGNATURE]), (REPLY, inside[REPLY])])) is Flaw.NO_PACKET


def test_what_is_far_too_large_is_refused_before_it_is_read() -> None:
    assert flaw(packed() + b"\0" * LARGEST) is Flaw.TOO_LARGE
    bomb = zipped([(REPLY, b" " * (LARGEST + 1))])
    assert len(bomb) < LARGEST // 100
    assert flaw(bomb) is Flaw.TOO_LARGE
    many = b'{"format":1,"meetings":[' + b"[]," * 200_000 + b"[]]}"
    assert flaw(zipped([(REPLY, many)])) is Flaw.TOO_LARGE


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["meetings"][0].update(remark="x" * (LONGEST_TEXT + 1)),
        lambda plain: plain["petitions"][0].update(answer="x" * (LONGEST_TEXT + 1)),
        lambda plain: plain["directives"][0].update(title="x" * (LONGEST_LINE + 1)),
        lambda plain: plain["meetings"][0].update(points={"x" * (LONGEST_LINE + 1): 1}),
        lambda plain: plain["rules"][0].update(text="x" * (256 * 1024 + 1)),
        lambda plain: plain.update(office="x" * (LONGEST_LINE + 1)),
    ],
)
def test_texts_far_too_long_are_refused(change: Callable[[Any], object]) -> None:
    assert flaw(changed(change)) is Flaw.LONG_TEXT


def test_lists_far_too_long_are_refused() -> None:
    files = [{"name": f"{at}.toml", "text": ""} for at in range(51)]
    assert flaw(changed(lambda plain: plain.update(rules=files))) is Flaw.TOO_LARGE


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(office="Đảng ủy x\u0430"),
        lambda plain: plain.update(office="Đảng ủy\u202e xã"),
        lambda plain: plain["meetings"][0].update(confirmed_by="Xuân\u200b"),
        lambda plain: plain["rules"][0].update(name="lm\u0585t.toml"),
        lambda plain: plain["rules"][0].update(name="a\nb.toml"),
    ],
)
def test_names_that_deceive_the_eye_are_refused(change: Callable[[Any], object]) -> None:
    assert flaw(changed(change)) is Flaw.DECEITFUL


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("cell"),
        lambda plain: plain.update(cell=" "),
        lambda plain: plain.update(format=0),
        lambda plain: plain.update(office="  "),
        lambda plain: plain.update(made="2026-11-10"),
        lambda plain: plain.update(made="2026-11-10T08:30:00+07:00"),
        lambda plain: plain.update(seal_key="age1x"),
        lambda plain: plain["meetings"].append(plain["meetings"][0]),
        lambda plain: plain["petitions"].append(plain["petitions"][0]),
        lambda plain: plain["directives"].append(plain["directives"][0]),
        lambda plain: plain["rules"].append(plain["rules"][0]),
        lambda plain: plain["rules"][0].update(name="../../x.toml"),
        lambda plain: plain["meetings"][0].update(revision=-1),
        lambda plain: plain["meetings"][0].update(form=""),
        lambda plain: plain["meetings"][0].update(points={"1": 4.5}),
        lambda plain: plain["meetings"][0].update(points={"1": True}),
        lambda plain: plain["meetings"][0].update(received="2026-02-30"),
        lambda plain: plain["directives"][0].update(last="2026-10-31"),
        lambda plain: plain["directives"][0].update(kind="order"),
        lambda plain: plain["directives"][0].update(title=" "),
        lambda plain: plain["directives"][0].update(id="d 1"),
    ],
)
def test_what_makes_no_sense_is_refused(change: Callable[[Any], object]) -> None:
    assert flaw(changed(change)) is Flaw.DAMAGED


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"{}",
        b"{",
        b"\xff",
        b'{"format":1,"format":1}',
        b'{"format":NaN}',
        b"[" * 5000,
        b'{"format":1,"office":"\\ud800"}',
    ],
)
def test_what_is_no_honest_json_is_refused(told: bytes) -> None:
    assert flaw(zipped([(REPLY, told)])) is Flaw.DAMAGED


def test_a_key_told_twice_is_refused_although_most_readers_take_one() -> None:
    told = files(packed())[REPLY]
    twice = told[:-1] + b',"cell":"another"}'
    assert json.loads(twice)["cell"] == "another"
    assert flaw(zipped([(REPLY, twice)])) is Flaw.DAMAGED


def test_a_later_format_is_said_to_be_newer_and_later_keys_are_passed_over() -> None:
    assert flaw(changed(lambda plain: plain.update(format=2))) is Flaw.TOO_NEW
    assert open_reply(changed(lambda plain: plain.update(songs=["a"]))).reply == WHOLE


def test_an_office_cannot_pack_what_no_cell_would_read() -> None:
    long = replace(WHOLE, rules=(HandedRules("a.toml", "x" * (256 * 1024 + 1)),))
    with pytest.raises(PacketError) as caught:
        pack_reply(long, "Chi bộ", None)
    assert (caught.value.flaw, caught.value.place) == (Flaw.LONG_TEXT, "reply.json: rules.text")


def test_the_newest_reply_of_the_cell_is_found_among_what_else_is_on_the_stick(
    tmp_path: Path,
) -> None:
    assert reply_in(tmp_path, "cell") is None
    written(tmp_path, WHOLE, office_key(), "a.zip")
    newer = replace(WHOLE, made=MADE + dt.timedelta(days=1))
    path = written(tmp_path, newer, office_key(), "B.ZIP")
    written(tmp_path, replace(newer, cell="other", made=MADE + dt.timedelta(days=9)), name="c.zip")
    (tmp_path / "d.zip").write_bytes(path.read_bytes()[:-30])
    (tmp_path / "e.zip").mkdir()
    (tmp_path / "f.zip").write_bytes(october_packet().content)
    (tmp_path / "g.zip").symlink_to(tmp_path / "nothing.zip")
    within = tmp_path / "folder"
    within.mkdir()
    written(within, replace(newer, made=MADE + dt.timedelta(days=5)))
    found = reply_in(tmp_path, "cell")
    assert found is not None
    assert (found[0], found[1].reply) == (path, newer)
    assert reply_in(tmp_path / "pulled out", "cell") is None
