"""One way of choosing a file: what is asked about is what is written, and nothing is kept of it."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

import burnout_check
from burnout_check.gui.saving.file_dialog import FileDialog, Wanted, ask_where

WANTED = Wanted("Save", "trends.png", kind="Picture (PNG)", ending="png")


class Asked:
    """A dialog that is open, and what came of it."""

    def __init__(self, over: QWidget) -> None:
        self.over = over
        self.chosen: list[Path] = []
        self.refused: list[str] = []
        ask_where(over, WANTED, chosen=self.chosen.append, refused=self.refused.append)

    def types(self, file: Path | str) -> None:
        """What the dialog tells when a name was typed and Save pressed."""
        (dialog,) = self.over.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.close()

    @property
    def box(self) -> QMessageBox | None:
        return self.over.findChild(QMessageBox)

    def presses(self, qtbot, words: str) -> None:
        assert self.box is not None
        (button,) = (each for each in self.box.buttons() if each.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def asked(qtbot):
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    return Asked(over)


@pytest.fixture
def week(tmp_path):
    file = tmp_path / "week 20.11.png"
    file.write_bytes(b"mine")
    return file


def test_that_the_file_asked_about_is_the_file_that_is_written(asked, qtbot, week):
    asked.types(week.with_suffix(""))

    assert asked.chosen == []
    assert asked.box.text() == "“week 20.11.png” is there already. Replace it?"
    asked.presses(qtbot, "Replace")
    assert asked.chosen == [week]


def test_that_another_name_can_be_chosen_instead(asked, qtbot, week, tmp_path):
    asked.types(week)
    asked.presses(qtbot, "Choose another name")
    qtbot.waitUntil(lambda: len(asked.over.findChildren(QFileDialog)) == 1)
    asked.types(tmp_path / "week 21.11")

    assert asked.chosen == [tmp_path / "week 21.11.png"]


def test_that_nothing_is_written_when_the_question_is_cancelled(asked, qtbot, week):
    asked.types(week)
    qtbot.keyClick(asked.box, Qt.Key.Key_Escape)

    assert asked.chosen == []
    assert asked.refused == []


def test_that_a_new_name_is_taken_without_a_question(asked, tmp_path):
    asked.types(tmp_path / "Supervision 20.11.26")

    assert asked.chosen == [tmp_path / "Supervision 20.11.26.png"]
    assert asked.box is None


def test_that_a_link_that_leads_nowhere_is_asked_about_too(asked, tmp_path):
    (tmp_path / "link.png").symlink_to(tmp_path / "far.png")
    asked.types(tmp_path / "link.png")

    assert asked.box is not None


def test_that_a_name_that_cannot_be_used_is_a_sentence(asked, tmp_path):
    asked.types(tmp_path / "CON")

    assert asked.refused == ["Windows keeps the name “CON.png” for itself. Choose another name."]
    assert asked.chosen == []


def test_that_the_question_reads_no_markup_in_a_name(asked, tmp_path):
    (tmp_path / "<b>x<b>.png").write_bytes(b"mine")
    asked.types(tmp_path / "<b>x<b>.png")

    assert asked.box.textFormat() == Qt.TextFormat.PlainText


def test_that_what_asks_goes_with_what_it_stands_over(asked, week):
    (dialog,) = asked.over.findChildren(QFileDialog)
    assert dialog.parentWidget() is asked.over

    asked.types(week)
    assert asked.box.parentWidget() is asked.over


@pytest.mark.parametrize("before", [None, "file:///else/where"])
def test_that_no_folder_is_kept_in_the_settings_of_the_toolkit(
    qtbot, tmp_path, tmp_path_factory, before
):
    home = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home))
    if before is not None:
        QSettings(QSettings.Scope.UserScope, "QtProject").setValue("FileDialog/lastVisited", before)
    over = QWidget()
    qtbot.addWidget(over)
    secret = tmp_path / "Secret folder"
    secret.mkdir()
    dialog = FileDialog(over, "Save", str(secret))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    dialog.setDirectory(str(secret))
    dialog.selectFile("a.png")
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.sync()

    assert settings.value("FileDialog/lastVisited") == before
    assert [
        file for file in home.rglob("*") if file.is_file() and "Secret" in file.read_text("utf-8")
    ] == []


WRITES = {"write_bytes", "write_text", "write_whole", "save_whole"}
ASKS = {"getSaveFileName", "getOpenFileName", "getExistingDirectory", "QFileDialog"}


def calls(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }


def test_that_no_part_of_the_window_writes_or_asks_in_another_way():
    gui = Path(burnout_check.__file__).parent / "gui"
    found = {file.relative_to(gui).as_posix(): calls(file) for file in sorted(gui.rglob("*.py"))}

    assert {name for name, called in found.items() if called & ASKS} == set()
    assert {name: called & WRITES for name, called in found.items() if called & WRITES} == {
        "look/screen_settings.py": {"write_whole"},  # colours, and where the window stood
        "look/stylesheet.py": {"write_bytes"},  # icons in a folder for the moment
        "trends/trend_saver.py": {"save_whole"},
        "vault/print_code.py": {"save_whole"},
    }
    assert {name for name, called in found.items() if "ask_where" in called} == {
        "saving/file_dialog.py",
        "supervision/supervision_pdf.py",
        "trends/trend_saver.py",
        "vault/print_code.py",
    }
