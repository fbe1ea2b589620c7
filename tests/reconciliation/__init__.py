"""What may be lex Sarah, through every desk: nothing is lost, closed without reason, or without somebody unnoticed."""
