"""A file of the API: read whole, piece by piece, or saved."""
from __future__ import annotations

import http.client
import os
import re
import urllib.parse
from typing import Any, Iterator, Optional, Union

from ._http import lost

PIECE = 256 * 1024


class Download:
    """To be read once; ``save`` and ``read`` close it, ``with`` does for everything else."""

    def __init__(self, reply: Any) -> None:
        self._reply = reply
        self.content_type: str = reply.headers.get("content-type") or "application/octet-stream"
        #: As the server names it.
        self.filename: Optional[str] = _name_in(reply.headers.get("content-disposition") or "")
        length = reply.headers.get("content-length")
        self.bytes: Optional[int] = int(length) if length else None

    def __enter__(self) -> "Download":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        self._reply.close()

    def __iter__(self) -> Iterator[bytes]:
        """Raises ``ApiConnectionError`` when it ends before its end."""
        count = 0
        while True:
            try:
                piece = self._reply.read(PIECE)
            except (OSError, http.client.HTTPException) as error:
                raise lost(error) from error
            if not piece:
                break
            count += len(piece)
            yield piece
        if self.bytes is not None and count < self.bytes:
            raise lost(http.client.IncompleteRead(b"", self.bytes - count))

    def read(self) -> bytes:
        with self:
            return b"".join(self)

    def save(self, path: Union[str, "os.PathLike[str]"]) -> str:
        """Under another name until it is whole."""
        target = os.fspath(path)
        draft = f"{target}.part"
        with self:
            try:
                with open(draft, "wb") as file:
                    for piece in self:
                        file.write(piece)
                os.replace(draft, target)
            except BaseException:
                if os.path.exists(draft):
                    os.remove(draft)
                raise
        return target


def _name_in(disposition: str) -> Optional[str]:
    encoded = re.search(r"filename\*=(?:UTF-8'')?([^;]+)", disposition, re.I)
    if encoded:
        return urllib.parse.unquote(encoded.group(1).strip())
    plain = re.search(r'filename="?([^";]+)"?', disposition, re.I)
    return plain.group(1) if plain else None
