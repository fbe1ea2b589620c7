"""Files that people send: cleaned, encrypted, and kept apart from everything that is served."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "varvet.kernel.files"
    label = "files"
    verbose_name = "Files"
