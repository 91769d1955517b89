"""Tables keep their row, skip the heads of groups, leave columns out where it is narrow, and read out their cells."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.keys import press, shown
from ui.cells import Chip, Marked, Number, Plain, Rag, Ref, Two, muted, text_of
from ui.tables import Column, Table, TableRow
from ui.widgets.fields import LineField
from ui.widgets.labels import column, hold

COLUMNS = [
    Column("Ref", 118),
    Column("Action"),
    Column("Due", 206, least=560),
    Column("Days", 80, right=True),
    Column("RAG", 132),
]


def line(ref, action="agree the definition", rag="Green"):
    cells = (
        Ref(ref),
        Two(action, "Raised today"),
        Two("Tue 6 Oct 2026", "October Board", "calendar-days"),
        Number("14"),
        Rag(rag),
    )
    return TableRow(row_id=ref, cells=cells, sentence=f"{ref}, {action}", data=ref)


def group(words):
    return TableRow(row_id=words, cells=(words,), group=True)


def log(theme, qtbot, *rows, width=1000):
    table = Table(theme, COLUMNS, "Action log")
    table.set_rows(rows or [group("Overdue, 2"), line("009"), line("011"), group("No date, 1"), line("013")])
    return shown(qtbot, table, width, 400)


def test_up_and_down_pass_over_the_heads_of_groups(theme, qtbot):
    table = log(theme, qtbot)
    table.setFocus()
    qtbot.waitUntil(lambda: table.current_row() is not None)
    seen = [table.current_row().row_id]
    for _ in range(2):
        press(table, "Down")
        seen.append(table.current_row().row_id)
    press(table, "Up")
    assert seen == ["009", "011", "013"]
    assert table.current_row().row_id == "011"


def test_enter_opens_the_row(theme, qtbot):
    table = log(theme, qtbot)
    table.choose("011")
    table.setFocus()
    with qtbot.waitSignal(table.opened) as told:
        press(table, "Return")
    assert told.args[0].data == "011"


def test_a_refresh_keeps_the_row_and_the_nearest_follows_one_that_is_gone(theme, qtbot):
    table = log(theme, qtbot)
    table.choose("011")
    table.set_rows([line("001"), group("Overdue, 1"), line("013"), line("011")])
    assert table.current_row().row_id == "011"
    table.set_rows([line("001"), group("Overdue, 1"), line("013")])
    assert table.current_row().row_id == "013"
    table.set_rows([])
    assert table.current_row() is None


def test_a_row_that_is_dropped_gives_its_place_to_the_next(theme, qtbot):
    table = log(theme, qtbot)
    table.choose("009")
    table.drop("009")
    assert table.current_row().row_id == "011"
    table.choose("013")
    table.drop("013")
    assert table.current_row().row_id == "011"
    table.drop("011")
    assert table.current_row() is None


def test_a_row_with_the_keyboard_that_goes_elsewhere_stays_in_sight(theme, qtbot):
    refs = [f"{number}" for number in range(30)]
    view = log(theme, qtbot, *(line(ref) for ref in refs))
    view.setFocus()
    view.choose("1")
    view.set_rows([line(ref) for ref in ("0", *refs[2:], "1")])
    assert view.current_row().row_id == "1"
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_a_table_can_be_as_high_as_whole_rows_need(theme, qtbot):
    view = log(theme, qtbot, group("Overdue, 2"), line("1"), line("2"), line("3"))
    view.fit_rows(30 + 34 + 50 + 40)
    assert view.height() - 2 * view.frameWidth() == 30 + 34 + 50
    view.fit_rows(1000)
    assert view.height() - 2 * view.frameWidth() == 30 + 34 + 3 * 50
    view.fit_rows(40)
    assert view.height() - 2 * view.frameWidth() == 30


def test_the_heads_of_groups_run_across(theme, qtbot):
    table = log(theme, qtbot)
    assert table.columnSpan(0, 0) == len(COLUMNS)
    assert table.columnSpan(1, 0) == 1
    table.set_rows([line("009"), line("011")])
    assert table.columnSpan(0, 0) == 1


def test_a_narrow_table_leaves_out_what_it_has_no_room_for(theme, qtbot):
    table = log(theme, qtbot)
    assert not table.isColumnHidden(2)
    theme.switch(scale=2.0)
    qtbot.waitUntil(lambda: table.isColumnHidden(2))
    theme.switch(scale=1.0)
    qtbot.waitUntil(lambda: not table.isColumnHidden(2))
    table.resize(500, 400)
    qtbot.waitUntil(lambda: table.isColumnHidden(2))


def test_a_click_on_a_head_wishes_the_order_and_the_arrow_shows_it(theme, qtbot):
    table = log(theme, qtbot)
    before = table.head.grab().toImage()
    at = table.head.sectionViewportPosition(2) + 10
    with qtbot.waitSignal(table.sort_wished) as told:
        QTest.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert told.args == [2]
    table.set_sorted(2, downwards=True)
    assert table.head.grab().toImage() != before


def test_cells_and_heads_are_read_out(theme, qtbot):
    table = log(theme, qtbot)
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name) == "Action log"
    model = table.table_model
    assert model.data(model.index(1, 1), Qt.ItemDataRole.AccessibleTextRole) == "agree the definition, Raised today"
    described = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "009, agree the definition, under Overdue, 2"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "RAG"


def test_the_chosen_row_and_the_row_with_the_keyboard_look_different(theme, qtbot):
    table, other = Table(theme, COLUMNS, "Action log"), LineField(theme)
    table.set_rows([line("009"), line("011")])
    window = shown(qtbot, hold(column(theme, other, table)))
    other.setFocus()
    rest = table.viewport().grab().toImage()
    table.choose("011")
    chosen = table.viewport().grab().toImage()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert window.isActiveWindow()
    assert rest != chosen
    assert table.viewport().grab().toImage() != chosen


@pytest.mark.parametrize(
    "cell",
    [
        "plain words",
        Plain("words", "warn"),
        muted("quiet"),
        Two("first", "second", "repeat", "bad"),
        Two("first"),
        *(Rag(word) for word in ("Red", "Amber", "Green", "Complete", "No date")),
        Ref("CIB/26/009"),
        Number("14"),
        Marked("paperclip", "2 papers"),
        *(Chip("J Amari", "user-round", state) for state in ("plain", "new", "warn", "bad", "focus")),
    ],
)
def test_every_kind_of_cell_is_painted_and_has_its_text(theme, qtbot, cell, caplog):
    table = shown(qtbot, Table(theme, [Column("Only")], "Cells"), 400, 120)
    table.set_rows([TableRow(row_id="empty", cells=("",))])
    empty = table.viewport().grab().toImage()
    table.set_rows([TableRow(row_id="empty", cells=(cell,))])
    assert table.viewport().grab().toImage() != empty
    assert caplog.records == []
    assert text_of(cell)


def test_rows_and_columns_grow_with_the_text(theme, qtbot):
    table = log(theme, qtbot)
    assert (table.rowHeight(1), table.rowHeight(0), table.columnWidth(0)) == (50, 34, 118)
    theme.switch(scale=1.5)
    qtbot.waitUntil(lambda: (table.rowHeight(1), table.rowHeight(0), table.columnWidth(0)) == (75, 51, 177))
