"""How a project goes on, told by a thread of its own that asks every second; the counting is the server's."""
from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Callable, Optional

from ._errors import VideoApiError
from ._records import PipelineStatus, Record
from ._wait import ENDS


@dataclass(frozen=True)
class Progress:
    project_id: str
    #: 0 to 100, counted by the server.
    percentage: float
    #: ``script_writing``, ``image_generation``…; None between steps.
    step: Optional[str]
    #: ``scripting``, ``generating``, ``rendering``, ``completed``, ``failed``, ``cancelled``…
    status: str


class ProgressWatch:
    """``stop()`` ends it before the work does; ``wait()`` waits for its end and raises what went wrong."""

    def __init__(self, look: Callable[[], PipelineStatus], callback: Callable[[Progress], None], poll: float) -> None:
        self._look = look
        self._callback = callback
        self._poll = poll
        self._stopped = threading.Event()
        self._error: Optional[BaseException] = None
        #: The last that was told.
        self.last: Optional[Progress] = None
        # Nobody is kept from ending their program by it.
        self._thread = threading.Thread(target=self._run, name="iafactory-video progress", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()

    def wait(self, timeout: Optional[float] = None) -> Optional[Progress]:
        self._thread.join(timeout)
        if self._error is not None:
            raise self._error
        return self.last

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            while not self._stopped.is_set() and not self._tell():
                self._stopped.wait(self._poll)
        except BaseException as error:  # told by wait()
            self._error = error

    def _tell(self) -> bool:
        """True when the work has ended."""
        try:
            state = self._look()
        except VideoApiError as error:
            # A server that is gone for a moment is no end.
            if error.status in (0, 408, 429) or error.status >= 500:
                return False
            raise
        step = state.get("current_step")
        name = step.get("name") if isinstance(step, Record) else None
        now = Progress(state["project_id"], state["progress"], name, state["status"])
        if now != self.last and not self._stopped.is_set():
            self.last = now
            self._callback(now)
        return now.status in ENDS
