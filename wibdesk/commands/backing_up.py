"""`wibdesk backup`: make a backup of the register, or list those that there are."""

import json
from pathlib import Path

from wibdesk.commands.call import Call
from wibdesk.domain.backups import Backup, Reason
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.safety.backups import Backups


def run(call: Call) -> int:
    """Print the path of the backup that was made, or one line for each that there is, newest first."""
    backups = Backups(call.desk, _folder(call))
    try:
        if call.args.list:
            _list(call, backups.all())
        else:
            made = backups.make(Reason.ASKED).result()
            if backups.remark is not None:
                call.remark(backups.remark)
            _tell(call, made)
    finally:
        backups.close()
    return 0


def _folder(call: Call) -> Path | None:
    if call.args.to is None:
        return None
    folder = call.path(call.args.to)
    if not folder.is_dir():
        raise UserError(say("There is no folder {to}: make it first, or name another.", to=call.args.to))
    return folder.absolute()


def _tell(call: Call, made: Backup) -> None:
    if call.args.json:
        print(json.dumps(_object(made), ensure_ascii=False, indent=2), file=call.out)
    else:
        call.row(made.path)


def _list(call: Call, held: tuple[Backup, ...]) -> None:
    if call.args.json:
        print(json.dumps([_object(backup) for backup in held], ensure_ascii=False, indent=2), file=call.out)
        return
    for backup in held:
        at = backup.at.astimezone(call.desk.now().tzinfo)
        call.row(f"{at:%Y-%m-%d %H:%M}", backup.reason.label, f"{backup.size / 1024**2:.1f} MB", backup.path)


def _object(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "at": backup.at.isoformat(),
        "reason": str(backup.reason),
        "size": backup.size,
        "format": backup.format,
    }
