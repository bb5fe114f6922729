"""The whole flow language, as tables of shapes."""

from bot.flow.clock_words import ZONES
from bot.flow.shape import Field, Shape

COURT_TYPES = ("bankruptcy", "district", "appellate")
FACT_KINDS = ("phone", "link", "email", "date", "text", "hours")
LINKED = ("link", "phone", "email")
"""Kinds of facts that a step may link to."""
MARKS = ("A", "B", "C")
COMMANDS = (
    "back", "restart", "why", "help", "person", "status", "stop",
    "go_on", "worked", "stuck", "something_else", "forget_me", "what_is", "changes_mind",
)  # fmt: skip

QUESTION = Shape(
    "question",
    "What we ask. A question ends in one of a few answers.",
    (
        Field("ask", "text", "The question.", required=True),
        Field("rephrase", "text", "The same question in other words, for who did not understand."),
        Field("why", "text", "Why we ask, told to who says *why*."),
        Field("when", "rule", "Ask it only then: `account is shared or none and filer is attorney`."),
        Field("answers", "text", "Each answer's id and the words on its button.", required=True, each=True),
        Field("also", "list", "Other words that mean an answer.", each=True),
        Field(
            "dates",
            "days",
            "Days that mean an answer: `before FACT`, `from FACT`, `FACT to FACT`.",
            each=True,
        ),
    ),
)

STEP = Shape(
    "step",
    "One thing the filer must do.",
    (
        Field("do", "text", "What to do.", required=True),
        Field("when", "rule", "Only these filers need it."),
        Field("link", "list", "Facts of kind link, phone or email that belong to the step."),
        Field("not before", "fact", "The date fact before which the step is not open."),
        Field("flow", "id", "Another flow that explains the step."),
    ),
)

HAND_OVER = Shape(
    "hand-over",
    "A place where staff take over.",
    (
        Field("because", "text", "The reason, told to filer and staff.", required=True),
        Field("say", "text", "What the filer must hear first."),
        Field("when", "rule", "These answers need a person."),
        Field("heard", "list", "These words need a person, at any moment."),
        Field("link", "list", "Facts of kind link, phone or email that help meanwhile."),
        Field("urgent", "yes", "`yes` when it cannot wait."),
        Field("blocks filing", "yes", "`yes` when nothing can be filed until staff help."),
        Field("no way back", "yes", "`yes` when the bot has nothing to say after staff return it."),
    ),
)

EXAMPLE = Shape(
    "example",
    "A conversation that must always come out right.",
    (
        Field("says", "list", "What the filer says, message by message.", required=True),
        Field("gets", "list", "The steps that must come out."),
        Field("hands over", "id", "The hand-over that must come out."),
    ),
)

FLOW = Shape(
    "flow",
    "A file of questions and steps.",
    (
        Field("flow", "id", "The flow's id, as in the name of the file.", required=True),
        Field("title", "text", "What the flow is about, in a few words.", required=True),
        Field("start", "text", "What is said first.", required=True),
        Field("about", "list", "Sentences by which somebody's first message finds this flow."),
        Field("questions", QUESTION, "Asked from top to bottom.", required=True, each=True),
        Field("steps", STEP, "The checklist, in the order things are done.", required=True, each=True),
        Field("hand over", HAND_OVER, "Where staff take over.", each=True),
        Field("finish", "text", "What is said after the checklist."),
        Field("examples", EXAMPLE, "Conversations that must come out right.", each=True),
    ),
)

FACT = Shape(
    "fact",
    "A phone, link, e-mail, date, text or hours with their source.",
    (
        Field("kind", "text", "What it is.", required=True, choices=FACT_KINDS),
        Field("value", "text", "The phone, address, date, text or hours themselves.", required=True),
        Field("label", "text", "The words on a link."),
        Field("zone", "text", "The time zone of hours; else the court's.", choices=tuple(ZONES)),
        Field("mark", "text", "A: page seen. B: address seen printed. C: neither.", choices=MARKS),
        Field("source", "text", "Where it was found.", required=True),
        Field("checked", "day", "The day somebody looked.", required=True),
        Field("expires", "day", "Look again by then, a year after at most.", required=True),
        Field("from", "day", "It holds from this day."),
        Field("until", "day", "It holds up to and including this day."),
    ),
)

FACTS = Shape(
    "facts file",
    "Facts for all courts, and the questions only a court can answer.",
    (
        Field("facts", FACT, "Each fact by its key, such as pacer.phone.", required=True, each=True),
        Field(
            "flags", "list", "Each flag's values; the first holds unless a court says otherwise.", each=True
        ),
    ),
)

TARGETS = Shape(
    "target",
    "How long a case may take while the desk is open.",
    (
        Field("first response", "duration", "Until staff first answer: `30 minutes`."),
        Field("next response", "duration", "Until staff answer each later message: `1 hour`."),
        Field("resolution", "duration", "Until the case is closed: `2 days`, each a full day of the desk."),
    ),
)

KEEP = Shape(
    "keep",
    "How long records are kept; an open case, or one that is held, always is.",
    (
        Field("cases", "duration", "Closed cases, without their words: `3 years`, as without this key."),
        Field("words", "duration", "What was written in a closed case: `90 days`."),
        Field("receipts", "duration", "Final answers under their code: `1 year`."),
        Field("answers", "duration", "What a filer has told, from the last message on: `1 year`."),
        Field("events", "duration", "What happened, without words, for the figures: `1 year`."),
        Field("letters", "duration", "What could not be done, for the operator: `90 days`."),
    ),
)

DESK = Shape(
    "desk",
    "The help desk: its hours and how it works. Without hours nothing is said of them, and no clock runs.",
    (
        Field("hours", "hours", "Days and times: `monday to friday: 8:30 to 17:00`.", each=True),
        Field(
            "holidays",
            "text",
            "`none` when the desk is open on federal holidays.",
            choices=("federal", "none"),
        ),
        Field("closed", "closures", "More closed days, with the reason if it may be told."),
        Field("open", "hours", "Days with hours of their own: `2026-12-31: 8:30 to 12:00`.", each=True),
        Field("targets", TARGETS, "How long a case may take."),
        Field("queues", "list", "Names of queues; cases begin in the first. Without it there is one."),
        Field(
            "replies",
            "text",
            "Which words in a thread reach the filer: `marked` those after `to filer:`, as without this key; "
            "`open` all that the owner writes, but for what starts with `note:`.",
            choices=("marked", "open"),
        ),
        Field("lead", "text", "The Slack id of who is reminded last, such as U012AB3CD."),
        Field("staff group", "text", "A Slack user group whose members are staff too, such as S012AB3CD."),
        Field("reopen within", "duration", "How long a filer may reopen a closed case; 7 days without it."),
        Field("keep", KEEP, "How long records are kept."),
    ),
)

COURT = Shape(
    "court",
    "A court and all that it may change.",
    (
        Field("court", "id", "The court's id, as in the name of the file.", required=True),
        Field("name", "text", "The court's name, as it stands in a sentence.", required=True),
        Field("type", "text", "The kind of court.", required=True, choices=COURT_TYPES),
        Field("zone", "text", "The time zone, such as America/Chicago.", required=True),
        Field("default flow", "id", "The flow that opens when nothing else is asked for."),
        Field("example", "yes", "`yes` for a court that shows the bot and has not signed its words."),
        Field("flags", "text", "The court's values of the flags in facts.yaml.", each=True),
        Field("leaves out", "list", "Answers that this court does not offer, by question.", each=True),
        Field("words", "text", "The court's own words for a step.", each=True),
        Field("notes", "text", "A sentence of the court's under a step.", each=True),
        Field("macros", "text", "The court's own text of a canned reply; `no` leaves it out.", each=True),
        Field("desk", DESK, "The help desk's hours, closures, targets, and how it works."),
        Field("facts", FACT, "The court's own facts, such as court.phone.", each=True),
    ),
)

PHRASES = Shape(
    "phrases file",
    "Ways to say things that belong to no single question.",
    (
        Field("groups", "list", "Phrases that mean yes, no and not sure.", required=True, each=True),
        Field("commands", "list", "Phrases that mean a command.", required=True, each=True),
    ),
)

TERM = Shape(
    "word",
    "A word of the field that filers ask about.",
    (
        Field("phrases", "list", "How filers write it.", required=True),
        Field("text", "text", "What it means.", required=True),
    ),
)

MACRO = Shape(
    "canned reply",
    "What staff may answer without writing it anew.",
    (
        Field("title", "text", "The words by which staff choose it.", required=True),
        Field(
            "text",
            "text",
            "What the filer reads. Without bold words: it goes out as staff see it.",
            required=True,
        ),
        Field("for", "list", "Hand-overs and steps for which it is offered first."),
        Field("link", "list", "Facts of kind link, phone or email, written under the text."),
    ),
)
