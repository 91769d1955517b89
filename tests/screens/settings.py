"""The walk through the settings: every section, finding, a bundle given and looked at, about and a licence."""

from pathlib import Path

from tests.screens.stage import Stage
from ui.place import Where
from ui.places.settings.setting import SECTIONS
from wibdesk.domain.bundles import BodySetUp, Bundle, ReadyPhrase, ReadyTerm
from wibdesk.domain.terms import TermKind
from wibdesk.interchange.bundle_file import save_bundle

GIVEN = Bundle(
    {"theme": "dark", "line_spacing": "open", "lock_after": 5},
    {"palette": "Ctrl Shift 9"},
    (),
    (
        ReadyPhrase("Noted", "The Board noted the report and thanked the officers for it."),
        ReadyPhrase("Apologies received", "Apologies were received from {person}, who sent a written report instead."),
    ),
    (ReadyTerm(TermKind.ABBREVIATION, "MASH", "Multi-Agency Safeguarding Hub"),),
    (BodySetUp("Marlbridge Safeguarding Partnership", "partnership_board", "improvement_board", "5"),),
)


def settings(stage: Stage) -> None:
    """Every section of the settings, what is found in them, and the parts that are more than settings."""
    stage.go("meetings")
    for number, section in enumerate(SECTIONS):
        stage.go("settings", Where(note=section))
        stage.shot(f"S{number}-settings-{section}")
    stage.go("settings", Where(note="look"))
    stage.press("Ctrl+F")
    stage.type("key")
    stage.shot("SA-found")
    stage.type("zz")
    stage.shot("SB-nothing-found")
    stage.press("Esc")
    stage.shot("SC-sections")
    path = Path(stage.bench.context.settings.now.export_folder) / "from-a-colleague.wibset"
    save_bundle(GIVEN, path)
    stage.go("settings", Where(note="sharing"))
    place = stage.window.place
    place.page.parts["sharing"].open_name(str(path))
    stage.rest()
    stage.shot("SD-what-a-file-would-change")
    stage.press("Esc")
    stage.go("settings", Where(note="about"))
    about = place.page.parts["about"]
    about.table.setFocus()
    stage.shot("SE-shipped")
    stage.press("Return")
    stage.shot("SF-licence")
