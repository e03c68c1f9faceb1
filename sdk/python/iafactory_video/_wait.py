"""Asks until something has ended, a little less often each time."""
from __future__ import annotations

import time
from typing import Callable, Optional, TypeVar

from ._errors import JobFailedError, WaitTimeoutError
from ._records import Record

S = TypeVar("S", bound=Record)

HOUR = 3600.0
FIRST_POLL = 0.5
LONGEST_POLL = 5.0
ENDS = frozenset(("completed", "failed", "cancelled"))


def wait_until(
    look: Callable[[], S],
    is_over: Callable[[S], bool],
    timeout: float,
    poll: float,
    on_state: Optional[Callable[[S], None]],
) -> S:
    until = time.monotonic() + timeout
    wait = poll
    while True:
        state = look()
        if on_state:
            on_state(state)
        if is_over(state):
            return state
        if time.monotonic() + wait > until:
            raise WaitTimeoutError(timeout, state)
        time.sleep(wait)
        wait = max(poll, min(wait * 1.3, LONGEST_POLL))


def wait_for(look: Callable[[], S], timeout: float, poll: float, on_state: Optional[Callable[[S], None]]) -> S:
    """The state in which it is ``completed``; raises ``JobFailedError`` or ``WaitTimeoutError``."""
    state = wait_until(look, lambda one: one["status"] in ENDS, timeout, poll, on_state)
    if state["status"] == "completed":
        return state
    fault = state.get("error")
    raise JobFailedError(state["status"], state, fault.to_dict() if isinstance(fault, Record) else None)
