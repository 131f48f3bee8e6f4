"""Writes the classes and functions of the package from the schema of all operations: `python generate.py`, or `--check` that they are up to date."""

import json
import keyword
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "../documents/schemas/operations.json").read_text(encoding="utf-8"))
DEFINITIONS = SCHEMA["$defs"]
PACKAGE = HERE / "python/pejling"
BY_HAND = {"Faults"}  # an exception
SCALARS = {"Percent": "Decimal", "Signed": "Change", "Date": "datetime.date"}
GIVEN = {"Date": "Day", "Percent": "Decimal | str | int"}
HEAD = '"""{}\n\nMade by `generate.py` from the schema of all operations.\n"""\n\nfrom __future__ import annotations\n\n'


def name_of(reference):
    return reference.removeprefix("#/$defs/")


def pascal(name):
    return "".join(part.capitalize() for part in name.replace("-", "_").split("_"))


def attribute(key):
    key = key.removeprefix("$")
    return key + "_" if keyword.iskeyword(key) else key


def doc(text, indent):
    """A docstring, within the width of a line."""
    text = (text or "").replace("\n", " ").replace("\\", "\\\\").replace("[`FAULT_LIMIT`]", "1,000")
    whole = f'{indent}"""{text}"""'
    if len(whole) <= 140:
        return whole
    return "\n".join(textwrap.wrap(whole, 140, subsequent_indent=indent))


class Classes:
    """The classes that answers are made of, each defined once and after those that it builds on."""

    def __init__(self):
        self.text, self.names, self.words, self.doing = [], [], {}, set()

    def of(self, schema, name):
        """The annotation of a schema; `name` is for a class that has none."""
        if "$ref" in schema:
            return self.defined(name_of(schema["$ref"]))
        alternatives = schema.get("anyOf") or schema.get("oneOf")
        if alternatives:
            return " | ".join(dict.fromkeys(self.alternative(one, name) for one in alternatives))
        kinds = schema.get("type", "any")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        return " | ".join(self.kind(kind, schema, name) for kind in kinds)

    def kind(self, kind, schema, name):
        match kind:
            case "null":
                return "None"
            case "any":
                return "Any"
            case "string" if "enum" in schema or "const" in schema:
                return f"Literal[{', '.join(json.dumps(word) for word in schema.get('enum', [schema.get('const')]))}]"
            case "string":
                return "Decimal" if schema.get("format") == "decimal" else "str"
            case "integer":
                return "int"
            case "boolean":
                return "bool"
            case "array":
                return f"tuple[{self.of(schema['items'], name)}, ...]"
            case "object" if "properties" in schema:
                return self.record(name, schema)
            case "object" if schema["additionalProperties"] is True:
                return "dict[str, Any]"
            case "object":
                return f"Mapping[str, {self.of(schema['additionalProperties'], name)}]"
        raise ValueError(f"no type for {kind}")

    def alternative(self, schema, name):
        """One of several: named by the word that marks it, or by the last field that it needs."""
        if "properties" not in schema:
            return self.of(schema, name)
        marked = schema["properties"].get("state", {}).get("const")
        base = self.defined(name_of(schema["$ref"])) if "$ref" in schema else "Record"
        return self.record(name + pascal(marked or schema["required"][-1]), schema, base)

    def defined(self, name):
        if name in SCALARS:
            return SCALARS[name]
        schema = DEFINITIONS[name]
        if schema.get("type") == "object" and "properties" in schema:
            return self.record(name, schema)
        if "enum" in schema or "oneOf" in schema or "anyOf" in schema:
            if name not in self.words:
                if all("const" in one for one in schema.get("oneOf", [{}])):
                    schema = {**schema, "oneOf": None, "type": "string", "enum": [one["const"] for one in schema["oneOf"]]}
                self.words[name] = True
                alternatives = self.of(schema, name)
                self.text.append(f"{name}: TypeAlias = {wrapped(alternatives)}\n{doc(schema.get('description'), '')}\n")
                self.names.append(name)
            return name
        return self.of(schema, name)

    def record(self, name, schema, base="Record"):
        if name in self.names or name in self.doing:
            return name
        self.doing.add(name)
        needed, lines = schema.get("required", []), []
        for key, field in schema["properties"].items():
            annotation = self.of(field, name + pascal(key))
            assert key in ("$schema", attribute(key).rstrip("_")) and key != "schema", key  # as `shapes` in `_record.py` finds its way back
            lines.append(f"    {attribute(key)}: {annotation}{'' if key in needed else default(annotation, field)}")
            if field.get("description"):
                lines.append(doc(field["description"], "    "))
        head = f"class {name}({base}):\n{doc(schema.get('description') or 'What it holds.', '    ')}\n\n"
        self.text.append(head + "\n".join(lines) + "\n")
        self.names.append(name)
        return name


def wrapped(union):
    lines = textwrap.wrap(union, 132, break_long_words=False, break_on_hyphens=False)
    return union if len(lines) == 1 else "\n".join(["(", *(f"    {line}" for line in lines), ")"])


def default(annotation, field):
    """What a field is that was left out."""
    if "default" in field:
        return f" = {field['default']!r}"
    if "None" in annotation.split(" | ") or annotation == "Any":
        return " = None"
    empty = {"tuple": "()", "Mappi": "FrozenMap()", "bool": "False", "int": "0"}
    return " = " + next(value for start, value in empty.items() if annotation.startswith(start))


def argument(schema):
    """The annotation of an argument, and the function that makes of it what a request has."""
    if "anyOf" in schema:
        parts = [argument(one) for one in schema["anyOf"] if one.get("type") != "null"]
        return " | ".join(part for part, _ in parts), parts[0][1]
    if "$ref" in schema:
        name = name_of(schema["$ref"])
        if name.endswith("OrText"):
            return "Given", "document"
        if name == "Compared":
            return "str | Mapping[str, Any] | Record", ""
        definition = DEFINITIONS[name]
        if definition.get("type") == "object":
            return "Mapping[str, Any] | Record", ""
        if "enum" in definition:
            return name, ""
        return GIVEN.get(name) or argument(definition)[0], ""
    kinds = [kind for kind in schema["type"] if kind != "null"] if isinstance(schema.get("type"), list) else [schema.get("type")]
    match kinds:
        case ["array"]:
            item, maker = argument(schema["items"])
            return f"Sequence[{item}]", "documents" if maker else ""
        case [None]:
            return "Given | Sequence[Any]", "document"
        case [kind]:
            return {"string": "str", "integer": "int", "boolean": "bool"}[kind], ""
    raise ValueError(f"no argument for {schema}")


def function(name, operation, classes):
    request, answer = (operation["properties"][side] for side in ("request", "answer"))
    answer = classes.of(answer["allOf"][0], pascal(name))
    always = request.get("required")
    if always is None:  # one of several lists: what stands in all
        lists = [one["required"] for one in request["oneOf"]]
        always = [field for field in lists[0] if all(field in one for one in lists)]
    fields = {field: argument(schema) for field, schema in request["properties"].items()}
    first = [f"{attribute(field)}: {fields[field][0]}" for field in always]
    rest = [f"{attribute(field)}: {kind} | None = None" for field, (kind, _) in fields.items() if field not in always]
    passed = [f"{attribute(field)}={maker}({attribute(field)})" if maker else f"{attribute(field)}={attribute(field)}"
              for field, (_, maker) in fields.items()]
    words = {kind for kind, _ in fields.values() if kind in DEFINITIONS}
    ordered = [*always, *(field for field in fields if field not in always)]
    about = [f"{attribute(field)}: {' '.join(request['properties'][field]['description'].split())}" for field in ordered]
    about = "\n".join("\n".join(textwrap.wrap(line, 140, initial_indent="    ", subsequent_indent=" " * 8)) for line in about)
    parameters = "".join(f"    {one},\n" for one in [*first, "*", *rest])
    body = "".join(f"        {one},\n" for one in [answer, f'"{name}"', *passed])
    text = f'def {name}(\n{parameters}) -> {answer}:\n    """{operation["description"]}\n\n{about}\n    """\n'
    return f"{text}    answered: {answer} = ask(\n{body}    )\n    return answered\n", answer, words


def listed(names):
    return "__all__ = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n"


def sources():
    classes, functions, used = Classes(), [], set()
    classes.defined("Diagnostic")
    for name, operation in SCHEMA["properties"].items():
        text, answer, words = function(name, operation, classes)
        functions.append(text)
        used |= {answer.removeprefix("tuple[").removesuffix(", ...]")} | words
    for word in sorted(used & DEFINITIONS.keys()):
        classes.defined(word)
    used &= set(classes.names)
    documents = HEAD.format("What operations answer.") + (
        "import datetime\nfrom collections.abc import Mapping\nfrom decimal import Decimal\nfrom typing import Any, Literal, TypeAlias\n\n"
        "from ._record import Change, FrozenMap, Record\n\n" + listed(sorted(classes.names)) + "\n\n" + "\n\n".join(classes.text)
    )
    operations = HEAD.format("Every operation.") + (
        "from collections.abc import Mapping, Sequence\nfrom decimal import Decimal\nfrom typing import Any\n\n"
        "from ._call import Day, Given, ask, document, documents\n"
        "from ._documents import (\n" + "".join(f"    {name},\n" for name in sorted(used)) + ")\nfrom ._record import Record\n\n"
        + listed(sorted(SCHEMA["properties"])) + "\n\n" + "\n\n".join(functions)
    )
    return {"_documents.py": documents, "_operations.py": operations}


stale = []
for file, text in sources().items():
    at = PACKAGE / file
    if "--check" not in sys.argv[1:]:
        at.write_text(text, encoding="utf-8")
    elif not at.is_file() or at.read_text(encoding="utf-8") != text:
        stale.append(file)
if stale:
    sys.exit(f"not up to date: {', '.join(stale)}; run crates/python/generate.py")
