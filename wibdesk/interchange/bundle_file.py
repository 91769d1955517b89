"""The file of a bundle for a colleague (.wibset): read whole or refused in one sentence, written whole."""

import json
from pathlib import Path
from typing import Any

from wibdesk.domain.bundles import BodySetUp, Bundle, ReadyPhrase, ReadyTerm, may_be_own
from wibdesk.domain.house_style import house_style_from
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.domain.terms import TermKind
from wibdesk.errors import UserError
from wibdesk.interchange.fields import Json, spare
from wibdesk.interchange.json_text import parse, printable, shown
from wibdesk.interchange.validation import check
from wibdesk.language import say

ENDING = ".wibset"
FORMAT, VERSION = "wibdesk.settings", 1
LARGEST = 5_000_000
"""Bytes that a bundle may have: ten thousand phrases."""


def read_bundle(path: Path) -> Bundle:
    """Read a bundle; UserError names the file and the place in it."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as trouble:
        raise UserError(
            say("{name} cannot be read: check that it is still there and choose it again.", name=path.name)
        ) from trouble
    try:
        return _bundle(_document(data))
    except UserError as trouble:
        raise UserError(f"{path.name}: {trouble}") from trouble


def write_bundle(bundle: Bundle) -> str:
    """Return the text of the file of a bundle."""
    document = spare(
        format=FORMAT,
        version=VERSION,
        settings=dict(bundle.settings) or None,
        keys=dict(bundle.keys) or None,
        house_styles=[{"name": style.name, "style": dict(style.data)} for style in bundle.house_styles],
        phrases=[_filled(name=p.name, text=p.text, body=p.body) for p in bundle.phrases],
        terms=[{**_filled(kind=t.kind.value, short=t.short, body=t.body), "full": t.full} for t in bundle.terms],
        bodies=[_body_json(body) for body in bundle.bodies],
    )
    return json.dumps(printable(document), ensure_ascii=False, indent=2) + "\n"


def save_bundle(bundle: Bundle, path: Path) -> None:
    """Write a bundle into a file; UserError where the disk refuses."""
    try:
        path.write_text(write_bundle(bundle), encoding="utf-8")
    except (OSError, ValueError) as trouble:
        raise UserError(say("{name} cannot be written there: choose another folder.", name=path.name)) from trouble


def _document(data: bytes) -> Json:
    if len(data) > LARGEST:
        raise UserError(say("the file is larger than {most} MB, which no settings file is", most=LARGEST // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise UserError(say("this is no text in UTF-8, so it is no settings file")) from trouble
    if not text.lstrip().startswith("{"):
        raise UserError(say("this is no settings file: it has to begin with a curly bracket"))
    document = parse(text)
    found, version = document.get("format"), document.get("version")
    if found != FORMAT:
        raise UserError(say("format: {found} is not “{format}”, so this is no settings file",
                            found=shown(found), format=FORMAT))  # fmt: skip
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise UserError(say("version: {found} is newer than this program reads ({known}); update WIBDesk first",
                            found=shown(version), known=VERSION))  # fmt: skip
    check(document, "settings")
    return document


def _bundle(document: Json) -> Bundle:
    settings = dict(document.get("settings", {}))
    if "text_scale" in settings:
        settings["text_scale"] = float(settings["text_scale"])
    if "lock_after" in settings:
        settings["lock_after"] = int(settings["lock_after"])
    return Bundle(
        settings,
        {command: _key(command, key) for command, key in document.get("keys", {}).items()},
        tuple(_style(number, raw) for number, raw in enumerate(document.get("house_styles", []))),
        tuple(ReadyPhrase(raw["name"], raw["text"], raw.get("body", "")) for raw in document.get("phrases", [])),
        tuple(
            ReadyTerm(TermKind(raw["kind"]), raw["short"], raw["full"], raw.get("body", ""))
            for raw in document.get("terms", [])
        ),
        tuple(_body(raw) for raw in document.get("bodies", [])),
    )


def _key(command: str, key: str) -> str:
    if not may_be_own(key):
        raise UserError(
            say("keys.{command}: {key} cannot be a key of one’s own; take it out", command=command, key=shown(key))
        )
    return key


def _style(number: int, raw: Json) -> OwnStyle:
    try:
        house_style_from(dict(raw["style"]), raw["name"])
    except ValueError as trouble:
        raise UserError(say("house_styles[{number}]: {trouble}", number=number, trouble=trouble)) from trouble
    return OwnStyle(raw["name"], raw["style"])


def _body(raw: Json) -> BodySetUp:
    items = raw.get("standing_items")
    given = {} if items is None else {"standing_items": tuple(items)}
    return BodySetUp(raw["name"], raw.get("profile"), raw.get("house_style"), raw.get("quorum"), **given)


def _body_json(body: BodySetUp) -> Json:
    known = spare(name=body.name, profile=body.profile, house_style=body.house_style, quorum=body.quorum)
    return {**known, "standing_items": list(body.standing_items)}


def _filled(**pairs: Any) -> Json:
    return {key: value for key, value in pairs.items() if value != ""}
