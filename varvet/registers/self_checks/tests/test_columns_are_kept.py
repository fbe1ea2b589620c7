"""What was remembered in two tables is remembered in one, and nothing of it is lost."""

from importlib import import_module

from varvet.extracts.mappings import Column, ColumnMap, from_json

joined = import_module("varvet.registers.self_checks.migrations.0007_plans_name_forms_and_lists_share_columns").joined


def test_both_are_kept_and_the_lists_own_goes_first() -> None:
    of_lists = ColumnMap("Treserva", (Column("case", "Ärende"), Column("opened", "Inkom")))
    of_draws = ColumnMap("Treserva", (Column("case", "Nr"), Column("sex", "Kön")))
    assert from_json(joined(of_lists.to_json(), of_draws.to_json())) == ColumnMap(
        "Treserva", (Column("case", "Ärende"), Column("opened", "Inkom"), Column("sex", "Kön"))
    )


def test_what_only_draws_knew_is_kept() -> None:
    of_draws = ColumnMap("Treserva", (Column("staff", "Anv"),))
    assert from_json(joined(ColumnMap("Treserva").to_json(), of_draws.to_json())) == of_draws
