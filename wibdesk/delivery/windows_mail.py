"""A draft opened on Windows: by Simple MAPI where a mail program offers it, else the `.eml` file by its own program.

Not tested here, for want of the system: the structures are those of Microsoft's `mapi.h` and `MAPISendMailW`, which
classic Outlook and Thunderbird offer. New Outlook offers no MAPI; it opens the `.eml` file.
"""

import ctypes
import os
from collections.abc import Sequence
from pathlib import Path

from wibdesk.domain.mail import MailMessage
from wibdesk.errors import UserError
from wibdesk.language import say

_DIALOG, _LOGON_UI, _UNICODE = 0x8, 0x1, 0x40000
_FLAGS = _DIALOG | _LOGON_UI | _UNICODE
_TO, _DONE, _CLOSED_BY_CLERK = 1, 0, 1
_AT_END = 0xFFFFFFFF


class _Recipient(ctypes.Structure):
    _fields_ = (
        ("reserved", ctypes.c_ulong),
        ("kind", ctypes.c_ulong),
        ("name", ctypes.c_wchar_p),
        ("address", ctypes.c_wchar_p),
        ("entry_size", ctypes.c_ulong),
        ("entry", ctypes.c_void_p),
    )


class _File(ctypes.Structure):
    _fields_ = (
        ("reserved", ctypes.c_ulong),
        ("flags", ctypes.c_ulong),
        ("position", ctypes.c_ulong),
        ("path", ctypes.c_wchar_p),
        ("name", ctypes.c_wchar_p),
        ("kind", ctypes.c_void_p),
    )


class _Message(ctypes.Structure):
    _fields_ = (
        ("reserved", ctypes.c_ulong),
        ("subject", ctypes.c_wchar_p),
        ("text", ctypes.c_wchar_p),
        ("type", ctypes.c_wchar_p),
        ("received", ctypes.c_wchar_p),
        ("conversation", ctypes.c_wchar_p),
        ("flags", ctypes.c_ulong),
        ("originator", ctypes.POINTER(_Recipient)),
        ("recipient_count", ctypes.c_ulong),
        ("recipients", ctypes.POINTER(_Recipient)),
        ("file_count", ctypes.c_ulong),
        ("files", ctypes.POINTER(_File)),
    )


def open_in_windows_mail(messages: Sequence[MailMessage], paths: Sequence[Path], eml: Path) -> None:
    """Open a new message in the mail program of this Windows; UserError where nothing opens it.

    By MAPI it returns when the clerk has sent or closed the message, so it belongs on a thread of its own.
    """
    try:
        library = ctypes.WinDLL("mapi32")  # type: ignore[attr-defined,unused-ignore]
        answer = library.MAPISendMailW(None, None, ctypes.byref(filled_message(messages, paths)), _FLAGS, 0)
    except (OSError, AttributeError):
        answer = None
    if answer in (_DONE, _CLOSED_BY_CLERK):
        return
    try:
        os.startfile(eml)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - the clerk's own mail program
    except OSError as error:
        raise UserError(
            say("No mail program opened the message: save the messages as files, or send by SMTP.")
        ) from error


def filled_message(messages: Sequence[MailMessage], paths: Sequence[Path]) -> ctypes.Structure:
    """Return the message as MAPI wants it."""
    to = (_Recipient * len(messages))(*(_Recipient(0, _TO, m.name, f"SMTP:{m.address}", 0, None) for m in messages))
    files = (_File * len(paths))(*(_File(0, 0, _AT_END, str(path), path.name, None) for path in paths))
    first = messages[0]
    text = first.words.replace("\n", "\r\n")
    return _Message(0, first.subject, text, None, None, None, 0, None, len(to), to, len(files), files)
