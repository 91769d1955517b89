"""Bundles for a colleague: what the register gives to one, what one would change, and taking it in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wibdesk.changes import AGENDA, ATTENDANCE, BODIES, MEETINGS, PHRASES, STYLES, TERMS, Done, changed
from wibdesk.domain.bodies import Body
from wibdesk.domain.bundles import BodySetUp, Bundle, Finding, How, Part, ReadyPhrase, ReadyTerm
from wibdesk.domain.own_styles import OwnStyle, style_name
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term, TermKind
from wibdesk.services.bodies import add_body, change_body
from wibdesk.services.house_styles import keep_style, own_styles
from wibdesk.services.phrases import all_phrases, keep_phrase
from wibdesk.services.terms import all_terms, keep_term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wibdesk.store.unit_of_work import UnitOfWork

COMING = "coming"
"""In place of the identifier of a body that comes with the bundle and is not here yet."""


def bundle_of(uow: UnitOfWork) -> Bundle:
    """Return what the register gives to a bundle: own house styles, phrases, abbreviations, the set-up of bodies."""
    names = {body.id: body.name for body in uow.bodies.all()}
    return Bundle(
        house_styles=own_styles(uow),
        phrases=tuple(ReadyPhrase(p.name, p.text, names.get(p.body_id or "", "")) for p in all_phrases(uow)),
        terms=tuple(
            ReadyTerm(term.kind, term.short, term.full, names.get(term.body_id or "", ""))
            for term in all_terms(uow)
            if term.kind is not TermKind.WORD  # what the spelling check was taught is often a name
        ),
        bodies=tuple(set_up_of(body) for body in uow.bodies.all()),
    )


def set_up_of(body: Body) -> BodySetUp:
    """Return a body without its people."""
    return BodySetUp(body.name, body.profile, body.house_style, body.quorum, body.standing_items)


def bundle_findings(uow: UnitOfWork, bundle: Bundle, shipped: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what taking a bundle in would do to the register; `shipped` are the names of shipped house styles."""
    coming = _Coming(uow, bundle, shipped)
    return (
        *(
            Finding(Part.STYLES, style.label, _how(held, held and dict(held.data) == dict(style.data)))
            for style, held in coming.styles()
        ),
        *(
            Finding(Part.PHRASES, ready.name, _how(held, held and held.text == ready.text), held.text if held else "")
            for ready, held in coming.phrases()
        ),
        *(
            Finding(Part.TERMS, ready.short, _how(held, held and held.full == ready.full), held.full if held else "")
            for ready, held in coming.terms()
        ),
        *(Finding(Part.BODIES, ready.name, _how(held, held == new)) for ready, held, new in coming.bodies()),
    )


def take_bundle(uow: UnitOfWork, bundle: Bundle, shipped: Collection[str] = ()) -> Done[tuple[Finding, ...]]:
    """Take the house styles, phrases, abbreviations and bodies of a bundle in; return what was new or replaced.

    Phrases and abbreviations of a body that is not here are for every body from then on.
    """
    findings = tuple(found for found in bundle_findings(uow, bundle, shipped) if found.how is not How.SAME)
    coming = _Coming(uow, bundle, shipped)
    for style, _ in coming.styles():
        keep_style(uow, style.name, style.data)
    for ready, held, new in list(coming.bodies()):
        if held is None:
            made = add_body(uow, ready.name, profile=new.profile, house_style=new.house_style, quorum=new.quorum).value
            uow.bodies.put(replace(made, standing_items=new.standing_items))
        elif held != new:
            change_body(uow, new)
    coming = _Coming(uow, bundle, shipped)  # bodies that came with it are here now
    for phrase, had in coming.phrases():
        keep_phrase(uow, replace(had or Phrase(phrase.name, "", coming.body_id(phrase.body)), text=phrase.text))
    for term, known in coming.terms():
        keep_term(uow, replace(known or Term(term.kind, term.short, "", coming.body_id(term.body)), full=term.full))
    return Done(findings, changed(STYLES, PHRASES, TERMS, BODIES, MEETINGS, AGENDA, ATTENDANCE))


class _Coming:
    """Each thing of a bundle beside what the register holds in its place."""

    def __init__(self, uow: UnitOfWork, bundle: Bundle, shipped: Collection[str]) -> None:
        self.uow, self.bundle = uow, bundle
        self.own = {style.name: style for style in own_styles(uow)}
        self.ids = {body.name.casefold(): body.id for body in uow.bodies.all()}
        self.new = {" ".join(body.name.split()).casefold() for body in bundle.bodies} - self.ids.keys()
        taken = {*shipped, *self.own}
        self.names = {
            style.name: style_name(style.label, taken)
            if style.name in shipped and style.name not in self.own
            else style.name
            for style in bundle.house_styles
        }
        self.known_styles = taken | set(self.names.values())

    def body_id(self, name: str) -> str | None:
        """Return the body of this name; None for every body."""
        words = " ".join(name.split()).casefold()
        return self.ids.get(words, COMING if words in self.new else None)

    def styles(self) -> Iterator[tuple[OwnStyle, OwnStyle | None]]:
        """Yield the styles under the names that they get here."""
        for style in self.bundle.house_styles:
            yield OwnStyle(self.names[style.name], style.data), self.own.get(self.names[style.name])

    def phrases(self) -> Iterator[tuple[ReadyPhrase, Phrase | None]]:
        """Yield the phrases, each with the one of its name."""
        held = {(p.name.casefold(), p.body_id): p for p in all_phrases(self.uow)}
        for ready in self.bundle.phrases:
            yield ready, held.get((" ".join(ready.name.split()).casefold(), self.body_id(ready.body)))

    def terms(self) -> Iterator[tuple[ReadyTerm, Term | None]]:
        """Yield the terms, each with the one of its kind and short form."""
        held = {(term.key, term.body_id): term for term in all_terms(self.uow)}
        for ready in self.bundle.terms:
            key = Term(ready.kind, " ".join(ready.short.split())).key
            yield ready, held.get((key, self.body_id(ready.body)))

    def bodies(self) -> Iterator[tuple[BodySetUp, Body | None, Body]]:
        """Yield the bodies, each with the one of its name and as it would be."""
        for ready in self.bundle.bodies:
            held = self.uow.bodies.by_name(" ".join(ready.name.split()))
            style = self.names.get(ready.house_style or "", ready.house_style)
            if style is not None and style not in self.known_styles:
                style = held.house_style if held is not None else None
            yield ready, held, replace(
                held or Body(ready.name), profile=ready.profile, house_style=style, quorum=ready.quorum,
                standing_items=ready.standing_items,
            )  # fmt: skip


def _how(held: object, same: object) -> How:
    if held is None:
        return How.NEW
    return How.SAME if same else How.REPLACES
