"""What access says when it says no."""


class NotAllowed(Exception):
    """Inside the reader's scope but not theirs to do; `sentence` is shown to the person (403)."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
