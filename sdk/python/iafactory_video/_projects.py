"""``/projects``: from one sentence to a film."""
from __future__ import annotations

from typing import Any, Callable, Mapping, Optional, Sequence

from ._http import Connection, Sending, given, quoted
from ._page import Page
from ._progress import Progress, ProgressWatch
from ._records import Estimate, PipelineStatus, Project, Script, StartedPipeline
from ._wait import FIRST_POLL, HOUR, wait_for


class Projects:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def create(
        self,
        *,
        title: str,
        prompt: str,
        description: Optional[str] = None,
        config: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> Project:
        body = given(title=title, prompt=prompt, description=description, config=config)
        return Project(self._json("POST", "/projects", body, idempotency_key))

    def list(
        self,
        *,
        status: Optional[str] = None,
        search: Optional[str] = None,
        page: Optional[int] = None,
        limit: Optional[int] = None,
    ) -> Page[Project]:
        """Newest first; ``for project in client.projects.list()`` walks over all pages."""
        return Page(self._connection, "/projects", given(status=status, search=search, page=page, limit=limit), Project)

    def get(self, project_id: str) -> Project:
        return Project(self._json("GET", _one(project_id)))

    def update(self, project_id: str, **changes: Any) -> Project:
        """``title``, ``description``, ``prompt``, ``config``: the given fields."""
        return Project(self._json("PATCH", _one(project_id), changes))

    def delete(self, project_id: str) -> None:
        self._json("DELETE", _one(project_id))

    def start(self, project_id: str, *, idempotency_key: Optional[str] = None, **config: Any) -> StartedPipeline:
        """``skip_steps``, ``providers``, ``budget_usd``, ``rewrite_script``, ``render``; ``until="script"`` stops when the script is
        written. What stands already is not made again."""
        return StartedPipeline(self._json("POST", f"{_one(project_id)}/start", _asked(config), idempotency_key))

    def status(self, project_id: str) -> PipelineStatus:
        return PipelineStatus(self._json("GET", f"{_one(project_id)}/status"))

    def cancel(self, project_id: str) -> Project:
        # Cancelled a second time, it is refused: there is nothing left to stop.
        sending = Sending("POST", f"{_one(project_id)}/cancel", body={}, is_repeatable=False)
        return Project(self._connection.json(sending))

    def estimate(self, project_id: str, **config: Any) -> Estimate:
        """What ``start`` would make, how long it would take, what it would cost at most. Nothing is begun."""
        return Estimate(self._json("POST", f"{_one(project_id)}/estimate", _asked(config)))

    def script(self, project_id: str) -> Script:
        """404 before it is written."""
        return Script(self._json("GET", f"{_one(project_id)}/script"))

    def update_script(self, project_id: str, *, scenes: Sequence[Mapping[str, Any]], **more: Any) -> Script:
        """All scenes, in their order; ``title``, ``language``; ``version`` of the script that was read (an older one is refused)."""
        # Of an older version it is refused, also when that is only the lost answer of the try before.
        sending = Sending(
            "PUT", f"{_one(project_id)}/script", body={"scenes": [*scenes], **more}, is_repeatable="version" not in more
        )
        return Script(self._connection.json(sending))

    def update_scene(self, project_id: str, scene_id: int, **changes: Any) -> Script:
        """``narration``, ``image_prompt``, ``on_screen``, ``seconds``, ``own_image``, ``version``, and ``redo=["image", "voice", "clip"]``
        for other takes at the next start."""
        # Asked twice for another take, there would be two.
        is_repeatable = not changes.get("redo") and "version" not in changes
        sending = Sending("PATCH", f"{_one(project_id)}/scenes/{scene_id}", body=changes, is_repeatable=is_repeatable)
        return Script(self._connection.json(sending))

    def wait_for_completion(
        self,
        project_id: str,
        *,
        timeout: float = HOUR,
        poll: float = FIRST_POLL,
        on_state: Optional[Callable[[PipelineStatus], None]] = None,
    ) -> Project:
        """The project with its film; raises ``JobFailedError`` when it failed or was cancelled, ``WaitTimeoutError`` when it takes
        too long. Times are in seconds."""
        wait_for(lambda: self.status(project_id), timeout, poll, on_state)
        return self.get(project_id)

    def on_progress(self, project_id: str, callback: Callable[[Progress], None], *, poll: float = 1.0) -> ProgressWatch:
        """Tells every change, from a thread of its own, until the work has ended."""
        return ProgressWatch(lambda: self.status(project_id), callback, poll)

    def _json(self, method: str, path: str, body: Any = None, key: Optional[str] = None) -> Any:
        return self._connection.json(Sending(method, path, body=body, idempotency_key=key))


def _one(project_id: str) -> str:
    return f"/projects/{quoted(project_id)}"


def _asked(order: Mapping[str, Any]) -> Any:
    config = {name: value for name, value in order.items() if name != "until"}
    until = order.get("until")
    return {**({"pipeline_config": config} if config else {}), **({"until": until} if until else {})}
