"""What else the clerk can do with a paper: print it, go where a finding leads, choose version and style."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.place import Where
from ui.places.preview.audience import FULL, PUBLIC
from ui.places.preview.papers import keep_style
from ui.places.preview.rows import keyed
from ui.printing import Printing
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.places.preview.checks import Check
    from ui.places.preview.place import PreviewPlace


class PreviewActs(QObject):
    """Works on the paper that is shown."""

    def __init__(self, place: "PreviewPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.printing = Printing(self.context, place.work.press, self)
        self.printing.busy.connect(self._printing)
        side = place.side
        side.out.print_button.clicked.connect(self.print_pages)
        side.check_wished.connect(self.go_to)
        side.style_wished.connect(self.choose_style)
        side.style_button.clicked.connect(self.edit_style)
        side.audience.picked.connect(self.choose_version)
        side.options.item_picked.connect(lambda item: place.making.want(item_id=item))
        side.options.by_picked.connect(lambda by: place.making.want(by=by))
        side.options.last_picked.connect(lambda last: place.making.want(last=int(last)))

    def print_pages(self) -> None:
        """Ask the system on which printer, then print the pages as they are shown."""
        printed, looked = self.place.work.printed, self.place.making.looked
        if printed is None or looked is None or looked.document is None:
            return
        title = f"{looked.order.words()} {looked.order.offer.label.lower()}"
        self.printing.ask(self.place.window(), title, printed)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the pages on this printer."""
        printed = self.place.work.printed
        if printed is not None:
            self.printing.print_on(printer, printed)

    def stop(self) -> bool:
        """Stop what is under way; say whether there was anything."""
        return self.printing.stop() or self.place.work.stop()

    def go_to(self, check: "Check | None") -> None:
        """Go where a finding leads."""
        if check is not None and check.place:
            self.context.go(check.place, check.where)

    def go_to_keyed(self, key: str) -> None:
        """Go where the finding with this figure leads."""
        self.go_to(keyed(self.place.side.list.row_model.rows, key))

    def choose_version(self, edition: str) -> None:
        """Show the public or the full version of this paper."""
        self.place.making.want(edition=edition)

    def other_version(self) -> None:
        """Show the other of the two versions."""
        looked = self.place.making.looked
        if looked is not None and looked.two:
            self.choose_version(FULL if looked.order.edition.value == PUBLIC else PUBLIC)

    def has_two_versions(self) -> bool:
        """Say whether there is a public and a full version."""
        return self.place.making.looked is not None and self.place.making.looked.two

    def choose_style(self, name: str) -> None:
        """Keep the house style for the body; its minutes that are not yet approved are set in it from now on."""
        order = self.place.making.order
        if order is not None and order.body is not None and order.style.name != name:
            words = say("House style of {body} changed", body=order.body.name)
            self.context.operations.write(keep_style, order.body, order.meeting, name, undo=words)

    def edit_style(self) -> None:
        """Go to the house styles of the body."""
        order = self.place.making.order
        if order is not None and order.body is not None:
            self.context.go("house_style", Where(body_id=order.body.id, note="preview"))

    def send(self) -> None:
        """Go to who gets what of the meeting."""
        meeting = self.place.making.papers.meeting
        if meeting is not None:
            self.context.go("send", Where(meeting.body.id, meeting.details.id))

    def _printing(self, words: str) -> None:
        if words:
            self.place.work.begin(words, at_once=True)
        else:
            self.place.work.finish()
