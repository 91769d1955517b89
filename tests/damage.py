"""A register that is damaged where the gate does not look: one page of one table or index of it."""

from contextlib import closing

from sqlcipher3 import dbapi2

PAGE = 4096


def spoil_first_page_of(name, register):
    """Overwrite the first page of a table or an index; return how to put it right again."""
    with closing(dbapi2.connect(str(register))) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    at = (page - 1) * PAGE
    with register.open("rb") as file:
        file.seek(at)
        whole = file.read(PAGE)

    def put(content):
        with register.open("rb+") as file:
            file.seek(at)
            file.write(content)

    put(b"\xff" * PAGE)
    return lambda: put(whole)
