"""What is coded of deviations that others have a part in."""

from varvet.registers.deviations.models import Collaboration, Deviation, HealthCare


def care_of(deviation: Deviation) -> HealthCare | None:
    return HealthCare.objects.select_related("kind").filter(deviation=deviation).first()


def collaboration_of(deviation: Deviation) -> Collaboration | None:
    rows = Collaboration.objects.select_related("counterpart", "agreement")
    return rows.filter(deviation=deviation).first()
