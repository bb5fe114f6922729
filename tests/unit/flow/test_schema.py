"""What an editor is told about the files."""

from typing import Any

import yaml

from bot.flow.schema import json_schema
from tests.flows.overlay import base


def part(*path: str) -> Any:
    found: Any = json_schema()["$defs"]
    for key in path:
        found = found[key]
    return found


def test_every_file_of_the_flows_has_its_schema() -> None:
    assert set(part()) == {"flow", "court", "facts", "phrases", "words", "says", "macros"}


def test_no_other_key_is_allowed_and_the_needed_ones_are_named() -> None:
    question = part("flow", "properties", "questions", "additionalProperties")
    assert question["additionalProperties"] is False
    assert question["required"] == ["ask", "answers"]
    assert "why we ask" in question["properties"]["why"]["description"].lower()


def test_the_kinds_of_facts_and_courts_are_listed() -> None:
    fact = part("facts", "properties", "facts", "additionalProperties", "properties")
    assert fact["kind"]["enum"] == ["phone", "link", "email", "date", "text", "hours"]
    assert fact["checked"]["pattern"] == r"^\d{4}-\d{2}-\d{2}$"
    assert part("court", "properties", "type", "enum") == ["bankruptcy", "district", "appellate"]


def test_the_whole_files_have_only_keys_that_the_schema_has() -> None:
    texts = base()
    for file, name in (("nextgen.yaml", "flow"), ("courts/north.yaml", "court"), ("facts.yaml", "facts")):
        assert_fits(yaml.load(texts[file], Loader=yaml.BaseLoader), part(name))


def assert_fits(value: Any, schema: Any) -> None:
    if isinstance(value, dict):
        assert schema["type"] == "object"
        known = schema.get("properties", {})
        for key, inner in value.items():
            assert_fits(inner, known.get(key) or schema["additionalProperties"])
        assert set(schema.get("required", ())) <= set(value)
    else:
        assert schema.get("type") != "object"
        assert value in schema.get("enum", [value])
