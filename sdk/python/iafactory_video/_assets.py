"""``/assets``: pictures, clips, voices and music."""
from __future__ import annotations

import mimetypes
import os
import secrets
from typing import Any, BinaryIO, Callable, Mapping, Optional, Sequence, Union

from ._download import Download
from ._http import Connection, Sending, given, quoted
from ._page import Page
from ._records import Asset, ClipsBatch, ImagesBatch, MusicBatch, VoiceBatch, WholeBatch
from ._wait import FIRST_POLL, HOUR, wait_for

File = Union[str, "os.PathLike[str]", bytes, BinaryIO]


class Assets:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def generate_images(
        self,
        *,
        project_id: str,
        prompts: Sequence[Mapping[str, Any]],
        config: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> ImagesBatch:
        body = given(project_id=project_id, prompts=[*prompts], config=config)
        return ImagesBatch(self._order("/assets/images/generate", body, idempotency_key))

    def generate_voice(
        self,
        *,
        project_id: str,
        segments: Sequence[Mapping[str, Any]],
        config: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> VoiceBatch:
        body = given(project_id=project_id, segments=[*segments], config=config)
        return VoiceBatch(self._order("/assets/voice/generate", body, idempotency_key))

    def generate_music(
        self,
        *,
        project_id: str,
        prompt: str,
        config: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> MusicBatch:
        body = given(project_id=project_id, prompt=prompt, config=config)
        return MusicBatch(self._order("/assets/music/generate", body, idempotency_key))

    def generate_videos(
        self,
        *,
        project_id: str,
        clips: Sequence[Mapping[str, Any]],
        config: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> ClipsBatch:
        """``clips``: ``{"image_asset_id", "scene_id", "prompt", "duration"}``, pictures that are set in motion."""
        body = given(project_id=project_id, clips=[*clips], config=config)
        return ClipsBatch(self._order("/assets/videos/generate", body, idempotency_key))

    def batch(self, batch_id: str) -> WholeBatch:
        """What one request ordered, and how it stands."""
        return WholeBatch(self._connection.json(Sending("GET", f"/assets/batches/{quoted(batch_id)}")))

    def list(
        self,
        *,
        project_id: Optional[str] = None,
        type: Optional[str] = None,
        status: Optional[str] = None,
        batch_id: Optional[str] = None,
        page: Optional[int] = None,
        limit: Optional[int] = None,
    ) -> Page[Asset]:
        query = given(project_id=project_id, type=type, status=status, batch_id=batch_id, page=page, limit=limit)
        return Page(self._connection, "/assets", query, Asset)

    def get(self, asset_id: str) -> Asset:
        return Asset(self._connection.json(Sending("GET", _one(asset_id))))

    def download(self, asset_id: str) -> Download:
        return Download(self._connection.open(Sending("GET", f"{_one(asset_id)}/download", accept="*/*")))

    def upload(
        self,
        *,
        project_id: str,
        file: File,
        filename: Optional[str] = None,
        type: Optional[str] = None,
        scene_id: Optional[int] = None,
    ) -> Asset:
        """A file of one's own: a path, bytes, or something open to be read. ``filename`` goes with its ending."""
        content, name = _content_of(file, filename)
        fields = given(project_id=project_id, type=type, scene_id=scene_id)
        form, form_type = _form_of(fields, name, content)
        return Asset(self._connection.json(Sending("POST", "/assets/upload", form=form, form_type=form_type)))

    def regenerate(self, asset_id: str, *, idempotency_key: Optional[str] = None) -> Asset:
        """Another take of the same order."""
        return Asset(self._order(f"{_one(asset_id)}/regenerate", {}, idempotency_key))

    def delete(self, asset_id: str) -> None:
        self._connection.json(Sending("DELETE", _one(asset_id)))

    def wait_for(
        self,
        asset_id: str,
        *,
        timeout: float = HOUR,
        poll: float = FIRST_POLL,
        on_state: Optional[Callable[[Asset], None]] = None,
    ) -> Asset:
        """The completed asset."""
        return wait_for(lambda: self.get(asset_id), timeout, poll, on_state)

    def _order(self, path: str, body: Any, key: Optional[str]) -> Any:
        return self._connection.json(Sending("POST", path, body=body, idempotency_key=key))


def _one(asset_id: str) -> str:
    return f"/assets/{quoted(asset_id)}"


def _content_of(file: File, filename: Optional[str]) -> "tuple[bytes, str]":
    if isinstance(file, bytes):
        content, name = file, ""
    elif isinstance(file, (str, os.PathLike)):
        with open(file, "rb") as opened:
            content = opened.read()
        name = os.path.basename(os.fspath(file))
    else:
        content, name = file.read(), os.path.basename(str(getattr(file, "name", "")))
    if not (filename or name):
        raise ValueError("Bytes have no name: give filename, with its ending")
    return content, filename or name


def _form_of(fields: Mapping[str, Any], filename: str, content: bytes) -> "tuple[bytes, str]":
    """Words before the file: they are read first."""
    mark = secrets.token_hex(16)
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode("utf-8")
        for name, value in fields.items()
    ]
    safe = filename.replace("\\", "_").replace('"', "_").replace("\r", "_").replace("\n", "_")
    media_type = mimetypes.guess_type(filename)[0] or "application/octet-stream"
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{safe}"\r\nContent-Type: {media_type}\r\n\r\n'
    return b"".join([*parts, head.encode("utf-8"), content, f"\r\n--{mark}--\r\n".encode("ascii")]), f"multipart/form-data; boundary={mark}"
