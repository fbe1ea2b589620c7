"""The steps of a report after it is registered, each a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, explained
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.forms.fields import day_field, words_field


class RequestForm(VersionedForm):
    step_name = _("Begär utredningen")
    due_on = day_field(_("När ska den senast ha kommit?"), _("Dagen som ni skriver i begäran till utföraren."))
    words = words_field(_("Vad har ni bett om?"), _("Skriv om ni vill veta något särskilt."), rows=3)


class TakeInForm(VersionedForm):
    step_name = _("Ta emot utredningen")
    received_on = day_field(_("Vilken dag kom utredningen?"), _("Själva utredningen lägger du som fil på ärendet."))
    outcome = forms.ChoiceField(
        label=_("Vad kom utföraren fram till?"),
        help_text=_("Utförarens egen slutsats. Er bedömning skriver du sedan."),
        choices=choices_of(rules.OUTCOME_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad utföraren kom fram till.")},
    )
    words = words_field(
        _("Vad visar utredningen?"),
        _("Orsaker och åtgärder i korthet. Skriv inga namn."),
        _("Skriv vad utredningen visar."),
    )


class AuthorityForm(VersionedForm):
    step_name = _("Anmälan till IVO")
    notified = explained(
        forms.ChoiceField(
            label=_("Har utföraren anmält till IVO?"),
            help_text=_("Fråga utföraren om du inte vet."),
            choices=choices_of(rules.KNOWN_LABELS),
            widget=forms.RadioSelect,
            error_messages={"required": _("Välj om utföraren har anmält.")},
        ),
        why=_("Utföraren ska själv anmäla det som är allvarligt till Inspektionen för vård och omsorg, IVO."),
    )
    notified_on = day_field(_("Vilken dag anmälde utföraren?"), _("Fyll i när svaret ovan är ja."), required=False)
    number = forms.CharField(
        label=_("IVO:s nummer"), help_text=_("Diarienumret, när ni vet det."), required=False, max_length=40
    )
    decision = forms.ChoiceField(
        label=_("Vad beslutade IVO?"),
        help_text=_("Lämna tomt tills IVO har beslutat."),
        required=False,
        choices=[("", _("Inget beslut än")), *choices_of(rules.DECISION_LABELS)],
    )
    decided_on = day_field(_("Vilken dag beslutade IVO?"), _("Dagen som står i beslutet."), required=False)

    def content(self) -> rules.Notified:
        given = self.cleaned_data
        return rules.Notified(
            notified=given["notified"],
            on=given["notified_on"],
            number=given["number"],
            decision=given["decision"],
            decided_on=given["decided_on"],
        )


class AssessForm(VersionedForm):
    step_name = _("Bedöm")
    agreement = forms.ChoiceField(
        label=_("Delar ni utförarens bedömning?"),
        help_text=_("Tänk på utfall, orsaker och åtgärder."),
        choices=choices_of(rules.AGREEMENT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj om ni delar bedömningen.")},
    )
    grounds = words_field(
        _("Varför?"),
        _("Skriv skälen för er bedömning. Utan utredning: skriv hur ni har försökt få den."),
        _("Skriv skälen för er bedömning."),
    )


class PlanForm(VersionedForm):
    step_name = _("Planera uppföljning")
    subject = forms.ChoiceField(
        label=_("Vad följer ni upp?"),
        help_text=_("Ett i taget. Du kan lägga till fler."),
        choices=choices_of(rules.SUBJECT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad ni följer upp.")},
    )
    words = words_field(
        _("Vad ska göras?"),
        _("Vad ni kräver av utföraren, eller hur ni ser till att personen har det bra."),
        _("Skriv vad som ska följas upp."),
        rows=3,
    )
    due_on = day_field(_("När ska det vara klart?"), _("Sista dagen för svar eller besök."))


class AnswerForm(VersionedForm):
    step_name = _("Utförarens svar")
    on = day_field(_("Vilken dag kom svaret?"), _("Dagen då det kom till er."))
    words = words_field(
        _("Vad svarade utföraren?"), _("Skriv det viktigaste. Svaret lägger du som fil."), _("Skriv vad som kom fram.")
    )


class FinishForm(VersionedForm):
    step_name = _("Slutför uppföljningen")
    on = day_field(_("Vilken dag gjordes uppföljningen?"), _("Dagen då ni såg hur det har blivit."))
    words = words_field(_("Hur gick det?"), _("Skriv vad ni har sett. Skriv inga namn."), _("Skriv vad som kom fram."))


class TellForm(VersionedForm):
    step_name = _("Återkoppla")
    words = words_field(
        _("Vad har utföraren fått veta?"),
        _("Er bedömning och vad ni förväntar er."),
        _("Skriv vad utföraren har fått veta."),
    )


class CloseForm(VersionedForm):
    step_name = _("Avsluta")
    lesson = words_field(_("Lärdom för fler"), _("Skriv det som andra avtal eller enheter kan ha nytta av."), rows=3)


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = words_field(
        _("Varför öppnas ärendet igen?"),
        _("Skriv vad som har hänt eller kommit fram."),
        _("Skriv varför ärendet öppnas igen."),
        rows=3,
    )


class DisownForm(VersionedForm):
    step_name = _("Inte vår")
    principal = forms.CharField(
        label=_("Vilken huvudman ansvarar?"),
        help_text=_("Till exempel en annan kommun."),
        max_length=80,
        error_messages={"required": _("Skriv vilken huvudman som ansvarar.")},
    )
    reason = words_field(
        _("Varför?"), _("Skriv också hur utföraren har fått veta det."), _("Skriv varför ärendet inte är ert."), rows=3
    )


class AssignForm(VersionedForm):
    step_name = _("Fördela")
    handler = forms.ModelChoiceField(
        label=_("Vem ska handlägga?"),
        help_text=_("Utan namn ligger det hos alla som handlägger enskild regi."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
        error_messages={"invalid_choice": _("Välj någon i listan.")},
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["handler"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


class NoteForm(VersionedForm):
    step_name = _("Anteckna")
    words = words_field(
        _("Anteckning"), _("Läses av dem som ser ärendet. Skriv inga namn."), _("Skriv något först."), rows=4
    )
