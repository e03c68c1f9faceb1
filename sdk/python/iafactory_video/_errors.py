"""What can go wrong, each with what is known of it."""
from __future__ import annotations

from typing import Any, Mapping, Optional


class VideoApiError(Exception):
    """An answer that is an error; ``ApiConnectionError`` when there was no answer."""

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str,
        details: Optional[Mapping[str, Any]] = None,
        request_id: Optional[str] = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        #: 0 when there was no answer.
        self.status = status
        #: For programs: ``VALIDATION_ERROR``, ``ALREADY_RUNNING``…
        self.code = code
        self.details: Mapping[str, Any] = details or {}
        #: To be given to whoever runs the server.
        self.request_id = request_id

    def __str__(self) -> str:
        # Whoever reads a log sees which field it was.
        fields = "; ".join(f"{one.get('field')}: {one.get('message')}" for one in self.details.get("fields") or ())
        return f"{self.code}: {self.message}{f' ({fields})' if fields else ''}"


class RateLimitError(VideoApiError):
    """429, after the retries of this client."""

    def __init__(self, message: str, *, retry_after: Optional[float], **facts: Any) -> None:
        super().__init__(message, **facts)
        #: Seconds until another request makes sense; None when the server did not say.
        self.retry_after = retry_after


class ApiConnectionError(VideoApiError):
    """The server could not be reached, or did not answer in time (``code``: ``CONNECTION_FAILED``, ``TIMEOUT``)."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message, status=0, code=code)


class JobFailedError(VideoApiError):
    """What was waited for ended, and not well."""

    def __init__(self, outcome: str, state: Any, fault: Optional[Mapping[str, Any]]) -> None:
        told = fault or {}
        code = str(told.get("code") or outcome.upper())
        super().__init__(str(told.get("message") or f"The work ended as {outcome}"), status=200, code=code)
        #: ``failed`` or ``cancelled``.
        self.outcome = outcome
        #: The last state that was read.
        self.state = state


class WaitTimeoutError(VideoApiError):
    """It goes on at the server; only this client has stopped waiting."""

    def __init__(self, seconds: float, state: Any) -> None:
        super().__init__(f"Not finished after {seconds:g} s; it goes on at the server", status=0, code="WAIT_TIMEOUT")
        self.state = state
