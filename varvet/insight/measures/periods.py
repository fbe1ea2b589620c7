"""Periods, which registers look at too: they are the kernel's."""

from varvet.kernel.records.periods import EARLIEST as EARLIEST
from varvet.kernel.records.periods import LATEST as LATEST
from varvet.kernel.records.periods import WRONG as WRONG
from varvet.kernel.records.periods import Length as Length
from varvet.kernel.records.periods import Stretch as Stretch
from varvet.kernel.records.periods import Years as Years
from varvet.kernel.records.periods import month_name as month_name
from varvet.kernel.records.periods import months_between as months_between
from varvet.kernel.records.periods import months_later as months_later
from varvet.kernel.records.periods import months_until as months_until
from varvet.kernel.records.periods import years_for as years_for
from varvet.kernel.records.periods import years_of as years_of
