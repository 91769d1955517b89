"""Pages are read as SQLite wrote them, and bytes that are no page do no harm."""

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from wibdesk.store.encryption.cipher import Key
from wibdesk.store.salvage.page_trees import INDEX_LEAF, INNER_INDEX, TABLE_LEAF, leaf, tree
from wibdesk.store.salvage.pages import PlainPages, pages_of

PAGE = 4096
KEY = Key(bytes(range(32)), bytes(range(16)))

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
long_words = st.builds(lambda word, times: (word or "x") * times, words, st.integers(0, 3000))
values = st.one_of(
    st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), words, long_words, st.binary(max_size=9000)
)
rows = st.dictionaries(st.integers(-(2**63), 2**63 - 1), st.tuples(values, values, words), max_size=40)


def write(path, held, key):
    with closing(dbapi2.connect(str(path), isolation_level=None)) as made:
        if key is not None:
            made.execute(f'PRAGMA key = "{key.literal}"')
        made.execute("PRAGMA synchronous = OFF")
        made.executescript("BEGIN; CREATE TABLE t (a, b, c); CREATE INDEX i ON t (a, c)")
        made.executemany("INSERT INTO t (rowid, a, b, c) VALUES (?, ?, ?, ?)", [(n, *row) for n, row in held.items()])
        made.execute("COMMIT")
        return dict(made.execute("SELECT name, rootpage FROM sqlite_master"))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=rows)
def test_every_row_and_every_key_is_read_as_it_was_written(tmp_path_factory, key, held):
    path = tmp_path_factory.mktemp("pages") / "file"
    roots = write(path, held, key)
    with pages_of(path, key) as pages:
        found = [leaf(pages, number) for number in tree(pages, roots["t"])]
        keys = [leaf(pages, number) for number in tree(pages, roots["i"])]
    table = [row for one in found if one is not None for row in one.rows]
    index = [row for one in keys if one is not None for row in one.rows]
    assert {row.number: row.values for row in table} == held
    assert len(table) == len(held)
    assert {row.number: row.values for row in index} == {number: (a, c) for number, (a, _, c) in held.items()}
    assert sum(one.broken for one in [*found, *keys] if one is not None) == 0


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([TABLE_LEAF, INDEX_LEAF, INNER_INDEX, 5, 0]), st.binary(min_size=20, max_size=400))
def test_bytes_that_are_no_page_give_no_more_than_broken_rows(kind, data):
    pages = PlainPages(b"\0" * PAGE + bytes([kind]) + data + data[::-1] * 9)
    assert set(tree(pages, 2)) <= {1, 2}
    found = leaf(pages, 2)
    assert found is None or len(found.rows) + found.broken <= PAGE


def test_a_page_that_was_changed_or_moved_is_known_in_an_encrypted_file(tmp_path):
    path = tmp_path / "file"
    write(path, {n: (n, "x" * 500, "y") for n in range(60)}, KEY)
    data = bytearray(path.read_bytes())
    data[3 * PAGE + 7] ^= 1
    data[4 * PAGE : 5 * PAGE], data[5 * PAGE : 6 * PAGE] = data[5 * PAGE : 6 * PAGE], data[4 * PAGE : 5 * PAGE]
    path.write_bytes(data)
    with pages_of(path, KEY) as pages:
        assert [number for number in range(pages.count + 2) if pages.page(number) is None] == [
            0,
            4,
            5,
            6,
            pages.count + 1,
        ]
    with pages_of(path, Key(KEY.secret[::-1], KEY.salt)) as pages:
        assert {pages.page(number) for number in range(1, pages.count + 1)} == {None}


def test_a_page_of_a_plain_file_that_ends_too_early_ends_in_zeros():
    pages = PlainPages(b"a" * PAGE + b"b")
    assert (pages.count, pages.page(2), pages.page(3)) == (2, b"b" + b"\0" * (PAGE - 1), None)
