"""The steps of handling a report, each a form: opening, naming, informing, joining, secrecy."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.registers.lex_sarah.forms.texts import DAY_ERRORS, TOO_LONG, day_field
from varvet.registers.lex_sarah.rules import LAW_LABELS, NOT_OPENED_LABELS, ROLE_LABELS, Role

YES, NO = "yes", "no"


def offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def offer_people(form: forms.Form, people: list[User]) -> None:
    field = form.fields["investigator"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


class OpenForm(VersionedForm):
    step_name = _("Inled utredning")
    law = forms.ChoiceField(
        label=_("Vilken lag gäller?"),
        help_text=_("Insatser enligt LSS följer LSS. Allt annat följer socialtjänstlagen."),
        choices=choices_of(LAW_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vilken lag som gäller.")},
    )
    category = forms.ModelChoiceField(
        label=_("Vad handlar det om?"),
        help_text=_("Välj det som ligger närmast. Du kan lägga till fler händelser sedan."),
        queryset=Category.objects.none(),
        empty_label=_("Välj typ"),
        error_messages={"required": _("Välj en typ."), "invalid_choice": _("Välj en typ i listan.")},
    )
    investigator = forms.ModelChoiceField(
        label=_("Vem ska utreda?"),
        help_text=_("Utredaren får ett meddelande."),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj vem som ska utreda."), "invalid_choice": _("Välj någon i listan.")},
    )
    impartial = forms.BooleanField(
        label=_("Jag är inte jävig i ärendet"),
        help_text=_("Jäv är till exempel att du är närstående eller själv berörs av det som hänt."),
        error_messages={"required": _("Intyga att du inte är jävig. Är du det får någon annan inleda utredningen.")},
    )

    def __init__(self, *args: Any, types: list[Category], people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category = self.fields["category"]
        assert isinstance(category, forms.ModelChoiceField)
        category.queryset = Category.objects.filter(pk__in=[one.pk for one in types])
        offer_people(self, people)


class OtherForm(VersionedForm):
    """Names another case: one of those near it, or by its number."""

    chosen = forms.ChoiceField(
        label=_("Enhetens andra ärenden"),
        help_text=_("Ärenden som inte är färdigutredda."),
        required=False,
        widget=forms.RadioSelect,
    )
    other = forms.CharField(
        label=_("Eller skriv ärendets nummer"),
        help_text=_("Till exempel LXS-2026-0012."),
        required=False,
        max_length=24,
    )

    def __init__(self, *args: Any, suggested: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "chosen", suggested)
        if not suggested:
            del self.fields["chosen"]
            self.fields["other"].label = _("Ärendets nummer")

    def reference(self) -> str:
        """What was written wins over what was chosen; empty for neither."""
        return str(self.cleaned_data["other"] or self.cleaned_data.get("chosen", ""))


class JoinForm(OtherForm):
    step_name = _("Lägg ihop")


class LeaveForm(VersionedForm):
    step_name = _("Ta loss")


class ConfirmForm(VersionedForm):
    step_name = _("Bekräfta")


class DeclineForm(VersionedForm):
    step_name = _("Inled inte utredning")
    reason = forms.ChoiceField(
        label=_("Vad är skälet?"),
        help_text=_("Bara skäl som gäller i er organisation kan väljas."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj ett skäl.")},
    )
    other = forms.CharField(
        label=_("I vilket ärende utreds händelsen?"),
        help_text=_("Skriv numret om samma händelse redan utreds."),
        required=False,
        max_length=24,
    )
    explanation = forms.CharField(
        label=_("Skriv varför"),
        help_text=_("Skriv så att någon annan förstår i efterhand. Skriv inga namn."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför utredning inte inleds."), "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, allowed: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason", [(code, now_(label)) for code, label in NOT_OPENED_LABELS.items() if code in allowed])


class AssignForm(VersionedForm):
    step_name = _("Utse utredare")
    investigator = forms.ModelChoiceField(
        label=_("Vem ska utreda?"),
        help_text=_("Utan namn väntar ärendet på alla som får utreda."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen är utsedd"),
        error_messages={"invalid_choice": _("Välj någon i listan.")},
    )
    reason = forms.CharField(
        label=_("Varför byts utredaren?"),
        help_text=_("Behövs bara när någon redan är utsedd."),
        required=False,
        widget=text_area(2),
        max_length=4_000,
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, people)


class DeclareForm(VersionedForm):
    step_name = _("Jäv")
    role = forms.ChoiceField(
        label=_("I vilken roll?"),
        help_text=_("Det du gör i ärendet."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj roll.")},
    )
    conflict = forms.ChoiceField(
        label=_("Är du jävig?"),
        help_text=_("Jäv är till exempel att du är närstående eller själv berörs av det som hänt."),
        choices=[(NO, _("Nej, jag är inte jävig")), (YES, _("Ja, jag är eller kan vara jävig"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Svara på om du är jävig.")},
    )
    reason = forms.CharField(
        label=_("Varför?"),
        help_text=_("Skriv bara om du är jävig."),
        required=False,
        widget=text_area(2),
        max_length=4_000,
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", [(role.value, now_(ROLE_LABELS[role])) for role in roles])


class MakeSafeForm(VersionedForm):
    step_name = _("Omedelbara åtgärder")
    text = forms.CharField(
        label=_("Vad har ni gjort?"),
        help_text=_("Skriv vad ni gjort för att ingen ska komma till skada. Skriv inga namn."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som är gjort."), "max_length": TOO_LONG},
    )


class InformForm(VersionedForm):
    step_name = _("Information")
    told = forms.ChoiceField(
        label=_("Har den berörda fått veta?"),
        help_text=_("Det kan också vara en företrädare som har fått veta."),
        choices=[(YES, _("Ja")), (NO, _("Nej, inte än eller inte alls"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Svara på om den berörda fått veta.")},
    )
    day = day_field(_("Vilken dag?"), _("Bara om svaret är ja."))
    words = forms.CharField(
        label=_("Hur, eller varför inte?"),
        help_text=_("Skriv vem som berättade och hur, eller skälet till att ni inte har berättat."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv hur det gick till, eller varför inte."), "max_length": TOO_LONG},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("told") == YES and not given.get("day") and "day" not in self.errors:
            self.add_error("day", DAY_ERRORS["required"])
        return given


class CaseReferenceForm(VersionedForm):
    step_name = _("Ärendenummer")
    number = forms.CharField(
        label=_("Ärendets nummer i verksamhetssystemet"),
        help_text=_("Lämna tomt för att ta bort numret."),
        required=False,
        max_length=60,
    )


class SecrecyForm(VersionedForm):
    step_name = _("Sekretess")
    confidentiality = forms.ChoiceField(
        label=_("Vem får läsa?"),
        help_text=_("Det gäller ärendet och alla rapporter som hör till det."),
        choices=[
            (Confidentiality.NORMAL.value, _("De som handlägger, också enhetens chef")),
            (Confidentiality.MANAGER_EXCLUDED.value, _("De som handlägger, men inte enhetens chef")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som får läsa.")},
    )
    reason = forms.CharField(
        label=_("Varför ändras det?"),
        help_text=_("Läses av dem som får läsa ärendet."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför sekretessen ändras."), "max_length": TOO_LONG},
    )
