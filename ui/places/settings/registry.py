"""Every setting of the desk, one line each: the page, the search and the test of preferences read this."""

from ui.look import CARETS, COLOURS, FACES, MOVEMENT, SIZES, SPACING
from ui.places.settings.controls import (
    SPELLING,
    body_link,
    built_in_keys,
    clerk_field,
    command,
    foot_choice,
    link,
    look_choice,
    put_away_remarks,
    recent_forgotten,
    spelling,
)
from ui.places.settings.language import LANGUAGE, language_choice
from ui.places.settings.setting import Setting
from ui.safe_parts import BACKUPS, BIN, CHECK, PASSPHRASE, PROMISE
from wibdesk.language import later

# ruff: noqa: E501 - a setting is a line
# fmt: off
SETTINGS = (
    Setting("clerk", "bodies", later("Your name"), later("Stands in the story of an action and of a plan, and below a letter."), clerk_field, ("clerk",), also=later("clerk author signature")),
    Setting("house_style", "bodies", later("House style"), later("How the documents of each body are set out; letterhead, logo and Word template."), body_link(later("Open house style"), "book-open", "house_style"), also=later("template font layout")),
    Setting("members", "bodies", later("People of a body"), later("Members, those in attendance, initials and the days they serve."), body_link(later("Open people"), "users", "people"), also=later("roster members")),
    Setting("body", "bodies", later("Another body"), later("Name, quorum and standing items of a body are changed in Meetings: Ctrl K, change the body."), link(later("Set up a body"), "plus", "body"), also=later("board council committee quorum agenda")),
    Setting("colours", "look", later("Colours"), later("The system’s own can be a contrast theme too."), look_choice("theme", later("Colours"), COLOURS), ("theme",), also=later("theme dark light high contrast night")),
    Setting("text_size", "look", later("Text size"), later("Everything grows, the layout folds. Ctrl + and Ctrl −."), look_choice("text_scale", later("Text size"), SIZES), ("text_scale",), also=later("font zoom large scale letters")),
    Setting("minutes_face", "look", later("Minutes in"), later("The face you write in. The Word file keeps the house style."), look_choice("minutes_face", later("Minutes in"), FACES), ("minutes_face",), also=later("font typeface serif dyslexia")),
    Setting("line_spacing", "look", later("Line spacing"), later("Between lines of the minutes."), look_choice("line_spacing", later("Line spacing"), SPACING), ("line_spacing",), also=later("height close open")),
    Setting("movement", "look", later("Movement"), later("Fades of 0.1 second, or none."), look_choice("motion", later("Movement"), MOVEMENT), ("motion",), also=later("animation reduced motion")),
    Setting("key_bar", "look", later("Keys at the foot"), later("The strip of keys at the bottom of each place."), foot_choice, ("key_bar",), also=later("shortcuts bar hide")),
    Setting("caret", "look", later("Caret"), later("Wide is easier to find on a projector; steady is wide and does not blink."), look_choice("caret", later("Caret"), CARETS), ("caret",), also=later("cursor blink flash width")),
    Setting("key_card", "keys", later("Keys of each place"), later("Ctrl / lists the keys of the place you are in."), command(later("Show the key card"), "keyboard", "keys"), also=later("shortcuts list")),
    Setting("own_keys", "keys", later("Keys of your own"), later("Give a command your own key in the palette: Ctrl K, choose it, F2."), command(later("Open the palette"), "search", "palette"), elsewhere=("keys",), also=later("shortcuts change rebind")),
    Setting("built_in_keys", "keys", later("Built-in keys"), later("Every command gets the key again that the desk came with."), built_in_keys, also=later("reset shortcuts")),
    Setting("phrases", "words", later("Phrases"), later("Sentences kept ready, with slots to fill: Ctrl ; puts one in."), link(later("Open phrases"), "message-square-quote", "words", "phrases"), also=later("standard wording templates")),
    Setting("abbreviations", "words", later("Abbreviations and terms"), later("Written out as you type them."), link(later("Open abbreviations"), "hash", "words", "short"), also=later("acronyms expand short")),
    Setting("own_words", "words", later("Words of your own"), later("Words that the spelling check knows."), link(later("Open your words"), "check", "words", "words"), also=later("dictionary spelling")),
    Setting("backups", "saving", later("Backups"), later("When they are made, where they go, and how one is restored."), link(later("Open backups"), "history", "safe_keeping", BACKUPS), elsewhere=("backup_folder",), also=later("copy restore folder stick")),
    Setting("check", "saving", later("Check of the register"), later("Whether the file is sound, and its repair."), link(later("Open the check"), "circle-check", "safe_keeping", CHECK), also=later("repair damage integrity")),
    Setting("promise", "saving", later("How it is kept"), later("What saved means here, and what is not promised."), link(later("Read how it is kept"), "shield-check", "safe_keeping", PROMISE), also=later("saved promise disk")),
    Setting("remarks", "saving", later("Remarks put away"), later("Remarks at the start that you closed for good."), put_away_remarks, elsewhere=("dismissed",), also=later("messages banner dismissed")),
    Setting("mail", "mail", later("Mail account"), later("The account that the desk sends minutes by; its password stays with the system."), link(later("Open the mail account"), "mail", "send", "account"), elsewhere=("mail",), also=later("email smtp server outbox")),
    Setting("passphrase", "privacy", later("Passphrase"), later("Encrypts the register, with a recovery key on paper."), link(later("Open passphrase"), "key-round", "safe_keeping", PASSPHRASE), also=later("password encrypt security")),
    Setting("lock", "privacy", later("Lock itself"), later("After how many minutes without a key an encrypted register locks."), link(later("Open the lock"), "lock", "safe_keeping", PASSPHRASE), elsewhere=("lock_after",), also=later("idle timeout password")),
    Setting("bin", "privacy", later("Bin"), later("What was removed, how long it stays, and what is wiped for good."), link(later("Open the bin"), "trash-2", "safe_keeping", BIN), also=later("delete removed retention erase")),
    Setting("recent", "privacy", later("Recent files and meetings"), later("The lists that the desk offers of what was open of late."), recent_forgotten, elsewhere=("recent_registers", "recent_meetings"), also=later("history forget")),
    Setting("language", "language", LANGUAGE, later("From the next start on. Documents speak the language of their house style."), language_choice, ("language",), also=later("translation Welsh words")),
    Setting("spelling", "language", SPELLING, later("British English, without a network. A wavy line, never a change; F7 goes to the next word."), spelling, ("check_spelling",), also=later("dictionary")),
    Setting("share", "sharing", later("Settings for a colleague"), later("A file with your settings, keys, house styles, phrases, abbreviations and body templates, or one that you were given."), link(later("Give or take settings"), "users", "settings", "sharing"), also=later("export import bundle wibset")),
    Setting("guide", "about", later("Guided first meeting"), later("A practice meeting of the demo, step by step: Shift F1."), command(later("Begin the guided meeting"), "route", "guide"), elsewhere=("guide",), also=later("tour learn practice start")),
    Setting("news", "about", later("What is new"), later("What this release of the desk brought."), link(later("Read what is new"), "info", "help", "whats_new"), elsewhere=("seen_release",), also=later("changes release update version")),
    Setting("licences", "about", later("Version, folders and licences"), later("What runs here, where your files lie, and whose work is shipped."), link(later("Open about and licences"), "circle-help", "settings", "about"), also=later("support register file version copyright")),
)
# fmt: on
