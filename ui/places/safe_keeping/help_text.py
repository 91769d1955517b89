"""The help as it is shipped: a heading, and below each smaller heading its paragraphs."""

from dataclasses import dataclass, field

from wibdesk.paths import resource


@dataclass
class Topic:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: list[str] = field(default_factory=list)


@dataclass
class Help:
    """A text of help: its heading, the words below it, and its topics."""

    heading: str = ""
    lead: list[str] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


def read_help(name: str) -> Help:
    """Return a text of help by the name of its file."""
    return parse(resource(f"help/{name}.md").read_text("utf-8"))


def parse(text: str) -> Help:
    """Read headings (`#`, `##`) and paragraphs between blank lines; lines of a paragraph are joined."""
    made = Help()
    for block in (part.strip() for part in text.split("\n\n")):
        if block.startswith("## "):
            made.topics.append(Topic(block[3:].strip()))
        elif block.startswith("# "):
            made.heading = block[2:].strip()
        elif block:
            (made.topics[-1].paragraphs if made.topics else made.lead).append(" ".join(block.split()))
    return made
