"""Addresses and header lines: what a mail server would refuse, or take for something else, is told in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.mail_addresses import address_key, checked_address, checked_line, checked_words, shown
from wibdesk.errors import UserError


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("ann@example.org", "ann@example.org"),
        ("  ann@Example.ORG ", "ann@Example.ORG"),
        ("Ann Lee <ann.lee@example.org>", "ann.lee@example.org"),
        ('"Lee, Ann" <ann@example.org>', "ann@example.org"),
        ("<ann@example.org>", "ann@example.org"),
        ("o'brien+minutes@mail.example.co.uk", "o'brien+minutes@mail.example.co.uk"),
        ('"john doe"@example.org', '"john doe"@example.org'),
        ('"a@b"@example.org', '"a@b"@example.org'),
        ("ann@bücher.example", "ann@xn--bcher-kva.example"),
        ("ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"),
    ],
)
def test_an_address_is_returned_fit_for_a_server(written, address):
    assert checked_address(written) == address


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "is empty"),
        ("Ann Lee <>", "is empty"),
        ("ann.example.org", "has no @"),
        ("ann@lee@example.org", "more than one @"),
        ("@example.org", "nothing before its @"),
        ("ann@", "no whole name after its @"),
        ("ann@localhost", "no whole name after its @"),
        ("ann@example.123", "no whole name after its @"),
        ("ann@example.org.", "ends in a dot"),
        ("ann.@example.org", "a dot too many"),
        (".ann@example.org", "a dot too many"),
        ("ann..lee@example.org", "a dot too many"),
        ("ann@example..org", "does not belong there"),
        ("ann@-example.org", "does not belong there"),
        ("ann@exa_mple.org", "does not belong there"),
        ("-ann@example.org", "begins with a dash"),
        ("änn@example.org", "ask for another address"),
        ("ann@[127.0.0.1]", "by its number"),
        ("ann (work)@example.org", "a remark in brackets"),
        ("ann@example.org (home)", "a remark in brackets"),
        ("ann@example.org, ben@example.org", "more than one: keep one"),
        ("ann@example.org;ben@example.org", "more than one: keep one"),
        ("ann lee@example.org", "a blank, a comma or a bracket"),
        ("ann,@example.org", "a blank, a comma or a bracket"),
        ('a"b@example.org', "does not belong there"),
        ("ann@straße.example", "read in two ways"),
        (f"ann@{'ä' * 70}.example", "read in two ways"),
        (f"{'a' * 65}@example.org", "longer than any mail server"),
        ('"\\"' * 50_000, "longer than any mail server"),
        (f"a@{'b' * 60}.{'c.' * 100}org", "longer than any mail server"),
        ("ann@example.org\r\nBcc: all@example.org", "a line break"),
        ("ann@example.org\nX: y", "a line break"),
        ("ann@exa\x85mple.org", "a line break"),
        ("ann@exa\u2028mple.org", "a line break"),
        ("ann@exa\0mple.org", "U+0000"),
        ("ann@\ud800.org", "U+D800"),
    ],
)
def test_what_no_server_takes_is_refused_with_whose_it_is(written, words):
    with pytest.raises(UserError) as told:
        checked_address(written, "Ann Lee")
    assert words in str(told.value)
    assert "Ann Lee" in str(told.value)
    assert str(told.value).isprintable()


def test_the_same_mailbox_is_known_in_either_case():
    assert address_key(" Ann@Example.ORG") == address_key("ann@example.org")


@pytest.mark.parametrize("sign", "\r\n\v\f\x85\u2028\u2029")
def test_a_header_line_takes_no_line_break(sign):
    with pytest.raises(UserError, match=r"^The subject holds a line break: write it on one line\.$"):
        checked_line(f"Minutes{sign}Bcc: all@example.org", "subject")


def test_a_header_line_has_single_blanks_and_an_end():
    assert checked_line("  Minutes \t of  May ", "subject") == "Minutes of May"
    with pytest.raises(UserError, match="301 letters long: use 300 or fewer"):
        checked_line("x" * 301, "subject")
    with pytest.raises(UserError, match=r"U\+0007"):
        checked_line("ring\a", "subject")


def test_words_have_plain_line_ends_and_nothing_that_cannot_be_sent():
    assert checked_words("a\r\nb\rc\u2028d\te", "the message") == "a\nb\nc\nd\te"
    with pytest.raises(UserError, match=r"The words of the message hold a sign that cannot be sent \(U\+0000\)"):
        checked_words("a\0", "the message")


def test_what_is_shown_in_a_sentence_is_short_and_can_be_seen():
    assert shown("a\r\n\u202eb") == "a b"
    assert len(shown("x" * 200)) == 80


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_is_refused_in_words(written):
    try:
        address = checked_address(written)
    except UserError:
        return
    assert address.isascii()
    assert address.isprintable()
    assert checked_address(address) == address


@given(st.emails())
def test_ordinary_addresses_pass(address):
    local = address.rpartition("@")[0]
    if len(local) <= 64 and not local.startswith("-"):
        assert checked_address(address) == address
