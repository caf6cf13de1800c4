"""Frozen values: what `@dataclass(frozen=True, slots=True)` gives, at a third of its start-up or less.

A command loads some forty kinds of values. Python writes and compiles six functions for each dataclass, which
together took a fifth of the time of a whole `validate`; here it is one, when the first value is made, and the rest
are shared.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """Make a class of annotated fields into one of values: slotted, frozen, equal and hashed by content.

    Defaults are shared between values, so they must be immutable. A class with cached properties keeps a `__dict__`.
    """
    kept = vars(cls)
    names = tuple(kept.get("__annotations__", ()))
    body: dict[str, Any] = {name: one for name, one in kept.items() if name not in {*names, "__dict__", "__weakref__"}}
    cached = any(isinstance(one, cached_property) for one in body.values())
    body["__slots__"] = (*names, "__dict__") if cached else names
    body["__match_args__"] = names
    for method in (_repr, _eq, _hash, _setattr, _delattr, _reduce, _replace):
        body.setdefault(f"__{method.__name__[1:]}__", method)
    made: Any = type(cls.__name__, cls.__bases__, body)
    defaults = {name: kept[name] for name in names if name in kept}

    def write_init(self: object, *args: object, **fields: object) -> None:
        made.__init__ = _init(made, names, defaults)  # only now: most kinds of values are not met in most commands
        made.__init__(self, *args, **fields)

    made.__init__ = write_init
    done: type[T] = made
    return done


def replace(one: T, **changes: object) -> T:
    """Return a copy of a value with some fields changed."""
    fields = {name: getattr(one, name) for name in _names(one)}
    return type(one)(**(fields | changes))


def _names(one: object) -> tuple[str, ...]:
    names: tuple[str, ...] = type(one).__match_args__  # type: ignore[attr-defined]  # put there by value()
    return names


def _init(made: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Any:  # noqa: ANN401  # a class; a function
    """Return an `__init__` that fills the slots, written out for speed."""
    scope = {f"set_{name}": getattr(made, name).__set__ for name in names}
    scope |= {f"default_{name}": default for name, default in defaults.items()}
    arguments = ", ".join(f"{name}=default_{name}" if name in defaults else name for name in names)
    lines = "".join(f"\n set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self, {arguments}):{lines or ' pass'}", scope)  # noqa: S102  # nothing but names of fields
    return scope["__init__"]


def _content(one: object) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in _names(one))


def _repr(self: object) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self))
    return f"{type(self).__qualname__}({fields})"


def _eq(self: object, other: object) -> bool:
    return _content(self) == _content(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_content(self))


def _setattr(self: object, name: str, _: object) -> None:
    message = f"cannot change {name!r}: a {type(self).__name__} is a value"
    raise AttributeError(message)


def _delattr(self: object, name: str) -> None:
    message = f"cannot delete {name!r}: a {type(self).__name__} is a value"
    raise AttributeError(message)


def _reduce(self: object) -> tuple[type, tuple[object, ...]]:
    """Copy and pickle by building anew."""
    return type(self), _content(self)


def _replace(self: T, **changes: object) -> T:
    return replace(self, **changes)
