"""The window comes back where it stood: after a kill, where it filled the screen, and from a screen that is gone."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

from tests.ui.benches import Opened
from ui.app import Start, Workbench
from wibdesk.settings import Settings


def window_again(folder):
    """A window as the next start makes it, from the settings that are in the file."""
    bench = Workbench(Start(folder / "register.wibdesk"), Settings(folder / "settings.json"))
    bench.window.show_fitting()
    return bench


def put_away(bench):
    bench.window.close()
    assert bench.close()
    bench.window.deleteLater()
    bench.deleteLater()


def test_a_window_that_is_never_closed_is_remembered_all_the_same(tmp_path, qapp):
    opened = Opened(tmp_path).ready()
    opened.window.setMinimumSize(300, 200)
    opened.window.setGeometry(QRect(30, 40, 700, 500))
    opened.window.clock.timeout.emit()
    assert opened.context.settings.settle(10)
    bench = window_again(tmp_path)
    assert bench.window.geometry().topLeft() == QPoint(30, 40)
    put_away(bench)
    opened.close()


def test_a_window_that_filled_the_screen_fills_it_again(tmp_path, qapp):
    opened = Opened(tmp_path).ready()
    opened.window.showMaximized()
    opened.until(opened.window.isMaximized, "it fills the screen")
    opened.close()
    bench = window_again(tmp_path)
    assert bench.window.isMaximized()
    put_away(bench)


def test_a_window_from_a_screen_that_is_gone_comes_back_into_sight(tmp_path, qapp):
    opened = Opened(tmp_path).ready()
    opened.window.move(5000, 4000)
    opened.close()
    bench = window_again(tmp_path)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(bench.window.geometry().center())
    put_away(bench)


def test_what_is_no_geometry_gives_the_window_of_a_first_start(tmp_path, qapp):
    Settings(tmp_path / "settings.json").change(window_geometry="nonsense")
    bench = window_again(tmp_path)
    assert bench.window.size() == QSize(1280, 800).boundedTo(QGuiApplication.primaryScreen().availableSize())
    put_away(bench)
