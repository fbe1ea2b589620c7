"""The steps from the decision to the closing, and what each says."""

from varvet.registers.lex_sarah.views.asks import by_name

ASKS = by_name()
