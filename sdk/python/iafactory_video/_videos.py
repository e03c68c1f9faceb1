"""``/videos``: timelines, renders, finished films."""
from __future__ import annotations

from typing import Any, Callable, Mapping, Optional, Sequence

from ._download import Download
from ._http import Connection, Sending, given, quoted
from ._page import Page
from ._records import CancelledRender, RenderStatus, StartedRender, Timeline, Video
from ._wait import FIRST_POLL, HOUR, wait_for


class Videos:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def timeline(
        self,
        *,
        project_id: str,
        tracks: Sequence[Mapping[str, Any]],
        config: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> Timeline:
        """A new timeline."""
        body = given(project_id=project_id, tracks=[*tracks], config=config)
        return Timeline(self._post("/videos/timeline", body, idempotency_key))

    def get_timeline(self, timeline_id: str) -> Timeline:
        return Timeline(self._connection.json(Sending("GET", _timeline(timeline_id))))

    def list_timelines(self, *, project_id: str, page: Optional[int] = None, limit: Optional[int] = None) -> Page[Timeline]:
        return Page(self._connection, "/videos/timelines", given(project_id=project_id, page=page, limit=limit), Timeline)

    def update_timeline(self, timeline_id: str, **changes: Any) -> Timeline:
        """``config``, ``tracks``; ``version`` of the timeline that was read (an older one is refused)."""
        # Of an older version it is refused, also when that is only the lost answer of the try before.
        sending = Sending("PUT", _timeline(timeline_id), body=changes, is_repeatable="version" not in changes)
        return Timeline(self._connection.json(sending))

    def delete_timeline(self, timeline_id: str) -> None:
        self._connection.json(Sending("DELETE", _timeline(timeline_id)))

    def reframe(self, timeline_id: str, ratio: str, *, idempotency_key: Optional[str] = None) -> Timeline:
        """The same film in another form: ``16:9``, ``9:16``, ``1:1``, ``4:5``."""
        return Timeline(self._post(f"{_timeline(timeline_id)}/reframe", {"ratio": ratio}, idempotency_key))

    def render(
        self,
        *,
        timeline_id: str,
        config: Optional[Mapping[str, Any]] = None,
        output: Optional[Mapping[str, Any]] = None,
        preview: Optional[bool] = None,
        idempotency_key: Optional[str] = None,
    ) -> StartedRender:
        body = given(timeline_id=timeline_id, config=config, output=output, preview=preview)
        return StartedRender(self._post("/videos/render", body, idempotency_key))

    def render_status(self, render_id: str) -> RenderStatus:
        return RenderStatus(self._connection.json(Sending("GET", f"{_render(render_id)}/status")))

    def list_renders(
        self, *, project_id: Optional[str] = None, page: Optional[int] = None, limit: Optional[int] = None
    ) -> Page[RenderStatus]:
        return Page(self._connection, "/videos/renders", given(project_id=project_id, page=page, limit=limit), RenderStatus)

    def cancel_render(self, render_id: str) -> CancelledRender:
        return CancelledRender(self._post(f"{_render(render_id)}/cancel", {}))

    def wait_for_render(
        self,
        render_id: str,
        *,
        timeout: float = HOUR,
        poll: float = FIRST_POLL,
        on_state: Optional[Callable[[RenderStatus], None]] = None,
    ) -> RenderStatus:
        """Completed, with ``video_id`` and ``video_url``; raises ``JobFailedError`` when it failed or was cancelled."""
        return wait_for(lambda: self.render_status(render_id), timeout, poll, on_state)

    def list(
        self, *, project_id: Optional[str] = None, page: Optional[int] = None, limit: Optional[int] = None
    ) -> Page[Video]:
        return Page(self._connection, "/videos", given(project_id=project_id, page=page, limit=limit), Video)

    def get(self, video_id: str) -> Video:
        return Video(self._connection.json(Sending("GET", _video(video_id))))

    def delete(self, video_id: str) -> None:
        self._connection.json(Sending("DELETE", _video(video_id)))

    def download(self, video_id: str) -> Download:
        return Download(self._connection.open(Sending("GET", f"{_video(video_id)}/download", accept="*/*")))

    def subtitles(self, video_id: str, format: str = "srt") -> Download:
        """Its words with their times: ``srt`` or ``vtt``."""
        return Download(self._connection.open(Sending("GET", f"{_video(video_id)}/captions.{quoted(format)}", accept="*/*")))

    def _post(self, path: str, body: Any, key: Optional[str] = None) -> Any:
        return self._connection.json(Sending("POST", path, body=body, idempotency_key=key))


def _timeline(timeline_id: str) -> str:
    return f"/videos/timeline/{quoted(timeline_id)}"


def _render(render_id: str) -> str:
    return f"/videos/render/{quoted(render_id)}"


def _video(video_id: str) -> str:
    return f"/videos/{quoted(video_id)}"
