"""Runs a command several times: wall and CPU seconds and peak resident memory of each, as one line of JSON.

    measure_command.py TIMES COMMAND ARGUMENT…
"""

import json
import os
import sys
import time

runs = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    # posix_spawn and wait4: the resources are those of this child alone.
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=silence)
    _, status, use = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(sys.argv[2:])} ended with {os.waitstatus_to_exitcode(status)}.")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB on Linux
    runs.append({"seconds": seconds, "cpuSeconds": use.ru_utime + use.ru_stime, "peakBytes": use.ru_maxrss * unit})
print(json.dumps(runs))
