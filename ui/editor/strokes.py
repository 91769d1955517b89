"""What was typed on the page and is not taken into the entries yet: which blocks, and what keys put there."""

from PySide6.QtGui import QTextDocument

from ui.editor.after_paint import AfterPaint


class Strokes:
    """Notes what comes, which costs a key next to nothing, and has it taken in after the paint."""

    def __init__(self, document: QTextDocument, later: AfterPaint) -> None:
        self.document, self.later = document, later
        self.blocks: set[int] = set()
        self.keys = ""

    def touch(self, position: int, added: int) -> None:
        """Note that so many letters came to a place of the document, or that some were taken away there."""
        if not self.blocks:
            self.later.ask()
        block = self.document.findBlock(position)
        self.blocks.add(block.blockNumber())
        if added > 1:
            while (block := block.next()).isValid() and block.position() < position + added:
                self.blocks.add(block.blockNumber())

    def note(self, text: str) -> None:
        """Note what a key put there, if it put anything there."""
        if self.blocks:
            self.keys += text

    def goes_on(self, text: str) -> bool:
        """Say whether what a key types can be taken in together with this: letters of one word can, nothing else."""
        return not self.blocks or (text.isalpha() and self.keys.isalpha())

    def take(self) -> tuple[list[int], str]:
        """Return the numbers of the blocks in order, and what keys put there; nothing is left."""
        blocks, keys = sorted(self.blocks), self.keys
        self.blocks, self.keys = set(), ""
        return blocks, keys
