"""Addresses of user involvement."""

from django.urls import path

from varvet.registers.involvement.views import export, handle, steps

app_name = "involvement"
urlpatterns = [
    path("brukarmedverkan/", handle.index, name="list"),
    path("brukarmedverkan/ny/", handle.record, name="record"),
    path("brukarmedverkan/ny/utkast/", handle.draft, name="draft"),
    path("brukarmedverkan/planera/", handle.plan, name="plan"),
    path("brukarmedverkan/fil.<slug:form>", export.export, name="export"),
    path("brukarmedverkan/<slug:reference>/", handle.page, name="page"),
    path("brukarmedverkan/<slug:reference>/andra/", steps.describe, name="describe"),
    path("brukarmedverkan/<slug:reference>/genomford/", steps.hold, name="hold"),
    path("brukarmedverkan/<slug:reference>/vad-ni-horde/", steps.write, name="write"),
    path("brukarmedverkan/<slug:reference>/vad-det-ledde-till/", steps.decide, name="decide"),
    path("brukarmedverkan/<slug:reference>/aterkoppla/", steps.tell, name="tell"),
    path("brukarmedverkan/<slug:reference>/avsluta/", steps.conclude, name="conclude"),
    path("brukarmedverkan/<slug:reference>/stall-in/", steps.cancel, name="cancel"),
    path("brukarmedverkan/<slug:reference>/ateroppna/", steps.reopen, name="reopen"),
    path("brukarmedverkan/<slug:reference>/ansvarig/", steps.assign, name="assign"),
    path("brukarmedverkan/<slug:reference>/anteckna/", steps.note, name="note"),
]
