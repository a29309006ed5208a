"""A person who answers questions with the keyboard, and hears what is said."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.choice_row import RatingRow


class Heard:
    """What a list of questions said, in order."""

    def __init__(self, questions: AnswerList) -> None:
        self.said: list[tuple[object, ...]] = []
        questions.chosen.connect(lambda item, value: self.said.append(("chosen", item, value)))
        questions.skipped.connect(lambda item: self.said.append(("skipped", item)))
        questions.finished.connect(lambda: self.said.append(("finished",)))


def focused() -> QRadioButton:
    """The answer that has the keyboard's focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return cast(QRadioButton, focus)


def put(window: QWidget, questions: AnswerList) -> Heard:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(questions)
    questions.show()
    QApplication.processEvents()
    questions.take_focus()
    return Heard(questions)


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        focus = focused()
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def rating(item: str) -> RatingRow:
    return RatingRow(item, "How manageable?", low="Not at all", high="Completely")
