"""What a message says about the question on the screen: its short answers count here."""

from collections.abc import Collection, Mapping, Sequence

from bot.matching.choices import number_of
from bot.matching.evidence import Evidence
from bot.matching.fold import Heard, fold
from bot.matching.lexicon import Meaning, wholes
from bot.matching.politeness import HEDGED, POLITE
from bot.matching.scan import Hit
from bot.matching.standing import leads
from bot.matching.typed import Typed
from bot.matching.types import Match, Prompt, Reading, Unclear

Words = tuple[str, ...]
NOTHING = Reading()


class Asked:
    """One question, prepared for the messages that answer it. Immutable."""

    def __init__(self, prompt: Prompt, groups: Mapping[Words, str]) -> None:
        """Keep its labels and phrases; `groups` says which phrases are yes, no or not sure."""
        self.prompt = prompt
        self.question = prompt.question
        self._labels = {fold(option.label) for option in prompt.options}
        self._wholes = wholes(prompt)
        self._groups = groups
        self._by_group: dict[str, set[str]] = {"yes": set(), "no": set(), "not sure": set()}
        for phrase, answers in self._wholes.items():
            if phrase in groups:
                self._by_group[groups[phrase]].update(answers)

    def whole(self, heard: Heard) -> Reading | None:
        """What the whole message says: a label, a phrase, a number; None to read on.

        A yes or no that is hedged ("I think yes") is asked back as that or not sure, and
        says nothing where the question has no answer for not sure.
        """
        start, end = POLITE.core(heard.words)
        core = heard.words[start:end]
        answers = self._wholes.get(heard.words) or self._wholes.get(core)
        if answers is not None:
            return self._reading(answers, core or heard.words)
        number = number_of(core)
        if number is not None and number <= len(self.prompt.options):
            return self._reading((self.prompt.options[number - 1].answer,), core)
        return self._hedged(heard.words)

    def has_label(self, folded: str) -> bool:
        """True where these folded words are the label of an answer."""
        return folded in self._labels

    def _hedged(self, whole: Words) -> Reading | None:
        start, end = HEDGED.core(whole)
        said = whole[start:end]
        answers = self._wholes.get(said)
        if answers is None or said not in self._groups:
            return None
        possible = {*answers, *self._by_group["not sure"]}
        if len(possible) == 1 and self._groups[said] != "not sure":
            return NOTHING
        return self._reading(possible, whole)

    def _reading(self, answers: Collection[str], whole: Words) -> Reading:
        """One answer is a match, several are unclear."""
        said = " ".join(whole)
        if len(answers) == 1:
            return Reading({self.question: Match(next(iter(answers)), "exact", said)}, {})
        ordered = tuple(one.answer for one in self.prompt.options if one.answer in answers)
        return Reading({}, {self.question: Unclear(ordered, said)})

    def weigh(self, typed: Typed, evidence: Evidence) -> None:
        """Put into `evidence` what the phrases in a message say about this question."""
        hits = [hit for hit in typed.hits if self.question in hit.meaning.answers]
        if not hits or (not self._by_group["not sure"] and typed.is_unsure_of(hits)):
            return
        lead = self._opening(typed, hits)
        for hit in hits:
            if not hit.meaning.group:
                self._state(typed, hit, evidence)
        if lead is not None:
            self._lead(typed, lead, evidence)
        if evidence.answers:
            for hit in hits:
                if hit is not lead and _contests(typed, hit, hits, lead):
                    self._count(typed, hit, evidence)

    def _opening(self, typed: Typed, hits: Sequence[Hit[Meaning]]) -> Hit[Meaning] | None:
        """The yes, no or not sure that opens the message and answers by itself.

        "I have not" does so, too, right before a phrase for yes that it denies.
        """
        first = hits[0]
        if not first.meaning.group or first.denied:
            return None
        if first.start != POLITE.start(typed.heard.words):
            return None
        if leads(typed.heard, first.meaning.group, first.start, first.end):
            return first
        if first.meaning.group != "no" or typed.heard.words[first.start] == "no":
            return None
        yes = self._by_group["yes"]
        denies = any(
            hit.denied and hit.start - first.end < 3 and yes.issuperset(hit.meaning.answers[self.question])
            for hit in hits[1:]
        )
        return first if denies else None

    def _state(self, typed: Typed, hit: Hit[Meaning], evidence: Evidence) -> None:
        """A phrase within the message; "never" and "before" only where a clause ends."""
        if hit.denied:
            for answer in hit.meaning.answers[self.question]:
                evidence.speaks_against(answer, typed.said(hit))
        elif not hit.meaning.leads_on or typed.heard.ends_at(hit.end) or typed.goes_on_with_or(hit):
            self._count(typed, hit, evidence)

    def _lead(self, typed: Typed, lead: Hit[Meaning], evidence: Evidence) -> None:
        """Yes, no or not sure at the front; a phrase that says more takes its place.

        After "no" any phrase of the same question does.  After "yes" one does unless it
        means what "no" means, too: then the two are at odds, and both are asked back.
        """
        stated = evidence.answers - set(lead.meaning.answers[self.question])
        if lead.meaning.group == "no" and stated:
            return
        if lead.meaning.group == "yes" and stated and not stated & self._by_group["no"]:
            return
        self._count(typed, lead, evidence)

    def _count(self, typed: Typed, hit: Hit[Meaning], evidence: Evidence) -> None:
        """One answer of a phrase speaks for itself; of two, both stay possible."""
        answers = hit.meaning.answers[self.question]
        if len(answers) > 1:
            evidence.is_doubtful(Unclear(answers, typed.said(hit)))
        else:
            evidence.speaks_for(Match(answers[0], "phrase", typed.said(hit)))


def _contests(
    typed: Typed, hit: Hit[Meaning], hits: Sequence[Hit[Meaning]], lead: Hit[Meaning] | None
) -> bool:
    """True for a yes or no further on that puts in doubt what was said before or beside it."""
    if not hit.meaning.group or hit.denied or not typed.heard.ends_at(hit.end):
        return False
    return lead is not None or typed.adjoins(hit, hits)
