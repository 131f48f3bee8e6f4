"""Answers as immutable Python objects, and back to JSON."""

from __future__ import annotations

import datetime
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, Self, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    import dataclasses

K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R", bound="Record")

NEEDED: Any = object()
"""What stands for the value of a field that has none by itself."""


class Change(Decimal):
    """The difference of two percentages: a decimal that is written with its sign."""

    __slots__ = ()

    def __str__(self) -> str:
        return format(self, "+f" if self else "f")


class FrozenMap(dict[K, V]):
    """A mapping that nobody changes: it can be hashed if its values can."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[K, V]]]:
        return type(self), (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("an answer does not change: copy it with dict(..)")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


@dataclass_transform(frozen_default=True, kw_only_default=True)
class RecordType(type):
    """Makes slots of the fields of a class: a dataclass without the methods that `dataclasses` compiles for each, which takes 0.2 s for all of them."""

    _defaults: dict[str, Any]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> RecordType:
        names = body.get("__annotations__", {})
        inherited = getattr(bases[0], "_defaults", {}) if bases else {}
        defaults = {**inherited, **{name: body.pop(name, NEEDED) for name in names}}
        return super().__new__(cls, name, bases, {"__slots__": tuple(names), **body, "_defaults": defaults})


class Fields:
    """What `dataclasses.fields` asks for, made when it asks."""

    def __get__(self, _: object, cls: RecordType) -> dict[str, dataclasses.Field[Any]]:
        import dataclasses

        hints = typing.get_type_hints(cls)
        fields = [
            (name, hints[name], dataclasses.field() if default is NEEDED else dataclasses.field(default=default))
            for name, default in cls._defaults.items()
        ]
        return {field.name: field for field in dataclasses.fields(dataclasses.make_dataclass(cls.__name__, fields, kw_only=True))}


class Record(metaclass=RecordType):
    """An answer, or a part of one."""

    __slots__ = ("_text",)
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]
    else:
        __dataclass_fields__ = Fields()

    def __init__(self, **values: Any) -> None:
        for name, default in type(self)._defaults.items():
            value = values.pop(name, default)
            if value is NEEDED:
                raise TypeError(f"{type(self).__name__} needs {name}")
            object.__setattr__(self, name, value)
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in type(self)._defaults}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Record) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *self._values().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={_shortly(value)}' for name, value in self._values().items())})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise _frozen_instance(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise _frozen_instance(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self._values(), getattr(self, "_text", None))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def to_json(self) -> str:
        """The JSON that it came from, to the byte, as the command prints it. Of a part of an answer: its JSON in the same form."""
        return getattr(self, "_text", None) or json.dumps(plain(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    def to_html(self, language: Literal["da", "en"] = "en") -> str | None:
        """A result, an explanation or a plan as accessible tables. None of what is nothing to look at."""
        from ._html import html

        return html(self, language)

    def _repr_html_(self) -> str | None:
        return self.to_html()


def _frozen_instance(message: str) -> AttributeError:
    import dataclasses

    return dataclasses.FrozenInstanceError(message)


def _shortly(value: Any) -> str:
    return f"<{len(value)} entries>" if isinstance(value, (tuple, Mapping)) and len(value) > 3 else repr(value)


def _restored(cls: type[R], values: dict[str, Any], text: str | None) -> R:
    new = cls(**values)
    return new if text is None else keep(new, text)


def keep(answer: R, text: str) -> R:
    """Lets an answer keep the text that it came from."""
    object.__setattr__(answer, "_text", text)
    return answer


# ---- reading

class Shape(typing.NamedTuple):
    """How one field of a class is read and written."""

    name: str
    key: str
    default: Any
    read: Callable[[Any], Any] | None


_SHAPES: dict[Any, tuple[Shape, ...]] = {}


def shapes(cls: Any) -> tuple[Shape, ...]:
    """The fields of a class with how each is read, found out when the first such object is met."""
    if cls not in _SHAPES:
        hints = typing.get_type_hints(cls)
        # what JSON calls a field may be no name in Python
        keys = ((name, "$schema" if name == "schema" else name.rstrip("_")) for name in cls._defaults)
        _SHAPES[cls] = tuple(Shape(name, key, cls._defaults[name], _reader(hints[name])) for name, key in keys)
    return _SHAPES[cls]


def read(hint: Any, value: Any) -> Any:
    """What was parsed from JSON, as the type that a hint names."""
    reader = _reader(hint)
    return value if reader is None else reader(value)


def parse(text: str) -> Any:
    """JSON without a float."""
    return json.loads(text, parse_float=Decimal)


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """The function that reads a type; none where what JSON gives is it already."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _choice([arg for arg in args if arg is not type(None)])
    if origin is tuple:
        item = _reader(args[0])
        return tuple if item is None else lambda value: tuple(map(item, value))
    if origin is Mapping:
        of = _reader(args[1])
        return FrozenMap if of is None else lambda value: FrozenMap(zip(value, map(of, value.values())))
    if hint is Any:
        return _frozen
    if hint in (Decimal, Change):
        return cast(type[Decimal], hint)
    if hint is datetime.date:
        return datetime.date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Record):
        return functools.partial(_read_record, hint)
    return None


def _read_record(cls: Any, value: dict[str, Any]) -> Any:
    new = cls.__new__(cls)
    put, get = object.__setattr__, value.get
    for name, key, default, reader in shapes(cls):
        found = get(key, default)
        put(new, name, found if reader is None or found is None or found is default else reader(found))
    return new


def _choice(among: list[Any]) -> Callable[[Any], Any] | None:
    """Reads what may be null; of several classes, the one whose fields and fixed words are those of the object."""
    if len(among) == 1:
        one = _reader(among[0])
        return None if one is None else lambda value: None if value is None else one(value)

    states = {state: cls for cls in among for state in typing.get_args(typing.get_type_hints(cls).get("state"))}
    if states:
        return lambda value: _read_record(states[value["state"]], value)
    needed = [(cls, {shape.key for shape in shapes(cls) if shape.default is NEEDED}) for cls in among]
    return lambda value: _read_record(next(cls for cls, keys in needed if keys <= value.keys()), value)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return FrozenMap((key, _frozen(of)) for key, of in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


# ---- writing


def plain(value: Any, at: str = "") -> Any:
    """What JSON is written of: decimals and dates as text. A float is refused, with its JSON Pointer."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, float):
        raise TypeError(f"{at or '/'}: a float does not hold {value!r} exactly: pass decimal.Decimal, text or a whole number")
    if isinstance(value, Decimal):
        return str(value) if isinstance(value, Change) else format(value, "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Record):
        return dict(_written(value, at))
    if isinstance(value, Mapping):
        return {_key(key, at): plain(of, f"{at}/{key}") for key, of in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(of, f"{at}/{index}") for index, of in enumerate(value)]
    if hasattr(value, "__index__"):  # whole numbers of numpy and pandas as well
        return value.__index__()
    raise TypeError(f"{at or '/'}: {type(value).__name__} has no place in a document")


def _written(value: Record, at: str) -> typing.Iterator[tuple[str, Any]]:
    for name, key, default, _ in shapes(cast(Any, type(value))):
        of = getattr(value, name)
        if default is NEEDED or of != default:
            yield key, plain(of, f"{at}/{key}")


def _key(key: object, at: str) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{at or '/'}: the key {key!r} is no text")
    return key
