"""Which module does what is asked; each loads the heavy libraries it needs, and no others."""

from importlib import import_module

from varvet.extracts.apart.asked import Asked, Told

WORK = {
    "ReadList": "varvet.extracts.apart.taking_in",
    "ReadLists": "varvet.extracts.apart.taking_in",
    "Pairs": "varvet.extracts.apart.taking_in",
    "ReadFrame": "varvet.extracts.apart.framing",
    "FindNames": "varvet.extracts.apart.framing",
    "ReadPaid": "varvet.extracts.apart.paying",
    "ReadRows": "varvet.extracts.apart.rowing",
    "Compute": "varvet.extracts.apart.computing",
    "UseKept": "varvet.extracts.apart.choosing",
    "ReviewLog": "varvet.extracts.apart.reviewing",
}


def answer(asked: Asked, content: bytes) -> Told:
    told: Told = import_module(WORK[type(asked).__name__]).answer(asked, content)
    return told
