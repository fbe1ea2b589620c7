"""Wiring only: which parts run, where data lives. What is legal or local stands in dated tables, not here."""

from pathlib import Path

from varvet.config import database, env, keys, mail, scanner
from varvet.config.roles import ROLES as ROLES

PACKAGE = Path(__file__).resolve().parent.parent
VARVET_DATA = env.folder("VARVET_DATA", "data")
PRODUCTION = env.flag("VARVET_PRODUCTION", default=False)
DEBUG = env.flag("VARVET_DEBUG", default=False)
if PRODUCTION and DEBUG:
    raise env.BadEnvironment("VARVET_PRODUCTION and VARVET_DEBUG are both on. Turn one of them off.")

KEYS = keys.load(VARVET_DATA, production=PRODUCTION)
SECRET_KEY = KEYS.session
TEXT_KEYS = KEYS.texts
AUDIT_KEY = KEYS.audit

# A register is a folder under varvet/registers; naming it here is all it takes to run it.
REGISTERS = [
    "varvet.registers.deviations",
    "varvet.registers.lex_sarah",
    "varvet.registers.feedback",
    "varvet.registers.improvements",
    "varvet.registers.self_checks",
    "varvet.registers.privacy_incidents",
    "varvet.registers.provider_reports",
    "varvet.registers.involvement",
    "varvet.registers.payment_errors",
    "varvet.registers.activities",
    "varvet.registers.inspections",
    "varvet.registers.risks",
    "varvet.registers.analyses",
    "varvet.registers.meetings",
]

# Who counts when a register asks for a figure: registers know no insight.
FIGURES = "varvet.insight.measures.asked.answer"
FIGURES_TOGETHER = "varvet.insight.measures.asked.answer_together"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "varvet.kernel.ui",  # before allauth: its pages are overridden in our look
    "allauth",
    "allauth.account",
    "varvet.kernel.jobs",
    "varvet.kernel.organisation",
    "varvet.kernel.access",
    "varvet.kernel.audit",
    "varvet.kernel.files",
    "varvet.kernel.records",
    "varvet.kernel.notifications",
    "varvet.kernel.questions",
    "varvet.kernel.deadlines",
    "varvet.kernel.queue",
    "varvet.kernel.search",
    *REGISTERS,
    "varvet.insight.annual_report",
    "varvet.insight.unit_page",
    "varvet.insight.compilations",
    "varvet.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "varvet.kernel.access.language.LanguageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "varvet.kernel.access.middleware.ReaderMiddleware",
    "varvet.kernel.ui.headers.SecurityHeadersMiddleware",
    "varvet.kernel.ui.middleware.SpokenErrorsMiddleware",
]

ROOT_URLCONF = "varvet.config.urls"
WSGI_APPLICATION = "varvet.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "varvet.kernel.ui.context.frame",
            ],
            "builtins": [
                "varvet.kernel.ui.templatetags.parts",
                "varvet.kernel.ui.templatetags.files",
                "varvet.kernel.ui.templatetags.deadlines",
                "varvet.kernel.ui.templatetags.questions",
                "django.templatetags.i18n",
            ],
        },
    }
]

# Jobs are rows of the database: `varvet serve` has a worker, and `varvet work` is one more.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Modules that say as PERIODIC what is done at its own time.
JOBS = [
    "varvet.kernel.jobs.jobs",
    "varvet.kernel.files.jobs",
    "varvet.kernel.records.jobs",
    "varvet.kernel.notifications.jobs",
    "varvet.kernel.questions.jobs",
    "varvet.kernel.deadlines.jobs",
    "varvet.registers.self_checks.actions.remove_lists",
    "varvet.registers.activities.actions.make_ahead",
    "varvet.registers.meetings.actions.make_waiting_sheets",
    "varvet.config.kept_extracts",
]

DATABASES = {"default": database.from_environment(VARVET_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Asked by every page's frame: whether this is a trial environment.
IS_DEMO = "varvet.demo.marker.is_demo"
WEEKLY_LETTER = "varvet.kernel.queue.weekly.write"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "varvet.kernel.access.adapter.ClosedSignup"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SITE_ADDRESS = mail.address(production=PRODUCTION)
MAIL_SERVER = mail.from_environment()
EMAIL_BACKEND, EMAIL_FILE_PATH = MAIL_SERVER.backend, mail.folder(VARVET_DATA)
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_SERVER.starttls, MAIL_SERVER.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("VARVET_MAIL_FROM", "Varvet <varvet@localhost>")

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = sorted(path for path in PACKAGE.glob("**/locale") if path.is_dir())
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SECURE = PRODUCTION
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = VARVET_DATA / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

ALLOWED_HOSTS = env.text("VARVET_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in env.text("VARVET_ORIGINS").split(",") if o]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
PROXIES = env.number("VARVET_PROXIES", 0)  # servers of our own between the program and the public
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FILES = 40

# What people send is kept apart from everything that is served.
FILES_FOLDER = VARVET_DATA / "files"
FILE_UPLOAD_HANDLERS = ["varvet.kernel.files.receiving.Receiver"]
CLAMAV = scanner.from_environment()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "varvet.config.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets"]}},
    "loggers": {name: {"filters": ["secrets"]} for name in ("django.request", "django.security.csrf")},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
