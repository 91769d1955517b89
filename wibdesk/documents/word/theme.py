"""The theme part of our Word template: one font and our quiet colours, for the menus of Word that offer a theme's."""

from wibdesk.documents import typography as scale

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ACCENTS = (scale.LINK, "2E7D5B", "8A5A00", "7A3E9D", "A33B3B", "4A6572")


def theme(font: str) -> str:
    """Return the theme: text and paper, six accents, the font for headings and text, plain fills and lines."""
    colours = {"dk1": scale.INK, "lt1": "FFFFFF", "dk2": scale.QUIET, "lt2": scale.SHADE}
    colours |= {f"accent{n}": code for n, code in enumerate(_ACCENTS, 1)}
    colours |= {"hlink": scale.LINK, "folHlink": scale.LINK}
    palette = "".join(f'<a:{name}><a:srgbClr val="{code}"/></a:{name}>' for name, code in colours.items())
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_NAMESPACE}" name="WIBDesk"><a:themeElements>'
        f'<a:clrScheme name="WIBDesk">{palette}</a:clrScheme>'
        f'<a:fontScheme name="WIBDesk"><a:majorFont>{faces}</a:majorFont>'
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="WIBDesk">{_formats()}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _formats() -> str:
    """Return three of each kind of format, as the standard asks, all alike."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    kinds = {"fillStyleLst": fill, "lnStyleLst": line, "effectStyleLst": effect, "bgFillStyleLst": fill}
    return "".join(f"<a:{name}>{content}</a:{name}>" for name, content in kinds.items())
