"""The investigation as a document: all it has to hold, its causes and measures, proposals, answers and decision."""

from varvet.kernel.law.days import day_of
from varvet.kernel.paper.value import Block, Column, Heading, Missing, Note, Numbered, Paper, Paragraph, Table
from varvet.kernel.ui.starts import followed
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import SECTION_PARTS, Part, Proposal
from varvet.registers.lex_sarah.queries.investigation import CauseRead
from varvet.registers.lex_sarah.queries.papers import CaseFile, ReportRead, named
from varvet.registers.lex_sarah.rules import Duty, Sort
from varvet.registers.lex_sarah.views.paper_parts import (
    Made,
    Titles,
    about,
    facts,
    handled,
    iso,
    law_notes,
    outcomes,
    paper_of,
    paragraph,
    told,
)

NOT_OPENED = Titles("Beslut enligt lex Sarah", "Beslut att inte inleda utredning")
INVESTIGATION = Titles("Utredning enligt lex Sarah", "Utredning av rapporterad händelse")


def investigation_paper(file: CaseFile, made: Made) -> Paper:
    if file.case.status == rules.Status.NOT_OPENED:
        return paper_of(file, NOT_OPENED, [_facts(file), *_reports(file), *_refusal(file)], made)
    return paper_of(
        file, INVESTIGATION, [_facts(file), *law_notes(file, Duty.INVESTIGATE), *investigation_blocks(file)], made
    )


def _facts(file: CaseFile) -> Block:
    return facts(*about(file), ("Utreds enligt", paragraph(file, Duty.INVESTIGATE)), *handled(file))


def investigation_blocks(file: CaseFile) -> list[Block]:
    return [
        *_reports(file),
        *made_safe(file),
        *informed(file),
        *_sections(file),
        *_events(file),
        *_causes(file),
        *_proposals(file),
        *_word(file),
        *_impartiality(file),
        *_decision(file),
    ]


def _reports(file: CaseFile) -> list[Block]:
    several = len(file.reports) + file.hidden_reports > 1
    blocks: list[Block] = [Heading(1, "Rapporterna" if several else "Rapporten")]
    for report in file.reports:
        blocks += [Heading(2, f"{report.case.reference}, {iso(day_of(report.case.received_at))}")] if several else []
        blocks += _report(report)
    if file.hidden_reports:
        blocks.append(Note(f"Antal rapporter som hör till ärendet men inte visas här: {file.hidden_reports}."))
    return blocks


def _report(report: ReportRead) -> list[Block]:
    what = report.words.get(Part.WHAT, "")
    more = report.words.get(Part.MORE, "")
    blocks: list[Block] = [Paragraph(what) if what else Missing("rapportens text.")]
    return [*blocks, *([Paragraph(more)] if more else [])]


def made_safe(file: CaseFile) -> list[Block]:
    """What was done at once, by the reporter and after."""
    texts = [file.texts.get(part, "") for part in (Part.AT_ONCE, Part.MADE_SAFE)]
    return told("Omedelbara åtgärder", "\n\n".join(text for text in texts if text), "vad som gjordes direkt.")


def informed(file: CaseFile) -> list[Block]:
    case = file.case
    if case.not_informed:
        return told("Information till den berörda", file.texts.get(Part.NOT_TOLD, ""), "varför det inte har skett.")
    day = f"Den berörda informerades {iso(case.informed_on)}." if case.informed_on else ""
    parts = [day, file.texts.get(Part.TOLD_PERSON, ""), file.texts.get(Part.INFORMED, "")]
    text = "\n\n".join(part for part in parts if part)
    return told("Information till den berörda", text, "hur och när den berörda har informerats.")


def _sections(file: CaseFile) -> list[Block]:
    blocks: list[Block] = [Heading(1, "Utredningen")]
    for part in SECTION_PARTS:
        title = str(part.label)
        text = file.texts.get(part, "")
        if part is Part.VIEW and not text:
            text = file.texts.get(Part.NOT_ASKED, "")
        blocks += told(title, text, f"{title[:1].lower()}{title[1:]}.", level=2)
    return blocks


def _events(file: CaseFile) -> list[Block]:
    blocks: list[Block] = [Heading(1, "Händelser"), *outcomes(file)]
    for one in file.events:
        if one.words:
            blocks += [Heading(2, f"Händelse {one.event.number}"), Paragraph(one.words)]
    return blocks


def _causes(file: CaseFile) -> list[Block]:
    if not file.causes:
        return [Heading(1, "Orsaker och åtgärder"), Missing("orsakerna, var och en med sin åtgärd.")]
    blocks: list[Block] = [Heading(1, "Orsaker och åtgärder")]
    for number, reason in enumerate(file.causes, 1):
        blocks += [Heading(2, f"{number}. {reason.cause.category.label_sv}"), *_cause(reason)]
    return blocks


def _cause(reason: CauseRead) -> list[Block]:
    blocks: list[Block] = [Paragraph(reason.words) if reason.words else Missing("orsaken i ord.")]
    shown = followed(list(reason.measures))
    lines = [f"{one.title} ({one.reference}): {one.status_label.lower()}" for one in shown.values()]
    lines += ["Annan åtgärd, som inte visas här."] if reason.hidden else []
    if lines:
        blocks.append(facts(*(("Åtgärd", line) for line in lines)))
    elif reason.cause.needs_no_measure:
        blocks.append(facts(("Ingen åtgärd", reason.excuse or "Skälet är inte skrivet.")))
    else:
        blocks.append(Missing("en åtgärd, eller varför ingen behövs."))
    return blocks


def _proposals(file: CaseFile) -> list[Block]:
    asked = [one for one in file.proposals if one.sort == Sort.MEASURE]
    if not asked:
        none = Paragraph("Utredningen har inga åtgärdsförslag.")
        return [Heading(1, "Åtgärdsförslag"), none if file.case.completed_on else Missing("åtgärdsförslagen.")]
    blocks: list[Block] = [Heading(1, "Åtgärdsförslag och svar")]
    for one in asked:
        blocks += [Heading(2, f"Förslag {one.number}, till {one.unit.name}"), Paragraph(one.text), *_answer(file, one)]
    return blocks


def _answer(file: CaseFile, one: Proposal) -> list[Block]:
    if not one.answer:
        return [Missing("svar från ansvarig chef.")]
    answer = facts(
        ("Svar", rules.ANSWER_LABELS[one.answer]),
        ("Dag", iso(one.answered_on)),
        ("Av", named(one.answered_by, file.roles)),
        ("Skäl", one.reason or ""),
    )
    return [answer]


def _word(file: CaseFile) -> list[Block]:
    texts = tuple(one.text for one in file.proposals if one.sort == Sort.WORD)
    return [Heading(1, "Annan återkoppling"), Numbered(texts)] if texts else []


def _impartiality(file: CaseFile) -> list[Block]:
    """Who has said what of themselves; the reason for a conflict is not for the document."""
    if not file.declared:
        return [Heading(1, "Jäv"), Missing("utredarens och beslutsfattarens egna ord om jäv.")]
    rows = [
        (
            named(one.person, file.roles),
            rules.ROLE_LABELS[one.role],
            "Har anmält jäv" if one.conflict else "Ingen jävsgrund",
            iso(one.declared_on),
        )
        for one in file.declared
    ]
    columns = (Column("Vem", 2.4), Column("I ärendet", 1.6), Column("Har sagt", 1.6), Column("Dag", 1.1))
    return [Heading(1, "Jäv"), Table("Vad de som deltar har sagt om jäv", columns, tuple(rows))]


def _decision(file: CaseFile) -> list[Block]:
    if file.case.decided_on is None:
        return [Heading(1, "Beslut"), Missing("beslutet.")]
    made = facts(
        ("Bedömning", rules.OUTCOME_LABELS.get(file.case.outcome, "")),
        ("Beslutsdag", iso(file.case.decided_on)),
        ("Beslutat av", named(file.decision.made_by, file.roles) if file.decision else ""),
        ("Delegation", file.decision.point if file.decision else ""),
    )
    grounds = file.texts.get(Part.DECISION, "")
    return [Heading(1, "Beslut"), made, Paragraph(grounds) if grounds else Missing("skälen för beslutet.")]


def _refusal(file: CaseFile) -> list[Block]:
    coded = facts(("Skäl", rules.NOT_OPENED_LABELS.get(file.case.not_opened, "")), ("Dag", iso(file.case.closed_on)))
    text = file.texts.get(Part.REASON, "")
    return [Heading(1, "Beslut"), coded, Paragraph(text) if text else Missing("varför utredning inte inleds.")]
