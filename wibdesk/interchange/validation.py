"""The published JSON Schema, and its findings as one clear sentence with the path in the document."""

import json
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from wibdesk.errors import UserError
from wibdesk.interchange.json_text import joined, shown
from wibdesk.language import say
from wibdesk.paths import resource

FORMATS = {"wibdesk.meeting": "meeting", "wibdesk.plan": "plan"}
"""What `format` says, and which schema then applies."""
SCHEMAS = (*FORMATS.values(), "settings")

VERSION = 1

# jsonschema types every attribute of its errors as "anything or not set", which a finding never is.
_Finding: TypeAlias = Any


def validate(document: dict[str, Any]) -> None:
    """Check a whole document against its schema; UserError names the first place that is wrong."""
    _check_heading(document)
    trouble = next(_validator(FORMATS[document["format"]]).iter_errors(document), None)
    if trouble is not None:
        raise UserError(_sentence(trouble))


def check(document: dict[str, Any], schema: str) -> None:
    """Check a document against one schema by its name; UserError names the first place that is wrong."""
    trouble = next(_validator(schema).iter_errors(document), None)
    if trouble is not None:
        raise UserError(_sentence(trouble))


def _check_heading(document: dict[str, Any]) -> None:
    known = say(" or ").join(f"“{name}”" for name in FORMATS)
    if "format" not in document:
        raise UserError(say("format: is missing; a meeting file says {known} here", known=known))
    if not isinstance(document["format"], str) or document["format"] not in FORMATS:
        raise UserError(
            say(
                "format: {value} is not {known}, so this is not a meeting file",
                value=shown(document["format"]),
                known=known,
            )
        )
    version = document.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise UserError(
            say(
                "version: {value} is newer than this program reads ({version}); update WIBDesk to import it",
                value=shown(version),
                version=VERSION,
            )
        )


@cache
def _validator(name: str) -> Draft202012Validator:
    """Return the validator of one schema; reading a schema costs more than checking a meeting with it."""
    schemas = {key: json.loads(resource(f"schema/{key}.schema.json").read_text("utf-8")) for key in SCHEMAS}
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()
    )
    checker = FormatChecker(formats=())
    checker.checks("date", raises=ValueError)(_is_day)
    return Draft202012Validator(schemas[name], registry=registry, format_checker=checker)


def _is_day(value: object) -> bool:
    """Only `2026-10-06`: Python itself would also take `20261006` and `2026-W41-2`."""
    return not isinstance(value, str) or (
        len(value) == 10 and value[4] == value[7] == "-" and bool(date.fromisoformat(value))
    )


def _sentence(trouble: _Finding) -> str:
    path = ""
    for step in trouble.absolute_path:
        path = joined(path, step)
    if trouble.validator == "required":
        missing = next(key for key in trouble.schema["required"] if key not in trouble.instance)
        return f"{joined(path, missing)}: {_missing(trouble, missing)}"
    if trouble.validator == "additionalProperties":
        unknown = next(key for key in trouble.instance if key not in trouble.schema["properties"])
        return say(
            "{joined}: this key is not part of the format, so it would be lost; take it out",
            joined=joined(path, unknown),
        )
    return f"{path}: {_wrong_value(trouble)}"


def _missing(trouble: _Finding, key: str) -> str:
    wanted = trouble.schema.get("properties", {}).get(key, {}).get("description", "")
    return say("is missing; it is {wanted}", wanted=wanted) if wanted.startswith("text, which") else say("is missing")


def _wrong_value(trouble: _Finding) -> str:
    value, wanted = trouble.instance, trouble.schema.get("description", "")
    if trouble.validator == "format" and len(value) == 10 and value[4] == value[7] == "-":
        return say("{value} is not a day of the calendar", value=shown(value)[1:-1])
    if wanted == "the name of a body":
        return _body_name(value, trouble.schema["maxLength"])
    if trouble.validator == "maxItems":
        return say(
            "has {number:,} lines, and at most {most:,} are read; leave some out",
            number=len(value),
            most=trouble.validator_value,
        )
    if trouble.validator == "const":
        return say("{value} is not {expected}", value=shown(value), expected=shown(trouble.validator_value))
    if trouble.validator == "enum":
        wanted = say("one of ") + ", ".join(str(word) for word in trouble.validator_value if word is not None)
    return say("{value} is not {wanted}", value=shown(value), wanted=wanted)


def _body_name(value: object, longest: int) -> str:
    if not isinstance(value, str):
        return say("{value} is not text in quotation marks", value=shown(value))
    if len(value) > longest:
        return say(
            "the body's name has {number:,} letters, and at most {longest} are kept; shorten it",
            number=len(value),
            longest=longest,
        )
    return say("the body's name is empty")
