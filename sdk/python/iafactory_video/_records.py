"""Answers of the server, read as attributes. A server may answer more than is named here: that is read in the same way."""
from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Optional, Type, TypeVar


class Record:
    """``project.title``, or ``project["title"]``; ``to_dict()`` for what came as it came."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told: Dict[str, Any] = dict(told)

    def __getattr__(self, name: str) -> Any:
        # Only asked for what the object has not itself.
        if name.startswith("__") or name == "_told":
            raise AttributeError(name)
        try:
            return _read(self._told[name])
        except KeyError:
            raise AttributeError(f"{type(self).__name__} has no {name!r}; it has {', '.join(sorted(self._told))}") from None

    def __getitem__(self, name: str) -> Any:
        return _read(self._told[name])

    def __contains__(self, name: object) -> bool:
        return name in self._told

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and other._told == self._told

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._told!r})"

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default

    def to_dict(self) -> Dict[str, Any]:
        return dict(self._told)


R = TypeVar("R", bound=Record)


def _read(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Record(value)
    if isinstance(value, list):
        return [_read(one) for one in value]
    return value


def records(kind: Type[R], told: List[Mapping[str, Any]]) -> List[R]:
    return [kind(one) for one in told]


class Project(Record):
    id: str
    title: str
    description: str
    #: draft, scripting, generating, rendering, completed, failed, cancelled
    status: str
    created_at: str
    updated_at: str
    video_id: Optional[str]


class StartedPipeline(Record):
    id: str
    status: str
    pipeline_id: str
    #: Seconds.
    estimated_duration: float
    message: str


class PipelineStatus(Record):
    project_id: str
    pipeline_id: Optional[str]
    status: str
    #: 0 to 100.
    progress: int
    current_step: Optional[Record]
    steps_completed: List[str]
    steps_remaining: List[str]
    estimated_remaining_seconds: Optional[float]
    logs: List[Record]


class Estimate(Record):
    project_id: str
    #: Seconds of work.
    estimated_duration: float
    #: USD at most; None when one of the prices is not known.
    cost_usd: Optional[float]
    within_budget: bool
    steps: List[Record]


class Script(Record):
    project_id: str
    version: int
    title: str
    language: str
    source: str
    scenes: List[Record]


class Asset(Record):
    id: str
    #: image, video, voice, music
    type: str
    #: pending, processing, completed, failed, cancelled
    status: str
    project_id: str
    scene_id: Optional[int]
    #: Where it can be downloaded.
    url: Optional[str]
    #: Seconds.
    duration: Optional[float]
    #: Who really made it: ``embedded``, or the name of a provider.
    provider: Optional[str]
    cost_usd: Optional[float]


class Batch(Record):
    batch_id: str
    status: str


class ImagesBatch(Batch):
    images: List[Record]


class VoiceBatch(Batch):
    segments: List[Record]


class MusicBatch(Batch):
    #: Of the piece.
    id: str
    music: List[Record]


class ClipsBatch(Batch):
    clips: List[Record]


class WholeBatch(Batch):
    total: int
    completed: int
    failed: int
    assets: List[Record]


class Timeline(Record):
    id: str
    project_id: str
    #: Seconds.
    duration: float
    status: str
    created_at: str


class StartedRender(Record):
    render_id: str
    timeline_id: str
    status: str
    position_in_queue: Optional[int]
    estimated_duration: float
    message: str


class RenderStatus(Record):
    render_id: str
    #: queued, rendering, completed, failed, cancelled
    status: str
    progress: int
    current_stage: Optional[str]
    stages: Record
    started_at: Optional[str]
    estimated_completion: Optional[str]


class CancelledRender(Record):
    render_id: str
    status: str
    message: str


class Video(Record):
    id: str
    render_id: str
    project_id: str
    video_url: str
    #: Seconds.
    duration: float
    width: int
    height: int
    size_bytes: int
    made_with_ai: bool
    created_at: str


class PublishBatch(Record):
    publish_batch_id: str
    status: str
    publications: List[Record]


class Publication(Record):
    publish_id: str
    publish_batch_id: str
    video_id: str
    platform: str
    #: scheduled, queued, uploading, processing, published, failed, unknown, cancelled, missed
    status: str
    progress: Optional[int]
    published_at: Optional[str]
    platform_url: Optional[str]
    platform_id: Optional[str]
    analytics: Record
    error: Optional[Record]


class PlatformConnection(Record):
    platform: str
    connected: bool


class Voice(Record):
    id: str
    name: str
    provider: str
    language: str
    gender: Optional[str]
    style: str
    preview_url: Optional[str]


class Webhook(Record):
    id: str
    url: str
    events: List[str]
    is_active: bool


class NewWebhook(Webhook):
    #: Told this one time.
    secret: str


class WebhookEvent(Record):
    event: str
    timestamp: str
    data: Record
