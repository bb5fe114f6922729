"""What a person chose in a menu, a box or a field, as interactions tell it."""

from bot.practice.limits.blocks import interactive_elements
from bot.practice.shapes import Json, as_objects

Choice = str | list[str] | None

MANY = ("checkboxes", "multi_static_select", "multi_external_select")
ONE = ("static_select", "external_select", "radio_buttons", "overflow")
SINGLE = {
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
}


def chosen(element: Json, choice: Choice) -> Json:
    """The keys that tell of a choice: `value`, `selected_option`, `selected_date`, ...

    `choice` is the text, the value of the option, or a list of such values.
    Raises `LookupError` when the element offers no such option.
    """
    kind = str(element.get("type"))
    if kind == "button":
        return {"value": element["value"]} if "value" in element else {}
    if kind in MANY:
        values = [choice] if isinstance(choice, str) else choice or []
        return {"selected_options": [_option(element, one) for one in values]}
    if kind in ONE:
        found = _option(element, choice) if isinstance(choice, str) else None
        return {"selected_option": found}
    if kind in SINGLE:
        return {SINGLE[kind]: choice}
    return {"value": choice}


def state_of(blocks: object, filled: Json | None = None) -> Json:
    """The `state.values` of blocks: what stands in each field, by block and action.

    `filled` (`{block_id: {action_id: keys}}`) goes before what the fields began with.
    """
    values: Json = {}
    for block, element in interactive_elements(blocks):
        if element.get("type") in ("button", "overflow"):
            continue
        place, name = str(block.get("block_id")), str(element["action_id"])
        known = ((filled or {}).get(place) or {}).get(name)
        values.setdefault(place, {})[name] = known or {"type": element["type"], **_initial(element)}
    return values


def _initial(element: Json) -> Json:
    kind = str(element["type"])
    if kind in MANY:
        return {"selected_options": element.get("initial_options", [])}
    if kind in ONE:
        return {"selected_option": element.get("initial_option")}
    if kind in SINGLE:
        name = SINGLE[kind]
        return {name: element.get(name.replace("selected", "initial"))}
    return {"value": element.get("initial_value")}


def _option(element: Json, value: str) -> Json:
    groups = as_objects(element.get("option_groups"))
    offered = [*as_objects(element.get("options"))]
    offered += [one for group in groups for one in as_objects(group.get("options"))]
    for option in offered:
        if option.get("value") == value:
            return option
    raise LookupError(f"{element.get('action_id')} offers no option {value}")
