"""The only reader for the views, always within what the reader may see."""

from varvet.registers.lex_sarah.queries.clocks import investigated_by
from varvet.registers.lex_sarah.queries.lists import READABLE, list_page
from varvet.registers.lex_sarah.queries.tasks import list_tasks
from varvet.registers.lex_sarah.queries.types import category_list_on, list_types
from varvet.registers.lex_sarah.queries.visible import EXCLUDED, read_narratives, visible_to

__all__ = [
    "EXCLUDED",
    "READABLE",
    "category_list_on",
    "investigated_by",
    "list_page",
    "list_tasks",
    "list_types",
    "read_narratives",
    "visible_to",
]
