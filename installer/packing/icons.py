"""Draws the program's icon in every size and form that the systems ask for, from its SVG.

Run where the drawing libraries are: `python -m installer.packing.icons RESOURCES FOLDER`.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from resvg_py import svg_to_bytes

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 32
"""Pixels up to which the drawing with fewer lines is used."""
WINDOWS = (16, 24, 32, 48, 64, 256)


def drawing(resources: Path, size: int) -> Path:
    """Return the SVG from which a picture of so many pixels is drawn."""
    return resources / "mark" / ("wibdesk-small.svg" if size <= SMALL else "wibdesk.svg")


def picture(resources: Path, size: int) -> bytes:
    """Return the icon as a PNG of so many pixels."""
    return bytes(svg_to_bytes(svg_path=str(drawing(resources, size)), width=size, height=size))


def main(resources: Path, folder: Path) -> None:
    """Write every PNG, the Windows and the macOS icon into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: picture(resources, size) for size in SIZES}
    for size, png in pictures.items():
        (folder / f"wibdesk-{size}.png").write_bytes(png)
    images = {size: Image.open(BytesIO(png)) for size, png in pictures.items()}
    of_windows = [images[size] for size in WINDOWS]
    largest = max(of_windows, key=lambda image: image.width)
    largest.save(folder / "wibdesk.ico", append_images=of_windows, sizes=[(size, size) for size in WINDOWS])
    images[512].save(folder / "wibdesk.icns", append_images=list(images.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
