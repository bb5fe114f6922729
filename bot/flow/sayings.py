"""The bot's own sentences: each key that the code says, with the values it puts in.

`says.yaml` must have every one of these, and no other, and may use of each only the values named here
(besides facts). Whoever says a new sentence adds its key, in the order of the alphabet.
"""

from collections.abc import Mapping
from types import MappingProxyType

SAYINGS: Mapping[str, frozenset[str]] = MappingProxyType({})
