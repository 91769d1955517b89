"""The check of an open register, made on a copy of it."""

from threading import Event

from tests.damage import spoil_first_page_of
from tests.registers import WAIT, Clerk
from wibdesk.safety.checking_aside import check_aside
from wibdesk.services import bodies


def test_a_page_that_cannot_be_read_is_a_finding_and_no_failure(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    clerk.meeting()
    clerk.desk.close()
    spoil_first_page_of("item", path)
    again = Clerk(path)
    found = check_aside(again.desk)
    again.desk.close()
    assert [f.kind for f in found][-1] == "integrity"


def test_while_the_disk_refuses_what_was_typed_the_file_is_checked_as_it_lies_there(tmp_path):
    path = tmp_path / "register.wibdesk"
    first = Clerk(path)
    first.body()
    first.desk.close()
    put_right = spoil_first_page_of("sqlite_autoindex_body_1", path)
    refused = Event()
    clerk = Clerk(path, on_status=lambda status: refused.set() if status.trouble else None)
    waiting = clerk.desk.write(bodies.add_body, "Another board")
    assert refused.wait(WAIT)
    found = check_aside(clerk.desk)
    put_right()
    clerk.desk.retry()
    assert waiting.result(WAIT)
    assert check_aside(clerk.desk) == ()
    clerk.desk.close()
    assert [f.kind for f in found][-1] == "integrity"
