"""Reports made without an account: of the code that their reporter got, a hash alone."""

from django.db import models

from varvet.registers.lex_sarah.models.case import LexSarah


class ByCode(models.Model):
    """Whoever has the code follows the report and adds to it, and reads how it went."""

    case = models.OneToOneField(LexSarah, on_delete=models.CASCADE, related_name="by_code")
    follow_hash = models.CharField(max_length=64, unique=True)
