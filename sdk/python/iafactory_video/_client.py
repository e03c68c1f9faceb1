"""The client: one key, one server, the rooms of the API."""
from __future__ import annotations

import os
from typing import Optional

from ._assets import Assets
from ._http import Connection
from ._others import Publish, Voices, Webhooks
from ._projects import Projects
from ._videos import Videos

BASE_URL = "http://localhost:8001/api/v1"


class VideoClient:
    """``api_key``: ``atl_…``, or an access token; ``IAFACTORY_API_KEY`` of the environment when not given. ``base_url``:
    ``IAFACTORY_BASE_URL`` of the environment, then ``http://localhost:8001/api/v1``. ``timeout`` is in seconds, ``retries`` come
    after the first try, ``language`` is that of messages for people (``fr``, ``en``, ``ar``)."""

    def __init__(
        self,
        api_key: Optional[str] = None,
        *,
        base_url: Optional[str] = None,
        timeout: float = 30.0,
        retries: int = 3,
        language: Optional[str] = None,
    ) -> None:
        key = (api_key or os.environ.get("IAFACTORY_API_KEY") or "").strip()
        if not key:
            raise ValueError("An API key is missing: VideoClient(api_key=…), or IAFACTORY_API_KEY in the environment")
        url = base_url or os.environ.get("IAFACTORY_BASE_URL") or BASE_URL
        if not url.startswith(("http://", "https://")):
            raise ValueError(f"{url!r} is no address: it begins with http:// or https://")
        connection = Connection(url, key, timeout, retries, language)
        self.projects = Projects(connection)
        self.assets = Assets(connection)
        self.videos = Videos(connection)
        self.publish = Publish(connection)
        self.voices = Voices(connection)
        self.webhooks = Webhooks(connection)
