"""What every operation does: arguments to a request, an answer or every fault back."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from . import _pejling
from ._documents import Diagnostic
from ._record import Record, keep, parse, plain, read

A = TypeVar("A")

Given: TypeAlias = str | os.PathLike[str] | Mapping[str, Any] | Record
"""A document: the text of its file, its file, or the document itself. Of a text and a file, faults tell the line."""

Day: TypeAlias = datetime.date | str
"""A day: a date, or text as `2026-06-30`."""


class Faults(ValueError):
    """Everything that is wrong. As text: a line for each fault with its place, and what to do about it."""

    faults: tuple[Diagnostic, ...]
    """The faults, in the order of the input, at most 1,000."""
    more: int
    """How many more there are."""

    def __init__(self, told: str, document: str) -> None:
        super().__init__(told, document)  # both, so that it can be pickled
        parsed = parse(document)
        self.faults = read(tuple[Diagnostic, ...], parsed["faults"])
        self.more = parsed.get("more", 0)

    def __str__(self) -> str:
        return str(self.args[0]).rstrip("\n")


def perform(operation: str, request: str | Mapping[str, Any]) -> str:
    """Does the operation of that name. The answer is the text that the command prints for `--format json`, byte for byte."""
    text = request if isinstance(request, str) else json.dumps(plain(request))
    try:
        return _pejling.perform(operation, text)
    except _pejling.Refused as refused:
        raise Faults(*refused.args) from None


def ask(answer: Any, operation: str, **request: Any) -> Any:
    """As `perform`, with the answer as that type. What is None is left out."""
    text = perform(operation, {name.rstrip("_"): value for name, value in request.items() if value is not None})
    found = read(answer, parse(text))
    return keep(found, text) if isinstance(found, Record) else found


def document(given: A) -> A | str:
    """A document as a request has it: a file is read, an answer is the text that it came from."""
    if isinstance(given, str) and given.endswith((".json", ".toml", ".xlsx")):  # so ends no document
        raise TypeError(f"a text is taken for a document; for a file pass pathlib.Path({given!r})")
    if isinstance(given, os.PathLike):
        with open(given, encoding="utf-8", newline="") as file:
            return file.read()
    return given.to_json() if isinstance(given, Record) else given


def documents(given: A) -> A | list[Any]:
    """Several documents as a request has them; what is no list is refused where it is read."""
    return [document(one) for one in given] if isinstance(given, Sequence) and not isinstance(given, (str, bytes)) else given
