"""The made-up case list once more, kept as `varvet extract import` keeps lists: for a round to be counted from."""

import hashlib
import os

from django.conf import settings

from varvet.demo.bromma.lists import SOURCE
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.extracts.apart.places import LIST
from varvet.extracts.shelf import manifests
from varvet.extracts.shelf.keeping import newest, put, work_folder
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import Manifest
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.models import FOLDER, ListCheck


def write(site: Site, _: Published) -> int:
    """Once: the shelf is a folder beside the database, and outlives a demo that is loaded anew."""
    shelf, slug = settings.VARVET_DATA / FOLDER, site.root.slug
    if newest(shelf, slug, ExtractKind.CASES):
        return 0
    row = ListCheck.objects.get(round__root=site.root, source=SOURCE)
    told = queries.told_of(row)
    with work_folder(shelf) as work:
        os.link(row.folder / LIST, work / manifests.LIST)
        manifest = Manifest(
            root=slug,
            kind=ExtractKind.CASES,
            columns=told.columns,
            source_hash=hashlib.sha256((row.folder / LIST).read_bytes()).hexdigest(),
            read=told.read,
            aside=told.aside,
            left_out=told.left_out,
            used=told.read - told.aside,
            findings=told.findings,
            imported_at=site.now,
        )
        put(shelf, work / manifests.LIST, manifest)
    return 1
