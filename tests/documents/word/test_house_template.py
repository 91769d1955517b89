"""The body's own Word file as template: its styles, page, headers and pictures are kept, and our words put in."""

import io
import re
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import making, reading
from tests.documents.word import templates
from tests.documents.word.reading import word_lines
from tests.documents.word.test_valid import letters, read, said
from tests.validators import word_access
from tests.validators.word_audit import audit
from wibdesk.documents.document import Document, Heading, ListBlock, ListItem, Paragraph, Picture, Run, plain, words_of
from wibdesk.documents.styles import house_style
from wibdesk.documents.word.house_template import check_template, template_remark
from wibdesk.documents.word.sample import sample_document
from wibdesk.documents.word.writer import write_docx
from wibdesk.errors import UserError

STYLE = house_style(None)
SAMPLE = sample_document()
KINDS = ("plain", "letterhead", "german", "german names", "libreoffice", "smallest", "other prefix")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a maker of templates by kind; each is made once."""
    known: dict[str, bytes] = {}
    makers = {
        "plain": templates.plain_template,
        "letterhead": templates.letterhead,
        "german": lambda: templates.german(translated=False),
        "german names": lambda: templates.german(translated=True),
        "libreoffice": lambda: templates.libreoffice(tmp_path_factory.mktemp("office")),
        "smallest": templates.smallest,
        "other prefix": lambda: templates.smallest(prefix="ns0"),
    }
    return lambda kind: known[kind] if kind in known else known.setdefault(kind, makers[kind]())


def word(template: bytes, document: Document = SAMPLE, **more) -> bytes:
    return write_docx(replace(document, template=template, **more), STYLE)


def unmarked(text: str) -> str:
    """Return words without the marks of bullets, which are the template's own."""
    return text.translate(dict.fromkeys(map(ord, "•–▪\uf0b7")))


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def everything(data: bytes) -> str:
    return "".join(templates.parts(data).values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_template_gives_a_valid_file_with_all_the_words(kind, made, tmp_path):
    data = word(made(kind))
    assert audit(data, tmp_path) == []
    assert unmarked(said(SAMPLE)) in unmarked(read(data))
    assert data != write_docx(SAMPLE, STYLE)
    # Colours and pictures are the template's own affair.
    own = ("the style", "a picture has no words")
    assert [words for words in word_access.errors(data) if not words.startswith(own)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_reads_the_words_and_labels_in_every_template(kind, made, tmp_path):
    text = letters(reading.office_words(word(made(kind)), tmp_path))
    for words in (
        "3.Frontdoor",
        "3.1Whatwasdecided",
        "(1)Thatthereisone",
        "(2)Thatitispublished",
        "4.Anyotherbusiness",
    ):
        assert words in text


@making.random_documents
@given(making.trees(), st.sampled_from(["plain", "letterhead", "german", "smallest"]))
def test_odd_documents_go_into_templates_with_the_same_words(made, document, kind):
    data = word(made(kind), document)
    assert unmarked(said(document)) in unmarked(read(data))
    opened(data)


def test_our_words_stand_in_the_template_s_own_styles(made):
    document = opened(word(made("german")))
    used = {paragraph.style.style_id for paragraph in document.paragraphs}
    assert {"berschrift1", "berschrift2", "Aufzhlungszeichen", "Listennummer", "Beschriftung"} <= used
    assert not used & {"Heading1", "ListBullet", "ListNumber", "Caption"}
    assert document.tables[0].style.style_id == "Tabellenraster"


def test_translated_names_and_places_in_the_outline_are_known_too(made):
    assert check_template(made("german names")).missing == (("Hyperlink", "the desk’s own, blue and underlined"),)
    styles = templates.replaced(made("plain"), "word/styles.xml", 'w:val="heading 2"', 'w:val="Board item"')
    assert "Heading 2" in check_template(styles).found
    assert "Board item" in {paragraph.style.name for paragraph in opened(word(styles)).paragraphs}


def test_letters_and_size_come_from_the_template(made):
    document = opened(word(made("letterhead")))
    assert document.styles["Normal"].font.name == "Georgia"
    added = document.styles["Table Text"]
    assert (added.font.name, added.base_style.name, added.font.size.pt) == (None, "Normal", 11)
    assert document.styles["Heading 2"].font.color.rgb == docx.shared.RGBColor(0x80, 0, 0)


def test_text_before_and_after_the_place_stays_and_the_rest_goes(made):
    lines = word_lines(word(made("letterhead")))
    assert (lines[0], lines[1], lines[-1]) == ("Our reference: 123", "Sample Board", "With kind regards")
    assert word_lines(word(templates.letterhead(place="")))[0] == "Sample Board"
    assert "kind regards" not in everything(word(templates.letterhead(place="")))


def test_a_bookmark_marks_the_place_too():
    marked = '<w:p><w:bookmarkStart w:id="4" w:name="WIBDesk"/><w:r><w:t>here</w:t></w:r></w:p>'
    ends = '<w:p><w:r><w:t>and here</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p><w:p><w:r><w:t>after</w:t></w:r></w:p>'
    template = templates.smallest(f"<w:p><w:r><w:t>before</w:t></w:r></w:p>{marked}{ends}")
    lines = word_lines(word(template))
    assert (lines[0], lines[1], lines[-1]) == ("before", "Sample Board", "after")
    assert check_template(template).place
    alone = word_lines(word(templates.smallest(marked.replace("WIBDesk", "other"))))
    assert alone[0] == "Sample Board"


def test_the_letterhead_keeps_its_picture_headers_and_footer(made):
    data = word(made("letterhead"))
    section = opened(data).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.part.rels
    assert section.footer.paragraphs[0].text == "12 High Street"
    assert any(name.startswith("word/media/") for name in templates.names(data))


def test_the_status_stands_in_every_header(made):
    section = opened(word(made("letterhead"))).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert sum("DRAFT, not yet approved" in paragraph.text for paragraph in header.paragraphs) == 1
    approved = everything(word(made("letterhead"), status=None))
    assert "DRAFT" not in approved


def test_a_header_may_say_where_status_and_running_words_go(made):
    words = "<w:t>Norbury Council</w:t>"
    places = "<w:t>{{sta</w:t></w:r><w:r><w:t>tus}} of {{header}}</w:t>"
    part = next(name for name, text in templates.parts(made("letterhead")).items() if words in text)
    template = templates.replaced(made("letterhead"), part, words, places)
    header = opened(word(template)).sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == [
        "DRAFT, not yet approved of Sample Board, Tuesday 1 September 2026"
    ]
    assert opened(word(template, status=None)).sections[0].header.paragraphs[0].text.startswith(" of Sample")


def test_a_template_without_headers_gets_ours_with_page_numbers(made):
    section = opened(word(made("plain"))).sections[0]
    assert section.header.paragraphs[0].text == "Sample Board, Tuesday 1 September 2026\tDRAFT, not yet approved"
    assert "Page " in section.footer.paragraphs[0].text


def test_a_first_page_or_an_even_one_without_a_header_gets_the_status():
    document = docx.Document()
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].header.paragraphs[0].text = "Norbury"
    document.sections[0].footer.paragraphs[0].text = "Street"
    section = opened(word(templates.saved(document))).sections[0]
    assert "DRAFT" in section.first_page_header.paragraphs[0].text
    assert "DRAFT" in section.even_page_header.paragraphs[0].text
    quiet = opened(word(templates.saved(document), status=None)).sections[0]
    assert quiet.first_page_header.is_linked_to_previous


def test_an_empty_header_gets_the_running_words_and_an_empty_last_line_the_status():
    document = docx.Document()
    document.sections[0].header.is_linked_to_previous = False
    assert "Sample Board" in opened(word(templates.saved(document))).sections[0].header.paragraphs[0].text
    document.sections[0].header.paragraphs[0].text = "Norbury"
    document.sections[0].header.add_paragraph()
    header = opened(word(templates.saved(document))).sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == ["Norbury", "DRAFT, not yet approved"]


def test_the_page_is_the_template_s_and_tables_fill_its_line(made):
    section = opened(word(made("plain"))).sections[0]
    theirs = docx.Document().sections[0]
    assert (section.page_width, section.left_margin) == (theirs.page_width, theirs.left_margin)
    table = opened(word(made("plain"))).tables[0]
    room = theirs.page_width - theirs.left_margin - theirs.right_margin
    assert sum(column.width for column in table.columns) == pytest.approx(room, abs=2000)
    turned = opened(word(made("plain"), landscape=True)).sections[0]
    assert (turned.page_width, turned.page_height) == (theirs.page_height, theirs.page_width)


def test_a_heading_added_in_the_template_s_style_renumbers_what_follows(made, tmp_path):
    document = opened(word(made("german")))
    last = next(p for p in document.paragraphs if p.text == "Any other business")
    last.insert_paragraph_before("Between", style=last.style)
    text = reading.office_words(templates.saved(document), tmp_path)
    reading.in_order(iter(("3. Front door", "3.1 What was decided", "4. Between", "5. Any other business")), text)


def test_headings_that_count_in_the_template_show_our_numbers(made, tmp_path):
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    style = '<w:outlineLvl w:val="1"/>'
    template = templates.replaced(made("plain"), "word/styles.xml", style, style)
    template = templates.changed(
        template,
        lambda name, words: (
            words.replace('<w:spacing w:before="200" w:after="0"/><w:outlineLvl w:val="1"/>', f"{number}{style}")
            if name == "word/styles.xml"
            else words
        ),
    )
    text = reading.office_words(word(template), tmp_path)
    reading.in_order(iter(("Committee Room 2", "Norbury House Present", "3. Front door")), text)
    no_numbers = replace(SAMPLE, blocks=(Heading(1, plain("T")), Heading(2, plain("Present"))))
    assert word_lines(word(template, no_numbers)) == ["T", "Present"]


def test_a_bulleted_style_keeps_its_own_mark_and_one_without_gets_ours(made):
    block = ListBlock((ListItem(plain("one"), "•"),))
    document = replace(SAMPLE, blocks=(Heading(1, plain("T")), block))
    assert "numPr" not in templates.parts(word(made("plain"), document))["word/document.xml"]
    assert word_lines(word(made("smallest"), document)) == ["T", "• one"]


def test_the_language_is_the_document_s(made):
    parts = templates.parts(word(made("plain"), language="cy-GB"))
    assert 'w:lang w:val="cy-GB"' in parts["word/styles.xml"]
    assert 'w:val="en-US"' not in parts["word/styles.xml"]
    assert 'themeFontLang w:val="cy-GB"' in parts["word/settings.xml"]


def test_the_properties_are_the_document_s_and_nothing_is_left_of_the_template_s_author(made):
    data = word(made("plain"))
    about = opened(data).core_properties
    assert (about.title, about.author, about.comments) == (SAMPLE.title, SAMPLE.author, "")
    assert "python-docx" not in everything(data)


def test_a_logo_stands_first_where_the_template_shows_no_picture(made, tmp_path):
    logo = Picture(making.png(), "png", "The logo")
    data = word(made("plain"), logo=logo)
    assert audit(data, tmp_path) == []
    assert "<w:drawing>" in templates.parts(data)["word/document.xml"]
    assert "<w:drawing>" not in templates.parts(word(made("letterhead"), logo=logo))["word/document.xml"]


def test_links_lead_out_of_a_template_too(made):
    document = replace(
        SAMPLE, blocks=(Heading(1, plain("T")), Paragraph((Run("report", link="https://e.example/a?b=1&c=2"),)))
    )
    rels = opened(word(made("letterhead"), document)).part.rels.values()
    assert "https://e.example/a?b=1&c=2" in [rel.target_ref for rel in rels if rel.is_external]


def test_the_same_template_and_document_give_the_same_bytes(made):
    assert word(made("letterhead")) == word(bytes(bytearray(made("letterhead"))))


def test_sections_before_the_last_give_it_the_headers_that_it_does_not_name():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Norbury"
    document.add_section()
    section = opened(word(templates.saved(document))).sections
    assert len(section) == 1
    assert section[0].header.paragraphs[0].text == "Norbury"


def test_the_end_of_a_section_at_the_place_stays():
    ending = (
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{document}}</w:t></w:r></w:p><w:p><w:r><w:t>on</w:t></w:r></w:p>"
    )
    data = word(templates.smallest(ending))
    assert word_lines(data)[-1] == "on"
    assert len(opened(data).sections) == 2


def test_columns_narrow_the_line(made):
    two = templates.replaced(
        made("plain"), "word/document.xml", '<w:cols w:space="720"/>', '<w:cols w:num="2" w:space="720"/>'
    )
    wide, narrow = (sum(c.width for c in opened(word(t)).tables[0].columns) for t in (made("plain"), two))
    assert narrow < wide / 2


def test_a_check_says_what_is_there_and_what_stands_in(made):
    plain_, letter, bare = (check_template(made(kind)) for kind in ("plain", "letterhead", "smallest"))
    assert "Heading 1" in plain_.found
    assert (plain_.header, plain_.footer, plain_.page_number, plain_.place) == (False, False, False, False)
    assert len(plain_.remarks) == 4
    assert (letter.header, letter.footer, letter.place) == (True, True, True)
    assert letter.remarks[:2] == (
        "The template shows no page number. Put one in its footer if the pages should have it.",
        "A picture in the template has no words for those who cannot see it. Give it alternative text in Word.",
    )
    assert bare.missing == ()
    assert all(remark.endswith(".") for remark in (*plain_.remarks, *letter.remarks))


def pale_remarks(data: bytes) -> list[str]:
    return [remark for remark in check_template(data).remarks if "pale" in remark]


def test_a_check_names_the_styles_that_are_too_pale_for_their_size(made):
    ending = "too pale on white paper. Choose a darker colour for them in Word."
    # Heading 1 of Word 2010 is #365F91; Heading 2 is #4F81BD at 13 points, and Caption at 9.
    assert pale_remarks(made("plain")) == [
        f"The styles “Heading 2”, “Heading 3” and “Caption” have letters that are {ending}"
    ]
    document = docx.Document(io.BytesIO(made("plain")))
    for name in ("Heading 2", "Heading 3", "Caption"):
        document.styles[name].font.size = docx.shared.Pt(18)
    document.styles["Caption"].font.color.rgb = docx.shared.RGBColor(0xAA, 0xAA, 0xAA)
    assert pale_remarks(templates.saved(document)) == [f"The style “Caption” has letters that are {ending}"]
    document.styles["Caption"].font.color.rgb = docx.shared.RGBColor(0x80, 0, 0)
    assert pale_remarks(templates.saved(document)) == []
    document.styles["Heading 2"].font.size = docx.shared.Pt(14)
    assert pale_remarks(templates.saved(document)) == []
    document.styles["Heading 2"].font.bold = False
    assert pale_remarks(templates.saved(document)) == [f"The style “Heading 2” has letters that are {ending}"]


def test_paleness_is_inherited_and_a_circle_of_styles_ends():
    styles = (
        f'<w:styles xmlns:w="{templates.W}">'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
        '<w:rPr><w:color w:val="auto"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/><w:basedOn w:val="H"/>'
        '<w:rPr><w:color w:val="CCCCCC"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/><w:basedOn w:val="C"/></w:style>'
        "</w:styles>"
    )
    template = templates.changed(templates.plain_template(), lambda n, w: styles if n == "word/styles.xml" else w)
    assert pale_remarks(template) == [
        "The style “Heading 1” has letters that are too pale on white paper. Choose a darker colour for them in Word."
    ]


@pytest.mark.parametrize(
    "field",
    ['<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/>', "<w:r><w:instrText> PAGE </w:instrText></w:r>"],
)
def test_a_page_number_in_the_footer_is_seen(field, made):
    footer = next(name for name, words in templates.parts(made("letterhead")).items() if "High Street" in words)
    numbered = templates.replaced(made("letterhead"), footer, "</w:p></w:ftr>", f"{field}</w:p></w:ftr>")
    assert check_template(numbered).page_number
    assert not any("page number" in remark for remark in check_template(numbered).remarks)


@settings(max_examples=making.EXAMPLES, deadline=None)
@given(st.data())
def test_no_damage_to_a_template_stops_an_export(made, data):
    template = bytearray(made("letterhead"))
    for at in data.draw(st.lists(st.integers(0, len(template) - 1), max_size=4)):
        template[at] ^= data.draw(st.integers(1, 255))
    assert unmarked(said(SAMPLE)) in unmarked(read(word(bytes(template))))


ODD = st.sampled_from(
    [
        "w:p",
        "w:body",
        "w:sectPr",
        "w:style",
        "w:name",
        "w:numId",
        "w:abstractNum",
        "w:val",
        "w:pgSz",
        "w:id",
        "r:id",
        "w:type",
    ]
)


@settings(max_examples=making.EXAMPLES, deadline=None)
@given(ODD, ODD, st.sampled_from(["document", "styles", "numbering", "settings"]))
def test_no_oddness_in_a_template_stops_an_export(made, before, after, part):
    def change(name: str, words: str) -> str:
        return words.replace(before, after) if name == f"word/{part}.xml" else words

    main = templates.parts(word(templates.changed(made("letterhead"), change)))["word/document.xml"]
    sentences = [words_of(block.runs) for block in SAMPLE.blocks if isinstance(block, Paragraph)]
    reading.in_order(iter(sentences), reading.squeezed(re.sub("<[^>]+>", "", main)))


def test_a_template_that_opens_and_cannot_be_written_into_is_refused_and_ours_stands_in(made):
    wide = re.search('<w:pgSz w:w="[0-9]+"', templates.parts(made("plain"))["word/document.xml"])
    odd = templates.replaced(made("plain"), "word/document.xml", wide[0], f'<w:pgSz w:w="{"9" * 5000}"')
    with pytest.raises(UserError, match="Save it anew in Word"):
        check_template(odd)
    assert word(odd) == write_docx(SAMPLE, STYLE)


def test_a_remark_says_that_a_template_cannot_be_used(made):
    assert template_remark(SAMPLE) is None
    assert template_remark(replace(SAMPLE, template=made("plain"))) is None
    assert "cannot be used" in template_remark(replace(SAMPLE, template=b"lost"))


def test_what_stands_in_is_told_for_each_style_that_is_missing(made):
    missing = dict(check_template(made("libreoffice")).missing)
    assert missing["Heading 2"] == "the desk’s own, in the letters of the template’s text"
    assert missing["Table Grid"] == "the desk’s own, with thin rules"
    nameless = templates.changed(
        made("libreoffice"), lambda name, words: re.sub('w:name w:val="Normal"', 'w:name w:val="Text"', words)
    )
    assert "Heading 1" in dict(check_template(nameless).missing)


def test_a_heading_style_and_a_styles_part_may_say_next_to_nothing(made, tmp_path):
    def change(name: str, words: str) -> str:
        if name != "word/styles.xml":
            return words
        words = re.sub("<w:docDefaults>.*?</w:docDefaults>", "", words, flags=re.DOTALL)
        heading = '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>'
        return re.sub('<w:style w:type="paragraph" w:styleId="Heading2">.*?</w:style>', heading, words, flags=re.DOTALL)

    data = word(templates.changed(made("plain"), change))
    assert audit(data, tmp_path) == []
    assert "3. Front door" in word_lines(data)
