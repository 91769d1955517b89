"""On a disk that refuses, tears, forgets or loses power, what was called saved is there and nothing is half done."""

import os
from random import Random

import pytest

from tests.faults.disk import FAULTS
from tests.faults.script import Clerks, Store, play

LONG = os.environ.get("WIBDESK_LONG") == "1"
SCRIPTS = 60 if LONG else 2
"""Random scripts for each kind of fault: 540 in the long form."""
IMAGES = 3
"""Ways in which a power cut may leave the disk, tried after each script."""
LOSING = {
    "WAL with NORMAL": {"weakened": {"synchronous": "NORMAL"}},
    # In exclusive mode SQLite keeps the journal and syncs its end, which loses nothing either.
    "DELETE with FULL": {"weakened": {"synchronous": "FULL", "journal_mode": "DELETE", "locking_mode": "NORMAL"}},
    "a disk that lies about syncing": {"lying": True},
}
"""Settings known to lose: a harness that does not find it out proves nothing."""


def played(folder, prepared, fault, seed, **control):
    """Play a script on a disk in a folder, and give what is wrong with each way in which a power cut may leave it."""
    rng = Random(f"{fault} {seed}")
    folder.mkdir()
    desk = Store.on(folder, prepared.image, **control)
    still_on = play(desk, Clerks(prepared, rng), fault, rng)
    assert still_on == (not desk.disk.dead)
    for number in range(IMAGES):
        yield desk.lost_after_power_cut(folder / str(number), rng)
    desk.session.close()


@pytest.mark.parametrize("fault", FAULTS)
def test_after_saved_nothing_is_lost_and_before_it_nothing_is_half_written(fault, prepared, tmp_path):
    for seed in range(SCRIPTS):
        assert [*played(tmp_path / str(seed), prepared, fault, seed)] == [""] * IMAGES, f"script {seed}"


@pytest.mark.parametrize("control", LOSING)
def test_settings_known_to_lose_are_found_to_lose(control, prepared, tmp_path):
    assert any(
        "lost" in wrong
        for seed in range(200)
        for wrong in played(tmp_path / str(seed), prepared, "power", seed, **LOSING[control])
    )


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - {"power"}))
def test_each_call_that_fails_while_saving_is_told_or_made_up_for(fault, prepared, tmp_path):
    for after in range(0, 40, 1 if LONG else 7):
        folder = tmp_path / str(after)
        folder.mkdir()
        desk = Store.on(folder, prepared.image)
        desk.disk.break_down(fault, after)
        clerks = Clerks(prepared, Random(after))
        for _ in range(2):
            desk.do(clerks.next())
        assert desk.lost_after_power_cut(folder / "left", Random(after)) == ""
        desk.session.close()
