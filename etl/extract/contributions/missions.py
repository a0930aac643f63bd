"""What the forces are sent to."""

from __future__ import annotations

from etl.extract.contributions.frames import Frame
from etl.extract.reading import Reading


def mission(frame: Frame, reading: Reading) -> str | None:
    """The words of the mission, as the text names it, or None."""
    return frame.mission.text if frame.mission else None
