"""Checks a finished PDF against PDF/UA-1 and PDF/A-2a before it is offered to anybody."""

from collections.abc import Sequence

from wibdesk.language import say

_STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
_LONGEST, _MOST_TOLD = 160, 3
_MOST_BOOKMARKS, _MOST_ROWS = 1000, 100_000
"""Neighbouring bookmarks and rows of a table that the check follows; it goes down the stack with each bookmark."""


def pdf_findings(data: bytes, *, encrypted: bool = False) -> tuple[str, ...]:
    """Return what breaks the standards, one short line a rule; nothing where the file keeps them.

    An encrypted file is held against PDF/UA alone, since PDF/A forbids encryption; give it unlocked, to be read.
    """
    import page  # noqa: PLC0415 - a large library, which only a finished PDF waits for

    limits = page.SafetyLimits(max_reference_depth=_MOST_BOOKMARKS, max_table_grid_rows=_MOST_ROWS)
    found: dict[str, None] = {}
    for profile, standard in _STANDARDS.items():
        if encrypted and profile == "2a":
            continue
        try:
            report = page.validate_pdf_bytes(data, profile=profile, limits=limits)
        except page.SafetyLimitError:
            found[say("{standard}: the file is too large to be checked here.", standard=standard)] = None
        except page.PageError as trouble:
            why = _short(str(trouble))
            found[say("{standard}: the file cannot be read ({why}).", standard=standard, why=why)] = None
        else:
            found.update(dict.fromkeys(f"{standard}, {one.rule_id}: {_short(one.message)}" for one in report.failures))
            assert report.is_compliant or report.failures, "a file that fails says why"
    return tuple(found)


def findings_words(findings: Sequence[str]) -> str:
    """Return the first of the findings as one line, and how many there are beyond: they repeat themselves."""
    told, more = "; ".join(findings[:_MOST_TOLD]), len(findings) - _MOST_TOLD
    return say("{findings}; and {number} more", findings=told, number=more) if more > 0 else told


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
