"""The engines: each gives the result of an expression in one form, equal where the results are."""
import json
import struct
import subprocess
import sys
import tempfile

from cel_differential.expressions import VARIABLES


def datum(value):
    """A value in the form of the conformance cases."""
    if value is None:
        return {"null": None}
    if isinstance(value, bool):
        return {"bool": value}
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, float):
        return {"double": value}
    if isinstance(value, str):
        return {"string": value}
    if isinstance(value, list):
        return {"list": [datum(element) for element in value]}
    return {"map": [[datum(key), datum(entry)] for key, entry in value.items()]}


FAILED = ("failed",)


class Refused(tuple):
    """The result of an expression that does not compile: a failure, and known as one of the checker."""


def canonical(value):
    """A Python value in a form that is equal where CEL's values are the same."""
    if value is None or isinstance(value, (bool, str)):
        return (type(value).__name__, value)
    if isinstance(value, int):
        return ("int", value)
    if isinstance(value, float):
        return ("double", "nan" if value != value else struct.pack(">d", value).hex())
    if isinstance(value, (bytes, bytearray)):
        return ("bytes", bytes(value).hex())
    if isinstance(value, (list, tuple)):
        return ("list", tuple(canonical(element) for element in value))
    if isinstance(value, dict):
        return ("map", tuple(sorted((canonical(k), canonical(v)) for k, v in value.items())))
    return ("other", type(value).__name__)


def read(text):
    """Our line of JSON in the same form."""
    def value(found):
        if isinstance(found, list):
            return ("list", tuple(value(element) for element in found))
        if isinstance(found, dict):
            (kind, inner), = found.items()
            if kind == "error":
                return FAILED
            if kind == "refused":
                return Refused(FAILED)
            if kind == "double":
                return canonical(struct.unpack(">d", struct.pack(">Q", int(inner)))[0])
            if kind == "bytes":
                return canonical(bytes(inner))
            if kind == "map":
                return ("map", tuple(sorted((value(k), value(v)) for k, v in inner)))
            return ("other", inner)
        return canonical(found)
    return value(json.loads(text))


def ours(binary, expressions):
    """The results of our engine, by `cel-conformance --values`."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({name: datum(value) for name, value in VARIABLES.items()}, file)
        file.flush()
        output = subprocess.run(
            [binary, "--values", file.name], input="\n".join(expressions) + "\n", check=True,
            capture_output=True, text=True).stdout
    lines = output.split("\n")[:-1]
    if len(lines) != len(expressions):
        sys.exit(f"cel-differential: {len(lines)} results of {len(expressions)} expressions")
    return [read(line) for line in lines]


def cpp():
    """cel-cpp, by the package cel-expr-python."""
    from cel_expr_python import cel
    env = cel.NewEnv(variables={name: cel.Type.DYN for name in VARIABLES})

    def evaluate(expression):
        try:
            result = env.compile(expression).eval(env.Activation(VARIABLES))
            if result.type() == cel.Type.ERROR:
                return FAILED
            return canonical(result.plain_value())
        except Exception:  # The package has no error type of its own.
            return FAILED
    return evaluate


def rust():
    """The Rust crate `cel`, by the package common-expression-language."""
    import cel
    context = cel.Context(VARIABLES)

    def evaluate(expression):
        try:
            return canonical(cel.compile(expression).execute(context))
        except BaseException as error:  # Its panics are no Exception.
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            return FAILED
    return evaluate
