"""Which fields the log and the lists beside it are read with: words only, without the libraries that compute."""

LOG_FIELDS = ("staff", "case", "at")
FIELDS = {
    "cases": ("case", "person"),
    "assignments": ("staff", "case", "first", "last"),
    "staff": ("staff", "unit", "role", "person"),
    "protected": ("person",),
}
