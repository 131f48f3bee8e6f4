"""Where a Danish region stands against ISO/IEC 27001:2022, the GDPR and the seven principles for health data.

Each operation is a function: `score`, `explain`, `plan`, `forecast`, `bridge`, `compare` and the others. A document is given as the text
of its file, as its file (`pathlib.Path`) or as a mapping. An answer is an immutable object: numbers are `decimal.Decimal`, days
`datetime.date`, and `to_json()` gives the text that it came from. Whatever is wrong is raised at once, as `Faults`.
"""

from ._call import Day as Day, Faults as Faults, Given as Given, perform as perform
from ._documents import *
from ._operations import *
from ._pejling import call as call
from ._record import Change as Change, FrozenMap as FrozenMap, Record as Record
