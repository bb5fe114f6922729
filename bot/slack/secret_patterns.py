"""The patterns by which something secret is known in a text; `bot.slack.guard` removes what they find.

Each pattern has one group called `secret`: that part is removed, the words around it stay. What a pattern
needs beside its shape (a check digit, a word nearby) is its `also`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from stdnum.us import rtn

from bot.slack.secret_words import (
    BANKS,
    SSNS,
    compiled,
    is_bank_number,
    is_card,
    is_code,
    is_no_ordinary_word,
    is_ssn,
    looks_made_up,
    words_near,
)


@dataclass(frozen=True, slots=True)
class Known:
    """One way a secret shows itself. `kind` is what the filer's turn and the figures may say of it."""

    kind: str
    pattern: re.Pattern[str]
    also: Callable[[re.Match[str]], bool] = lambda _: True


OWNERS = r"""(?:\s+(?:for|to|on|of|at)\s+(?:(?:my|the|our|his|her|this)\s+)?
    [\w/.-]+(?:\s+(?:account|login|site|page))?)?"""
PASSWORD = r"""(?<![^\W_])(?<!-)
    (?:pass\s?-?(?:word|wd|code|phrase)?s?|pw|pwd|psw|pswd|contrase[nñ]a|clave|pin
      |p(?P<gap>[ ._*-])a(?P=gap)s(?P=gap)s(?:(?P=gap)w(?P=gap)o(?P=gap)r(?P=gap)d)?)(?![^\W_])"""
"""The last of them is spelled with gaps: `p a s s w o r d`."""
IS = r"""(?:\s*(?:\bis\b|\bwas\b|\bare\b|\bes\b|:|=|->|=>|\u2192|\u2013|\u2014)+
    \s*(?:(?:now|just|currently|:)\s*)?)"""
STYLE = r"(?:[*_~`]{1,3}\s{0,2})?"
"""Slack's marks for bold, italic, struck and code, at one end of the words they stand around."""
QUOTED = r"(?:\"[^\"\n]{2,80}\"|'[^'\n]{2,80}'|\u201c[^\u201d\n]{2,80}\u201d|`[^`\n]{2,80}`)"
WORD = r"[^\s,;]\S{1,99}"
DATE = r"""(?:
    \d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2} | (?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}
  | \d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-zéû]{3,10}\.?,?\s+(?:19|20)?\d{2}
  | [a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)?\d{2}
  | (?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d{2}
)"""
BORN = r"""(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate\s+of\s+birth\b|\bbirth\s?-?(?:date|day)\b|\bborn\b
    |\bnacimiento\b|\bnac[ií]\b)"""

KNOWN: tuple[Known, ...] = (
    Known("password", compiled(rf"\bpass\s?phrase{IS}(?P<secret>\S+(?:[ ]\S+){{2,9}})"), is_no_ordinary_word),
    Known(
        "password",
        compiled(rf"{PASSWORD}{STYLE}{OWNERS}{IS}{STYLE}(?P<secret>{QUOTED}|{WORD})"),
        is_no_ordinary_word,
    ),
    Known(
        "password",
        compiled(rf"{PASSWORD}{STYLE}\s+(?:-\s+)?{STYLE}(?P<secret>{QUOTED}|{WORD})"),
        lambda match: looks_made_up(match.group("secret")) and is_no_ordinary_word(match),
    ),
    Known(
        "password",
        compiled(
            rf"(?P<secret>(?<!\S)\S{{4,99}})\s+(?:is|was|es)\s+(?:my|the|our|mi|la)\s+(?:[\w/-]+\s+){{0,3}}?{PASSWORD}"
        ),
        is_no_ordinary_word,
    ),
    Known(
        "password",
        compiled(
            r"""\b(?:log\s?-?(?:in|on)|user\s?-?(?:name|id)?|id|cred(?:ential)?s?|usuario|account)\b\s*(?:\b(?:is|as|with)\b|:|=)?\s*
            (?!(?:is|as|with|was|to|in|on|for|at|and|the|my|error|page|screen|number|name|code|button|message|link|problem)\b)
            [\w.@+-]{2,60}\s*(?:/|\\|\||,|;|:|\band\b|\bwith\b|\by\b|\n|\s)\s*(?P<secret>\S{4,99})"""
        ),
        lambda match: looks_made_up(match.group("secret")) and not match.group("secret").startswith("http"),
    ),
    Known(
        "code",
        compiled(
            r"""(?P<code>\b(?:code|otp|token|mfa|2fa|authenticator|one[- ]time|verification|c[oó]digo)s?)\b
            [^\d\n]{0,24}(?<![\w$-])(?P<secret>\d{3}[- ]?\d{3,5}(?!\w)(?![- .]\d))"""
        ),
        is_code,
    ),
    Known(
        "code",
        compiled(
            r"""(?<![\w$-])(?P<secret>\d{3}[- ]?\d{3,5})\s+(?:is|was)\s+(?:my|the|our)\s+
            (?:[\w-]+\s+){0,3}?(?P<code>code|otp|pin|token)\b"""
        ),
    ),
    Known("code", compiled(r"(?<!\w)pin(?!\w)[^\d\n]{0,14}(?P<secret>\d{4,8})(?!\w)")),
    Known(
        "code",
        compiled(
            r"""\b(?:back\s?-?up|recovery|rescue|emergency|scratch)\s+(?:code|key|token)s?\b[^\n]{0,20}?(?<![\w-])
            (?P<secret>(?:(?:[a-z0-9]{4,8}-[a-z0-9]{4,8}(?:-[a-z0-9]{4,8})*|(?=[a-z]*\d)[a-z0-9]{6,24})[\s,;]*)+)"""
        ),
    ),
    Known(
        "code",
        compiled(rf"\b(?:back\s?-?up|recovery)\s+(?:code|key)s?{IS}(?P<secret>[a-z0-9-]{{6,40}})"),
        is_no_ordinary_word,
    ),
    Known("ssn", compiled(r"(?<![\w-])(?P<secret>\d{3}-\d{2}-\d{4})(?![\w-])")),
    Known("ssn", compiled(r"(?<![\w.-])(?P<secret>\d{3}[ .]\d{2}[ .]\d{4})(?![\w-])"), is_ssn),
    Known(
        "ssn",
        compiled(r"(?<![\w-])(?P<secret>\d{9}|\d{3}[- .]?\d{2}[- .]?\d{4})(?![\w-])"),
        lambda match: words_near(match, SSNS),
    ),
    Known(
        "ssn",
        compiled(r"\b(?:last|final)\s+(?:4|four)\b[^\d\n]{0,40}(?P<secret>\d{4})(?!\d)"),
        lambda match: bool(SSNS.search(match.string)),
    ),
    Known("card", compiled(r"(?<![\w-])(?P<secret>\d(?:[ -]?\d){12,18})(?![\w-])"), is_card),
    Known(
        "card",
        compiled(r"\b(?:cvv2?|cvc2?|cid|security\s+code)\b[^\d\n]{0,12}(?P<secret>\d{3,4})(?!\d)"),
    ),
    Known(
        "bank",
        compiled(r"(?<![\w-])(?P<secret>\d{9})(?![\w-])"),
        lambda match: rtn.is_valid(match.group("secret")) and words_near(match, BANKS),
    ),
    Known(
        "bank",
        compiled(
            r"""\b(?:account|acct|checking|savings|routing|aba|rtn|iban)\b[^\d\n]{0,24}
            (?<![\w-])(?P<secret>\d[\d -]{4,18}\d)(?!\w)"""
        ),
        is_bank_number,
    ),
    Known("birth_date", compiled(rf"{BORN}[^\d\n]{{0,20}}?(?<!\w)(?P<secret>{DATE})(?!\w)")),
    Known(
        "birth_date",
        compiled(
            rf"(?<!\w)(?P<secret>{DATE})(?!\w)\s+(?:is|was)\s+(?:my|his|her|the)\s+(?:[\w']+\s+){{0,2}}?{BORN}"
        ),
    ),
    Known(
        "answer",
        compiled(rf"\bmaiden\s+name{IS}(?P<secret>{QUOTED}|{WORD})"),
        is_no_ordinary_word,
    ),
    Known(
        "token",
        compiled(
            r"""[?&;\#/](?:\w*token|activation\w*|activate|reset\w*|otp|ticket|secret|signature|sig|auth\w*|key|code|confirm\w*)
            [=/](?P<secret>[^\s&|<>)]{4,})"""
        ),
    ),
    Known(
        "token",
        compiled(
            rf"""\b(?:activation|activate|reset|confirmation|registration|temporary|temp|access|api|secret|security
            |verification|one[- ]time)\s+(?:token|code|key|link|string|password){IS}?\s*
            (?P<secret>[^\s,;]{{6,200}})"""
        ),
        lambda match: looks_made_up(match.group("secret")) and "://" not in match.group("secret"),
    ),
    Known(
        "token",
        compiled(
            r"""(?<!\w)(?P<secret>xox[a-z]-[\w-]{6,}|xapp-[\w-]{6,}|AKIA[A-Z0-9]{16}|gh[pousr]_\w{20,}
            |eyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*|-----BEGIN\ [A-Z ]*PRIVATE\ KEY-----[\s\S]*)"""
        ),
    ),
)
"""Tried in this order; what one found the next ones no longer see."""
