"""A measure at a glance: its value, its line, and in words what is unusual about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.chip import ChipLabel, Kind
from burnout_check.gui.kit.labels import BigNumber, Muted, Small, TileTitle
from burnout_check.gui.kit.sparkline import Sparkline
from burnout_check.gui.look.scale import px


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What a tile shows. Whatever is not given takes no room.

    Attributes:
        title: the name of the measure.
        value: the number, or words if there is none ("Not yet").
        suffix: what stands after it: ``"of 21"``, ``"people"``.
        values: the line, one for each week, None where there is none.
        threshold: the dashed line across it.
        chip: what is unusual, in a word or three.
        kind: what sort of news that is; also colours the line.
        shape: of the chip, where the kind's own is wrong.
        caption: a small sentence at the bottom.
        sentence: what the line shows, for a screen reader.
    """

    title: str
    value: str
    suffix: str = ""
    values: Sequence[float | None] = ()
    threshold: float | None = None
    chip: str = ""
    kind: Kind = "neutral"
    shape: str = ""
    caption: str = ""
    sentence: str = ""


class TileCard(Card):
    """One measure: title, value, line, chip and caption."""

    def __init__(self, glance: Glance) -> None:
        self._after = Muted(glance.suffix, wrap=False)
        super().__init__(padding=16, gap=8)
        self.setAccessibleName(glance.title)
        value = f"{glance.value} {glance.suffix}".strip()
        said = (value, glance.chip, glance.caption, glance.sentence)
        self.setAccessibleDescription(". ".join(words.rstrip(".") for words in said if words))
        self.add(TileTitle(glance.title))
        number = QHBoxLayout()
        number.setSpacing(6)
        number.addWidget(BigNumber(glance.value), 0, Qt.AlignmentFlag.AlignBottom)
        number.addWidget(self._after, 1, Qt.AlignmentFlag.AlignBottom)
        self.add(number)
        if glance.values:
            self.add(
                Sparkline(
                    glance.values,
                    threshold=glance.threshold,
                    kind=glance.kind,
                    sentence=glance.sentence,
                )
            )
        if glance.chip:
            chip = ChipLabel(glance.chip, glance.kind, shape=glance.shape)
            self.column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if glance.caption:
            self.add(Small(glance.caption))
        self.column.addStretch()

    def _fit(self) -> None:
        super()._fit()
        # The words stand on the line that the much larger number stands on.
        self._after.setContentsMargins(0, 0, 0, px(4))
