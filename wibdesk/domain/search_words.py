"""The forms in which a British text may write a word that is searched for; the index itself knows endings."""

import re

MOST_FORMS = 16
"""Forms of one word: more would make the search slow and find nothing."""

PREFIXES = (
    *("re", "co", "pre", "non", "sub", "multi", "inter", "intra", "post", "anti", "mid", "semi", "under", "over"),
    *("cross", "self", "ex", "well", "long", "short", "part", "full", "half", "out", "in", "on", "off", "e"),
)
"""Beginnings that one writer hyphenates and the next does not."""

SPELT = (
    ("licenc", "licens"),
    ("practic", "practis"),
    ("defenc", "defens"),
    ("offenc", "offens"),
    ("pretenc", "pretens"),
    ("enquir", "inquir"),
    ("programme", "program"),
    ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"),
    ("abridgement", "abridgment"),
    ("ageing", "aging"),
    ("grey", "gray"),
    ("fulfil", "fulfill"),
    ("enrol", "enroll"),
    ("instalment", "installment"),
    ("skilful", "skillful"),
    ("wilful", "willful"),
    ("orientat", "orient"),
    ("focuss", "focus"),
    ("biass", "bias"),
    ("manoeuvr", "maneuver"),
    ("paediatr", "pediatr"),
    ("anaesth", "anesth"),
    ("haemo", "hemo"),
    ("oestr", "estr"),
    ("encyclopaed", "encycloped"),
    ("cosy", "cozy"),
    ("sceptic", "skeptic"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("artefact", "artifact"),
    ("percent", "per cent"),
)
"""Beginnings of words that have two spellings."""

TWINS = (
    ("child", "children"),
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("chairman", "chairmen"),
    ("criterion", "criteria"),
    ("analysis", "analyses"),
    ("crisis", "crises"),
    ("basis", "bases"),
    ("learnt", "learned"),
    ("burnt", "burned"),
    ("spelt", "spelled"),
    ("dreamt", "dreamed"),
    ("leapt", "leaped"),
)
"""Whole words that are one and many, or have two spellings at their end."""

RULES = tuple(
    (re.compile(found), instead)
    for found, instead in (
        (r"(?<=[a-z]{2})is(?=[aei])", "iz"),
        (r"(?<=[a-z]{2})iz(?=[aei])", "is"),
        (r"(?<=[a-z]{2})ys(?=e|i)", "yz"),
        (r"(?<=[a-z]{2})yz(?=e|i)", "ys"),
        (r"(?<=[a-z]{2})our(?=$|s|ed|ing|er|ab|ful|ite|it|hood|less|ly)", "or"),
        (r"(?<=[a-z]{2})or(?=$|s|ed|ing|er|ab|ful|ite|it|hood|less|ly)", "our"),
        (r"(?<=cent|.met|.lit|.fib)re(?=$|s$|d$)|(?<=theat)re(?=$|s$)", "er"),
        (r"(?<=cent|.met|.lit|.fib)er(?=$|s$|ed$)|(?<=theat)er(?=$|s$)", "re"),
        (r"(?<=al|il|ol|ul|el)l(?=(?:ed|ing|ings|er|ers|or|ors|ation)$)", ""),
        (r"(?<=[aeiou]l)(?=(?:ed|ing|ings|er|ers|or|ors)$)", "l"),
        (r"(?<=[a-z]{2})ogue(?=s?$)", "og"),
        (r"(?<=[a-z]{2})og(?=s?$)", "ogue"),
    )
)
"""What one spelling writes and the other has in its place; a form that is no word finds nothing and does no harm."""

ENDINGS = (
    *("ion", "ions", "al", "als", "ment", "ments", "ing", "ed", "ation", "ations", "ence", "ance", "ity", "ive"),
    *("able", "ible", "ness", "ous", "ful", "ally", "ously", "fully", "ement", "ism", "ist"),
)
"""Endings that the index takes off, so that a word with half of one would be found no more."""

_INSIDE = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"(?<=\w)'s?$")


def forms(word: str, *, begun: bool = False) -> tuple[str, ...]:
    """Return the word and how else it may be written; `begun`: its end may not be typed yet."""
    word = _POSSESSIVE.sub("", word.casefold())
    if not _INSIDE.search(word) or "/" in word or "." in word:
        return (word,)
    found = [word, *_hyphenated(word)]
    for form in tuple(found):
        found += _spellings(form)
    if begun:
        for form in tuple(found):
            found += _completed(form)
    return tuple(dict.fromkeys(found))[:MOST_FORMS]


def _hyphenated(word: str) -> list[str]:
    if "-" in word:
        return [word.replace("-", "")]
    return [
        f"{prefix}-{word[len(prefix) :]}"
        for prefix in PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) > 2
    ]


def _spellings(word: str) -> list[str]:
    """Return the other spellings: by the tables, and by each rule."""
    turned = [rule.sub(instead, word) for rule, instead in RULES]
    spelt = [
        other + word[len(one) :]
        for pair in SPELT
        for one, other in (pair, pair[::-1])
        # Where one is the beginning of the other, the longer one is meant.
        if word.startswith(one) and not (len(other) > len(one) and word.startswith(other))
    ]
    twins = [other for pair in TWINS for one, other in (pair, pair[::-1]) if word == one]
    return [form for form in (*twins, *spelt, *turned) if form != word]


def _completed(word: str) -> list[str]:
    """Return what the word may become where an ending of it is half typed."""
    return [
        word + ending[at:]
        for ending in ENDINGS
        for at in range(1, len(ending))
        if word.endswith(ending[:at]) and len(word) - at > 2
    ]
