"""One page of a list, which leads on to those after it."""
from __future__ import annotations

from typing import Any, Generic, Iterator, List, Mapping, Optional, Type, TypeVar

from ._http import Connection, Sending
from ._records import Record, records

R = TypeVar("R", bound=Record)


class Page(Generic[R]):
    """``for item in page`` walks over this page and all after it."""

    def __init__(self, connection: Connection, path: str, query: Mapping[str, Any], kind: Type[R]) -> None:
        told = connection.json(Sending("GET", path, query=query))
        self.items: List[R] = records(kind, told["items"])
        self.total: int = told["total"]
        self.page: int = told["page"]
        self.limit: int = told["limit"]
        self.pages: int = told["pages"]
        self._next = (connection, path, {**query, "page": self.page + 1, "limit": self.limit}, kind)

    def next(self) -> Optional["Page[R]"]:
        """None after the last."""
        return Page(*self._next) if self.page < self.pages else None

    def __iter__(self) -> Iterator[R]:
        page: Optional[Page[R]] = self
        while page is not None:
            yield from page.items
            page = page.next()

    def __len__(self) -> int:
        return self.total

    def __repr__(self) -> str:
        return f"Page({self.page} of {self.pages}, {self.total} in all)"
