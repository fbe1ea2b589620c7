"""What an activity is coded with: its sort, how people took part, what it led to, and how they were told."""

from enum import StrEnum

from varvet.kernel.law.words import marked


class Sort(StrEnum):
    FOCUS_GROUP = "focus_group"
    INTERVIEW = "interview"
    SURVEY = "survey"
    FIT = "fit"
    GROUP_EVALUATION = "group_evaluation"
    USER_COUNCIL = "user_council"
    OTHER = "other"


SORT_LABELS: dict[str, str] = {
    Sort.FOCUS_GROUP: marked("Fokusgrupp"),
    Sort.INTERVIEW: marked("Intervjuer"),
    Sort.SURVEY: marked("Enkät"),
    Sort.FIT: marked("FIT, återkoppling under samtalen"),
    Sort.GROUP_EVALUATION: marked("Utvärdering efter en grupp"),
    Sort.USER_COUNCIL: marked("Brukarråd"),
    Sort.OTHER: marked("Något annat"),
}


class Method(StrEnum):
    """How people took part."""

    TOGETHER = "together"
    ONE_BY_ONE = "one_by_one"
    DIGITAL = "digital"
    PAPER = "paper"
    PHONE = "phone"


METHOD_LABELS: dict[str, str] = {
    Method.TOGETHER: marked("Tillsammans på plats"),
    Method.ONE_BY_ONE: marked("En och en på plats"),
    Method.DIGITAL: marked("Digitalt"),
    Method.PAPER: marked("På papper"),
    Method.PHONE: marked("Per telefon"),
}
USUAL_METHOD: dict[str, Method] = {
    Sort.FOCUS_GROUP: Method.TOGETHER,
    Sort.INTERVIEW: Method.ONE_BY_ONE,
    Sort.SURVEY: Method.PAPER,
    Sort.FIT: Method.ONE_BY_ONE,
    Sort.GROUP_EVALUATION: Method.TOGETHER,
    Sort.USER_COUNCIL: Method.TOGETHER,
    Sort.OTHER: Method.TOGETHER,
}


class Result(StrEnum):
    CHANGE = "change"
    NO_CHANGE = "no_change"


RESULT_LABELS: dict[str, str] = {
    Result.CHANGE: marked("Vi har ändrat eller bestämt något"),
    Result.NO_CHANGE: marked("Vi ändrar inget"),
}


class Telling(StrEnum):
    MEETING = "meeting"
    PERSONALLY = "personally"
    LETTER = "letter"
    NOTICE = "notice"
    WEB = "web"
    NOT_POSSIBLE = "not_possible"


TELLING_LABELS: dict[str, str] = {
    Telling.MEETING: marked("På ett möte"),
    Telling.PERSONALLY: marked("I samtal, en och en"),
    Telling.LETTER: marked("Brev eller mejl"),
    Telling.NOTICE: marked("Anslag i lokalen"),
    Telling.WEB: marked("På webbplatsen"),
    Telling.NOT_POSSIBLE: marked("Det går inte att nå dem"),
}
