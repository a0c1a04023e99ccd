"""Metrics name what exists: statements, tables, columns, edition values, facts."""

from __future__ import annotations

import pytest

from peelcheck.conditions import FromEdition, columns_of, references_of
from peelcheck.measures import FACTS, Metric
from peelcheck.metrics import METRICS
from peelcheck.reference.editions import edition_named
from peelcheck.reference.populations import reference_rows
from peelcheck.reference.statements import statements
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

EDITION = edition_named("peel-2018-19")


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
class TestEachMetric:
    """Every name that a metric gives is one we know."""

    def test_its_statements_exist(self, metric: Metric) -> None:
        named = {
            metric.statement,
            *(out.statement for out in metric.numerator.exclusions),
        }
        assert named <= set(statements())

    def test_its_columns_exist(self, metric: Metric) -> None:
        numerator = TABLES[metric.numerator.table]
        names = {column.name for column in numerator.columns}
        outs = (out.when for out in metric.numerator.exclusions)
        conditions = (metric.numerator.where, *outs)
        read = {name for condition in conditions for name in columns_of(condition)}
        assert {metric.numerator.value, *read} <= names
        if metric.ratio:
            labels = numerator.column(metric.ratio.column).domain
            members = {one for group in metric.ratio.groups for one in group.members}
            assert {metric.ratio.reference, *members} <= set(labels)

    def test_its_denominator_is_in_the_return_and_in_the_reference(
        self, metric: Metric
    ) -> None:
        wanted = metric.denominator
        read = {wanted.value, wanted.vintage_column, *columns_of(wanted.where)}
        assert read <= {column.name for column in TABLES[wanted.table].columns}
        assert read <= set(reference_rows(wanted.reference)[0])
        assert rulebook()[wanted.noted_by].notable

    def test_its_edition_values_exist(self, metric: Metric) -> None:
        conditions = (metric.denominator.where, *(one.when for one in metric.caveats))
        for condition in conditions:
            for name in references_of(condition):
                assert isinstance(name, FromEdition)
                assert EDITION.value(name.name) is not None
        assert EDITION.value(metric.denominator.vintage_value)

    def test_its_caveats_ask_for_facts_and_name_their_source(
        self, metric: Metric
    ) -> None:
        for caveat in metric.caveats:
            assert set(columns_of(caveat.when)) <= set(FACTS)
            kind, _, name = caveat.source.rpartition(" ")
            known = EDITION.assumptions if kind == "assumption" else statements()
            assert name in known
