"""Requests, tried again when that can help and harms nothing: after 408, 429, 5xx and lost connections, with the one
idempotency key that all tries of a call share, so that the server starts no work twice."""
from __future__ import annotations

import email.utils
import http.client
import json
import random
import secrets
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional

from ._errors import ApiConnectionError, RateLimitError, VideoApiError

FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0
#: A server that asks for more patience is not waited for: the caller is told.
MOST_PATIENCE = 60.0


@dataclass(frozen=True)
class Sending:
    method: str
    path: str
    query: Optional[Mapping[str, Any]] = None
    #: Sent as JSON.
    body: Any = None
    #: Sent as it is, with its own type.
    form: Optional[bytes] = None
    form_type: Optional[str] = None
    accept: str = "application/json"
    idempotency_key: Optional[str] = None
    #: False: a lost answer is not followed by another try, because the server would do it twice.
    is_repeatable: bool = True


class Connection:
    def __init__(self, base_url: str, api_key: str, timeout: float, retries: int, language: Optional[str]) -> None:
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.retries = retries
        self._headers = {"Authorization": f"Bearer {api_key}", "User-Agent": "iafactory-video-python/1"}
        if language:
            self._headers["Accept-Language"] = language
        self._opener = urllib.request.build_opener(_KeyStaysHome())

    def json(self, sending: Sending) -> Any:
        with self.open(sending) as reply:
            if reply.status == 204:
                return None
            try:
                content = reply.read()
            except (OSError, http.client.HTTPException) as error:
                raise lost(error) from error
            try:
                return json.loads(content)
            except ValueError as error:
                message = "The server answered with something that is not JSON"
                facts = {"status": reply.status, "code": "UNREADABLE_ANSWER", "request_id": reply.headers.get("x-request-id")}
                raise VideoApiError(message, **facts) from error

    def open(self, sending: Sending) -> Any:
        """Any answer of 2xx, to be read and closed; everything else is raised."""
        key = (sending.idempotency_key or f"sdk-{secrets.token_hex(16)}") if sending.method == "POST" else None
        tries = 0
        while True:
            try:
                return self._try_once(sending, key)
            except VideoApiError as error:
                wait = wait_before(tries, error)
                if tries >= self.retries or wait is None or not may_repeat(sending, error):
                    raise
                time.sleep(wait)
                tries += 1

    def _try_once(self, sending: Sending, key: Optional[str]) -> Any:
        try:
            return self._opener.open(self._request(sending, key), timeout=self.timeout)
        except urllib.error.HTTPError as error:
            raise refusal(error) from None
        except (OSError, http.client.HTTPException) as error:
            raise lost(error) from error

    def _request(self, sending: Sending, key: Optional[str]) -> urllib.request.Request:
        headers: Dict[str, str] = {**self._headers, "Accept": sending.accept}
        if key:
            headers["Idempotency-Key"] = key
        data = sending.form
        if sending.form_type:
            headers["Content-Type"] = sending.form_type
        elif sending.body is not None:
            data = json.dumps(sending.body, ensure_ascii=False).encode("utf-8")
            headers["Content-Type"] = "application/json"
        query = urllib.parse.urlencode({name: value for name, value in (sending.query or {}).items() if value is not None})
        address = f"{self.base_url}{sending.path}{'?' + query if query else ''}"
        return urllib.request.Request(address, data=data, headers=headers, method=sending.method)


class _KeyStaysHome(urllib.request.HTTPRedirectHandler):
    """A file may lie elsewhere: the key does not go there."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None and _origin(newurl) != _origin(req.full_url):
            following.remove_header("Authorization")
        return following


def _origin(address: str) -> tuple:
    parts = urllib.parse.urlsplit(address)
    return parts.scheme, parts.netloc


def lost(error: BaseException) -> ApiConnectionError:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, (socket.timeout, TimeoutError)):
        return ApiConnectionError("The server did not answer in time", code="TIMEOUT")
    return ApiConnectionError("The server cannot be reached", code="CONNECTION_FAILED")


def refusal(error: urllib.error.HTTPError) -> VideoApiError:
    """``{error: {code, message, details}}``; what stands between may answer in words of its own."""
    with error:
        try:
            told = json.loads(error.read())["error"]
            code, message, details = str(told["code"]), str(told["message"]), told.get("details") or {}
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
            code, message, details = f"HTTP_{error.code}", f"The server answered with status {error.code}", {}
    facts = {"status": error.code, "code": code, "details": details, "request_id": error.headers.get("x-request-id")}
    if error.code == 429:
        return RateLimitError(message, retry_after=patience_asked(error.headers.get("retry-after")), **facts)
    return VideoApiError(message, **facts)


def patience_asked(header: Optional[str]) -> Optional[float]:
    if header is None:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError):
        return None


def wait_before(tries: int, error: VideoApiError) -> Optional[float]:
    """Seconds; None when another try cannot help."""
    if error.status not in (0, 408, 429) and error.status < 500:
        return None
    asked = error.retry_after if isinstance(error, RateLimitError) else None
    if asked is not None:
        return asked if asked <= MOST_PATIENCE else None
    # Up to a quarter less, so that many who wait do not return together.
    return min(FIRST_WAIT * 2**tries, LONGEST_WAIT) * (1 - random.random() / 4)


def may_repeat(sending: Sending, error: VideoApiError) -> bool:
    """429 and 503 say that nothing was done."""
    return sending.is_repeatable or error.status in (429, 503)


def quoted(name: Any) -> str:
    return urllib.parse.quote(str(name), safe="")


def given(**fields: Any) -> Dict[str, Any]:
    """What was not said is not sent."""
    return {name: value for name, value in fields.items() if value is not None}
