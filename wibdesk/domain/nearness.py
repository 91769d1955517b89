"""How nearly two words are spelt alike: letters wrong, missing, too many or changed about."""


def is_near(word: str, right: str, most: int | None = None) -> bool:
    """Say whether a word is another with one slip, or two in a word of seven letters and more.

    `most` is how many slips are forgiven where that is not for the length to say. The same word is not near.
    """
    allowed = most if most is not None else 1 if len(right) < 7 else 2
    return word != right and abs(len(word) - len(right)) <= allowed and slips(word, right) <= allowed


def slips(one: str, other: str) -> int:
    """Return how many letters must be changed, put in, taken out, or changed about to make one word of the other."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        here = [n]
        for m, wanted in enumerate(other, 1):
            cost = min(above[m] + 1, here[m - 1] + 1, above[m - 1] + (letter != wanted))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == wanted:
                cost = min(cost, before[m - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
