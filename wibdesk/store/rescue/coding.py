"""What a verb is given, as JSON and back: plain values and the domain's own records, and nothing else.

A value that JSON has not is written as an object of one key, which names its type: `{"date": "2026-09-01"}`,
`{"record": ["entries.Paragraph", {"text": …}]}`.
"""

import base64
import dataclasses
import datetime as dt
import importlib
import json
import pkgutil
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any

import wibdesk.domain
from wibdesk.language import say

Json = Any

MOMENTS: Mapping[str, Any] = {"datetime": dt.datetime, "date": dt.date, "time": dt.time}
COLLECTIONS: Mapping[str, Any] = {"tuple": tuple, "list": list, "set": set, "frozenset": frozenset}


class UnknownTypeError(ValueError):
    """A value, or what should have become one, is of no type that is known here."""


def encoded(value: Any) -> str:
    """Return a value as JSON; UnknownTypeError where that would not give the same value back."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> Any:
    """Return the value that JSON stands for; UnknownTypeError where it is none of ours."""
    try:
        return _value(json.loads(text))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise UnknownTypeError(say("This is no value that the desk knows.")) from error


@cache
def known_types() -> Mapping[str, type]:
    """Return the records and choices of the domain by name, as `entries.Paragraph`."""
    names = [module.name for module in pkgutil.iter_modules(wibdesk.domain.__path__)]
    return {
        f"{name}.{each.__name__}": each
        for name in names
        for each in vars(importlib.import_module(f"wibdesk.domain.{name}")).values()
        if isinstance(each, type) and each.__module__ == f"wibdesk.domain.{name}" and _is_ours(each)
    }


def _is_ours(each: type) -> bool:
    return dataclasses.is_dataclass(each) or issubclass(each, Enum)


def _name_of(each: type) -> str:
    name = f"{each.__module__.rpartition('.')[2]}.{each.__name__}"
    if known_types().get(name) is not each:
        raise UnknownTypeError(say("{name} is no record of the domain.", name=each.__name__))
    return name


def _plain(value: Any) -> Json:
    if value is None or type(value) in (bool, int, float, str):
        return value
    name, held = _named(value)
    return {name: held}


def _named(value: Any) -> tuple[str, Json]:
    """Return the word for the type of a value, and what stands behind it."""
    kind = type(value)
    if isinstance(value, Enum):
        return "choice", [_name_of(kind), value.value]
    if dataclasses.is_dataclass(value):
        return "record", [
            _name_of(kind),
            {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value) if f.init},
        ]
    if kind in MOMENTS.values():
        return kind.__name__, value.isoformat()
    if kind in COLLECTIONS.values():
        return kind.__name__, [_plain(part) for part in value]
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return "mapping", {key: _plain(part) for key, part in value.items()}
    if kind is bytes:
        return "bytes", base64.b64encode(value).decode("ascii")
    raise UnknownTypeError(say("{name} is no record of the domain.", name=kind.__name__))


def _value(plain: Json) -> Any:
    if isinstance(plain, list):
        raise UnknownTypeError(say("A list that is not named as one."))
    if not isinstance(plain, dict):
        return plain
    ((name, held),) = plain.items()
    if name == "choice":
        return known_types()[held[0]](held[1])
    if name == "record":
        return known_types()[held[0]](**{key: _value(part) for key, part in held[1].items()})
    return _simple(name, held)


def _simple(name: str, held: Json) -> Any:
    if name in MOMENTS:
        return MOMENTS[name].fromisoformat(held)
    if name in COLLECTIONS:
        return COLLECTIONS[name](_value(part) for part in held)
    if name == "mapping":
        return {key: _value(part) for key, part in held.items()}
    if name == "bytes":
        return base64.b64decode(held, validate=True)
    raise UnknownTypeError(say("A type that is not known here."))
