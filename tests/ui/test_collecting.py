"""Windows are freed on the window's thread, whichever thread allocates."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from ui.collecting import Collector


class Cycle(QObject):
    """An object that only the collector can free."""

    def __init__(self):
        super().__init__()
        self.myself = self


def test_no_thread_frees_what_belongs_to_the_window(qapp, qtbot):
    collector = Collector()
    gone = weakref.ref(Cycle())
    busy = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    busy.start()
    busy.join()
    assert gone() is not None
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    collector.collect()
    assert gone() is None
    assert kept
    collector.stop()
    assert gc.isenabled()
