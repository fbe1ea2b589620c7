"""Words by which people say that something has become more or less, in the language they write."""

import re

UP = re.compile(r"\b(?:öka(?:r|t|de)?|ökning\w*|fler|högre|stigit|stiger|växt|dubbel\w*|fördubbla\w*)\b", re.IGNORECASE)
DOWN = re.compile(r"\b(?:minska(?:r|t|de)?|minskning\w*|färre|lägre|sjunkit|sjunker|halvera\w*)\b", re.IGNORECASE)
