"""A workshop's page as shown: the same for all, except that whoever leads also sees the way on."""

from django.http import Http404
from django.utils import timezone

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.record_parts import Step
from varvet.kernel.ui.sentences import said
from varvet.registers.risks import actions, forms, queries
from varvet.registers.risks.models import Workshop
from varvet.registers.risks.rules import Score
from varvet.registers.risks.rules.workshops import FEWEST, STAGE_LABELS, STAGES, Stage, check_stage

ONWARDS = {
    Stage.GATHERING: marked("Gå vidare till att bedöma"),
    Stage.SCORING: marked("Avsluta bedömningen och visa spridningen"),
    Stage.AGREEING: marked("Avsluta och skriv in riskerna"),
}
HEADINGS = {"vote": marked("Bedöm var för dig"), "agree": marked("Det ni enas om")}
EXPLAINED = {
    "vote": marked("Ingen ser vad du väljer. Du kan ändra tills bedömningen avslutas."),
    "agree": marked("Börjar på det mellersta av allas bedömningar. En risk utan bedömning skrivs inte in."),
}


def get(reader: Reader, code: str) -> Workshop:
    found = queries.find_workshop(reader, code)
    if found is None:
        raise Http404("no workshop has the code")
    return found


def get_led(reader: Reader, code: str) -> Workshop:
    """404 without the code, 403 for who takes part and does not lead."""
    workshop = get(reader, code)
    check(reader.user, actions.EDIT, workshop.unit, today=reader.today)
    return workshop


def page(request: PersonRequest, workshop: Workshop, form: forms.SuggestForm) -> dict[str, object]:
    leads = queries.leads(request.reader, workshop)
    return {
        "form": form,
        "workshop": workshop,
        "said": queries.list_said(workshop),
        "leads": leads,
        **_way(Stage(workshop.stage)),
        **(_leading(request, workshop) if leads else {}),
    }


def _way(stage: Stage) -> dict[str, object]:
    step = STAGES.index(stage) + 1 + (stage is Stage.ENDED)
    return {"stage": stage, "step": step, "steps": [Step(said(STAGE_LABELS[one]), "") for one in STAGES]}


def _leading(request: PersonRequest, workshop: Workshop) -> dict[str, object]:
    return {
        "scorers": queries.count_scorers(workshop),
        "fewest": FEWEST,
        "onwards": said(ONWARDS.get(Stage(workshop.stage), "")),
        "address": request.build_absolute_uri(request.path),
    }


def save_groups(request: PersonRequest, workshop: Workshop, form: forms.GroupForm) -> None:
    by, now = request.reader.user, timezone.now()
    actions.group(workshop, form.groups(), by=by, now=now)
    for pk in form.removed():
        actions.remove_suggestion(workshop, pk, by=by, now=now)


def vote_form(request: PersonRequest, workshop: Workshop) -> forms.ScoresForm:
    """Begins with the person's own earlier scores."""
    check_stage(workshop.stage, Stage.SCORING)
    suggestions = list(workshop.suggestions.order_by("group", "pk"))
    own = queries.own_votes(workshop, [actions.voter_of(one, request.reader.user) for one in suggestions])
    scores = {pk: one.score for pk, one in own.items()}
    return forms.ScoresForm(request.POST or None, suggestions=suggestions, scores=scores)


def agree_form(request: PersonRequest, workshop: Workshop) -> forms.ScoresForm:
    check_stage(workshop.stage, Stage.AGREEING)
    suggestions = list(workshop.suggestions.order_by("group", "pk"))
    scores: dict[int, Score] = {one.pk: one.agreed for one in suggestions if one.agreed}
    return forms.ScoresForm(request.POST or None, suggestions=suggestions, scores=scores)


def scoring(workshop: Workshop, form: forms.ScoresForm, what: str) -> dict[str, object]:
    spreads = {one.suggestion.pk: one.spread for one in queries.list_said(workshop)}
    rows = [(one, spreads.get(one.pk), bad, likely) for one, bad, likely in form.rows()]
    texts = {"heading": said(HEADINGS[what]), "explained_by": said(EXPLAINED[what])}
    return {"form": form, "workshop": workshop, "rows": rows, **texts}


def stage_known(request: PersonRequest) -> Stage:
    form = forms.GoOnForm(request.POST)
    stage = form.cleaned_data["stage"] if form.is_valid() else ""
    if stage not in set(Stage):
        raise Http404("no such stage")
    return Stage(stage)
