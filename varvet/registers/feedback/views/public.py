"""The public's own pages, without an account: to tell something, step by step, and to follow it with a code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.organisation.tree import list_roots
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.feedback import actions, forms
from varvet.registers.feedback.views import shown_follow, shown_public


@require_safe
def roots(request: HttpRequest) -> HttpResponse:
    found = list_roots()
    if len(found) == 1:
        return redirect("feedback:tell", found[0].slug)
    return render(request, "feedback/public_roots.html", {"roots": found})


@never_cache
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, slug: str) -> HttpResponse:
    way = shown_public.way(request, shown_public.get_root(slug))
    if way.sends:
        with answer(way.last):
            return redirect(shown_public.send(request, way))
    return render(request, "feedback/public_tell.html", shown_public.page(way), status=way.status)


@never_cache
@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    root = shown_public.get_root(slug)
    return render(request, "feedback/public_thanks.html", shown_public.receipt(request, root))


@never_cache
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = forms.FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown_follow.remember(request, form)
            return redirect("feedback:followed")
    page = shown_follow.door(request, form)
    return render(request, "feedback/public_follow.html", page, status=refused(form))


@never_cache
@require_http_methods(["GET", "POST"])
def followed(request: HttpRequest) -> HttpResponse:
    """Adding more; what else can be said has addresses of its own."""
    feedback = shown_follow.followed(request)
    if feedback is None:
        return redirect("feedback:follow")
    form = forms.MoreForm(request.POST or None, initial=shown_follow.fresh_key())
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown_follow.add_more(request, form)
            return redirect("feedback:followed")
    return render(
        request, "feedback/public_followed.html", shown_follow.page(feedback, more=form), status=refused(form)
    )


@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    feedback, form = shown_follow.followed(request), forms.ContentForm(request.POST)
    if feedback is not None and form.is_valid():
        with answer(form):
            actions.judge_by_code(
                follow_hash=feedback.following.follow_hash, contentment=form.judgement, now=timezone.now()
            )
            return redirect(shown_follow.after_judging(form.judgement))
    return shown_follow.again(request, feedback, judging=form)


@require_POST
def reopen(request: HttpRequest) -> HttpResponse:
    feedback, form = shown_follow.followed(request), forms.AgainForm(request.POST)
    if feedback is not None and form.is_valid():
        with answer(form):
            shown_follow.take_up_again(request, feedback, form)
            return redirect("feedback:followed")
    return shown_follow.again(request, feedback, again=form)


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    shown_follow.forget(request)
    return redirect("feedback:follow")
