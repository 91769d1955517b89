"""The check of an open register, made on a copy of it."""

from sqlcipher3 import dbapi2

from tests.registers import Clerk
from wibdesk.safety.checking_aside import check_aside


def test_a_page_that_cannot_be_read_is_a_finding_and_no_failure(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    clerk.meeting()
    clerk.desk.close()
    raw = dbapi2.connect(str(path))
    (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'item'").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(content)
    again = Clerk(path)
    found = check_aside(again.desk)
    again.desk.close()
    assert [f.kind for f in found][-1] == "integrity"
