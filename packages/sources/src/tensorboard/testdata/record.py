"""Writes recorded.json beside this file: what a real TensorBoard answers about events written here.

Needs `pip install tensorboard`; run as `python record.py`.
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.plugins.hparams import summary_v2 as hparams
from tensorboard.summary.writer.event_file_writer import EventFileWriter

PORT = 6873
BEGIN = 1_700_000_000.0


def ask(path, **query):
    address = f"http://127.0.0.1:{PORT}{path}?{urllib.parse.urlencode(query)}"
    with urllib.request.urlopen(address) as answer:
        return json.load(answer)


def write(folder, rows, params=None):
    writer = EventFileWriter(folder)
    if params:
        summary = hparams.hparams_pb(params, trial_id="trial", start_time_secs=BEGIN)
        writer.add_event(Event(wall_time=BEGIN, summary=summary))
    for step, row in rows:
        values = [Summary.Value(tag=tag, simple_value=value) for tag, value in row.items()]
        writer.add_event(Event(wall_time=BEGIN + step, step=step, summary=Summary(value=values)))
    writer.close()


def log(folder):
    odd = [2.5, math.nan, math.inf, -math.inf, 1.25, 1.5]
    rows = [(step, {"loss": 2 / (step + 1), "Loss/val": odd[step]}) for step in range(6)]
    write(f"{folder}/sweep/a", rows, {"lr": 3e-4, "optimizer": "adamw", "warm": True})
    # Steps 2 and 3 come again: TensorBoard forgets what was logged from step 2 on.
    write(f"{folder}/sweep/b", [(step, {"loss": 1 - step / 8}) for step in [0, 1, 2, 3, 4, 2, 3]])
    # More than TensorBoard keeps of a series, as it is started below.
    write(f"{folder}/long", [(step, {"loss": step / 8, "odd/\"tag' & ü": 0.5}) for step in range(40)])
    write(f"{folder}/nothing", [])


def record():
    requests = [
        {"plugin": "scalars", "tag": tag, "run": run}
        for run, tags in ask("/data/plugin/scalars/tags").items()
        for tag in tags
    ]
    session = {
        "experimentName": "",
        "allowedStatuses": [
            f"STATUS_{name}" for name in ["UNKNOWN", "SUCCESS", "FAILURE", "RUNNING"]
        ],
        "startIndex": 0,
        "sliceSize": 10000,
        "colParams": [],
    }
    environment = ask("/data/environment")
    environment["data_location"] = "logs"
    environment["debug"]["flags"]["logdir"] = "logs"
    return {
        "environment": environment,
        "runs": ask("/data/runs"),
        "tags": ask("/data/plugin/scalars/tags"),
        "sessions": ask("/data/plugin/hparams/session_groups", request=json.dumps(session)),
        "series": ask("/data/plugin/timeseries/timeSeries", requests=json.dumps(requests)),
        "unknown": ask(
            "/data/plugin/timeseries/timeSeries",
            requests=json.dumps([{"plugin": "scalars", "tag": "loss", "run": "nobody"}]),
        ),
    }


def main():
    with tempfile.TemporaryDirectory() as folder:
        log(folder)
        arguments = ["--logdir", folder, "--port", str(PORT), "--samples_per_plugin", "scalars=20"]
        server = subprocess.Popen([sys.executable, "-m", "tensorboard.main", *arguments])
        try:
            for _ in range(120):
                try:
                    if len(ask("/data/runs")) == 4:
                        break
                except OSError:
                    pass
                time.sleep(0.5)
            text = json.dumps(record(), indent=1)
        finally:
            server.terminate()
            server.wait()
    pathlib.Path(__file__).with_name("recorded.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
