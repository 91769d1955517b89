"""`wibdesk settings`: a file of settings, keys, house styles, phrases and abbreviations for a colleague."""

import dataclasses

from wibdesk.commands.call import Call
from wibdesk.documents.styles import style_names
from wibdesk.domain.bundles import Finding, How, Part, settings_findings
from wibdesk.errors import UserError
from wibdesk.interchange.bundle_file import read_bundle, save_bundle
from wibdesk.language import counted, say
from wibdesk.paths import settings_file
from wibdesk.services.bundles import bundle_findings, bundle_of, take_bundle
from wibdesk.settings import Settings
from wibdesk.sharing import given_settings, taken_settings


def run(call: Call) -> int:
    """Write the file, or take one in and print a line for each thing that was new or replaced."""
    parts = _parts(call.args.only)
    path = call.path(call.args.file)
    call.refuse_register(path)
    settings = Settings(settings_file())
    if call.args.act == "export":
        bundle = given_settings(call.read(bundle_of), settings.now).only(parts)
        save_bundle(bundle, path)
        call.row(path, *(f"{part.value} {number}" for part, number in bundle.counts().items()))
        return 0
    bundle = read_bundle(path).only(parts)
    mine = settings_findings(bundle, dataclasses.asdict(settings.now), settings.now.keys)
    findings = (*mine, *call.read(bundle_findings, bundle, style_names()))
    if not call.args.look:
        call.write(take_bundle, bundle, style_names(), undo=say("Settings of a colleague taken in"))
        settings.change(**taken_settings(bundle, settings.now))
    _print(call, findings)
    return 0


def _parts(named: str | None) -> tuple[Part, ...]:
    if named is None:
        return tuple(Part)
    wanted = [word.strip() for word in named.split(",")]
    unknown = [word for word in wanted if word not in set(Part)]
    if unknown:
        raise UserError(
            say("There is no part “{name}”: name some of {known}.", name=unknown[0][:40], known=", ".join(Part))
        )
    return tuple(Part(word) for word in wanted)


def _print(call: Call, findings: tuple[Finding, ...]) -> None:
    for found in findings:
        if found.how is not How.SAME:
            call.row(found.how.value, found.part.value, found.what)
    same = sum(found.how is How.SAME for found in findings)
    if same:
        call.remark(
            counted(
                same, "{number} thing of the file is here already.", "{number} things of the file are here already."
            )
        )
