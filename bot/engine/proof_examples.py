"""The examples in a flow file, held to what they say they come to."""

from bot.engine.examples import expected, play
from bot.engine.paths import Ways
from bot.engine.stage import Stage
from bot.flow.report import Report


def prove_examples(stage: Stage, _: Ways, report: Report) -> None:
    """Report each example that comes to something else than the file says."""
    for example in stage.rules.flow.examples:
        came, promised = play(stage.book, stage.rules.flow.id, example, stage.now), expected(example)
        if came != promised:
            what = f'The example "{example.name}" comes to {came}, not to {promised}.'
            advice = "Correct the rule that changed it, or the example."
            report.error(example.place, "example_fails", what, advice)
