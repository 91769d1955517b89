"""The half of a bundle that is not in the register: preferences and own keys."""

import dataclasses
from typing import Any

from wibdesk.domain.bundles import Bundle
from wibdesk.settings import SHARED, Preferences


def given_settings(bundle: Bundle, now: Preferences) -> Bundle:
    """Return the bundle with the preferences that a colleague may be given, and the clerk's own keys."""
    return dataclasses.replace(bundle, settings={name: getattr(now, name) for name in SHARED}, keys=dict(now.keys))


def taken_settings(bundle: Bundle, now: Preferences) -> dict[str, Any]:
    """Return the preferences that change when a bundle is taken in; own keys are added to those there are."""
    values = {name: value for name, value in bundle.settings.items() if name in SHARED}
    return {**values, **({"keys": {**now.keys, **bundle.keys}} if bundle.keys else {})}
