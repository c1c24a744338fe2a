"""Writes recorded.json beside this file: what a real Trackio answers about runs that are logged here.

Needs `pip install trackio`; run as `python record.py`. Ids and times differ with each recording.
"""

import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

PORT = 7873
BASE = f"http://127.0.0.1:{PORT}"
SHOW = (
    "import trackio; trackio.show("
    f"open_browser=False, block_thread=True, host='127.0.0.1', server_port={PORT})"
)


def ask(name, **given):
    body = json.dumps(given).encode()
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(f"{BASE}/api/{name}", body, headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return {"status": error.code, "answer": json.load(error)}


def log():
    import trackio

    def write(project, name, rows, config=None, group=None):
        trackio.init(project=project, name=name, config=config or {}, group=group, embed=False)
        for step, row in rows:
            trackio.log(row, step=step)
        trackio.finish()

    rows = [(step, {"loss": 2 / (step + 1), 'odd/"name\'': float(step)}) for step in range(6)]
    rows[1][1]["grad_norm"] = math.inf
    rows[2][1]["loss"] = math.nan
    rows[3][1]["grad_norm"] = -math.inf
    rows += [(1, {"loss": 9.0}), (5, {"eval_loss": 1.5})]
    config = {"lr": 3e-4, "optimizer": {"name": "adamw"}, "seed": 7, "model_name_or_path": "org/tiny"}
    write("digits", "Baseline", rows, config, "sweep")
    write("digits", "Baseline", [(step, {"loss": 1 - step / 10}) for step in range(5)])
    write("digits", "words", [(0, {"text": "hello", "ok": True})])
    write("other", "one", [(0, {"loss": 0.0})])


def record():
    projects = ask("get_all_projects")["data"]
    runs = {project: ask("get_runs_for_project", project=project) for project in projects}
    everything = "SELECT id, run_id, run_name, timestamp, step, metrics FROM metrics ORDER BY id"
    with urllib.request.urlopen(f"{BASE}/version") as answer:
        version = json.load(answer)
    return {
        "version": version,
        "projects": {"data": projects},
        "runs": runs,
        "configs": {project: ask("get_run_configs", project=project) for project in projects},
        "rows": {
            project: ask("query_project", project=project, query=everything)["data"]["rows"]
            for project in projects
        },
        "metrics": {
            run["id"]: ask("get_metrics_for_run", project=project, run=None, run_id=run["id"])
            for project in projects
            for run in runs[project]["data"]
        },
        "values": ask(
            "get_metric_values",
            project="digits",
            run=None,
            run_id=runs["digits"]["data"][0]["id"],
            metric_name="loss",
        ),
        "refused": ask("query_project", project="digits", query="SELECT nothing FROM nowhere"),
        "unknown": ask("no_such_function"),
    }


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRACKIO_DIR"] = folder
        log()
        server = subprocess.Popen([sys.executable, "-c", SHOW])
        try:
            for _ in range(120):
                try:
                    ask("get_all_projects")
                    break
                except OSError:
                    time.sleep(0.5)
            text = json.dumps(record(), indent=1)
        finally:
            server.terminate()
            server.wait()
    pathlib.Path(__file__).with_name("recorded.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
