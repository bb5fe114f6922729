"""JSON Schemas of the files, for editors that complete and check while one types.

They are made from the tables that the parser reads by, so the two cannot part.
"""

from typing import Any

from bot.flow.grammar import COURT, FACTS, FLOW, MACRO, PHRASES, TERM
from bot.flow.names import ID, LONGEST_ID
from bot.flow.shape import Field, Kind, Shape

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_LIST: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_ID: Schema = {"type": ["string", "boolean"], "pattern": f"^{ID}$", "maxLength": LONGEST_ID}
_HOLDS: dict[Kind, Schema] = {
    "text": _TEXT,
    "id": _ID,
    "list": _LIST,
    "rule": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "days": {"type": "string", "pattern": r"^(before|from) \S+$|^\S+ to \S+$"},
    "yes": {"type": ["string", "boolean"], "enum": ["yes", "no", True, False]},
    "fact": {"type": "string"},
    "hours": _LIST,
    "closures": {"anyOf": [*_LIST["anyOf"], {"type": "object", "additionalProperties": _TEXT}]},
    "duration": {"type": "string", "pattern": r"^[1-9]\d{0,3} (minute|hour|day)s?$"},
}


def json_schema() -> Schema:
    """One schema with a definition for each kind of file: flow, court, facts, phrases, words, says, macros.

    An editor is pointed at `#/$defs/flow` and so on. YAML's own reading is allowed for: to an editor `yes` is
    a truth value and `2014` a number, while to the bot both are texts.
    """
    words = {
        "type": "object",
        "additionalProperties": _shape(TERM),
        "description": "Words of the field, by id.",
    }
    says = {
        "type": "object",
        "additionalProperties": _TEXT,
        "description": "The bot's own sentences, by key.",
    }
    macros = {
        "type": "object",
        "additionalProperties": _shape(MACRO),
        "description": "Canned replies, by id.",
    }
    shapes = {"flow": FLOW, "court": COURT, "facts": FACTS, "phrases": PHRASES}
    named = {"words": words, "says": says, "macros": macros}
    files = {**{name: _shape(shape) for name, shape in shapes.items()}, **named}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Files of the help desk's flows",
        "$defs": files,
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in files],
    }


def _shape(shape: Shape) -> Schema:
    return {
        "type": "object",
        "description": shape.about,
        "properties": {field.name: _field(field) for field in shape.fields},
        "required": [field.name for field in shape.fields if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    holds = _shape(field.holds) if isinstance(field.holds, Shape) else _HOLDS[field.holds]
    schema: Schema = {"enum": list(field.choices)} if field.choices else holds
    if field.each:
        schema = {"type": "object", "additionalProperties": schema}
    return {**schema, "description": field.about}
