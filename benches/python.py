"""What Python adds to an operation: CPU time of `pejling.score(text)`, objects and all, over that of the text alone; the middle of the ratios.

    target/python/clean/bin/python benches/python.py
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pejling

TEXT = Path(__file__).parent.parent.joinpath("fixtures/region/assessment.json").read_text(encoding="utf-8")


def cpu(work) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def text() -> str:
    return pejling.perform("score", {"assessment": TEXT})


def objects() -> pejling.ResultDocument:
    return pejling.score(TEXT)


ratios = []
for _ in range(20):  # in turns
    alone = cpu(text)
    ratios.append(cpu(objects) / alone)
print(f"objects / text: {statistics.median(ratios):.2f} (text {1000 * alone:.0f} ms of CPU)")

imports = "import time; t = time.process_time(); import pejling; print(time.process_time() - t)"
times = [float(subprocess.check_output([sys.executable, "-c", imports])) for _ in range(15)]
print(f"import: {1000 * statistics.median(times):.0f} ms of CPU")
