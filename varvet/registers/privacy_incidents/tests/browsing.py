"""People of the desk at their browsers, and what they send."""

from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import EFFECTS


def page(client: Client, user: User, name: str, *args: object) -> tuple[int, str]:
    client.force_login(user)
    response = client.get(reverse(f"privacy_incidents:{name}", args=args), follow=True)
    return response.status_code, response.content.decode()


def send(client: Client, user: User, address: str, **sent: object) -> tuple[int, str]:
    client.force_login(user)
    response = client.post(address, sent, follow=True)
    return response.status_code, response.content.decode()


def step(client: Client, user: User, name: str, incident: PrivacyIncident, **sent: object) -> tuple[int, str]:
    """As the person who has just opened the form sends it."""
    incident.refresh_from_db()
    address = reverse(f"privacy_incidents:{name}", args=[incident.reference])
    return send(client, user, address, version=incident.version, **sent)


ASSESSED = {
    "type": "wrong_recipient",
    "breaches": ["confidentiality", "availability"],
    "groups": ["protected"],
    "sorts": ["health", "identity"],
    "counted": "interval",
    "people_least": 10,
    "people_most": 20,
    "effects": EFFECTS,
    "risk": "4-4",
}
