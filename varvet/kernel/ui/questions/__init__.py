"""Answering what other registers ask, saying what may be lex Sarah, and seeing that all of it is answered."""
