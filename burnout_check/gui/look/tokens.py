"""The colours of the app by what they are for: light, dark, and the system's own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One colour, as ``#rrggbb``, for each purpose named in the design (``look.md``).

    Four are our own additions. ``on_primary`` is the text on a primary button. ``field_border`` is
    the edge of a field or a plain button: ``line`` is decoration and too faint to find a control
    by, this one has 3:1 against every ground a control stands on. ``focus_inner`` is the ink line
    inside the yellow focus ring; yellow alone would be invisible on the light paper.
    ``on_help`` is the text on a help button that is pressed. ``disabled`` is the text of a control
    that cannot be used now.
    """

    paper: str
    surface: str
    sunk: str
    ink: str
    muted: str
    line: str
    field_border: str
    primary: str
    on_primary: str
    primary_soft: str
    attention: str
    attention_soft: str
    watch: str
    watch_soft: str
    steady: str
    steady_soft: str
    help: str
    on_help: str
    disabled: str
    focus: str
    focus_inner: str


LIGHT = Tokens(
    paper="#F6F4F0",
    surface="#FFFFFF",
    sunk="#EFECE6",
    ink="#1E2B32",
    muted="#55636B",
    line="#DAD5CB",
    field_border="#8A8578",
    primary="#17595F",
    on_primary="#FFFFFF",
    primary_soft="#E0EDEC",
    attention="#A8431F",
    attention_soft="#FBEAE2",
    watch="#8A5A00",
    watch_soft="#FBF1DA",
    steady="#23694A",
    steady_soft="#E2F1E8",
    help="#8C1D40",
    on_help="#FFFFFF",
    disabled="#55636B",
    focus="#F2B705",
    focus_inner="#1E2B32",
)

DARK = Tokens(
    paper="#12191D",
    surface="#1B252A",
    sunk="#0E1417",
    ink="#EDF1F2",
    muted="#A9B6BC",
    line="#33424A",
    field_border="#738791",
    primary="#7CC7C3",
    on_primary="#12191D",
    primary_soft="#1F3A3B",
    attention="#FF9E78",
    attention_soft="#3A2219",
    watch="#F0C25A",
    watch_soft="#352A12",
    steady="#86D3A8",
    steady_soft="#17332A",
    help="#FF9DB8",
    on_help="#12191D",
    disabled="#A9B6BC",
    focus="#F2B705",
    focus_inner="#1E2B32",
)


def contrast_tokens(palette: QPalette) -> Tokens:
    """Tokens made of the system's own high-contrast colours and nothing else.

    Every kind of chip and card looks alike here: the word and the shape carry the meaning, and
    borders stand where soft grounds would be. The highlight is used if words in it can be read on
    the window, which an ordinary palette does not promise.
    """
    active, disabled = QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled

    def role(of: QPalette.ColorRole, group: QPalette.ColorGroup = active) -> str:
        return palette.color(group, of).name().upper()

    window, text = role(QPalette.ColorRole.Window), role(QPalette.ColorRole.WindowText)
    chosen, on_chosen = role(QPalette.ColorRole.Highlight), role(QPalette.ColorRole.HighlightedText)
    if contrast(chosen, window) < 4.5 or contrast(on_chosen, chosen) < 4.5:
        chosen, on_chosen = text, window
    return Tokens(
        paper=window,
        surface=window,
        sunk=window,
        ink=text,
        muted=text,
        line=text,
        field_border=text,
        primary=chosen,
        on_primary=on_chosen,
        primary_soft=window,
        attention=text,
        attention_soft=window,
        watch=text,
        watch_soft=window,
        steady=text,
        steady_soft=window,
        help=text,
        on_help=window,
        disabled=role(QPalette.ColorRole.WindowText, disabled),
        focus=chosen,
        focus_inner=window,
    )


_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "help",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunk",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field_border",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
}


def to_palette(tokens: Tokens) -> QPalette:
    """The palette that carries the tokens to whatever Fusion or our own widgets paint."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette


def hue(role: QPalette.ColorRole) -> QColor:
    """The application's colour for a role, for painting: a widget's own may be its stylesheet's."""
    return QGuiApplication.palette().color(QPalette.ColorGroup.Active, role)


def contrast(one: str, other: str) -> float:
    """How well two colours can be told apart, 1 to 21: the contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    hue = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (hue.redF(), hue.greenF(), hue.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies ``share`` (0 to 1) of the way from the first to the second."""
    one, other = QColor(first), QColor(second)
    red, green, blue = (
        round(a + (b - a) * share)
        for a, b in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )
    return f"#{red:02X}{green:02X}{blue:02X}"


def tokens_in(palette: QPalette) -> Tokens:
    """The tokens a palette was made from; the palette itself where it is the system's own."""
    window = palette.window().color().name().upper()
    ink = palette.windowText().color().name().upper()
    for tokens in (LIGHT, DARK):
        if (window, ink) == (tokens.paper, tokens.ink):
            return tokens
    return contrast_tokens(palette)
