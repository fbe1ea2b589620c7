"""Questions between registers, and what may be lex Sarah: none is without somebody, or closed without reason."""
