"""Finding: words in what people wrote, numbers, saved views of lists, and lists as files."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "varvet.kernel.search"
    label = "search"
    verbose_name = "Sök"
