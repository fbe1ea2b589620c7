"""The roles table: which role may do what, in its unit and everything below it."""

from varvet.kernel.access.roles import Role
from varvet.kernel.law.words import marked


def _role(code: str, label: str, *permissions: str) -> Role:
    return Role(code, label, frozenset(permissions))


REPORT = (
    "deviations.report",
    "lex_sarah.report",
    "feedback.receive",
    "privacy_incidents.report",
    "involvement.report",
    "payment_errors.report",
    "inspections.answer",
)
SEE = (
    "deviations.view",
    "lex_sarah.view",
    "feedback.view",
    "improvements.view",
    "self_checks.view",
    "privacy_incidents.view",
    "provider_reports.view",
    "involvement.view",
    "payment_errors.view",
    "inspections.view",
)
HANDLE = (
    "deviations.assess",
    "deviations.close",
    "deviations.remove_files",
    "deviations.reopen",
    "deviations.tally",
    "deviations.links",
    "feedback.answer",
    "improvements.edit",
    "self_checks.perform",
    "self_checks.plan",
    "self_checks.approve_plan",
    "self_checks.case_codes",
    "self_checks.review_logs",
    "privacy_incidents.assess",
    "privacy_incidents.notify",
    "privacy_incidents.remove_files",
    "involvement.edit",
    "involvement.remove_files",
    "payment_errors.handle",
    "payment_errors.remove_files",
    "inspections.register",
    "inspections.edit",
    "inspections.remove_files",
)
# Answering what a lex Sarah investigation proposes for one's own unit.
RESPOND = ("lex_sarah.respond",)
# Records that shut the unit's manager out are read by those who work across units.
SEE_EXCLUDED = (
    "lex_sarah.view_excluded",
    "feedback.view_excluded",
    "provider_reports.view_excluded",
    "privacy_incidents.view_excluded",
)
EXPORT = (
    "deviations.export",
    "provider_reports.export",
    "privacy_incidents.export",
    "feedback.export",
    "involvement.export",
    "payment_errors.export",
    "inspections.export",
    "improvements.export",
)
# A provider's information reaches managers too; those who work across units take it from there.
RECEIVE_PROVIDERS = ("provider_reports.register",)
HANDLE_PROVIDERS = (
    *RECEIVE_PROVIDERS,
    "provider_reports.handle",
    "provider_reports.case_reference",
    "provider_reports.remove_files",
    "provider_reports.edit_providers",
)
LEAD = ("people.lead",)
PRIVACY_REGISTER = ("privacy_incidents.view", "privacy_incidents.view_excluded", "privacy_incidents.export_texts")
SHARE_VIEWS = ("views.share",)
READ_REPORT = ("annual_report.read",)
SEE_UNIT = ("unit_page.view", "compilations.read")

ROLES = {
    role.code: role
    for role in [
        _role("employee", marked("Medarbetare"), *REPORT, *READ_REPORT),
        _role(
            "reviewer",
            marked("Granskare"),
            *REPORT,
            *READ_REPORT,
            "self_checks.view",
            "self_checks.perform",
            "self_checks.case_codes",
            "self_checks.review_logs",
        ),
        _role(
            "unit_manager",
            marked("Enhetschef"),
            *LEAD,
            *REPORT,
            *SEE,
            *EXPORT,
            *HANDLE,
            *RESPOND,
            *READ_REPORT,
            *SEE_UNIT,
            *RECEIVE_PROVIDERS,
            "compilations.write",
        ),
        _role(
            "department_manager",
            marked("Avdelningschef"),
            *SHARE_VIEWS,
            *LEAD,
            *REPORT,
            *SEE,
            *EXPORT,
            *HANDLE,
            *RESPOND,
            *READ_REPORT,
            *SEE_UNIT,
            *RECEIVE_PROVIDERS,
            "deviations.follow",
            "lex_sarah.reconcile",
        ),
        _role(
            "social_coordinator",
            marked("SAS, socialt ansvarig samordnare"),
            *REPORT,
            *SEE,
            *EXPORT,
            *SEE_EXCLUDED,
            "deviations.assess",
            "lex_sarah.investigate",
            "lex_sarah.case_reference",
            *HANDLE_PROVIDERS,
            "lex_sarah.reconcile",
            *SHARE_VIEWS,
            *READ_REPORT,
            *SEE_UNIT,
        ),
        _role(
            "quality_coordinator",
            marked("Kvalitetssamordnare"),
            *LEAD,
            *REPORT,
            *SEE,
            *EXPORT,
            *SEE_EXCLUDED,
            *HANDLE,
            *RESPOND,
            "lex_sarah.investigate",
            *HANDLE_PROVIDERS,
            "lex_sarah.reconcile",
            *SHARE_VIEWS,
            *READ_REPORT,
            *SEE_UNIT,
            "deviations.follow",
            "annual_report.write",
            "self_checks.delegation",
            "deviations.edit_replies",
            "feedback.edit_replies",
            "feedback.diary",
            "history.import",
            "organisation.settings",
            "privacy_incidents.export_texts",
            "improvements.publish",
            "self_checks.edit_forms",
        ),
        _role(
            "decision_maker",
            marked("Beslutsfattare lex Sarah"),
            "lex_sarah.view",
            "lex_sarah.view_excluded",
            "lex_sarah.decide",
            *READ_REPORT,
        ),
        _role(
            "legal_adviser",
            marked("Rättshandläggare"),
            "lex_sarah.view",
            "feedback.view",
            "provider_reports.view",
            *SEE_EXCLUDED,
            *READ_REPORT,
        ),
        _role(
            "medical_nurse",
            marked("MAS, medicinskt ansvarig sjuksköterska"),
            *REPORT,
            "deviations.follow_health_care",
            *READ_REPORT,
        ),
        _role(
            "data_protection_officer",
            marked("Dataskyddsombud"),
            *PRIVACY_REGISTER,
            "privacy_incidents.advise",
            "privacy_incidents.export",
        ),
        _role(
            "privacy_delegate",
            marked("Delegat för personuppgiftsincidenter"),
            *PRIVACY_REGISTER,
            "privacy_incidents.decide",
            "privacy_incidents.notify",
            "privacy_incidents.export",
        ),
        _role(
            "payment_controller",
            marked("Utbetalningskontrollant"),
            *REPORT,
            *READ_REPORT,
            "payment_errors.view",
            "payment_errors.handle",
            "payment_errors.remove_files",
            "payment_errors.export",
            "self_checks.view",
        ),
        _role(
            "registrar",
            marked("Registrator"),
            "feedback.diary",
            "feedback.view_excluded",
            "inspections.register",
            "inspections.view",
            "inspections.answer",
            *READ_REPORT,
        ),
        _role("board", marked("Nämndledamot"), *READ_REPORT, "annual_report.follow", "inspections.view_decided"),
        _role(
            "administrator",
            marked("Systemförvaltare"),
            "organisation.correct_law",
            "organisation.edit",
            "organisation.settings",
            "operations.view",
            "lex_sarah.delegate",
            "people.hand_over_unseen",
        ),
    ]
}
