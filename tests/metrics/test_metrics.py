"""Metrics name what exists: statements, tables, columns, edition values, facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peelcheck.conditions import FromEdition, columns_of, references_of
from peelcheck.counts import ROWS
from peelcheck.errors import MixedBasesError
from peelcheck.measures import FACTS, Denominator, Metric
from peelcheck.metrics import METRICS, by_id
from peelcheck.metrics.outcomes import CLOSED_OUTCOME_SHARE, OUTCOME_SHARE_OF_COUNTS
from peelcheck.metrics.recorded_crime import RECORDED_CRIME_RATE
from peelcheck.recomputing.splits import bound_split
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
        assert set(metric.statements) <= set(statements())

    def test_its_columns_exist(self, metric: Metric) -> None:
        numerator, link = metric.numerator, metric.numerator.link
        names = {column.name for column in TABLES[numerator.table].columns}
        outs = (out.when for out in metric.exclusions)
        conditions = (numerator.where, *outs, *numerator.flags.values())
        read = {name for condition in conditions for name in columns_of(condition)}
        made = {ROWS, *numerator.flags, *([link.brings] if link else [])}
        if numerator.labels:
            made.add(numerator.labels.becomes)
            read.add(numerator.labels.column)
        own = (numerator.monthly, *numerator.alike, numerator.over)
        read |= {name for name in own if name}
        assert {numerator.value, *read} - made <= names
        if link:
            other = {column.name for column in TABLES[link.to].columns}
            assert {*link.on, link.brings, *columns_of(link.when)} <= other

    def test_its_groups_are_labels_of_its_column(self, metric: Metric) -> None:
        link = metric.numerator.link
        if metric.numerator.labels:
            labels = set(metric.numerator.labels.names.values())
            kept = {one for group in metric.groups for one in group.members}
            assert kept <= labels
            return
        table = TABLES[link.to if link else metric.numerator.table]
        if not metric.groups or not table.column(metric.group_column).domain:
            return
        labels = {*table.column(metric.group_column).domain}
        labels |= {str(link.otherwise)} if link else set()
        named = [bound_split(metric, EDITION).groups, metric.groups]
        assert {one for g in named for group in g for one in group.members} <= labels
        assert all(group.members or group.assumption for group in metric.groups)

    def test_its_people_are_in_the_return_and_in_the_reference(
        self, metric: Metric
    ) -> None:
        wanted = metric.people
        if wanted is None:
            return
        read = {wanted.value, wanted.vintage_column, *columns_of(wanted.where)}
        assert read <= {column.name for column in TABLES[wanted.table].columns}
        assert read <= set(reference_rows(wanted.reference)[0])
        assert rulebook()[wanted.noted_by].notable
        assert EDITION.value(wanted.vintage_value)

    def test_its_edition_values_exist(self, metric: Metric) -> None:
        conditions = [
            metric.numerator.where,
            *metric.numerator.flags.values(),
            *(one.when for one in metric.exclusions),
            *(one.when for one in metric.caveats),
            *([metric.people.where] if metric.people else []),
        ]
        for condition in conditions:
            for name in references_of(condition):
                assert isinstance(name, FromEdition)
                assert EDITION.value(name.name) is not None

    def test_its_caveats_ask_for_facts_and_name_their_source(
        self, metric: Metric
    ) -> None:
        for caveat in metric.caveats:
            assert set(columns_of(caveat.when)) <= set(FACTS)
            kind, _, name = caveat.source.rpartition(" ")
            known = EDITION.assumptions if kind == "assumption" else statements()
            assert name in known


RECORDED = Denominator(
    table="recorded_crime",
    reference="recorded_crime_published",
    value="crimes",
    where=RECORDED_CRIME_RATE.numerator.where,
    vintage="year ending {}",
    vintage_value="recorded_crime.window.end",
    vintage_column="period_end",
    noted_by="POP001",
)


def test_a_count_of_one_basis_over_one_of_another_is_refused() -> None:
    mixed = replace(CLOSED_OUTCOME_SHARE, denominator=RECORDED)
    with pytest.raises(MixedBasesError) as refused:
        by_id([mixed])
    assert str(refused.value) == (
        "metric closed_outcome_share divides a count of outcomes recorded in the "
        "period by one of offences recorded in the period; take both of one basis"
    )


def test_two_counts_of_one_basis_are_taken() -> None:
    same = replace(OUTCOME_SHARE_OF_COUNTS, denominator=RECORDED)
    assert list(by_id([same])) == ["outcome_share_of_counts"]
