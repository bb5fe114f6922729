"""Parts of replies that are the same all day, made once: a question with its buttons, a checklist."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Part = TypeVar("Part")
MOST = 4096


class Made:
    """What was made before, by key. A key names all that the part depends on, the day too."""

    def __init__(self) -> None:
        """Nothing made yet."""
        self._parts: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], Part]) -> Part:
        """The part of this key; `make` is called only when it is not there."""
        part: Part | None = self._parts.get(key)  # type: ignore[assignment]
        if part is None:
            if len(self._parts) >= MOST:
                self._parts.clear()
            part = make()
            self._parts[key] = part
        return part
