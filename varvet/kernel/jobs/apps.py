"""Work done beside the pages: jobs kept in the database, and what is done at its own time."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "varvet.kernel.jobs"
    label = "jobs"
    verbose_name = "Jobs"
