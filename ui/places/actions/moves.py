"""Going about in the log: another order, other headings, another view, the action before or after, the whole log."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.menu import open_menu
from ui.places.actions.rows import COLUMNS, FIXED, is_left_out
from wibdesk.domain.log_views import GROUPS, ORDERS
from wibdesk.domain.rag import WORDS
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace

HEADINGS = {"due": "D", "owner": "O", "organisation": "A", "meeting": "M", "none": "N"}
ORDER_OF = {"Ref": "ref", "Raised": "raised", "Due": "due", "First due": "due", "Status": "status", "RAG": "due"}


class Moves(QObject):
    """Works on what is shown and never on the register."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place, self.theme = place, place.context.theme
        place.table.sort_wished.connect(self._head_clicked)
        place.filters.headings.clicked.connect(self.choose_headings)
        place.filters.more.clicked.connect(self.choose_filter)

    def sort_next(self) -> None:
        """Sort by deadline, reference, meeting, status in turn."""
        names = [name for name, _ in ORDERS]
        self.sort_by(names[(names.index(self.place.view.order) + 1) % len(names)])

    def sort_by(self, order: str, *, backwards: bool = False) -> None:
        """Sort by one of ORDERS and say so."""
        self.place.narrow({"order": order, "backwards": backwards})
        turned = say(", the other way round") if backwards else ""
        self.place.context.messages.announce(
            say("Sorted by {order}{turned}", order=say(dict(ORDERS)[order]), turned=turned)
        )

    def choose_headings(self) -> None:
        """Open the list of what the headings can be."""
        options = [(HEADINGS[one], one, say(words).capitalize()) for one, words in GROUPS]
        open_menu(
            self.theme, self.place.window(), say("Headings"), options, self.head_by, on={self.place.view.group_by}
        )  # fmt: skip
        self.place.showing.show_chips()

    def head_by(self, group: str) -> None:
        """Put the actions under these headings."""
        self.place.narrow({"group_by": group})
        self.place.context.messages.announce(say("Headings: {heading}", heading=say(dict(GROUPS)[group])))

    def choose_filter(self) -> None:
        """Open the list of what the log can be narrowed by."""
        filters, row = self.place.filters, self.place.action()
        asked = {
            "owner": filters.ask_owner, "organisation": filters.ask_organisation, "before": filters.ask_before,
            "from": filters.ask_from, "rag": self.choose_rag, "meeting": self._of_this_meeting, "all": self.clear,
        }  # fmt: skip
        options = [
            ("O", "owner", say("Owner")), ("A", "organisation", say("Organisation")),
            ("T", "before", say("Due before a day")),
            ("F", "from", say("Due from a day on")), ("R", "rag", "RAG"),
            *([("M", "meeting", say("The meeting of this action"))] if row is not None else []),
            ("X", "all", say("The whole log")),
        ]  # fmt: skip
        view = self.place.view
        on = {
            name for name, value in (
                ("owner", view.owner), ("organisation", view.organisation), ("before", view.due_before),
                ("from", view.due_from), ("rag", view.rag), ("meeting", view.meeting_id),
            ) if value
        }  # fmt: skip
        open_menu(self.theme, self.place.window(), say("Show only"), options, lambda one: asked[one](), on=on)
        self.place.showing.show_chips()

    def choose_rag(self) -> None:
        """Open the list of RAG words to narrow the log to one of them."""
        options = [(word[0], word, say(word)) for word in WORDS] + [("X", "", say("Every RAG word"))]
        open_menu(
            self.theme, self.place.window(), say("RAG"), options, lambda word: self.place.narrow({"rag": word}),
            on={self.place.view.rag},
        )  # fmt: skip

    def choose_columns(self) -> None:
        """Open the list of columns to show one or leave it out."""
        names = [column.word for column in COLUMNS if column.word not in FIXED]
        options = [(str(number % 10), name, say(name)) for number, name in enumerate(names, 1)]
        shown = {name for name in names if not self.is_hidden(name)}
        open_menu(self.theme, self.place.window(), say("Columns"), options, self.turn_column, on=shown)

    def turn_column(self, name: str) -> None:
        """Show a column, or leave it out, and remember it."""
        folded = self.place.context.settings.now.folded
        self.place.context.settings.change(folded={**folded, f"log {name}": not self.is_hidden(name)})
        self.place.lay_again()
        said = say("left out") if self.is_hidden(name) else say("shown where there is room")
        self.place.context.messages.announce(say("Column {name}: {said}", name=name, said=said))

    def is_hidden(self, name: str) -> bool:
        """Say whether the clerk leaves a column out."""
        return is_left_out(self.place.context.settings.now.folded, name)

    def step_view(self, by: int) -> None:
        """Show the view before or after."""
        tabs = self.place.tabs
        tabs.setCurrentIndex(min(max(tabs.currentIndex() + by, 0), tabs.count() - 1))

    def clear(self) -> None:
        """Show every action of the body again."""
        nothing = {"owner": "", "due_before": None, "due_from": None, "organisation": "", "meeting_id": "", "rag": ""}
        nothing |= {"raised_from": None, "raised_before": None}
        self.place.finder.field.clear()
        self.place.narrow(nothing | {"words": ""})

    def _of_this_meeting(self) -> None:
        row = self.place.action()
        if row is not None:
            self.place.narrow({"meeting_id": row.meeting_id})

    def _head_clicked(self, number: int) -> None:
        word, view = COLUMNS[number].word, self.place.view
        if word in ("Owner", "Organisation"):
            self.head_by(word.lower())
        elif word in ORDER_OF:
            order = ORDER_OF[word]
            self.sort_by(order, backwards=order == view.order and not view.backwards)
