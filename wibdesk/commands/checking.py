"""`wibdesk check`: whether the register is sound, and the repair of what can be made anew."""

import json
from dataclasses import asdict

from wibdesk.changes import EVERYTHING, Changes
from wibdesk.commands.call import Call
from wibdesk.language import say
from wibdesk.safety.backups import Backups
from wibdesk.safety.repairing import BEYOND_REPAIR, Repaired, repair
from wibdesk.services import checking


def run(call: Call) -> int:
    """Print what is wrong with the register, one finding a line; 1 where anything is, after any repair."""
    told = _repaired(call) if call.args.repair else Repaired((), call.read(checking.check))
    if call.args.json:
        _print_json(call, told)
    else:
        _print(call, told)
    return 1 if told.findings else 0


def _repaired(call: Call) -> Repaired:
    backups = Backups(call.desk)
    try:
        told = repair(call.desk, backups)
    finally:
        backups.close()
    if told.done and call.changed is not None:
        call.changed(Changes(EVERYTHING))
    if any(finding.kind == "integrity" for finding in told.findings):
        call.remark(say(BEYOND_REPAIR))
    return told


def _print(call: Call, told: Repaired) -> None:
    if told.kept is not None:
        call.row(say("The register as it was is kept as {kept}.", kept=told.kept))
    for words in told.done:
        call.row("repaired", words)
    if not told.findings:
        call.row(say("The register is sound."))
    for finding in told.findings:
        call.row(finding.kind, finding.words)


def _print_json(call: Call, told: Repaired) -> None:
    whole: object = [asdict(finding) for finding in told.findings]
    if call.args.repair:
        whole = {"findings": whole, "repaired": told.done, "kept": str(told.kept) if told.kept else None}
    print(json.dumps(whole, ensure_ascii=False, indent=2), file=call.out)
