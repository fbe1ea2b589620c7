"""Python reads this first when its folder is on the path: the program then lives so many days from now."""

import os
from datetime import datetime, timedelta

from django.utils import timezone

DAYS = timedelta(days=int(os.environ["VARVET_TESTS_DAYS_LATER"]))
_now = timezone.now


def later() -> datetime:
    return _now() + DAYS


timezone.now = later
