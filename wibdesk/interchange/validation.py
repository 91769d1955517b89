"""The published JSON Schema, and its findings as one clear sentence with the path in the document."""

import json
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from wibdesk.errors import UserError
from wibdesk.interchange.json_text import joined, shown
from wibdesk.paths import resource

FORMATS = {"wibdesk.meeting": "meeting", "wibdesk.plan": "plan"}
"""What `format` says, and which schema then applies."""

VERSION = 1

# jsonschema types every attribute of its errors as "anything or not set", which a finding never is.
_Finding: TypeAlias = Any


def validate(document: dict[str, Any]) -> None:
    """Check a whole document against its schema; UserError names the first place that is wrong."""
    _check_heading(document)
    trouble = next(_validator(FORMATS[document["format"]]).iter_errors(document), None)
    if trouble is not None:
        raise UserError(_sentence(trouble))


def _check_heading(document: dict[str, Any]) -> None:
    known = " or ".join(f"“{name}”" for name in FORMATS)
    if "format" not in document:
        raise UserError(f"format: is missing; a meeting file says {known} here")
    if not isinstance(document["format"], str) or document["format"] not in FORMATS:
        raise UserError(f"format: {shown(document['format'])} is not {known}, so this is not a meeting file")
    version = document.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise UserError(
            f"version: {shown(version)} is newer than this program reads ({VERSION}); update WIBDesk to import it"
        )


@cache
def _validator(name: str) -> Draft202012Validator:
    """Return the validator of one schema; reading a schema costs more than checking a meeting with it."""
    schemas = {key: json.loads(resource(f"schema/{key}.schema.json").read_text("utf-8")) for key in FORMATS.values()}
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
        return f"{joined(path, unknown)}: this key is not part of the format, so it would be lost; take it out"
    return f"{path}: {_wrong_value(trouble)}"


def _missing(trouble: _Finding, key: str) -> str:
    wanted = trouble.schema.get("properties", {}).get(key, {}).get("description", "")
    return f"is missing; it is {wanted}" if wanted.startswith("text, which") else "is missing"


def _wrong_value(trouble: _Finding) -> str:
    value, wanted = trouble.instance, trouble.schema.get("description", "")
    if trouble.validator == "format" and len(value) == 10 and value[4] == value[7] == "-":
        return f"{shown(value)[1:-1]} is not a day of the calendar"
    if wanted == "the name of a body":
        return _body_name(value, trouble.schema["maxLength"])
    if trouble.validator == "maxItems":
        return f"has {len(value):,} lines, and at most {trouble.validator_value:,} are read; leave some out"
    if trouble.validator == "const":
        return f"{shown(value)} is not {shown(trouble.validator_value)}"
    if trouble.validator == "enum":
        wanted = "one of " + ", ".join(str(word) for word in trouble.validator_value if word is not None)
    return f"{shown(value)} is not {wanted}"


def _body_name(value: object, longest: int) -> str:
    if not isinstance(value, str):
        return f"{shown(value)} is not text in quotation marks"
    if len(value) > longest:
        return f"the body's name has {len(value):,} letters, and at most {longest} are kept; shorten it"
    return "the body's name is empty"
