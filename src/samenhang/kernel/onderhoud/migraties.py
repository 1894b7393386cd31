"""A first installation makes its tables in seconds; Django by itself takes four times as long.

While migrations run, Django keeps every model of that moment as a class. When one is added, or gets an index or
constraint, it makes all models anew that are connected with it, however far: here nearly all of them, as nearly all
point to a case or an organisation. Neither change says anything to another model, so that making the one model is
enough (docs/adr/0052).
"""

from __future__ import annotations

from typing import Any

from django.db.migrations.state import ModelState, ProjectState

ZOALS_DJANGO = {naam: getattr(ProjectState, naam) for naam in ("add_model", "_append_option")}
"""What is replaced, for the tests that compare."""


def _add_model(self: Any, model_state: ModelState) -> None:
    """Add a model that nothing points to yet."""
    sleutel = model_state.app_label, model_state.name_lower
    self.models[sleutel] = model_state
    if self._relations is not None:
        self.resolve_model_relations(sleutel)
    if "apps" in self.__dict__:
        self.apps.render_multiple([model_state])


def _append_option(self: Any, app_label: str, model_name: str, option_name: str, obj: Any) -> None:
    """Add an index or constraint to a model; who points to it finds it by its name as before."""
    model_state = self.models[app_label, model_name]
    model_state.options[option_name] = [*model_state.options[option_name], obj]
    if "apps" in self.__dict__:
        self.apps.unregister_model(app_label, model_name)
        self.apps.render_multiple([model_state])


def versnel() -> None:
    """Let Django make anew only the model that changes."""
    ProjectState.add_model = _add_model  # type: ignore[method-assign]
    ProjectState._append_option = _append_option  # type: ignore[attr-defined]
