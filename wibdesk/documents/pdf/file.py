"""The objects of a PDF file, and how they become bytes: small objects are packed many to a compressed stream.

The same objects give the same bytes, and the file's own identity is drawn from them.
"""

import hashlib
import zlib
from itertools import islice
from struct import pack

from wibdesk.documents.legal_text import legal

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 400
"""So many small objects share a stream."""


class PdfFile:
    """Takes the bodies of objects and gives each a number; other objects name it as `number 0 R`."""

    def __init__(self) -> None:
        self._small: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._count = 0

    def reserve(self) -> int:
        """Return the number of an object whose body comes later."""
        self._count += 1
        return self._count

    def put(self, body: bytes, number: int = 0) -> int:
        """Take the body of a small object, for a reserved number or a fresh one; return the number."""
        number = number or self.reserve()
        self._small[number] = body
        return number

    def put_stream(self, entries: bytes, data: bytes, *, packed: bool = True) -> int:
        """Take the data of a stream and the further entries of its dictionary; return its number."""
        number = self.reserve()
        self._streams[number] = _stream(entries, data, packed=packed)
        return number

    def written(self, catalogue: int, info: int) -> bytes:
        """Return the whole file; nothing can be added afterwards."""
        places = {number: (2, *place) for number, place in self._pack_small().items()}
        out, at = [_HEADER], len(_HEADER)
        for number, body in self._streams.items():
            written = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places[number] = (1, at, 0)
            out.append(written)
            at += len(written)
        index = self.reserve()
        places[index] = (1, at, 0)
        table = pack(">BIH", 0, 0, 65535) + b"".join(pack(">BIH", *places[n]) for n in range(1, index + 1))
        identity = hashlib.md5(b"".join(out), usedforsecurity=False).hexdigest().encode()
        entries = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            index + 1,
            catalogue,
            info,
            identity,
            identity,
        )
        out.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (index, _stream(entries, table), at))
        return b"".join(out)

    def _pack_small(self) -> dict[int, tuple[int, int]]:
        """Put the small objects into streams; return for each the number of its stream and its place there."""
        places: dict[int, tuple[int, int]] = {}
        waiting = iter(self._small.items())
        while group := list(islice(waiting, _PACKED)):
            index, at = [], 0
            for number, body in group:
                index.append(b"%d %d" % (number, at))
                at += len(body) + 1
            head = b" ".join(index) + b"\n"
            entries = b"/Type/ObjStm/N %d/First %d" % (len(group), len(head))
            stream = self.put_stream(entries, head + b"\n".join(body for _, body in group))
            places.update((number, (stream, place)) for place, (number, _) in enumerate(group))
        return places


def _stream(entries: bytes, data: bytes, *, packed: bool = True) -> bytes:
    if packed:
        data, entries = zlib.compress(data), entries + b"/Filter/FlateDecode"
    # Both signs of a line's end: behind data that ends in the first, the second alone would be taken for a part of it.
    return b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(data), data)


def text_string(words: str) -> bytes:
    """Return words as a PDF says them in a dictionary."""
    words = legal(words)
    if words.isascii() and words.isprintable():
        return b"(%s)" % words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().encode()
