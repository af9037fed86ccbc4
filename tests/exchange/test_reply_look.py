"""A reply as a book looks at it: what of its rule files can be used, and who signed it."""

from __future__ import annotations

from dataclasses import replace

from cellsecretary.core.office_rows import RuleFile
from cellsecretary.core.register import CellRecord
from cellsecretary.core.reply import HandedRules
from cellsecretary.exchange.keys import printed_code
from cellsecretary.exchange.reply import open_reply, pack_reply
from cellsecretary.exchange.reply_look import ReplyLook, code_of, look_at
from cellsecretary.rules import Reason, bundled
from cellsecretary.rules.rulebook import LARGEST_FILE
from tests.building import AFTER
from tests.papers.records import cell
from tests.replies import RULE_FILE, RULES, code, office_key, reply_to

BROKEN = HandedRules("sai.toml", '[[meeting]]\nvalid_from = "x"')
# Fewer letters than a file may have bytes, as a cell counts them that reads the reply.
LARGE = HandedRules("dai.toml", f"# {'ế' * (LARGEST_FILE // 2)}\n{RULES}")
EMPTY = CellRecord(cell(), ())


def looked_at(*rules: HandedRules, register: CellRecord = EMPTY, signed: bool = True) -> ReplyLook:
    """Pack rules as an office does, and look at what came."""
    signer = office_key() if signed else None
    packed = pack_reply(reply_to("cell", rules=rules), "Chi bộ thôn 3", signer)
    return look_at(open_reply(packed.content), register, bundled())


def test_of_rule_files_those_that_cannot_be_used_are_told_with_the_reason() -> None:
    look = looked_at(BROKEN, RULE_FILE, LARGE)
    assert look.reply.rules == (RULE_FILE,)
    assert [wrong.file.name for wrong in look.unreadable] == [BROKEN.name, LARGE.name]
    assert look.unreadable[1].reason is Reason.TOO_LARGE
    assert looked_at(RULE_FILE).unreadable == ()


def test_a_file_that_the_book_uses_already_is_not_judged_again() -> None:
    """A later program may judge otherwise than the one under which it was accepted."""
    used = RuleFile("r", "cu.toml", BROKEN.text, AFTER)
    look = looked_at(BROKEN, register=replace(EMPTY, rule_files=(used,)))
    assert look.reply.rules == (BROKEN,)
    assert look.unreadable == ()


def test_a_key_is_accepted_only_where_there_is_one() -> None:
    look = looked_at()
    key = office_key()
    assert (look.key, look.code) == (code(key), printed_code(key.public))
    assert look.signed(accept=True).key == look.key
    assert [look.signed(accept=accept).accept for accept in (True, False)] == [True, False]
    unsigned = looked_at(signed=False)
    assert (unsigned.key, unsigned.code) == ("", "")
    assert not unsigned.signed(accept=True).accept
    assert (code_of(look.key), code_of("")) == (look.code, "")
