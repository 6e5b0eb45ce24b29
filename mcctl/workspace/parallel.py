"""A few requests at a time, answered in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from mcctl.errors import McctlError

THREADS = 5
_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
_Tasks = SimpleQueue[tuple[_Job, Future[_Result]] | None]


def in_order(jobs: Iterable[_Job], work: Callable[[_Job], _Result]) -> Iterator[tuple[_Job, _Result | McctlError]]:
    """Yield each job with what comes of it, or with its error, as many at a time as there are threads.

    No more jobs are taken than are worked on. Whoever stops early leaves threads that end with the process.
    """
    tasks: _Tasks[_Job, _Result] = SimpleQueue()
    waiting: deque[tuple[_Job, Future[_Result]]] = deque()
    started = 0
    try:
        for each in jobs:
            if started < THREADS:
                Thread(target=_serve, args=(tasks, work), daemon=True).start()
                started += 1
            task = (each, Future[_Result]())
            waiting.append(task)
            tasks.put(task)
            if len(waiting) > THREADS:
                job, result = waiting.popleft()
                yield job, _outcome(result)
        while waiting:
            job, result = waiting.popleft()
            yield job, _outcome(result)
    finally:
        for _ in range(started):
            tasks.put(None)


def _serve(tasks: _Tasks[_Job, _Result], work: Callable[[_Job], _Result]) -> None:
    while task := tasks.get():
        job, result = task
        try:
            result.set_result(work(job))
        except Exception as error:  # for the thread that waits
            result.set_exception(error)


def _outcome(result: Future[Any]) -> Any:
    try:
        return result.result()
    except McctlError as error:
        return error
