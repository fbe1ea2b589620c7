"""When each periodic job is next due, and which workers are alive. The jobs themselves are django-tasks' rows."""

from django.db import models


class Turn(models.Model):
    """A periodic job and when it is due: whoever moves the moment on is the one who does it."""

    code = models.CharField(max_length=60, primary_key=True)
    due_at = models.DateTimeField()


class Beat(models.Model):
    """A worker was alive then. The jobs of one that has fallen silent are taken up by another."""

    worker = models.CharField(max_length=40, primary_key=True)
    seen_at = models.DateTimeField()
