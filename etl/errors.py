"""What can go wrong, as one small tree.

    EtlError
    ├── SourceError       a file that cannot be read as an article, or a bad line of a manifest
    ├── VocabularyError   a vocabulary file that breaks its own rules
    └── EngineError       articles cannot be read where they were to be read

Every message names the file and, where there is one, the line: `articles.csv:3: period '2022-13' is not a date`.
"""

from __future__ import annotations


class EtlError(Exception):
    """An error of the input, told to the person who can mend it."""

    def __init__(self, message: str, file: str, line: int | None = None) -> None:
        self.message, self.file, self.line = message, file, line
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")

    def __reduce__(self) -> tuple[type[EtlError], tuple[str, str, int | None]]:
        """For errors that travel between processes: exceptions are made again of `args`, which is the sentence only."""
        return type(self), (self.message, self.file, self.line)


class SourceError(EtlError):
    """An article or manifest row that cannot be used; the others still can."""


class VocabularyError(EtlError):
    """The vocabulary contradicts itself: nothing can be built with it."""


class EngineError(EtlError):
    """The engine asked for is not there, does not answer, or has other code than this build."""
