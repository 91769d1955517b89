"""The house style in the whole desk: reached by name, used, and left again."""

from tests.journeys.clerk import Clerk, WallClock


def test_the_house_style_is_reached_from_any_place_by_its_name(qapp, tmp_path):
    clerk = Clerk(tmp_path, WallClock(), size=(1280, 800))
    try:
        clerk.press("1")
        clerk.at("Name of the body")
        clerk.type("Dene Valley Board")
        clerk.press("Ctrl+Return")
        clerk.at("Date")
        clerk.press("Esc", "Ctrl+K")
        clerk.type("house style")
        clerk.press("Return")
        clerk.at("House styles and letterhead")
        clerk.see("Dene Valley Board uses “Plain and accessible”.")
        clerk.press("Down", "Return")
        clerk.see("Dene Valley Board uses “Committee with resolutions”.")
        clerk.press("Esc")
        clerk.gone("Dene Valley Board uses")
    finally:
        clerk.go_home()
