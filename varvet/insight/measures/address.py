"""The address of a figure: signed, so that nobody can ask for a finer one than a report shows."""

from django.core.signing import BadSignature, Signer

from varvet.kernel.records.errors import Told

MARK = "&sigill="


def signed(query: str) -> str:
    """The query with a seal of its own at the end."""
    return query + MARK + _signer().signature(query)


def unsigned(address: str) -> str:
    """The query a report once gave. Told when it has been altered: small counts could be read out of narrower ones."""
    query, _, seal = address.rpartition(MARK)
    try:
        return _signer().unsign(f"{query}:{seal}")
    except BadSignature as error:
        raise Told("Adressen pekar inte på någon siffra i en berättelse.") from error


def _signer() -> Signer:
    return Signer(salt="varvet.figure")
