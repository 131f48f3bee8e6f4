#!/usr/bin/env bash
# What lies outside one process: what it costs to start the command, to carry it, to build it, and beside a plain script.
#
#   bash benches/whole.sh            starts, sizes, dependencies, and the script benches/region.py
#   bash benches/whole.sh --clean    and a release build from nothing, in target/benches/clean
#
# Needs Linux, cargo, strip, and Python 3.11; it puts networkx into a virtual environment below target/benches.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
    "" | --clean) ;;
    *) echo "usage: bash benches/whole.sh [--clean]" >&2; exit 2 ;;
esac

release="${CARGO_TARGET_DIR:-target}/release"
region=fixtures/region/assessment.json
own=target/benches # what only this script makes
mkdir -p "$own"

step() { printf '\n== %s\n' "$1"; }

# Median CPU (user and system) and wall time of whole processes, run in turns, so that a busy machine is busy for all alike. Files are
# in memory already. Arguments: how many runs, then the commands, each in one argument.
measure() {
    python3 - "$@" <<'PYTHON'
import os
import shlex
import statistics
import sys
import time

runs, commands = int(sys.argv[1]), sys.argv[2:]
cpu, wall = ({command: [] for command in commands} for _ in range(2))
quiet = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
for run in range(runs + 1):
    for command in commands:
        words = shlex.split(command)
        start = time.perf_counter()
        child = os.posix_spawnp(words[0], words, os.environ, file_actions=quiet)
        _, status, usage = os.wait4(child, 0)
        took = time.perf_counter() - start
        if status != 0:
            sys.exit(f"`{command}` failed")
        if run > 0:  # the first of each only brings its files into memory
            cpu[command].append(1000 * (usage.ru_utime + usage.ru_stime))
            wall[command].append(1000 * took)

first = statistics.median(cpu[commands[0]])
print(f"{'CPU ms':>9} {'wall ms':>9} {'CPU/first':>9}  median of {runs} runs")
for command in commands:
    own = statistics.median(cpu[command])
    print(f"{own:9.2f} {statistics.median(wall[command]):9.2f} {own / first:9.2f}  {command}")
PYTHON
}

step "build"
cargo build --release --locked --quiet -p pejling-cli
pejling="$release/pejling"

step "start: no program of ours, no catalogue, the catalogues and their texts, a region as well"
measure 30 true "$pejling schema" "$pejling catalogue list" "$pejling score $region"

step "size of the command, in bytes"
strip -o "$own/pejling-stripped" "$pejling"
stat --format '%s as built' "$pejling"
stat --format '%s stripped' "$own/pejling-stripped"

step "packages by normal dependencies, itself and procedural macros included"
for package in pejling-core pejling-documents pejling-cli; do
    count=$(cargo tree --locked -p "$package" -e normal --prefix none --no-dedupe | sort -u | wc -l)
    echo "$count $package"
done

step "a region by the command and by a plain script"
python="$own/python/bin/python3"
[ -x "$python" ] || { python3 -m venv "$own/python" && "$own/python/bin/pip" --quiet --disable-pip-version-check install networkx==3.6.1; }
"$python" benches/region.py
measure 15 "$pejling score --format json $region" "$python benches/region.py --unchecked" "$python -c 'import networkx'"

if [ "${1:-}" = --clean ]; then
    step "release build from nothing (downloads not counted)"
    cargo fetch --locked --quiet
    rm -rf "$own/clean"
    TIMEFORMAT='%R s wall, %U s user, %S s system'
    time CARGO_TARGET_DIR="$own/clean" cargo build --release --locked --quiet -p pejling-cli
fi
