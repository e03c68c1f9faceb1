"""``/publish``, ``/voices`` and ``/webhooks``."""
from __future__ import annotations

import json
from typing import Any, Callable, List, Mapping, Optional, Sequence, Union

from ._download import Download
from ._errors import VideoApiError
from ._http import Connection, Sending, given, quoted
from ._page import Page
from ._records import (
    NewWebhook,
    PlatformConnection,
    Publication,
    PublishBatch,
    Voice,
    Webhook,
    WebhookEvent,
    records,
)
from ._signature import TOLERANCE, verify_signature
from ._wait import HOUR, wait_until

OVER = frozenset(("published", "failed", "cancelled", "missed", "unknown"))


class Publish:
    """Films on platforms; each is said once and only once, however often the network asks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def create(
        self, *, video_id: str, platforms: Sequence[Mapping[str, Any]], idempotency_key: Optional[str] = None
    ) -> PublishBatch:
        return PublishBatch(self._post("/publish", {"video_id": video_id, "platforms": [*platforms]}, idempotency_key))

    def schedule(
        self,
        *,
        video_id: str,
        platforms: Sequence[Mapping[str, Any]],
        publish_at: str,
        timezone: Optional[str] = None,
        idempotency_key: Optional[str] = None,
    ) -> PublishBatch:
        schedule = given(publish_at=publish_at, timezone=timezone)
        body = {"video_id": video_id, "platforms": [*platforms], "schedule": schedule}
        return PublishBatch(self._post("/publish/schedule", body, idempotency_key))

    def status(self, publish_id: str) -> Publication:
        return Publication(self._connection.json(Sending("GET", f"/publish/{quoted(publish_id)}/status")))

    def list(
        self,
        *,
        video_id: Optional[str] = None,
        project_id: Optional[str] = None,
        publish_batch_id: Optional[str] = None,
        page: Optional[int] = None,
        limit: Optional[int] = None,
    ) -> Page[Publication]:
        query = given(video_id=video_id, project_id=project_id, publish_batch_id=publish_batch_id, page=page, limit=limit)
        return Page(self._connection, "/publish", query, Publication)

    def cancel(self, publish_id: str) -> Publication:
        """What is not under way yet."""
        return Publication(self._say(f"/publish/{quoted(publish_id)}/cancel", {}))

    def settle(self, publish_id: str, *, live: bool, url: Optional[str] = None) -> Publication:
        """What a person found out about an ``unknown`` one."""
        return Publication(self._say(f"/publish/{quoted(publish_id)}/settle", given(live=live, url=url)))

    def connections(self) -> List[PlatformConnection]:
        told = self._connection.json(Sending("GET", "/publish/connections"))
        return records(PlatformConnection, told["connections"])

    def wait_for(
        self,
        publish_id: str,
        *,
        timeout: float = HOUR,
        poll: float = 1.0,
        on_state: Optional[Callable[[Publication], None]] = None,
    ) -> Publication:
        """The state in which it is over, well or not; ``unknown`` when a person has to look."""
        return wait_until(lambda: self.status(publish_id), lambda one: one["status"] in OVER, timeout, poll, on_state)

    def _say(self, path: str, body: Any) -> Any:
        # Said a second time, it is refused.
        return self._connection.json(Sending("POST", path, body=body, is_repeatable=False))

    def _post(self, path: str, body: Any, key: Optional[str] = None) -> Any:
        return self._connection.json(Sending("POST", path, body=body, idempotency_key=key))


class Voices:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self, *, provider: Optional[str] = None, language: Optional[str] = None) -> List[Voice]:
        told = self._connection.json(Sending("GET", "/voices", query=given(provider=provider, language=language)))
        return records(Voice, told["voices"])

    def preview(
        self,
        voice_id: str,
        *,
        text: Optional[str] = None,
        provider: Optional[str] = None,
        language: Optional[str] = None,
    ) -> Download:
        """Sound of the voice saying the text, or its own greeting."""
        body = given(text=text, provider=provider, language=language)
        sending = Sending("POST", f"/voices/{quoted(voice_id)}/preview", body=body, accept="audio/*")
        return Download(self._connection.open(sending))


class Webhooks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def create(self, *, url: str, events: Sequence[str], secret: Optional[str] = None) -> NewWebhook:
        """``secret`` is told here, and never again."""
        # Created twice, every event would come twice.
        body = given(url=url, events=[*events], secret=secret)
        return NewWebhook(self._connection.json(Sending("POST", "/webhooks", body=body, is_repeatable=False)))

    def list(self) -> Page[Webhook]:
        return Page(self._connection, "/webhooks", {}, Webhook)

    def delete(self, webhook_id: str) -> None:
        self._connection.json(Sending("DELETE", f"/webhooks/{quoted(webhook_id)}"))

    verify_signature = staticmethod(verify_signature)

    @staticmethod
    def read(
        raw_body: Union[str, bytes], headers: Mapping[str, str], secret: str, *, tolerance: float = TOLERANCE
    ) -> WebhookEvent:
        """The event, when its signature is right; raises ``VideoApiError`` with the code ``WRONG_SIGNATURE`` otherwise."""
        if not verify_signature(raw_body, headers, secret, tolerance=tolerance):
            raise VideoApiError("This delivery was not signed with the secret, or is too old", status=0, code="WRONG_SIGNATURE")
        return WebhookEvent(json.loads(raw_body))
