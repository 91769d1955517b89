"""The clerk's preferences that sending needs, read from where the window keeps them."""

from wibdesk.commands.call import Call
from wibdesk.commands.chosen_file import passphrase_in
from wibdesk.delivery.accounts import Account, account_of
from wibdesk.delivery.secrets import Passwords, system_store
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.paths import settings_file
from wibdesk.settings import Preferences, Settings


def preferences() -> Preferences:
    """Return what the clerk chose in the window; what holds before anything was chosen where there is nothing."""
    return Settings(settings_file()).now


def account_and_password(call: Call) -> tuple[Account, str | None]:
    """Return the mail account of the preferences and its password; UserError where either is missing."""
    account = account_of(preferences().mail)
    if call.args.password_file is not None:
        return account, passphrase_in(call.path(call.args.password_file))
    if not account.user:
        return account, None
    password = Passwords(system_store()).known(account)
    if password is None:
        raise UserError(
            say("No password of {user} is known here: name the file with it by --password-file.", user=account.user)
        )
    return account, password
