"""Writes recorded.json beside this file: what a real MLflow answers about runs that this script logs.

Needs `pip install mlflow`; run as `python record.py`. Ids and times differ with each recording.
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
import urllib.parse
import urllib.request

import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric

PORT = 5873
BASE = f"http://127.0.0.1:{PORT}"


def ask(path, query=None, body=None):
    url = f"{BASE}{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            return {"status": answer.status, "answer": json.load(answer)}
    except urllib.error.HTTPError as error:
        return {"status": error.code, "answer": json.load(error)}


def log():
    # The name of whoever records is nobody's business.
    os.environ["LOGNAME"] = "somebody"
    mlflow.set_tracking_uri(BASE)
    client = MlflowClient()
    mlflow.set_experiment("lr search")
    with mlflow.start_run(run_name="baseline", tags={"team": "vision"}) as run:
        mlflow.log_params({"lr": "3e-4", "optimizer": "adamw", "seed": 7, "note": "50 %"})
        mlflow.log_param("model_name_or_path", "org/tiny")
        points = []
        for step in range(6):
            at = 1_700_000_000_000 + step * 1000
            points.append(Metric("loss", 2.0 / (step + 1), at, step))
            points.append(Metric("lr", 1e-4 * step, at, step))
            points.append(Metric("system/gpu", -math.inf if step == 1 else 50.0, at, step))
        for step, value in enumerate([2.5, math.nan, math.inf, 1.25]):
            points.append(Metric("eval_loss", value, 1_700_000_000_000 + step * 1000, step))
        points.append(Metric("loss", 9.0, 1_700_000_100_000, 1))
        client.log_batch(run.info.run_id, metrics=points)
        for value in range(3):
            mlflow.log_metric("stepless", float(value))
        with mlflow.start_run(run_name="child/one", nested=True):
            mlflow.log_metric("loss", 0.0, step=0)
    try:
        with mlflow.start_run(run_name="Crashed"):
            mlflow.log_metric("val/accuracy top:5", 0.5, step=10)
            raise ValueError
    except ValueError:
        pass
    with mlflow.start_run(run_name="deleted") as run:
        mlflow.log_metric("loss", 1.0, step=1)
    client.delete_run(run.info.run_id)
    client.create_run(client.create_experiment("empty"), run_name="still running")


def record():
    experiments = ask("/api/2.0/mlflow/experiments/search", {"max_results": 1000, "view_type": "ALL"})
    ids = [one["experiment_id"] for one in experiments["answer"]["experiments"]]
    runs = ask(
        "/api/2.0/mlflow/runs/search",
        body={
            "experiment_ids": ids,
            "run_view_type": "ALL",
            "order_by": ["attributes.start_time DESC"],
        },
    )
    histories = {}
    for run in runs["answer"]["runs"]:
        run_id = run["info"]["run_id"]
        histories[run_id] = {
            metric["key"]: ask(
                "/api/2.0/mlflow/metrics/get-history",
                {"run_id": run_id, "metric_key": metric["key"], "max_results": 25000},
            )["answer"]
            for metric in run["data"].get("metrics", [])
        }
    baseline = runs["answer"]["runs"][-1]["info"]["run_id"]
    return {
        "identity": ask("/api/2.0/mlflow/experiments/get", {"experiment_id": "0"}),
        "experiments": experiments,
        "runs": runs,
        "histories": histories,
        "interval": ask(
            "/ajax-api/2.0/mlflow/metrics/get-history-bulk-interval",
            {
                "run_ids": baseline,
                "metric_key": "loss",
                "max_results": 3,
                "start_step": -(2**53 - 1),
                "end_step": 2**53 - 1,
            },
        ),
        "unknownRun": ask("/api/2.0/mlflow/runs/get", {"run_id": "nobody"}),
        "badToken": ask(
            "/api/2.0/mlflow/runs/search", body={"experiment_ids": ids, "page_token": "zzz"}
        ),
    }


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = f"sqlite:///{folder}/mlflow.db"
        arguments = ["mlflow", "server", "--port", str(PORT), "--workers", "1"]
        arguments += ["--backend-store-uri", store, "--artifacts-destination", folder]
        server = subprocess.Popen([sys.executable, "-m", *arguments])
        try:
            for _ in range(120):
                try:
                    ask("/api/2.0/mlflow/experiments/get", {"experiment_id": "0"})
                    break
                except OSError:
                    time.sleep(0.5)
            log()
            text = json.dumps(record(), indent=1)
        finally:
            server.terminate()
            server.wait()
    pathlib.Path(__file__).with_name("recorded.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
