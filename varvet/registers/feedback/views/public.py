"""The public's own pages, without an account: to tell something, step by step, and to follow it with a code."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.organisation.tree import list_roots
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.feedback import actions, forms
from varvet.registers.feedback.views import shown_follow, shown_public, shown_receipt
from varvet.registers.feedback.views.language import in_asked_language

# Going back shows what one wrote without asking the program: the answers live in the page alone.
kept_by_the_browser = cache_control(private=True, max_age=0)


@require_safe
def roots(request: HttpRequest) -> HttpResponse:
    found = list_roots()
    if len(found) == 1:
        return redirect("feedback:tell", found[0].slug)
    return render(request, "feedback/public_roots.html", {"roots": found})


@kept_by_the_browser
@require_http_methods(["GET", "POST"])
@in_asked_language
def tell(request: HttpRequest, slug: str) -> HttpResponse:
    way = shown_public.way(request, shown_public.get_root(slug))
    if way.sends:
        with answer(way.last):
            return redirect(shown_receipt.send(request, way))
    return render(request, "feedback/public_tell.html", shown_public.page(way), status=way.status)


@never_cache
@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """To the door for what this browser has not sent, or not lately."""
    root = shown_public.get_root(slug)
    feedback = shown_receipt.find_sent(request, root)
    if feedback is None:
        return redirect("feedback:follow")
    return render(request, "feedback/public_thanks.html", shown_receipt.receipt(request, root, feedback))


@never_cache
@require_safe
def code_file(request: HttpRequest, slug: str) -> HttpResponse:
    feedback = shown_receipt.find_sent(request, shown_public.get_root(slug))
    if feedback is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{feedback.reference}.txt"'}
    return HttpResponse(shown_receipt.as_file(request, feedback), "text/plain; charset=utf-8", headers=headers)


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
    if request.method != "POST":
        return render(request, "feedback/public_followed.html", shown_follow.page(feedback))
    form = shown_follow.more_form(feedback, request.POST)
    if form.is_valid():
        with answer(form):
            shown_follow.add_more(request, form)
            return redirect("feedback:followed")
    return shown_follow.again(request, feedback, more=form)


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
