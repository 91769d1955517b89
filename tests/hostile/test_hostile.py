"""Nothing that is handed to the clerk does harm: it is refused in a sentence or taken in unharmed, soon and in bounds.

No file but the one chosen is opened, no other machine is asked, and nothing of what is refused is stored.
"""

import pytest

from tests.hostile import confined


@pytest.mark.parametrize("corpus", ["meeting_files", "pages", "pictures", "word_files"])
def test_every_hostile_file_is_met_in_bounds_and_touches_nothing(corpus, tmp_path):
    assert confined.faults(corpus, tmp_path) == []
