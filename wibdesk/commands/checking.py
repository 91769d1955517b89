"""`wibdesk check`: whether the register is sound."""

import json
from dataclasses import asdict

from wibdesk.commands.call import Call
from wibdesk.services import checking


def run(call: Call) -> int:
    """Print what is wrong with the register, one finding a line; 1 where anything is."""
    findings = call.read(checking.check)
    if call.args.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2), file=call.out)
    elif not findings:
        call.row("The register is sound.")
    else:
        for finding in findings:
            call.row(finding.kind, finding.words)
    return 1 if findings else 0
