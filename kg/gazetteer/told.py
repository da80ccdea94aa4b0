"""A unit's life told in plain values, for a screen or a script."""

from __future__ import annotations

from typing import Any

from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.lookup import Answer, Candidate, Question
from kg.gazetteer.values import Change, Phase
from kg.model import Unit
from kg.timespan import day_before


def told_answer(gazetteer: Gazetteer, question: Question, answer: Answer) -> dict[str, Any]:
    """The whole answer; ``decided`` is the key of the unit, or ``None``."""
    return {
        "name": question.name,
        "on": question.on,
        "decided": answer.decided.place.unit.key if answer.decided is not None else None,
        "to_decide": to_decide(gazetteer, question, answer),
        "candidates": [told(gazetteer, candidate, question.on) for candidate in answer.candidates],
    }


def told(gazetteer: Gazetteer, candidate: Candidate, on: str | None = None) -> dict[str, Any]:
    """A candidate with why, what it was, where it lay, and what became of it."""
    place, unit = candidate.place, candidate.phase.unit
    key = place.unit.key or ""
    return {
        "unit": unit.full_name,
        "key": key,
        "code": place.code,
        "type": unit.type,
        "level": unit.level,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "valid": gazetteer.validity(key).edtf,
        "in": [_called(gazetteer, above, on or candidate.phase.span.until) for above in unit.ancestors],
        "in_today": sorted({above for now in gazetteer.today(key) for above in _above(gazetteer, now)}),
        "phases": [_phase(phase) for phase in gazetteer.phases(key)],
        "changes": [_change(gazetteer, change) for change in gazetteer.changes(key)],
        "ruled_out": candidate.excluded,
        "reasons": [{"feature": r.feature, "weight": r.weight, "says": r.says} for r in candidate.reasons],
    }


def to_decide(gazetteer: Gazetteer, question: Question, answer: Answer) -> dict[str, list[str]]:
    """What would decide: the options of which each candidate needs another value; nothing when decided."""
    fitting = answer.open
    if answer.decided is not None or len(fitting) < 2:
        return {}
    wanted = {
        "--type": sorted({candidate.phase.unit.type for candidate in fitting}),
        "--in": sorted(
            {
                gazetteer.get(candidate.phase.unit.ancestors[-1]).name
                for candidate in fitting
                if candidate.phase.unit.ancestors
            }
        ),
    }
    lives = {gazetteer.validity(candidate.place.unit.key or "").edtf for candidate in fitting}
    if question.on is None and len(lives) > 1:
        wanted["--on"] = sorted(lives)
    return {option: values for option, values in wanted.items() if len(values) > 1}


def _called(gazetteer: Gazetteer, key: str, on: str | None) -> str:
    phase = gazetteer.phase(key, on) if on is not None else None
    return (phase.unit if phase is not None else gazetteer.get(key)).full_name


def _above(gazetteer: Gazetteer, unit: Unit) -> list[str]:
    return [gazetteer.phases(key)[-1].unit.full_name for key in unit.ancestors]


def _phase(phase: Phase) -> dict[str, Any]:
    return {"unit": phase.unit.full_name, "type": phase.unit.type, "valid": phase.span.edtf}


def _change(gazetteer: Gazetteer, change: Change) -> dict[str, Any]:
    return {
        "date": change.date,
        "kinds": list(change.kinds),
        "before": [_unit(gazetteer, key, day_before(change.date)) for key in change.before],
        "after": [_unit(gazetteer, key, change.date) for key in change.after],
        "act": change.act.number if change.act is not None else None,
    }


def _unit(gazetteer: Gazetteer, key: str, on: str) -> dict[str, Any]:
    return {"unit": _called(gazetteer, key, on), "key": key}
