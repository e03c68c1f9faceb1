"""Client of the video API: projects, what they are made of, films, publications.

What is sent and answered has the names of the API reference (``target_duration``, ``video_url``).
"""
from ._client import VideoClient
from ._download import Download
from ._errors import ApiConnectionError, JobFailedError, RateLimitError, VideoApiError, WaitTimeoutError
from ._page import Page
from ._progress import Progress, ProgressWatch
from ._records import Record
from ._signature import verify_signature

__version__ = "1.0.0"

__all__ = [
    "ApiConnectionError",
    "Download",
    "JobFailedError",
    "Page",
    "Progress",
    "ProgressWatch",
    "RateLimitError",
    "Record",
    "VideoApiError",
    "VideoClient",
    "WaitTimeoutError",
    "verify_signature",
]
