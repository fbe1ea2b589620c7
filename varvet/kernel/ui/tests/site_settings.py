"""The smallest site that can show the look: for rendering the parts by themselves."""

from varvet.config.roles import ROLES as ROLES

SECRET_KEY = "only-for-the-parts"  # nothing is kept
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "varvet.kernel.ui.tests.site_urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
AUTH_USER_MODEL = "access.User"
TEXT_KEYS: list[bytes] = []
AUDIT_KEY = b""
REGISTERS: list[str] = []
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"
LANGUAGE_CODE = "sv"
STATIC_URL = "/static/"
INSTALLED_APPS = [
    "varvet.kernel.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "varvet.kernel.organisation",
    "varvet.kernel.access",
    "varvet.kernel.audit",
    "varvet.kernel.records",
]
MIDDLEWARE = ["varvet.kernel.ui.headers.SecurityHeadersMiddleware"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "varvet.kernel.ui.tests.site_urls.sample_frame",
            ],
            "builtins": ["varvet.kernel.ui.templatetags.parts"],
        },
    }
]
