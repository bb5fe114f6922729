"""Names that say nothing are not allowed, neither for modules nor for what they hold."""

import ast
import re

from tests.house.source import CODE, files, name, tree

SAYS_NOTHING = re.compile(
    r"(^|_)(utils?|helpers?|common|managers?|misc|stuff|part\d*|new|old|v\d+)$", re.IGNORECASE
)
OTHER_WORDS = {
    "intent": "question or answer",
    "slot": "question",
    "utterance": "message",
    "entity": "answer",
    "ticket": "case",
}


def test_no_module_has_a_name_that_says_nothing() -> None:
    wrong = [
        name(path)
        for path in files("*.py", *CODE)
        if any(SAYS_NOTHING.search(part) for part in path.relative_to(path.parents[1]).with_suffix("").parts)
    ]
    assert not wrong, f"Name these after the one idea they hold: {wrong}"


def test_the_core_and_the_use_cases_use_the_words_of_the_glossary() -> None:
    wrong = [
        f"{name(path)}:{part.lineno} {part.name}: say {OTHER_WORDS[word]}, not {word}"
        for path in files("*.py", "bot/engine", "bot/flow", "bot/matching", "bot/service")
        for part in ast.walk(tree(path))
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for word in re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", part.name).lower())
        if word in OTHER_WORDS
    ]
    assert not wrong, "\n".join(wrong)


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name(path) for path in files("*.py", *CODE) if tree(path).body and not ast.get_docstring(tree(path))
    ]
    silent += [name(path) for path in files("*.py", "bot") if not tree(path).body]
    assert not silent, f"Begin these modules with a sentence: {silent}"
