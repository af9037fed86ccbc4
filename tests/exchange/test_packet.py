"""A packet is the same bytes for the same record, tells nothing private, and reads back whole."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.plain import canonical_json, from_plain, to_plain
from cellsecretary.core.record import MeetingRecord
from cellsecretary.core.redact import redact
from cellsecretary.exchange.packet import (
    MANIFEST,
    RECORD,
    Packet,
    Profile,
    Subject,
    SubjectKind,
    loose_papers,
    loose_period_papers,
    pack_meeting,
    pack_period,
)
from cellsecretary.exchange.packet_reader import open_packet
from cellsecretary.rules import bundled
from tests.exchange.mutations import OURS
from tests.papers.pages import text_of
from tests.papers.periods import practice
from tests.papers.records import november, october
from tools import schema

UGLY = (
    *("Ốm, có đơn xin phép", '<b>&"', "Nguye\u0302\u0303n", "\u202eabc"),
    *("x" * 500, "", "Đi công tác"),
)


@cache
def october_packet(profile: Profile = Profile.COMMUNE) -> Packet:
    return pack_meeting(october(), profile)


def test_its_name_is_one_that_a_clerk_and_every_stick_can_read() -> None:
    assert october_packet().name == "ChiBoThon3_2026-10_BienBan.zip"
    cell = replace(october().cell, name="Chi bộ TDP số 1: “Đồi/Chè” <b>CON</b> " + "ả" * 200)
    name = pack_meeting(replace(october(), cell=cell)).name
    assert name.isascii()
    assert len(name) < 80
    assert not set(name) & set('<>:"/\\|?* ')


def test_a_full_packet_gives_back_the_record_as_it_was() -> None:
    opened = open_packet(october_packet(Profile.FULL).content, bundled())
    assert opened.meetings == (october(),)
    assert opened.manifest.sender.name == "Chi bộ thôn 3"


def test_what_goes_to_the_commune_names_no_illness_in_record_or_paper() -> None:
    private = "Ốm, có đơn xin phép"
    assert any(line.reason == private for line in october().roster)
    opened = open_packet(october_packet().content, bundled())
    assert private not in canonical_json(opened.meetings[0])
    for pdf in opened.papers.values():
        assert private not in text_of(pdf)
    assert "Đi công tác" in canonical_json(opened.meetings[0])


def test_a_draft_says_so_in_the_manifest_and_on_each_paper() -> None:
    opened = open_packet(pack_meeting(november()).content, bundled())
    assert opened.manifest.draft
    assert not open_packet(october_packet().content, bundled()).manifest.draft
    for pdf in opened.papers.values():
        assert all("DỰ THẢO" in page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    ("kind", "when"),
    [
        (MeetingKind.REGULAR, "2026-10"),
        (MeetingKind.EXTRAORDINARY, "2026-10-03-1930"),
        (MeetingKind.COMMITTEE, "2026-10-03"),
    ],
)
def test_two_meetings_of_a_month_are_told_apart_by_their_names(
    kind: MeetingKind, when: str
) -> None:
    record = replace(october(), documents=(), tasks=())
    packet = pack_meeting(replace(record, meeting=replace(record.meeting, kind=kind)))
    assert packet.papers == 1
    assert packet.name == f"ChiBoThon3_{when}_BienBan.zip"


def test_a_month_is_packed_with_its_meetings_and_its_papers() -> None:
    month = practice("2026-10")
    packet = pack_period(month, signer=OURS)
    assert packet.name == "ChiBoThon3_2026-10_BaoCao.zip"
    opened = open_packet(packet.content, bundled())
    assert opened.signer == OURS.public
    assert opened.manifest.subject == Subject(SubjectKind.PERIOD, "2026-10")
    assert opened.meetings == tuple(redact(one) for one in month.records)
    assert list(opened.papers) == ["papers/BaoCao.pdf", "papers/HoSo.pdf"]
    private = "Ốm, có đơn xin phép"
    assert any(line.reason == private for line in month.records[0].roster)
    assert private not in canonical_json(opened.meetings[0])
    for pdf in opened.papers.values():
        assert private not in text_of(pdf)


def test_a_full_packet_of_a_month_leaves_nothing_out() -> None:
    month = practice("2026-10")
    opened = open_packet(pack_period(month, Profile.FULL).content, bundled())
    assert opened.meetings == month.records
    assert opened.signer is None


def test_loose_papers_are_all_that_there_are_and_leave_nothing_out() -> None:
    papers = dict(loose_papers(october()))
    assert list(papers) == [
        f"ChiBoThon3_2026-10-03_1930_{name}.pdf" for name in ("BienBan", "NghiQuyet", "PhanCong")
    ]
    assert "Ốm, có đơn xin phép" in text_of(papers["ChiBoThon3_2026-10-03_1930_BienBan.pdf"])


def test_loose_papers_of_a_month_leave_nothing_out() -> None:
    of_month = dict(loose_period_papers(practice("2026-10")))
    assert list(of_month) == ["ChiBoThon3_2026-10_BaoCao.pdf", "ChiBoThon3_2026-10_HoSo.pdf"]
    assert "Ốm, có đơn xin phép" in text_of(of_month["ChiBoThon3_2026-10_HoSo.pdf"])


@st.composite
def records(draw: st.DrawFn) -> MeetingRecord:
    record = october()
    texts = st.one_of(st.sampled_from(UGLY), st.text(max_size=30))
    roster = tuple(
        replace(line, reason=draw(texts), name=draw(texts) or line.name)
        for line in record.roster[:6]
    )
    agenda = tuple(replace(item, body=draw(texts)) for item in record.agenda[:3])
    state = draw(st.sampled_from([MeetingState.CLOSED, MeetingState.RUNNING]))
    meeting = replace(record.meeting, state=state, topic=draw(texts))
    return replace(record, roster=roster, agenda=agenda, meeting=meeting)


@settings(max_examples=60, deadline=None)
@given(records())
def test_redacting_twice_is_redacting_once(record: MeetingRecord) -> None:
    once = redact(record)
    assert redact(once) == once
    for line in once.roster:
        assert line.reason in ("", *record.rules.open_reasons)


@settings(max_examples=60, deadline=None)
@given(records())
def test_the_full_record_survives_its_way_through_json(record: MeetingRecord) -> None:
    stored = from_plain(MeetingRecord, to_plain(record))
    assert from_plain(MeetingRecord, to_plain(stored)) == stored
    assert canonical_json(stored) == canonical_json(from_plain(MeetingRecord, to_plain(stored)))


PACK = """
import hashlib
from tests.exchange.test_packet import october_packet
print(hashlib.sha256(october_packet().content).hexdigest())
"""


@pytest.mark.thorough
@pytest.mark.parametrize(
    "other", [{"TZ": "Asia/Ho_Chi_Minh"}, {"TZ": "America/New_York", "LC_ALL": "C"}]
)
def test_its_bytes_do_not_depend_on_zone_locale_and_folder(
    other: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PACK],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7", **other},
        cwd=tmp_path_factory.mktemp("elsewhere"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(october_packet().content).hexdigest()


@pytest.mark.parametrize("profile", Profile)
def test_the_schema_is_fresh_and_a_packet_keeps_to_it(profile: Profile) -> None:
    assert schema.TARGET.read_text(encoding="utf-8") == schema.text()
    whole = json.loads(schema.text())
    with zipfile.ZipFile(io.BytesIO(october_packet(profile).content)) as packet:
        for name, part in ((MANIFEST, "Manifest"), (RECORD, "Content")):
            rule = {**whole, "$ref": f"#/$defs/{part}"}
            jsonschema.validate(json.loads(packet.read(name)), rule)
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate({}, rule)
