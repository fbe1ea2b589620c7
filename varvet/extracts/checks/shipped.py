"""The list checks that are shipped, each written once: what the documents of the quality work ask of case lists."""

from varvet.extracts.checks.shapes import (
    Apart,
    Before,
    Check,
    Done,
    InPeriod,
    InTime,
    NotAfter,
    NotJustBefore,
    Once,
    Range,
    Recent,
    RightDelegate,
    StillValid,
)
from varvet.extracts.fields import words_of_lists
from varvet.kernel.law.words import marked

# An application opens an investigation without an assessment before it.
APPLICATIONS = Apart("source", tuple(words_of_lists()["applications"]))
GOTEBORG = marked("Göteborg, stadsområde Centrum: rekommendation 2024")

CHECKS = (
    Check(
        "forhandsbedomning",
        marked("Är förhandsbedömningen av orosanmälningar klar i tid?"),
        InTime("received", "assessed", "forhandsbedomning"),
        began="received",
        ended="assessed",
        apart=APPLICATIONS,
    ),
    Check(
        "skyddsbedomning",
        marked("Är skyddsbedömning gjord och dokumenterad?"),
        Done(("safety", "safety_written")),
        began="received",
        apart=APPLICATIONS,
    ),
    Check(
        "utredningsplan",
        marked("Finns en utredningsplan?"),
        Done(("plan_of_investigation",)),
        began="opened",
        ended="completed",
    ),
    Check(
        "kommunicering",
        marked("Är kommuniceringen dokumenterad?"),
        Done(("communicated",)),
        began="completed",
        ended="completed",
    ),
    Check(
        "kartlaggning",
        marked("Är kartläggning gjord för personer med skyddade personuppgifter?"),
        Done(("mapped",)),
        only="protected",
    ),
    Check(
        "delegation",
        marked("Är beslutet fattat av den som har rätt till det enligt delegationsordningen?"),
        RightDelegate("decision", "decided_by"),
        began="decided",
    ),
    Check(
        "barnavardsutredning",
        marked("Är utredningen av barnets behov klar i tid?"),
        InTime("opened", "completed", "barnavardsutredning", "extended_to", "extension_reason"),
        began="opened",
        ended="completed",
    ),
    Check(
        "vuxenutredning",
        marked("Är utredningen av den vuxnes behov klar i tid?"),
        InTime("opened", "completed", "utredning_vuxen_sol", "extended_to", "extension_reason"),
        began="opened",
        ended="completed",
    ),
    Check(
        "relationsvald",
        marked("Är förhandsbedömningen vid våld i nära relation klar i tid?"),
        InTime("received", "assessed", "relationsvald_forhandsbedomning"),
        began="received",
        ended="assessed",
    ),
    Check(
        "genomforandeplan",
        marked("Är genomförandeplanen upprättad i tid efter beställningen?"),
        InTime("ordered", "plan_made", "genomforandeplan"),
        began="ordered",
        ended="plan_made",
    ),
    Check("asi", marked("Är ASI gjord inom den tid som gäller?"), Recent("asi", "asi_grund")),
    Check(
        "barnsamtal",
        marked("Är barnsamtal hållet och dokumenterat?"),
        Done(("child_heard", "child_heard_written")),
    ),
    Check(
        "barnet_traffat",
        marked("Träffades barnet före övervägandet eller omprövningen?"),
        Before("child_met", "reconsidered", "overvagande"),
        began="reconsidered",
    ),
    Check(
        "forandringsplan",
        marked("Finns en aktuell förändringsplan eller arbetsplan?"),
        StillValid("change_plan", "change_plan_until"),
    ),
    Check("freda", marked("Är FREDA-frågorna ställda under perioden?"), InPeriod("freda")),
    Check(
        "behorigheter",
        marked("Har en till tre handläggare behörighet till ärenden med skyddade personuppgifter?"),
        Range("authorised", 1, 3, GOTEBORG),
        only="protected",
    ),
    Check(
        "ej_verkstallt",
        marked("Är beslutet verkställt i tid?"),
        InTime("decided", "carried_out", "ej_verkstallt_beslut"),
        began="decided",
        ended="carried_out",
    ),
    Check("samverkan", marked("Har samverkan skett i ärendet?"), Done(("met_together",))),
)
RIGHTS_CHECKS = (
    Check(
        "behorighet_delegation",
        marked("Har de som kan fatta beslutet i systemet rätt till det enligt delegationsordningen?"),
        RightDelegate("decision", "role"),
        about="staff",
        same=("staff", "role", "decision"),
    ),
)
# Of what was paid; two rows with the same number of payment are one row written twice.
PAYMENT_CHECKS = (
    Check(
        "dubbel_utbetalning",
        marked("Är utbetalningen den enda till samma mottagare med samma belopp samma dag?"),
        Once(("recipient", "amount", "paid")),
        began="paid",
        same=("payment",),
    ),
    Check(
        "utbetalning_utan_beslut",
        marked("Fanns ett beslut när utbetalningen gjordes?"),
        NotAfter("decided", "paid"),
        began="paid",
        same=("payment",),
    ),
    Check(
        "mottagare_andrad",
        marked("Var mottagaren densamma den sista tiden före utbetalningen?"),
        NotJustBefore("recipient_changed", "paid", "mottagare_oforandrad"),
        began="paid",
        same=("payment",),
    ),
)
ALL_CHECKS = (*CHECKS, *RIGHTS_CHECKS, *PAYMENT_CHECKS)
BY_NAME = {check.name: check for check in ALL_CHECKS}
