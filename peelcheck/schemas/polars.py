"""pandera models of the tables, for polars.

Written by `peelcheck schemas write` from the rulebook; do not edit. This file needs
pandera and polars alone: copy it where it is wanted, under a name of its own. The
check of a failure is the rule's id; where a column is missing or of another type,
pandera's own words for it stand beside. Rows are judged as `peelcheck check` judges
them: a missing value breaks no rule but the one that asks for a value. Queries and
notes fail like errors here; `Config.metadata` gives each rule's severity, words and
remedy. The dates of the edition are written in, whatever period a table is of. A
column of another type is a failure: cast it first. A lazy frame is collected, and so its
rows are checked; pandera alone would look at its columns only.

Left out, as pandera cannot carry them (118 rules):

a return as a whole:
    RTN001: it looks at the manifest
    RTN002: it looks at the manifest
    RTN003: it looks at the manifest
    RTN004: it looks at the manifest
    RTN005: it looks at the manifest
    RTN006: it looks at the manifest
stop_search:
    STS002: it looks for rows that are not there
    STS003: it looks for rows that are not there
    STS007: it looks for rows that are not there
    STS008: it looks at the manifest
    STS009: it looks at the manifest
    STS010: it compares with a value of the manifest
    STS011: it compares with a value of the manifest
    STS012: it looks for rows that are not there
    STS013: it looks at the manifest
    STS014: it holds forces against one another
    STS015: it holds forces against one another
population:
    POP002: it looks at a reference table
    POP003: it compares each row with the others of a reference table
    POP004: it looks for rows that are not there
population_by_ethnic_group:
    ETH002: it adds rows up
    ETH003: it looks at a reference table
    ETH004: it compares each row with the others of a reference table
    ETH005: it looks for rows that are not there
stop_search_by_group:
    SSG001: it adds up rows of another table
    SSG.totals: it looks at totals printed beside the rows
stop_search_records:
    STR005: it adds up rows of another table
recorded_crime:
    CRI004: it looks for rows that are not there
    CRI005: it adds rows up
    CRI006: it adds rows up
    CRI007: it adds rows up
    CRI008: it adds rows up
    CRI009: it adds rows up
    CRI010: it adds rows up
    CRI011: it adds rows up
    CRI012: it looks at the manifest
    CRI013: it looks at the manifest
    CRI015: it compares with a value of the manifest
    CRI016: it compares with a value of the manifest
    CRI017: it looks at the manifest
    CRI018: it looks at totals printed beside the rows
    CRI019: it looks for rows that are not there
    CRI020: it adds rows up
    CRI021: it compares with a value of the manifest
    CRI022: it holds forces against one another
    CRI023: it holds forces against one another
    CRI.totals: it looks at totals printed beside the rows
recorded_crime_rate:
    CRR002: it looks at a reference table
    CRR003: it adds up rows of another table
crimes:
    CRM003: it looks for rows that are not there
    CRM004: it compares with a value of the manifest
    CRM006: it adds up rows of another table
outcomes:
    OCM001: it looks at rows of another table
    OCM003: it looks at rows of another table
    OCM005: it looks at rows of another table
    OCM007: it compares with a value of the manifest
outcome_counts:
    OUT002: it looks for rows that are not there
    OUT004: it looks at groups of rows
    OUT008: it looks at groups of rows
    OUT009: it looks at a reference table
    OUT010: it looks at the manifest
    OUT011: it looks at the manifest
    OUT012: it compares with a value of the manifest
    OUT013: it compares with a value of the manifest
outcome_submissions:
    SUB001: it looks at groups of rows
    SUB002: it looks at groups of rows
    SUB003: it looks at groups of rows
    SUB004: it looks for rows that are not there
workforce:
    WOR002: it looks for rows that are not there
    WOR009: it looks at a reference table
    WOR010: it looks at groups of rows
    WOR011: it compares with a value of the manifest
    WOR012: it looks for rows that are not there
    WOR013: it looks at groups of rows
    WOR015: it holds forces against one another
    WOR016: it holds forces against one another
    WOR.totals: it looks at totals printed beside the rows
calls_999:
    CAL002: it looks for rows that are not there
    CAL003: it compares with a value of the manifest
    CAL006: it looks at groups of rows
    CAL008: it holds forces against one another
vetting:
    VET002: it looks for rows that are not there
    VET003: it compares with a value of the manifest
    VET006: it looks at groups of rows
    VET007: it looks at a reference table
    VET008: it looks at a reference table
    VET009: it holds forces against one another
spend:
    SPE002: it looks for rows that are not there
    SPE003: it compares with a value of the manifest
    SPE007: it adds rows up
    SPE008: it looks for rows that are not there
    SPE017: it holds forces against one another
    SPE018: it holds forces against one another
    SPE010: it looks at groups of rows
    SPE011: it looks at groups of rows
    SPE015: it looks at groups of rows
    SPE016: it looks at groups of rows
    SPE019: it looks at groups of rows
file_review:
    FIL002: it looks for rows that are not there
    FIL003: it compares with a value of the manifest
    FIL005: it looks at groups of rows
    FIL006: it looks at groups of rows
staff_survey:
    SSV002: it looks for rows that are not there
    SSV003: it compares with a value of the manifest
    SSV004: it is for a collection alone, which rows do not tell
public_survey:
    PUB002: it looks for rows that are not there
    PUB003: it compares with a value of the manifest
    PUB007: it looks at groups of rows
    PUB008: it looks at groups of rows
    PUB009: it looks at groups of rows
    PUB010: it looks at groups of rows
    PUB012: it looks at groups of rows
    PUB013: it looks at groups of rows
    PUB006: it looks at groups of rows
judgments:
    JUD002: it looks for rows that are not there
    JUD003: it compares with a value of the manifest
    JUD004: it looks for rows that are not there
    JUD005: it looks for rows that are not there
"""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pandera.polars as pa
import polars as pl

class _Schema(pa.DataFrameSchema):
    """A schema that takes frames as `check` does, and tells of a fault once.

    A rule that reads a column of another type is not told as broken: the type is.
    `rules` has the words of each rule, by its id.
    """

    rules: dict[str, Any]

    @classmethod
    def get_backend(cls, *args: Any, **kwargs: Any) -> Any:
        return pa.DataFrameSchema.get_backend(*args, **kwargs)  # made for that class

    def validate(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        frame, given_back = _taken(check_obj, self)
        try:
            return given_back(super().validate(frame, *args, **kwargs))
        except pa.errors.SchemaErrors as refused:
            raise _without_hindered(refused, self.rules, frame) from None


class _Model(pa.DataFrameModel):
    """A model with such a schema, whose checks are named as their rules are."""

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> _Schema:
        made = cast("_Schema", super().build_schema_(**kwargs))
        made.__class__ = _Schema  # pandera asks nobody which class to make it of
        made.rules = {}
        for base in reversed(cls.__mro__):
            told = getattr(getattr(base, "Config", None), "metadata", None)
            made.rules |= (told or {}).get("rules", {})
        # pandera forgets the names of checks that a subclass has too
        ids = {rule.lower().replace(".", "_"): rule for rule in made.rules}
        ours = [one for column in made.columns.values() for one in column.checks]
        for check in (*made.checks, *ours):
            check.name = ids.get(str(check.name), check.name)
        return made


def _without_hindered(
    refused: pa.errors.SchemaErrors, rules: dict[str, Any], frame: Any
) -> pa.errors.SchemaErrors:
    """Leave out the rules that read a column of another type, or one that is twice."""
    twice = {*frame.columns} - _once([*frame.columns])
    named = [(rules.get(_name_of(one), {}), one) for one in refused.schema_errors]
    faulty = twice | {rule.get("type_of") for rule, _ in named}
    faulty |= {one.schema.name for _, one in named if one.reason_code in _OF_TYPE}
    if twice:  # pandera shows no failure of a frame with such columns
        named = [(r, one) for r, one in named if not ("reads" in r and _raised(one))]
    told = [one for rule, one in named if not faulty & {*rule.get("reads", [])}]
    return pa.errors.SchemaErrors(refused.schema, told, refused.data)


def _raised(one: pa.errors.SchemaError) -> bool:
    return one.reason_code is pa.errors.SchemaErrorReason.CHECK_ERROR


_OF_TYPE = (
    pa.errors.SchemaErrorReason.WRONG_DATATYPE,
    pa.errors.SchemaErrorReason.DATATYPE_COERCION,
)


def _name_of(one: pa.errors.SchemaError) -> str:
    return str(getattr(one.check, "name", one.check))


def _once(columns: list[str]) -> set[str]:
    """Return the columns that stand once; that one stands twice is a failure itself."""
    return {name for name, times in Counter(columns).items() if times == 1}


def _there(columns: list[str], required: list[str], *, any_row: bool) -> bool:
    """Refuse a table with a column twice or not at all, or no rows, with a word."""
    if twice := {*columns} - _once(columns):
        raise ValueError(f"two columns {', '.join(sorted(map(str, twice)))}")
    lacking = [name for name in required if name not in columns]
    if lacking:
        raise ValueError(f"no column {', '.join(lacking)}")
    if not any_row:
        raise ValueError("no rows")
    return True


def _taken(given: Any, schema: _Schema) -> tuple[Any, Callable[[Any], Any]]:
    """Return a frame whose rows are looked at, and what makes the result like it again.

    Columns of no model whose values pandera cannot show are not given to it.
    """
    if getattr(schema, "drop_invalid_rows", False):
        message = "with polars, drop_invalid_rows keeps what has no rows to drop"
        raise pa.errors.SchemaDefinitionError(message)
    if isinstance(given, pl.LazyFrame):
        frame, given_back = _taken(given.collect(), schema)
        return frame, lambda checked: given_back(checked).lazy()
    if not isinstance(given, pl.DataFrame):
        return given, lambda checked: checked
    kinds = given.schema.items()
    odd = [n for n, k in kinds if k in _NOT_SHOWN and n not in schema.columns]
    return given.drop(odd), lambda checked: checked.with_columns(given.select(odd))


_NOT_SHOWN = (pl.Binary, pl.Object)


def _filled(
    data: pa.PolarsData, absent: dict[str, tuple[Any, str | int | None]]
) -> pa.PolarsData:
    """Return rows with columns that need not be there, as they are taken to be."""
    there = data.lazyframe.collect_schema()
    made = {
        name: pl.lit(value, dtype=kind)
        for name, (kind, value) in absent.items()
        if name not in there
    }
    return pa.PolarsData(data.lazyframe.with_columns(**made), data.key)


def _of_type(
    data: pa.PolarsData,
    wanted: type[pl.DataType],
    allowed: Callable[[pl.Expr], pl.Expr],
) -> pl.LazyFrame:
    """Mark the values allowed; refuse a column of another type with a word."""
    found = data.lazyframe.collect_schema()[str(data.key)]
    if found != wanted:
        raise TypeError(f"{found}, not {wanted.__name__}")
    return _kept(data, ~allowed(pl.col(str(data.key))))


def _kept(data: pa.PolarsData, broken: pl.Expr) -> pl.LazyFrame:
    """Say of each row whether it keeps a rule, as it does where that is open."""
    return data.lazyframe.select(~broken.fill_null(False))


def _doubled(read: list[str], given: list[str], *asked: pl.Expr) -> pl.Expr:
    """Mark rows that agree with another; one without a part to be given agrees not."""
    parts = [pl.col(name).is_not_null() for name in given if name in read]
    return pl.all_horizontal(parts) & pl.struct(*read, *asked).is_duplicated()


REASON = [
    'Criminal Damage',
    'Drugs',
    'Firearms',
    'Going Equipped',
    'Offensive Weapons',
    'Other',
    'Stolen Property',
    'Prevent acts of terrorism',
]

REASON_2 = [
    'Criminal Damage',
    'Drugs',
    'Firearms',
    'Going Equipped',
    'Offensive Weapons',
    'Other',
    'Stolen Property',
    'Anticipation of violence',
]

FORCE = [
    'Avon and Somerset',
    'Bedfordshire',
    'Cambridgeshire',
    'Cheshire',
    'City of London',
    'Cleveland',
    'Cumbria',
    'Derbyshire',
    'Devon and Cornwall',
    'Dorset',
    'Durham',
    'Dyfed-Powys',
    'Essex',
    'Gloucestershire',
    'Greater Manchester',
    'Gwent',
    'Hampshire',
    'Hertfordshire',
    'Humberside',
    'Kent',
    'Lancashire',
    'Leicestershire',
    'Lincolnshire',
    'Merseyside',
    'Metropolitan Police',
    'Norfolk',
    'North Wales',
    'North Yorkshire',
    'Northamptonshire',
    'Northumbria',
    'Nottinghamshire',
    'South Wales',
    'South Yorkshire',
    'Staffordshire',
    'Suffolk',
    'Surrey',
    'Sussex',
    'Thames Valley',
    'Warwickshire',
    'West Mercia',
    'West Midlands',
    'West Yorkshire',
    'Wiltshire',
    'British Transport Police',
]

LEGISLATION = [
    'Section 1 (PACE)',
    'Section 60 (CJPOA)',
    'Section 44/47a (TACT)',
]

REASON_3 = [
    'Criminal Damage',
    'Drugs',
    'Firearms',
    'Going Equipped',
    'Offensive Weapons',
    'Other',
    'Stolen Property',
    'Anticipation of violence',
    'Prevent acts of terrorism',
]

ETHNIC_GROUP = [
    'White',
    'Mixed',
    'Asian or Asian British',
    'Black or Black British',
    'Chinese or Other Ethnic Group',
    'Not stated',
    'Vehicle only',
]

FORCE_2 = [
    'Avon and Somerset',
    'Bedfordshire',
    'Cambridgeshire',
    'Cheshire',
    'City of London',
    'Cleveland',
    'Cumbria',
    'Derbyshire',
    'Devon and Cornwall',
    'Dorset',
    'Durham',
    'Dyfed-Powys',
    'Essex',
    'Gloucestershire',
    'Greater Manchester',
    'Gwent',
    'Hampshire',
    'Hertfordshire',
    'Humberside',
    'Kent',
    'Lancashire',
    'Leicestershire',
    'Lincolnshire',
    'Merseyside',
    'Metropolitan Police',
    'Norfolk',
    'North Wales',
    'North Yorkshire',
    'Northamptonshire',
    'Northumbria',
    'Nottinghamshire',
    'South Wales',
    'South Yorkshire',
    'Staffordshire',
    'Suffolk',
    'Surrey',
    'Sussex',
    'Thames Valley',
    'Warwickshire',
    'West Mercia',
    'West Midlands',
    'West Yorkshire',
    'Wiltshire',
]

ETHNIC_GROUP_2 = [
    'All',
    'White',
    'Mixed',
    'Asian or Asian British',
    'Black or Black British',
    'Chinese or Other Ethnic Group',
    'Other Ethnic Group',
]

AREA = [
    'Avon and Somerset',
    'Bedfordshire',
    'Cambridgeshire',
    'Cheshire',
    'City of London',
    'Cleveland',
    'Cumbria',
    'Derbyshire',
    'Devon and Cornwall',
    'Dorset',
    'Durham',
    'Dyfed-Powys',
    'Essex',
    'Gloucestershire',
    'Greater Manchester',
    'Gwent',
    'Hampshire',
    'Hertfordshire',
    'Humberside',
    'Kent',
    'Lancashire',
    'Leicestershire',
    'Lincolnshire',
    'Merseyside',
    'Metropolitan Police',
    'Norfolk',
    'North Wales',
    'North Yorkshire',
    'Northamptonshire',
    'Northumbria',
    'Nottinghamshire',
    'South Wales',
    'South Yorkshire',
    'Staffordshire',
    'Suffolk',
    'Surrey',
    'Sussex',
    'Thames Valley',
    'Warwickshire',
    'West Mercia',
    'West Midlands',
    'West Yorkshire',
    'Wiltshire',
    'British Transport Police',
    'England and Wales with British Transport Police',
    'England and Wales without British Transport Police',
    'England and Wales with British Transport Police, without Greater Manchester',
    'England and Wales without British Transport Police and Greater Manchester',
]

CLASSIFICATION = [
    'All',
    'ONS 2001 5+1',
    'ONS 2001 16+1',
    'ONS 2011 5+1',
    'ONS 2011 18+1',
]

SEARCH_TYPE = [
    'Person search',
    'Person and Vehicle search',
    'Vehicle search',
]

SELF_DEFINED_ETHNICITY = [
    'White - English/Welsh/Scottish/Northern Irish/British',
    'White - Irish',
    'White - Gypsy or Irish Traveller',
    'White - Any other White background',
    'Mixed/Multiple ethnic groups - White and Black Caribbean',
    'Mixed/Multiple ethnic groups - White and Black African',
    'Mixed/Multiple ethnic groups - White and Asian',
    'Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background',
    'Asian/Asian British - Indian',
    'Asian/Asian British - Pakistani',
    'Asian/Asian British - Bangladeshi',
    'Asian/Asian British - Chinese',
    'Asian/Asian British - Any other Asian background',
    'Black/African/Caribbean/Black British - African',
    'Black/African/Caribbean/Black British - Caribbean',
    'Black/African/Caribbean/Black British - Any other Black/African/Caribbean background',
    'Other ethnic group - Arab',
    'Other ethnic group - Any other ethnic group',
    'White - White British (W1)',
    'White - White Irish (W2)',
    'White - Any other White ethnic background (W9)',
    'Mixed - White and Black Caribbean (M1)',
    'Mixed - White and Black African (M2)',
    'Mixed - White and Asian (M3)',
    'Mixed - Any other Mixed ethnic background (M9)',
    'Asian or Asian British - Indian (A1)',
    'Asian or Asian British - Pakistani (A2)',
    'Asian or Asian British - Bangladeshi (A3)',
    'Asian or Asian British - Any other Asian ethnic background (A9)',
    'Black or Black British - Caribbean (B1)',
    'Black or Black British - African (B2)',
    'Black or Black British - Any other Black ethnic background (B9)',
    'Chinese or other - Chinese (O1)',
    'Chinese or other - Any other ethnic group (O9)',
    'Not stated',
]

FORCE_3 = [
    'Action Fraud',
    'Cifas',
    'UK Finance',
]

FORCE_4 = [
    'Avon and Somerset',
    'Bedfordshire',
    'Cambridgeshire',
    'Cheshire',
    'City of London',
    'Cleveland',
    'Cumbria',
    'Derbyshire',
    'Devon and Cornwall',
    'Dorset',
    'Durham',
    'Dyfed-Powys',
    'Essex',
    'Gloucestershire',
    'Greater Manchester',
    'Gwent',
    'Hampshire',
    'Hertfordshire',
    'Humberside',
    'Kent',
    'Lancashire',
    'Leicestershire',
    'Lincolnshire',
    'Merseyside',
    'Metropolitan Police',
    'Norfolk',
    'North Wales',
    'North Yorkshire',
    'Northamptonshire',
    'Northumbria',
    'Nottinghamshire',
    'South Wales',
    'South Yorkshire',
    'Staffordshire',
    'Suffolk',
    'Surrey',
    'Sussex',
    'Thames Valley',
    'Warwickshire',
    'West Mercia',
    'West Midlands',
    'West Yorkshire',
    'Wiltshire',
    'British Transport Police',
    'Action Fraud',
    'Cifas',
    'UK Finance',
    'England and Wales',
]

OFFENCE = [
    'Total recorded crime (excluding fraud)',
    'Victim-based crime',
    'Violence against the person',
    'Homicide',
    'Violence with injury',
    'Violence without injury',
    'Stalking and harassment',
    'Death or serious injury - unlawful driving',
    'Sexual offences',
    'Robbery',
    'Theft offences',
    'Burglary',
    'Residential burglary',
    'Non-residential burglary',
    'Vehicle offences',
    'Theft from the person',
    'Bicycle theft',
    'Shoplifting',
    'Other theft offences',
    'Criminal damage and arson',
    'Other crimes against society',
    'Drug offences',
    'Possession of weapons offences',
    'Public order offences',
    'Miscellaneous crimes against society',
    'Fraud offences',
]

AREA_2 = [
    'Avon and Somerset',
    'Bedfordshire',
    'Cambridgeshire',
    'Cheshire',
    'City of London',
    'Cleveland',
    'Cumbria',
    'Derbyshire',
    'Devon and Cornwall',
    'Dorset',
    'Durham',
    'Dyfed-Powys',
    'Essex',
    'Gloucestershire',
    'Greater Manchester',
    'Gwent',
    'Hampshire',
    'Hertfordshire',
    'Humberside',
    'Kent',
    'Lancashire',
    'Leicestershire',
    'Lincolnshire',
    'Merseyside',
    'Metropolitan Police',
    'Norfolk',
    'North Wales',
    'North Yorkshire',
    'Northamptonshire',
    'Northumbria',
    'Nottinghamshire',
    'South Wales',
    'South Yorkshire',
    'Staffordshire',
    'Suffolk',
    'Surrey',
    'Sussex',
    'Thames Valley',
    'Warwickshire',
    'West Mercia',
    'West Midlands',
    'West Yorkshire',
    'Wiltshire',
    'British Transport Police',
    'South West',
    'East of England',
    'North West',
    'London',
    'North East',
    'East Midlands',
    'South East',
    'Yorkshire and The Humber',
    'West Midlands region',
    'England',
    'Wales',
    'England and Wales',
]

OFFENCE_2 = [
    'Violence against the person',
    'Sexual offences',
    'Robbery',
    'Theft offences',
    'Criminal damage and arson',
    'Drug offences',
    'Possession of weapons offences',
    'Public order offences',
    'Miscellaneous crimes against society',
    'Fraud offences',
]

OUTCOME_TYPE = [
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '20',
    '21',
    '22',
    '1A',
    '2A',
    '3A',
]

OUTCOME_TYPE_2 = [
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '20',
    '21',
    '22',
    '1A',
    '2A',
    '3A',
]

AS_AT = [
    date(2000, 3, 31),
    date(2001, 3, 31),
    date(2002, 3, 31),
    date(2003, 3, 31),
    date(2004, 3, 31),
    date(2005, 3, 31),
    date(2006, 3, 31),
    date(2007, 3, 31),
    date(2008, 3, 31),
    date(2009, 3, 31),
    date(2010, 3, 31),
    date(2011, 3, 31),
    date(2012, 3, 31),
    date(2013, 3, 31),
    date(2014, 3, 31),
    date(2015, 3, 31),
    date(2016, 3, 31),
    date(2017, 3, 31),
    date(2018, 3, 31),
    date(2019, 3, 31),
    date(2020, 3, 31),
    date(2021, 3, 31),
    date(2022, 3, 31),
    date(2023, 3, 31),
    date(2024, 3, 31),
    date(2025, 3, 31),
    date(2026, 3, 31),
    date(2027, 3, 31),
    date(2028, 3, 31),
    date(2029, 3, 31),
    date(2030, 3, 31),
    date(2031, 3, 31),
    date(2032, 3, 31),
    date(2033, 3, 31),
    date(2034, 3, 31),
    date(2035, 3, 31),
    date(2036, 3, 31),
    date(2037, 3, 31),
    date(2038, 3, 31),
    date(2039, 3, 31),
    date(2040, 3, 31),
    date(2041, 3, 31),
    date(2042, 3, 31),
    date(2043, 3, 31),
    date(2044, 3, 31),
    date(2045, 3, 31),
    date(2046, 3, 31),
    date(2047, 3, 31),
    date(2048, 3, 31),
    date(2049, 3, 31),
    date(2050, 3, 31),
]

WORKER_TYPE = [
    'police officer',
    'police staff',
    'designated officer',
    'police community support officer',
    'special constable',
    'police support volunteer',
]

SEX = [
    'Female',
    'Male',
    'Not stated',
    'Prefer not to say',
    'Prefer to self-describe',
]

ETHNIC_GROUP_3 = [
    'White',
    'Mixed',
    'Asian or Asian British',
    'Black or Black British',
    'Chinese or Other Ethnic Group',
    'Not stated',
]

STATUS = [
    'in post',
    'career break',
    'long-term absence',
    'seconded from another force',
    'seconded to another force',
]

MONTH = [
    date(2015, 1, 31),
    date(2015, 2, 28),
    date(2015, 3, 31),
    date(2015, 4, 30),
    date(2015, 5, 31),
    date(2015, 6, 30),
    date(2015, 7, 31),
    date(2015, 8, 31),
    date(2015, 9, 30),
    date(2015, 10, 31),
    date(2015, 11, 30),
    date(2015, 12, 31),
    date(2016, 1, 31),
    date(2016, 2, 29),
    date(2016, 3, 31),
    date(2016, 4, 30),
    date(2016, 5, 31),
    date(2016, 6, 30),
    date(2016, 7, 31),
    date(2016, 8, 31),
    date(2016, 9, 30),
    date(2016, 10, 31),
    date(2016, 11, 30),
    date(2016, 12, 31),
    date(2017, 1, 31),
    date(2017, 2, 28),
    date(2017, 3, 31),
    date(2017, 4, 30),
    date(2017, 5, 31),
    date(2017, 6, 30),
    date(2017, 7, 31),
    date(2017, 8, 31),
    date(2017, 9, 30),
    date(2017, 10, 31),
    date(2017, 11, 30),
    date(2017, 12, 31),
    date(2018, 1, 31),
    date(2018, 2, 28),
    date(2018, 3, 31),
    date(2018, 4, 30),
    date(2018, 5, 31),
    date(2018, 6, 30),
    date(2018, 7, 31),
    date(2018, 8, 31),
    date(2018, 9, 30),
    date(2018, 10, 31),
    date(2018, 11, 30),
    date(2018, 12, 31),
    date(2019, 1, 31),
    date(2019, 2, 28),
    date(2019, 3, 31),
    date(2019, 4, 30),
    date(2019, 5, 31),
    date(2019, 6, 30),
    date(2019, 7, 31),
    date(2019, 8, 31),
    date(2019, 9, 30),
    date(2019, 10, 31),
    date(2019, 11, 30),
    date(2019, 12, 31),
    date(2020, 1, 31),
    date(2020, 2, 29),
    date(2020, 3, 31),
    date(2020, 4, 30),
    date(2020, 5, 31),
    date(2020, 6, 30),
    date(2020, 7, 31),
    date(2020, 8, 31),
    date(2020, 9, 30),
    date(2020, 10, 31),
    date(2020, 11, 30),
    date(2020, 12, 31),
]

CATEGORY = [
    'Local policing',
    'Dealing with the public',
    'Criminal justice arrangements',
    'Road policing',
    'Operational support',
    'Intelligence',
    'Investigations',
    'Investigative support',
    'Public protection',
    'Support functions',
    'National policing',
    'Local policing bodies',
    'All categories',
]

CRIME_TYPE = [
    'Theft from the person',
    'Rape, including attempts',
    'Stalking',
    'Harassment',
    'Common assault',
    'Grievous bodily harm (wounding)',
    'Actual bodily harm',
]

MODE = [
    'online panel',
    'face to face',
    'online after a postal invitation',
]

SUBJECT = [
    'Preventing crime and tackling anti-social behaviour',
    'Investigating crime',
    'Protecting vulnerable people',
    'Tackling serious and organised crime',
    'Armed policing',
    'Meeting current demands and using resources',
    'Planning for the future',
    'Fair treatment of the public',
    'Ethical and lawful workforce behaviour',
    'Fair treatment of the workforce',
]

SUBJECT_2 = [
    'Effectiveness',
    'Efficiency',
    'Legitimacy',
]

SUBJECT_3 = [
    'Preventing crime and tackling anti-social behaviour',
    'Investigating crime',
    'Tackling serious and organised crime',
    'Meeting current demands and using resources',
    'Fair treatment of the public',
    'Fair treatment of the workforce',
]

SUBJECT_4 = [
    'Protecting vulnerable people',
    'Armed policing',
    'Planning for the future',
    'Ethical and lawful workforce behaviour',
]

SUBJECT_5 = [
    'Preventing crime and tackling anti-social behaviour',
    'Investigating crime',
    'Protecting vulnerable people',
    'Tackling serious and organised crime',
    'Armed policing',
    'Meeting current demands and using resources',
    'Planning for the future',
    'Fair treatment of the public',
    'Ethical and lawful workforce behaviour',
    'Fair treatment of the workforce',
    'Effectiveness',
    'Efficiency',
    'Legitimacy',
]

GRADE = [
    'Outstanding',
    'Good',
    'Requires improvement',
    'Inadequate',
    'Ungraded',
]


class StopSearch(_Model):
    """Searches by one force, under one power, for one reason, of one group."""

    year_ending: date = pa.Field(
        nullable=True,
        title='year_ending',
        description='Last day of the financial year the searches were made in.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    legislation: str = pa.Field(
        nullable=True,
        title='legislation',
        description='Power the search was made under.',
    )
    reason: str = pa.Field(
        nullable=True,
        title='reason',
        description='Reason for the search.',
    )
    ethnic_group: str = pa.Field(
        nullable=True,
        title='ethnic_group',
        description='Self-defined ethnic group (2001 grouping), not stated, or no person.',
    )
    searches: int = pa.Field(
        nullable=True,
        title='searches',
        description='Number of searches.',
        metadata={'unit': 'searches'},
    )
    resultant_arrests: int | None = pa.Field(
        nullable=True,
        title='resultant_arrests',
        description='Number of arrests that followed.',
        metadata={'unit': 'arrests'},
    )

    @pa.dataframe_check(name='STS.columns', ignore_na=False)
    def sts_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: year_ending, force, legislation, reason, ethnic_group, searches. There is at least one row."""
        rows = data
        required = ['year_ending', 'force', 'legislation', 'reason', 'ethnic_group', 'searches']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('year_ending', name='STS.year_ending.type', ignore_na=False)
    def sts_year_ending_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year_ending is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('searches', name='STS.searches.type', ignore_na=False)
    def sts_searches_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of searches is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('resultant_arrests', name='STS.resultant_arrests.type', ignore_na=False)
    def sts_resultant_arrests_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of resultant_arrests is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('force', name='STS001', ignore_na=False)
    def sts001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.dataframe_check(name='STS005', ignore_na=False)
    def sts005(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Each reason stands under the power it belongs to."""
        rows = data
        read = ['legislation', 'reason']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (((pl.col('legislation') == 'Section 1 (PACE)') & pl.col('reason').is_in(['Anticipation of violence', 'Prevent acts of terrorism'])) | ((pl.col('legislation') == 'Section 60 (CJPOA)') & pl.col('reason').is_in(REASON)) | ((pl.col('legislation') == 'Section 44/47a (TACT)') & pl.col('reason').is_in(REASON_2)))
        return _kept(rows, broken)

    @pa.dataframe_check(name='STS006', ignore_na=False)
    def sts006(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No more arrests follow than there were searches."""
        rows = data
        read = ['searches', 'resultant_arrests']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('searches') >= 0) & (pl.col('resultant_arrests') > pl.col('searches')))
        return _kept(rows, broken)

    @pa.check('year_ending', name='STS.year_ending.missing', ignore_na=False)
    def sts_year_ending_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of year_ending, or a declared mark for having none."""
        return _kept(data, pl.col('year_ending').is_null())

    @pa.check('force', name='STS.force.missing', ignore_na=False)
    def sts_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='STS.force.domain', ignore_na=False)
    def sts_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('legislation', name='STS.legislation.missing', ignore_na=False)
    def sts_legislation_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of legislation, or a declared mark for having none."""
        return _kept(data, pl.col('legislation').is_null())

    @pa.check('legislation', name='STS.legislation.domain', ignore_na=False)
    def sts_legislation_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of legislation is one of 3 known: Section 1 (PACE), Section 60 (CJPOA), Section 44/47a (TACT)."""
        return _kept(data, ~pl.col('legislation').is_in(LEGISLATION))

    @pa.check('reason', name='STS.reason.missing', ignore_na=False)
    def sts_reason_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of reason, or a declared mark for having none."""
        return _kept(data, pl.col('reason').is_null())

    @pa.check('reason', name='STS.reason.domain', ignore_na=False)
    def sts_reason_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of reason is one of 9 known."""
        return _kept(data, ~pl.col('reason').is_in(REASON_3))

    @pa.check('ethnic_group', name='STS.ethnic_group.missing', ignore_na=False)
    def sts_ethnic_group_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of ethnic_group, or a declared mark for having none."""
        return _kept(data, pl.col('ethnic_group').is_null())

    @pa.check('ethnic_group', name='STS.ethnic_group.domain', ignore_na=False)
    def sts_ethnic_group_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of ethnic_group is one of 7 known: White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Not stated, Vehicle only."""
        return _kept(data, ~pl.col('ethnic_group').is_in(ETHNIC_GROUP))

    @pa.check('searches', name='STS.searches.missing', ignore_na=False)
    def sts_searches_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of searches, or a declared mark for having none."""
        return _kept(data, pl.col('searches').is_null())

    @pa.check('searches', name='STS.searches.minimum', ignore_na=False)
    def sts_searches_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of searches is 0 or more."""
        return _kept(data, (pl.col('searches') < 0))

    @pa.check('resultant_arrests', name='STS.resultant_arrests.missing', ignore_na=False)
    def sts_resultant_arrests_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of resultant_arrests, or a declared mark for having none."""
        return _kept(data, pl.col('resultant_arrests').is_null())

    @pa.check('resultant_arrests', name='STS.resultant_arrests.minimum', ignore_na=False)
    def sts_resultant_arrests_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of resultant_arrests is 0 or more."""
        return _kept(data, (pl.col('resultant_arrests') < 0))

    @pa.dataframe_check(name='STS.key', ignore_na=False)
    def sts_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in year_ending, force, legislation, reason, ethnic_group."""
        rows = data
        read = ['year_ending', 'force', 'legislation', 'reason', 'ethnic_group']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['year_ending', 'force', 'legislation', 'reason', 'ethnic_group'])
        return _kept(rows, broken)

    class Config:
        name = 'stop_search'
        metadata = {
            'rules': {
                'STS.columns': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: year_ending, force, legislation, reason, ethnic_group, searches.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'STS.year_ending.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year_ending is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'year_ending',
                },
                'STS.searches.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of searches is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'searches',
                },
                'STS.resultant_arrests.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of resultant_arrests is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'resultant_arrests',
                },
                'STS001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'STS005': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Each reason stands under the power it belongs to.',
                    'mend': 'Move the searches to the power they were made under.',
                    'reads': ['legislation', 'reason'],
                },
                'STS006': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'No more arrests follow than there were searches.',
                    'mend': 'Check both counts; if they are right, explain how they come about.',
                    'reads': ['searches', 'resultant_arrests'],
                },
                'STS.year_ending.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year_ending, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['year_ending'],
                },
                'STS.force.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'STS.force.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                    'reads': ['force'],
                },
                'STS.legislation.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of legislation, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['legislation'],
                },
                'STS.legislation.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of legislation is one of 3 known: Section 1 (PACE), Section 60 (CJPOA), Section 44/47a (TACT).',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                    'reads': ['legislation'],
                },
                'STS.reason.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of reason, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['reason'],
                },
                'STS.reason.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of reason is one of 9 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                    'reads': ['reason'],
                },
                'STS.ethnic_group.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of ethnic_group, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['ethnic_group'],
                },
                'STS.ethnic_group.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of ethnic_group is one of 7 known: White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Not stated, Vehicle only.',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                    'reads': ['ethnic_group'],
                },
                'STS.searches.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of searches, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['searches'],
                },
                'STS.searches.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of searches is 0 or more.',
                    'mend': 'Correct the number; searches cannot be fewer than 0.',
                    'reads': ['searches'],
                },
                'STS.resultant_arrests.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of resultant_arrests, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['resultant_arrests'],
                },
                'STS.resultant_arrests.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of resultant_arrests is 0 or more.',
                    'mend': 'Correct the number; arrests cannot be fewer than 0.',
                    'reads': ['resultant_arrests'],
                },
                'STS.key': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year_ending, force, legislation, reason, ethnic_group.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['year_ending', 'force', 'legislation', 'reason', 'ethnic_group'],
                },
            },
            'left_out': {
                'STS002': 'it looks for rows that are not there',
                'STS003': 'it looks for rows that are not there',
                'STS007': 'it looks for rows that are not there',
                'STS008': 'it looks at the manifest',
                'STS009': 'it looks at the manifest',
                'STS010': 'it compares with a value of the manifest',
                'STS011': 'it compares with a value of the manifest',
                'STS012': 'it looks for rows that are not there',
                'STS013': 'it looks at the manifest',
                'STS014': 'it holds forces against one another',
                'STS015': 'it holds forces against one another',
            },
        }

class Population(_Model):
    """Residents of one force area at the middle of one year."""

    year: int = pa.Field(
        nullable=True,
        title='year',
        description='Year whose middle the estimate is for.',
        metadata={'unit': 'year'},
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force.',
    )
    population: int = pa.Field(
        nullable=True,
        title='population',
        description='Usual residents.',
        metadata={'unit': 'people'},
    )

    @pa.dataframe_check(name='POP.columns', ignore_na=False)
    def pop_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: year, force, population. There is at least one row."""
        rows = data
        required = ['year', 'force', 'population']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('year', name='POP.year.type', ignore_na=False)
    def pop_year_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('population', name='POP.population.type', ignore_na=False)
    def pop_population_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('year', name='POP001', ignore_na=False)
    def pop001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Populations are the ONS mid-2017 ones, or noted otherwise."""
        return _kept(data, (pl.col('year') != 2017))

    @pa.check('year', name='POP.year.missing', ignore_na=False)
    def pop_year_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of year, or a declared mark for having none."""
        return _kept(data, pl.col('year').is_null())

    @pa.check('year', name='POP.year.minimum', ignore_na=False)
    def pop_year_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year is 1801 or more."""
        return _kept(data, (pl.col('year') < 1801))

    @pa.check('force', name='POP.force.missing', ignore_na=False)
    def pop_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='POP.force.domain', ignore_na=False)
    def pop_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 43 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE_2))

    @pa.check('population', name='POP.population.missing', ignore_na=False)
    def pop_population_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of population, or a declared mark for having none."""
        return _kept(data, pl.col('population').is_null())

    @pa.check('population', name='POP.population.minimum', ignore_na=False)
    def pop_population_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is 1 or more."""
        return _kept(data, (pl.col('population') < 1))

    @pa.dataframe_check(name='POP.key', ignore_na=False)
    def pop_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in year, force."""
        rows = data
        read = ['year', 'force']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['year', 'force'])
        return _kept(rows, broken)

    class Config:
        name = 'population'
        metadata = {
            'rules': {
                'POP.columns': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: year, force, population.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'POP.year.type': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'year',
                },
                'POP.population.type': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'population',
                },
                'POP001': {
                    'statement': 'A9',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'Populations are the ONS mid-2017 ones, or noted otherwise.',
                    'mend': 'Use mid-2017, or note the exception with its reason.',
                    'reads': ['year'],
                },
                'POP.year.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['year'],
                },
                'POP.year.minimum': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year is 1801 or more.',
                    'mend': 'Correct the number; year cannot be fewer than 1801.',
                    'reads': ['year'],
                },
                'POP.force.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'POP.force.domain': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 43 known.',
                    'mend': 'Correct it as `peelcheck tables population` has it; remove totals.',
                    'reads': ['force'],
                },
                'POP.population.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of population, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['population'],
                },
                'POP.population.minimum': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is 1 or more.',
                    'mend': 'Correct the number; people cannot be fewer than 1.',
                    'reads': ['population'],
                },
                'POP.key': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year, force.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['year', 'force'],
                },
            },
            'left_out': {
                'POP002': 'it looks at a reference table',
                'POP003': 'it compares each row with the others of a reference table',
                'POP004': 'it looks for rows that are not there',
            },
        }

class PopulationByEthnicGroup(_Model):
    """Residents of one force area in one ethnic group on census day."""

    census_year: int = pa.Field(
        nullable=True,
        title='census_year',
        description='Year of the census.',
        metadata={'unit': 'year'},
    )
    classification: str = pa.Field(
        nullable=True,
        title='classification',
        description='Grouping that the ethnic groups belong to.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force.',
    )
    ethnic_group: str = pa.Field(
        nullable=True,
        title='ethnic_group',
        description='Ethnic group, or all of them together.',
    )
    population: int = pa.Field(
        nullable=True,
        title='population',
        description='Usual residents.',
        metadata={'unit': 'people'},
    )

    @pa.dataframe_check(name='ETH.columns', ignore_na=False)
    def eth_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: census_year, classification, force, ethnic_group, population. There is at least one row."""
        rows = data
        required = ['census_year', 'classification', 'force', 'ethnic_group', 'population']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('census_year', name='ETH.census_year.type', ignore_na=False)
    def eth_census_year_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of census_year is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('population', name='ETH.population.type', ignore_na=False)
    def eth_population_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('census_year', name='ETH001', ignore_na=False)
    def eth001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Populations by ethnic group are those of the census the edition assumes."""
        return _kept(data, (pl.col('census_year') != 2011))

    @pa.check('census_year', name='ETH.census_year.missing', ignore_na=False)
    def eth_census_year_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of census_year, or a declared mark for having none."""
        return _kept(data, pl.col('census_year').is_null())

    @pa.check('census_year', name='ETH.census_year.minimum', ignore_na=False)
    def eth_census_year_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of census_year is 1801 or more."""
        return _kept(data, (pl.col('census_year') < 1801))

    @pa.check('classification', name='ETH.classification.missing', ignore_na=False)
    def eth_classification_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of classification, or a declared mark for having none."""
        return _kept(data, pl.col('classification').is_null())

    @pa.check('classification', name='ETH.classification.domain', ignore_na=False)
    def eth_classification_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of classification is one of 2 known: 2001 grouping, 2011 grouping."""
        return _kept(data, ~pl.col('classification').is_in(['2001 grouping', '2011 grouping']))

    @pa.check('force', name='ETH.force.missing', ignore_na=False)
    def eth_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='ETH.force.domain', ignore_na=False)
    def eth_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 43 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE_2))

    @pa.check('ethnic_group', name='ETH.ethnic_group.missing', ignore_na=False)
    def eth_ethnic_group_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of ethnic_group, or a declared mark for having none."""
        return _kept(data, pl.col('ethnic_group').is_null())

    @pa.check('ethnic_group', name='ETH.ethnic_group.domain', ignore_na=False)
    def eth_ethnic_group_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of ethnic_group is one of 7 known: All, White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Other Ethnic Group."""
        return _kept(data, ~pl.col('ethnic_group').is_in(ETHNIC_GROUP_2))

    @pa.check('population', name='ETH.population.missing', ignore_na=False)
    def eth_population_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of population, or a declared mark for having none."""
        return _kept(data, pl.col('population').is_null())

    @pa.check('population', name='ETH.population.minimum', ignore_na=False)
    def eth_population_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is 0 or more."""
        return _kept(data, (pl.col('population') < 0))

    @pa.dataframe_check(name='ETH.key', ignore_na=False)
    def eth_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in census_year, classification, force, ethnic_group."""
        rows = data
        read = ['census_year', 'classification', 'force', 'ethnic_group']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['census_year', 'classification', 'force', 'ethnic_group'])
        return _kept(rows, broken)

    class Config:
        name = 'population_by_ethnic_group'
        metadata = {
            'rules': {
                'ETH.columns': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: census_year, classification, force, ethnic_group, population.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'ETH.census_year.type': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of census_year is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'census_year',
                },
                'ETH.population.type': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'population',
                },
                'ETH001': {
                    'statement': 'A9',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Populations by ethnic group are those of the census the edition assumes.',
                    'mend': 'Use that census, or change the assumption ethnicity_census.',
                    'reads': ['census_year'],
                },
                'ETH.census_year.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of census_year, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['census_year'],
                },
                'ETH.census_year.minimum': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of census_year is 1801 or more.',
                    'mend': 'Correct the number; year cannot be fewer than 1801.',
                    'reads': ['census_year'],
                },
                'ETH.classification.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of classification, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['classification'],
                },
                'ETH.classification.domain': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of classification is one of 2 known: 2001 grouping, 2011 grouping.',
                    'mend': 'Correct it as `peelcheck tables population_by_ethnic_group` has it; remove totals.',
                    'reads': ['classification'],
                },
                'ETH.force.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'ETH.force.domain': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 43 known.',
                    'mend': 'Correct it as `peelcheck tables population_by_ethnic_group` has it; remove totals.',
                    'reads': ['force'],
                },
                'ETH.ethnic_group.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of ethnic_group, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['ethnic_group'],
                },
                'ETH.ethnic_group.domain': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of ethnic_group is one of 7 known: All, White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Other Ethnic Group.',
                    'mend': 'Correct it as `peelcheck tables population_by_ethnic_group` has it; remove totals.',
                    'reads': ['ethnic_group'],
                },
                'ETH.population.missing': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of population, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['population'],
                },
                'ETH.population.minimum': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is 0 or more.',
                    'mend': 'Correct the number; people cannot be fewer than 0.',
                    'reads': ['population'],
                },
                'ETH.key': {
                    'statement': 'A9',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in census_year, classification, force, ethnic_group.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['census_year', 'classification', 'force', 'ethnic_group'],
                },
            },
            'left_out': {
                'ETH002': 'it adds rows up',
                'ETH003': 'it looks at a reference table',
                'ETH004': 'it compares each row with the others of a reference table',
                'ETH005': 'it looks for rows that are not there',
            },
        }

class StopSearchByGroup(_Model):
    """Searches of one ethnic group in one area and year, and their rate."""

    year_ending: date = pa.Field(
        nullable=True,
        title='year_ending',
        description='Last day of the financial year the searches were made in.',
    )
    area: str = pa.Field(
        nullable=True,
        title='area',
        description='Force, or England and Wales with or without some of them.',
    )
    legislation: str = pa.Field(
        nullable=True,
        title='legislation',
        description='Power the searches were made under, or All.',
    )
    classification: str = pa.Field(
        nullable=True,
        title='classification',
        description='Ethnic classification that the group is of.',
    )
    ethnic_group: str = pa.Field(
        nullable=True,
        title='ethnic_group',
        description='Ethnic group, All, or Unreported.',
    )
    searches: int = pa.Field(
        nullable=True,
        title='searches',
        description='Number of searches without those of vehicles only.',
        metadata={'unit': 'searches'},
    )
    population: int = pa.Field(
        nullable=True,
        title='population',
        description='Residents of the group, by the Census the source names.',
        metadata={'unit': 'people'},
    )
    rate: float = pa.Field(
        nullable=True,
        title='rate',
        description='Searches per 1,000 people of the group.',
        metadata={'unit': 'searches per 1,000 people'},
    )

    @pa.dataframe_check(name='SSG.columns', ignore_na=False)
    def ssg_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: year_ending, area, legislation, classification, ethnic_group, searches, population, rate. There is at least one row."""
        rows = data
        required = ['year_ending', 'area', 'legislation', 'classification', 'ethnic_group', 'searches', 'population', 'rate']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('year_ending', name='SSG.year_ending.type', ignore_na=False)
    def ssg_year_ending_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year_ending is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('searches', name='SSG.searches.type', ignore_na=False)
    def ssg_searches_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of searches is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('population', name='SSG.population.type', ignore_na=False)
    def ssg_population_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('rate', name='SSG.rate.type', ignore_na=False)
    def ssg_rate_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of rate is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('year_ending', name='SSG.year_ending.missing', ignore_na=False)
    def ssg_year_ending_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of year_ending, or a declared mark for having none."""
        return _kept(data, pl.col('year_ending').is_null())

    @pa.check('area', name='SSG.area.missing', ignore_na=False)
    def ssg_area_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of area, or a declared mark for having none."""
        return _kept(data, pl.col('area').is_null())

    @pa.check('area', name='SSG.area.domain', ignore_na=False)
    def ssg_area_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of area is one of 48 known."""
        return _kept(data, ~pl.col('area').is_in(AREA))

    @pa.check('legislation', name='SSG.legislation.missing', ignore_na=False)
    def ssg_legislation_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of legislation, or a declared mark for having none."""
        return _kept(data, pl.col('legislation').is_null())

    @pa.check('classification', name='SSG.classification.missing', ignore_na=False)
    def ssg_classification_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of classification, or a declared mark for having none."""
        return _kept(data, pl.col('classification').is_null())

    @pa.check('classification', name='SSG.classification.domain', ignore_na=False)
    def ssg_classification_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of classification is one of 5 known: All, ONS 2001 5+1, ONS 2001 16+1, ONS 2011 5+1, ONS 2011 18+1."""
        return _kept(data, ~pl.col('classification').is_in(CLASSIFICATION))

    @pa.check('ethnic_group', name='SSG.ethnic_group.missing', ignore_na=False)
    def ssg_ethnic_group_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of ethnic_group, or a declared mark for having none."""
        return _kept(data, pl.col('ethnic_group').is_null())

    @pa.check('searches', name='SSG.searches.missing', ignore_na=False)
    def ssg_searches_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of searches, or a declared mark for having none."""
        return _kept(data, pl.col('searches').is_null())

    @pa.check('searches', name='SSG.searches.minimum', ignore_na=False)
    def ssg_searches_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of searches is 0 or more."""
        return _kept(data, (pl.col('searches') < 0))

    @pa.check('population', name='SSG.population.missing', ignore_na=False)
    def ssg_population_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of population, or a declared mark for having none."""
        return _kept(data, pl.col('population').is_null())

    @pa.check('population', name='SSG.population.minimum', ignore_na=False)
    def ssg_population_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is 0 or more."""
        return _kept(data, (pl.col('population') < 0))

    @pa.check('rate', name='SSG.rate.missing', ignore_na=False)
    def ssg_rate_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of rate, or a declared mark for having none."""
        return _kept(data, pl.col('rate').fill_nan(None).is_null())

    @pa.check('rate', name='SSG.rate.minimum', ignore_na=False)
    def ssg_rate_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of rate is 0 or more."""
        return _kept(data, (pl.col('rate').fill_nan(None) < 0))

    @pa.dataframe_check(name='SSG.key', ignore_na=False)
    def ssg_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in year_ending, area, legislation, classification, ethnic_group."""
        rows = data
        read = ['year_ending', 'area', 'legislation', 'classification', 'ethnic_group']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['year_ending', 'area', 'legislation', 'classification', 'ethnic_group'])
        return _kept(rows, broken)

    class Config:
        name = 'stop_search_by_group'
        metadata = {
            'rules': {
                'SSG.columns': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: year_ending, area, legislation, classification, ethnic_group, searches, population, rate.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'SSG.year_ending.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year_ending is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'year_ending',
                },
                'SSG.searches.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of searches is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'searches',
                },
                'SSG.population.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'population',
                },
                'SSG.rate.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of rate is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'rate',
                },
                'SSG.year_ending.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year_ending, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['year_ending'],
                },
                'SSG.area.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of area, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['area'],
                },
                'SSG.area.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of area is one of 48 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search_by_group` has it; remove totals.',
                    'reads': ['area'],
                },
                'SSG.legislation.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of legislation, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['legislation'],
                },
                'SSG.classification.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of classification, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['classification'],
                },
                'SSG.classification.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of classification is one of 5 known: All, ONS 2001 5+1, ONS 2001 16+1, ONS 2011 5+1, ONS 2011 18+1.',
                    'mend': 'Correct it as `peelcheck tables stop_search_by_group` has it; remove totals.',
                    'reads': ['classification'],
                },
                'SSG.ethnic_group.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of ethnic_group, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['ethnic_group'],
                },
                'SSG.searches.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of searches, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['searches'],
                },
                'SSG.searches.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of searches is 0 or more.',
                    'mend': 'Correct the number; searches cannot be fewer than 0.',
                    'reads': ['searches'],
                },
                'SSG.population.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of population, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['population'],
                },
                'SSG.population.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is 0 or more.',
                    'mend': 'Correct the number; people cannot be fewer than 0.',
                    'reads': ['population'],
                },
                'SSG.rate.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of rate, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['rate'],
                },
                'SSG.rate.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of rate is 0 or more.',
                    'mend': 'Correct the number; searches per 1,000 people cannot be fewer than 0.',
                    'reads': ['rate'],
                },
                'SSG.key': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year_ending, area, legislation, classification, ethnic_group.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['year_ending', 'area', 'legislation', 'classification', 'ethnic_group'],
                },
            },
            'left_out': {
                'SSG001': 'it adds up rows of another table',
                'SSG.totals': 'it looks at totals printed beside the rows',
            },
        }

class StopSearchRecords(_Model):
    """One search; nothing in it tells it from another like it."""

    searched_on: date = pa.Field(
        nullable=True,
        title='searched_on',
        description='Day of the search, by the clock where it was made.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    search_type: str = pa.Field(
        nullable=True,
        title='search_type',
        description='Whether a person, a vehicle or both were searched.',
    )
    self_defined_ethnicity: str = pa.Field(
        nullable=True,
        title='self_defined_ethnicity',
        description='Ethnicity the person gave; blank where none is recorded.',
    )
    officer_defined_ethnicity: str | None = pa.Field(
        nullable=True,
        title='officer_defined_ethnicity',
        description='Ethnicity as the officer saw it.',
    )
    gender: str | None = pa.Field(
        nullable=True,
        title='gender',
        description='Gender of the person searched.',
    )
    age_range: str | None = pa.Field(
        nullable=True,
        title='age_range',
        description='Age of the person searched, in bands.',
    )
    legislation: str | None = pa.Field(
        nullable=True,
        title='legislation',
        description='Power the search was made under.',
    )
    object_of_search: str | None = pa.Field(
        nullable=True,
        title='object_of_search',
        description='What was looked for.',
    )
    outcome: str | None = pa.Field(
        nullable=True,
        title='outcome',
        description='What came of the search.',
    )
    outcome_linked: str | None = pa.Field(
        nullable=True,
        title='outcome_linked',
        description='Whether what came of it has to do with what was looked for.',
    )
    more_than_outer_clothing: str | None = pa.Field(
        nullable=True,
        title='more_than_outer_clothing',
        description='Whether more than outer clothing was taken off.',
    )
    part_of_an_operation: str | None = pa.Field(
        nullable=True,
        title='part_of_an_operation',
        description='Whether the search was part of a policing operation.',
    )
    copy_of: int | None = pa.Field(
        nullable=True,
        title='copy_of',
        description='Row that this one repeats in every cell of the source, if any.',
        metadata={'unit': 'row'},
    )

    @pa.dataframe_check(name='STR.columns', ignore_na=False)
    def str_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: searched_on, force, search_type, self_defined_ethnicity. There is at least one row."""
        rows = data
        required = ['searched_on', 'force', 'search_type', 'self_defined_ethnicity']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('searched_on', name='STR.searched_on.type', ignore_na=False)
    def str_searched_on_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of searched_on is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('copy_of', name='STR.copy_of.type', ignore_na=False)
    def str_copy_of_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of copy_of is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.dataframe_check(name='STS004', ignore_na=False)
    def sts004(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """A search of a vehicle alone carries no ethnicity, for no person is searched."""
        rows = data
        read = ['search_type', 'self_defined_ethnicity']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('search_type') == 'Vehicle search') & pl.col('self_defined_ethnicity').is_not_null())
        return _kept(rows, broken)

    @pa.check('searched_on', name='STR001', ignore_na=False)
    def str001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each search was made from 1 April 2017 to 31 March 2018."""
        return _kept(data, ((pl.col('searched_on') < date(2017, 4, 1)) | (pl.col('searched_on') > date(2018, 3, 31))))

    @pa.check('search_type', name='STR002', ignore_na=False)
    def str002(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Searches of a vehicle alone are in no rate."""
        return _kept(data, (pl.col('search_type') == 'Vehicle search'))

    @pa.dataframe_check(name='STR003', ignore_na=False)
    def str003(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Searches of people whose ethnicity is blank or not stated are in no rate."""
        rows = data
        read = ['search_type', 'self_defined_ethnicity']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('search_type') != 'Vehicle search') & (pl.col('self_defined_ethnicity').is_null() | (pl.col('self_defined_ethnicity') == 'Not stated')))
        return _kept(rows, broken)

    @pa.check('copy_of', name='STR004', ignore_na=False)
    def str004(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """No row repeats another in every cell."""
        return _kept(data, pl.col('copy_of').is_not_null())

    @pa.check('searched_on', name='STR.searched_on.missing', ignore_na=False)
    def str_searched_on_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of searched_on, or a declared mark for having none."""
        return _kept(data, pl.col('searched_on').is_null())

    @pa.check('force', name='STR.force.missing', ignore_na=False)
    def str_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='STR.force.domain', ignore_na=False)
    def str_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('search_type', name='STR.search_type.missing', ignore_na=False)
    def str_search_type_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of search_type, or a declared mark for having none."""
        return _kept(data, pl.col('search_type').is_null())

    @pa.check('search_type', name='STR.search_type.domain', ignore_na=False)
    def str_search_type_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of search_type is one of 3 known: Person search, Person and Vehicle search, Vehicle search."""
        return _kept(data, ~pl.col('search_type').is_in(SEARCH_TYPE))

    @pa.check('self_defined_ethnicity', name='STR.self_defined_ethnicity.domain', ignore_na=False)
    def str_self_defined_ethnicity_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of self_defined_ethnicity is one of 35 known."""
        return _kept(data, ~pl.col('self_defined_ethnicity').is_in(SELF_DEFINED_ETHNICITY))

    @pa.check('outcome_linked', name='STR.outcome_linked.domain', ignore_na=False)
    def str_outcome_linked_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of outcome_linked is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('outcome_linked').is_in(['yes', 'no']))

    @pa.check('more_than_outer_clothing', name='STR.more_than_outer_clothing.domain', ignore_na=False)
    def str_more_than_outer_clothing_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of more_than_outer_clothing is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('more_than_outer_clothing').is_in(['yes', 'no']))

    @pa.check('part_of_an_operation', name='STR.part_of_an_operation.domain', ignore_na=False)
    def str_part_of_an_operation_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of part_of_an_operation is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('part_of_an_operation').is_in(['yes', 'no']))

    class Config:
        name = 'stop_search_records'
        metadata = {
            'rules': {
                'STR.columns': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: searched_on, force, search_type, self_defined_ethnicity.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'STR.searched_on.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of searched_on is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'searched_on',
                },
                'STR.copy_of.type': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of copy_of is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'copy_of',
                },
                'STS004': {
                    'statement': 'A48',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'A search of a vehicle alone carries no ethnicity, for no person is searched.',
                    'mend': 'Clear the ethnicity, or record the search as one of a person and a vehicle.',
                    'reads': ['search_type', 'self_defined_ethnicity'],
                },
                'STR001': {
                    'statement': 'A47',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'query'},
                    'says': 'Each search was made from 1 April 2017 to 31 March 2018.',
                    'mend': 'Leave searches of other days out; no figure of the year holds them.',
                    'reads': ['searched_on'],
                },
                'STR002': {
                    'statement': 'A48',
                    'basis': 'stated',
                    'severity': 'note',
                    'says': 'Searches of a vehicle alone are in no rate.',
                    'mend': 'Nothing; these are the searches that are left out.',
                    'reads': ['search_type'],
                },
                'STR003': {
                    'statement': 'A48',
                    'basis': 'stated',
                    'severity': 'note',
                    'says': 'Searches of people whose ethnicity is blank or not stated are in no rate.',
                    'mend': 'Nothing; these are the searches that are left out.',
                    'reads': ['search_type', 'self_defined_ethnicity'],
                },
                'STR004': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'note',
                    'says': 'No row repeats another in every cell.',
                    'mend': 'Ask the force whether it is one search or several; both stay in the counts.',
                    'reads': ['copy_of'],
                },
                'STR.searched_on.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of searched_on, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['searched_on'],
                },
                'STR.force.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['force'],
                },
                'STR.force.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search_records` has it; remove totals.',
                    'reads': ['force'],
                },
                'STR.search_type.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of search_type, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['search_type'],
                },
                'STR.search_type.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of search_type is one of 3 known: Person search, Person and Vehicle search, Vehicle search.',
                    'mend': 'Correct it as `peelcheck tables stop_search_records` has it; remove totals.',
                    'reads': ['search_type'],
                },
                'STR.self_defined_ethnicity.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of self_defined_ethnicity is one of 35 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search_records` has it; remove totals.',
                    'reads': ['self_defined_ethnicity'],
                },
                'STR.outcome_linked.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of outcome_linked is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables stop_search_records` has it; remove totals.',
                    'reads': ['outcome_linked'],
                },
                'STR.more_than_outer_clothing.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of more_than_outer_clothing is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables stop_search_records` has it; remove totals.',
                    'reads': ['more_than_outer_clothing'],
                },
                'STR.part_of_an_operation.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of part_of_an_operation is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables stop_search_records` has it; remove totals.',
                    'reads': ['part_of_an_operation'],
                },
            },
            'left_out': {
                'STR005': 'it adds up rows of another table',
            },
        }

class RecordedCrime(_Model):
    """Crimes of one offence group that one force recorded in a number of months."""

    release: str | None = pa.Field(
        nullable=True,
        title='release',
        description='Release the count is taken from, as the manifest has it; later ones revise it.',
    )
    period_end: date = pa.Field(
        nullable=True,
        title='period_end',
        description='Last day of the months the crimes were recorded in.',
    )
    months: int | None = pa.Field(
        nullable=True,
        title='months',
        description="How many months they were recorded in: 12, or 18 for the report's series.",
        metadata={'unit': 'months'},
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, a body that is none, or England and Wales.',
    )
    offence: str = pa.Field(
        nullable=True,
        title='offence',
        description='Offence group; groups contain one another.',
    )
    crimes: int = pa.Field(
        nullable=True,
        title='crimes',
        description='Number of crimes recorded.',
        metadata={'unit': 'crimes'},
    )

    @pa.dataframe_check(name='CRI.columns', ignore_na=False)
    def cri_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: period_end, force, offence, crimes. There is at least one row."""
        rows = data
        required = ['period_end', 'force', 'offence', 'crimes']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('period_end', name='CRI.period_end.type', ignore_na=False)
    def cri_period_end_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of period_end is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('months', name='CRI.months.type', ignore_na=False)
    def cri_months_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of months is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('crimes', name='CRI.crimes.type', ignore_na=False)
    def cri_crimes_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of crimes is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('force', name='CRI001', ignore_na=False)
    def cri001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('force', name='CRI002', ignore_na=False)
    def cri002(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Action Fraud, Cifas and UK Finance are no forces."""
        return _kept(data, pl.col('force').is_in(FORCE_3))

    @pa.check('offence', name='CRI003', ignore_na=False)
    def cri003(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Recorded crime is counted without fraud."""
        return _kept(data, (pl.col('offence') == 'Fraud offences'))

    @pa.check('months', name='CRI014', ignore_na=False)
    def cri014(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Counts are of 12 months, or of the 18 of the report's series; others are in no rate."""
        return _kept(data, ((pl.col('months') != 12) & (pl.col('months') != 18)))

    @pa.check('period_end', name='CRI.period_end.missing', ignore_na=False)
    def cri_period_end_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of period_end, or a declared mark for having none."""
        return _kept(data, pl.col('period_end').is_null())

    @pa.check('months', name='CRI.months.missing', ignore_na=False)
    def cri_months_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of months, or a declared mark for having none."""
        return _kept(data, pl.col('months').is_null())

    @pa.check('months', name='CRI.months.minimum', ignore_na=False)
    def cri_months_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of months is 1 or more."""
        return _kept(data, (pl.col('months') < 1))

    @pa.check('force', name='CRI.force.missing', ignore_na=False)
    def cri_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='CRI.force.domain', ignore_na=False)
    def cri_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 48 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE_4))

    @pa.check('offence', name='CRI.offence.missing', ignore_na=False)
    def cri_offence_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of offence, or a declared mark for having none."""
        return _kept(data, pl.col('offence').is_null())

    @pa.check('offence', name='CRI.offence.domain', ignore_na=False)
    def cri_offence_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of offence is one of 26 known."""
        return _kept(data, ~pl.col('offence').is_in(OFFENCE))

    @pa.check('crimes', name='CRI.crimes.missing', ignore_na=False)
    def cri_crimes_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of crimes, or a declared mark for having none."""
        return _kept(data, pl.col('crimes').is_null())

    @pa.check('crimes', name='CRI.crimes.minimum', ignore_na=False)
    def cri_crimes_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of crimes is 0 or more."""
        return _kept(data, (pl.col('crimes') < 0))

    @pa.dataframe_check(name='CRI.key', ignore_na=False)
    def cri_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in release, period_end, months, force, offence."""
        rows = _filled(data, {'release': (pl.String, None), 'months': (pl.Int64, 12)})
        read = ['release', 'period_end', 'months', 'force', 'offence']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['period_end', 'months', 'force', 'offence'])
        return _kept(rows, broken)

    class Config:
        name = 'recorded_crime'
        metadata = {
            'rules': {
                'CRI.columns': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: period_end, force, offence, crimes.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'CRI.period_end.type': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of period_end is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'period_end',
                },
                'CRI.months.type': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of months is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'months',
                },
                'CRI.crimes.type': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of crimes is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'crimes',
                },
                'CRI001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'CRI002': {
                    'statement': 'A28',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'Action Fraud, Cifas and UK Finance are no forces.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'CRI003': {
                    'statement': 'A28',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'Recorded crime is counted without fraud.',
                    'mend': 'Remove the rows of fraud; in a publication they may stand, and no total holds them.',
                    'reads': ['offence'],
                },
                'CRI014': {
                    'statement': 'A31',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': "Counts are of 12 months, or of the 18 of the report's series; others are in no rate.",
                    'mend': 'Correct the number of months; if it is right, nothing: they stay apart.',
                    'reads': ['months'],
                },
                'CRI.period_end.missing': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of period_end, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['period_end'],
                },
                'CRI.months.missing': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of months, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['months'],
                },
                'CRI.months.minimum': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of months is 1 or more.',
                    'mend': 'Correct the number; months cannot be fewer than 1.',
                    'reads': ['months'],
                },
                'CRI.force.missing': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'CRI.force.domain': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 48 known.',
                    'mend': 'Correct it as `peelcheck tables recorded_crime` has it; remove totals.',
                    'reads': ['force'],
                },
                'CRI.offence.missing': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of offence, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['offence'],
                },
                'CRI.offence.domain': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of offence is one of 26 known.',
                    'mend': 'Correct it as `peelcheck tables recorded_crime` has it; remove totals.',
                    'reads': ['offence'],
                },
                'CRI.crimes.missing': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of crimes, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['crimes'],
                },
                'CRI.crimes.minimum': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of crimes is 0 or more.',
                    'mend': 'Correct the number; crimes cannot be fewer than 0.',
                    'reads': ['crimes'],
                },
                'CRI.key': {
                    'statement': 'A28',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in release, period_end, months, force, offence.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['release', 'period_end', 'months', 'force', 'offence'],
                },
            },
            'left_out': {
                'CRI004': 'it looks for rows that are not there',
                'CRI005': 'it adds rows up',
                'CRI006': 'it adds rows up',
                'CRI007': 'it adds rows up',
                'CRI008': 'it adds rows up',
                'CRI009': 'it adds rows up',
                'CRI010': 'it adds rows up',
                'CRI011': 'it adds rows up',
                'CRI012': 'it looks at the manifest',
                'CRI013': 'it looks at the manifest',
                'CRI015': 'it compares with a value of the manifest',
                'CRI016': 'it compares with a value of the manifest',
                'CRI017': 'it looks at the manifest',
                'CRI018': 'it looks at totals printed beside the rows',
                'CRI019': 'it looks for rows that are not there',
                'CRI020': 'it adds rows up',
                'CRI021': 'it compares with a value of the manifest',
                'CRI022': 'it holds forces against one another',
                'CRI023': 'it holds forces against one another',
                'CRI.totals': 'it looks at totals printed beside the rows',
            },
        }

class RecordedCrimeRate(_Model):
    """The published rate of one offence group in one area over twelve months."""

    period_end: date = pa.Field(
        nullable=True,
        title='period_end',
        description='Last day of the months the crimes were recorded in.',
    )
    area: str = pa.Field(
        nullable=True,
        title='area',
        description='Force, region or country; a region that is named as a force is, has `region` after its name.',
    )
    offence: str = pa.Field(
        nullable=True,
        title='offence',
        description='Offence group; groups contain one another.',
    )
    rate: float = pa.Field(
        nullable=True,
        title='rate',
        description='Crimes per 1,000 people.',
        metadata={'unit': 'crimes per 1,000 people'},
    )
    population_year: int = pa.Field(
        nullable=True,
        title='population_year',
        description='Year whose mid-year population the rate is divided by.',
        metadata={'unit': 'year'},
    )
    population: int | None = pa.Field(
        nullable=True,
        title='population',
        description='Residents the rate is divided by, as printed: rounded to 100.',
        metadata={'unit': 'people'},
    )

    @pa.dataframe_check(name='CRR.columns', ignore_na=False)
    def crr_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: period_end, area, offence, rate, population_year. There is at least one row."""
        rows = data
        required = ['period_end', 'area', 'offence', 'rate', 'population_year']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('period_end', name='CRR.period_end.type', ignore_na=False)
    def crr_period_end_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of period_end is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('rate', name='CRR.rate.type', ignore_na=False)
    def crr_rate_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of rate is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('population_year', name='CRR.population_year.type', ignore_na=False)
    def crr_population_year_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population_year is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('population', name='CRR.population.type', ignore_na=False)
    def crr_population_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('population_year', name='CRR001', ignore_na=False)
    def crr001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Rates are divided by the mid-2017 population."""
        return _kept(data, (pl.col('population_year') != 2017))

    @pa.check('period_end', name='CRR.period_end.missing', ignore_na=False)
    def crr_period_end_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of period_end, or a declared mark for having none."""
        return _kept(data, pl.col('period_end').is_null())

    @pa.check('area', name='CRR.area.missing', ignore_na=False)
    def crr_area_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of area, or a declared mark for having none."""
        return _kept(data, pl.col('area').is_null())

    @pa.check('area', name='CRR.area.domain', ignore_na=False)
    def crr_area_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of area is one of 56 known."""
        return _kept(data, ~pl.col('area').is_in(AREA_2))

    @pa.check('offence', name='CRR.offence.missing', ignore_na=False)
    def crr_offence_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of offence, or a declared mark for having none."""
        return _kept(data, pl.col('offence').is_null())

    @pa.check('offence', name='CRR.offence.domain', ignore_na=False)
    def crr_offence_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of offence is one of 26 known."""
        return _kept(data, ~pl.col('offence').is_in(OFFENCE))

    @pa.check('rate', name='CRR.rate.missing', ignore_na=False)
    def crr_rate_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of rate, or a declared mark for having none."""
        return _kept(data, pl.col('rate').fill_nan(None).is_null())

    @pa.check('rate', name='CRR.rate.minimum', ignore_na=False)
    def crr_rate_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of rate is 0 or more."""
        return _kept(data, (pl.col('rate').fill_nan(None) < 0))

    @pa.check('population_year', name='CRR.population_year.missing', ignore_na=False)
    def crr_population_year_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of population_year, or a declared mark for having none."""
        return _kept(data, pl.col('population_year').is_null())

    @pa.check('population_year', name='CRR.population_year.minimum', ignore_na=False)
    def crr_population_year_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population_year is 1801 or more."""
        return _kept(data, (pl.col('population_year') < 1801))

    @pa.check('population', name='CRR.population.minimum', ignore_na=False)
    def crr_population_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of population is 1 or more."""
        return _kept(data, (pl.col('population') < 1))

    @pa.dataframe_check(name='CRR.key', ignore_na=False)
    def crr_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in period_end, area, offence."""
        rows = data
        read = ['period_end', 'area', 'offence']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['period_end', 'area', 'offence'])
        return _kept(rows, broken)

    class Config:
        name = 'recorded_crime_rate'
        metadata = {
            'rules': {
                'CRR.columns': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: period_end, area, offence, rate, population_year.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'CRR.period_end.type': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of period_end is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'period_end',
                },
                'CRR.rate.type': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of rate is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'rate',
                },
                'CRR.population_year.type': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population_year is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'population_year',
                },
                'CRR.population.type': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'population',
                },
                'CRR001': {
                    'statement': 'A9',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'query'},
                    'says': 'Rates are divided by the mid-2017 population.',
                    'mend': 'Use the edition of the tables whose header names mid-2017.',
                    'reads': ['population_year'],
                },
                'CRR.period_end.missing': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of period_end, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['period_end'],
                },
                'CRR.area.missing': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of area, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['area'],
                },
                'CRR.area.domain': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of area is one of 56 known.',
                    'mend': 'Correct it as `peelcheck tables recorded_crime_rate` has it; remove totals.',
                    'reads': ['area'],
                },
                'CRR.offence.missing': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of offence, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['offence'],
                },
                'CRR.offence.domain': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of offence is one of 26 known.',
                    'mend': 'Correct it as `peelcheck tables recorded_crime_rate` has it; remove totals.',
                    'reads': ['offence'],
                },
                'CRR.rate.missing': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of rate, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['rate'],
                },
                'CRR.rate.minimum': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of rate is 0 or more.',
                    'mend': 'Correct the number; crimes per 1,000 people cannot be fewer than 0.',
                    'reads': ['rate'],
                },
                'CRR.population_year.missing': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of population_year, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['population_year'],
                },
                'CRR.population_year.minimum': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population_year is 1801 or more.',
                    'mend': 'Correct the number; year cannot be fewer than 1801.',
                    'reads': ['population_year'],
                },
                'CRR.population.minimum': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of population is 1 or more.',
                    'mend': 'Correct the number; people cannot be fewer than 1.',
                    'reads': ['population'],
                },
                'CRR.key': {
                    'statement': 'A29',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in period_end, area, offence.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['period_end', 'area', 'offence'],
                },
            },
            'left_out': {
                'CRR002': 'it looks at a reference table',
                'CRR003': 'it adds up rows of another table',
            },
        }

class Crimes(_Model):
    """One crime that one force recorded."""

    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    crime: str = pa.Field(
        nullable=True,
        title='crime',
        description="Reference number of the crime, the force's own.",
    )
    recorded_on: date = pa.Field(
        nullable=True,
        title='recorded_on',
        description='Day the crime was recorded.',
    )
    offence: str = pa.Field(
        nullable=True,
        title='offence',
        description='Offence group.',
    )

    @pa.dataframe_check(name='CRM.columns', ignore_na=False)
    def crm_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: force, crime, recorded_on, offence. There is at least one row."""
        rows = data
        required = ['force', 'crime', 'recorded_on', 'offence']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('recorded_on', name='CRM.recorded_on.type', ignore_na=False)
    def crm_recorded_on_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of recorded_on is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('recorded_on', name='CRM001', ignore_na=False)
    def crm001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each crime was recorded from 1 October 2017 to 30 September 2018."""
        return _kept(data, ((pl.col('recorded_on') < date(2017, 10, 1)) | (pl.col('recorded_on') > date(2018, 9, 30))))

    @pa.check('force', name='CRM002', ignore_na=False)
    def crm002(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('offence', name='CRM005', ignore_na=False)
    def crm005(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Fraud is in no total of recorded crime."""
        return _kept(data, (pl.col('offence') == 'Fraud offences'))

    @pa.check('force', name='CRM.force.missing', ignore_na=False)
    def crm_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='CRM.force.domain', ignore_na=False)
    def crm_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('crime', name='CRM.crime.missing', ignore_na=False)
    def crm_crime_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of crime, or a declared mark for having none."""
        return _kept(data, pl.col('crime').is_null())

    @pa.check('recorded_on', name='CRM.recorded_on.missing', ignore_na=False)
    def crm_recorded_on_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of recorded_on, or a declared mark for having none."""
        return _kept(data, pl.col('recorded_on').is_null())

    @pa.check('offence', name='CRM.offence.missing', ignore_na=False)
    def crm_offence_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of offence, or a declared mark for having none."""
        return _kept(data, pl.col('offence').is_null())

    @pa.check('offence', name='CRM.offence.domain', ignore_na=False)
    def crm_offence_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of offence is one of 10 known."""
        return _kept(data, ~pl.col('offence').is_in(OFFENCE_2))

    @pa.dataframe_check(name='CRM.key', ignore_na=False)
    def crm_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in force, crime."""
        rows = data
        read = ['force', 'crime']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['force', 'crime'])
        return _kept(rows, broken)

    class Config:
        name = 'crimes'
        metadata = {
            'rules': {
                'CRM.columns': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: force, crime, recorded_on, offence.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'CRM.recorded_on.type': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of recorded_on is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'recorded_on',
                },
                'CRM001': {
                    'statement': 'A31',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'query'},
                    'says': 'Each crime was recorded from 1 October 2017 to 30 September 2018.',
                    'mend': 'Leave crimes of other days out, with their outcomes; no proportion of the year holds them.',
                    'reads': ['recorded_on'],
                },
                'CRM002': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'CRM005': {
                    'statement': 'A28',
                    'basis': 'stated',
                    'severity': 'note',
                    'says': 'Fraud is in no total of recorded crime.',
                    'mend': 'Nothing; these are the crimes that are left out, with their outcomes.',
                    'reads': ['offence'],
                },
                'CRM.force.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'CRM.force.domain': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables crimes` has it; remove totals.',
                    'reads': ['force'],
                },
                'CRM.crime.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of crime, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['crime'],
                },
                'CRM.recorded_on.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of recorded_on, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['recorded_on'],
                },
                'CRM.offence.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of offence, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['offence'],
                },
                'CRM.offence.domain': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of offence is one of 10 known.',
                    'mend': 'Correct it as `peelcheck tables crimes` has it; remove totals.',
                    'reads': ['offence'],
                },
                'CRM.key': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in force, crime.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['force', 'crime'],
                },
            },
            'left_out': {
                'CRM003': 'it looks for rows that are not there',
                'CRM004': 'it compares with a value of the manifest',
                'CRM006': 'it adds up rows of another table',
            },
        }

class Outcomes(_Model):
    """One outcome given to one crime."""

    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    crime: str = pa.Field(
        nullable=True,
        title='crime',
        description="Reference number of the crime, the force's own.",
    )
    outcome_type: str = pa.Field(
        nullable=True,
        title='outcome_type',
        description='Number of the outcome type.',
    )
    assigned_on: date = pa.Field(
        nullable=True,
        title='assigned_on',
        description='Day the outcome was given.',
    )
    current: str | None = pa.Field(
        nullable=True,
        title='current',
        description='Whether it stands, or another has taken its place.',
    )

    @pa.dataframe_check(name='OCM.columns', ignore_na=False)
    def ocm_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: force, crime, outcome_type, assigned_on. There is at least one row."""
        rows = data
        required = ['force', 'crime', 'outcome_type', 'assigned_on']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('assigned_on', name='OCM.assigned_on.type', ignore_na=False)
    def ocm_assigned_on_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of assigned_on is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.dataframe_check(name='OCM002', ignore_na=False)
    def ocm002(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """A crime has one current outcome at most."""
        rows = _filled(data, {'current': (pl.String, 'yes')})
        read = ['force', 'crime', 'current']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        asked = (pl.col('current') == 'yes')
        broken = asked & _doubled(['force', 'crime'], ['force', 'crime'], asked)
        return _kept(rows, broken)

    @pa.dataframe_check(name='OCM004', ignore_na=False)
    def ocm004(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Outcome type 22 was not given before 1 April 2019."""
        rows = data
        read = ['outcome_type', 'assigned_on']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('outcome_type') == '22') & (pl.col('assigned_on') < date(2019, 4, 1)))
        return _kept(rows, broken)

    @pa.check('force', name='OCM006', ignore_na=False)
    def ocm006(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('force', name='OCM.force.missing', ignore_na=False)
    def ocm_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='OCM.force.domain', ignore_na=False)
    def ocm_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('crime', name='OCM.crime.missing', ignore_na=False)
    def ocm_crime_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of crime, or a declared mark for having none."""
        return _kept(data, pl.col('crime').is_null())

    @pa.check('outcome_type', name='OCM.outcome_type.missing', ignore_na=False)
    def ocm_outcome_type_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of outcome_type, or a declared mark for having none."""
        return _kept(data, pl.col('outcome_type').is_null())

    @pa.check('outcome_type', name='OCM.outcome_type.domain', ignore_na=False)
    def ocm_outcome_type_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of outcome_type is one of 25 known."""
        return _kept(data, ~pl.col('outcome_type').is_in(OUTCOME_TYPE))

    @pa.check('assigned_on', name='OCM.assigned_on.missing', ignore_na=False)
    def ocm_assigned_on_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of assigned_on, or a declared mark for having none."""
        return _kept(data, pl.col('assigned_on').is_null())

    @pa.check('current', name='OCM.current.missing', ignore_na=False)
    def ocm_current_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of current, or a declared mark for having none."""
        return _kept(data, pl.col('current').is_null())

    @pa.check('current', name='OCM.current.domain', ignore_na=False)
    def ocm_current_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of current is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('current').is_in(['yes', 'no']))

    @pa.dataframe_check(name='OCM.key', ignore_na=False)
    def ocm_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in force, crime, outcome_type, assigned_on, current."""
        rows = _filled(data, {'current': (pl.String, 'yes')})
        read = ['force', 'crime', 'outcome_type', 'assigned_on', 'current']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['force', 'crime', 'outcome_type', 'assigned_on', 'current'])
        return _kept(rows, broken)

    class Config:
        name = 'outcomes'
        metadata = {
            'rules': {
                'OCM.columns': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: force, crime, outcome_type, assigned_on.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'OCM.assigned_on.type': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of assigned_on is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'assigned_on',
                },
                'OCM002': {
                    'statement': 'A32',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'A crime has one current outcome at most.',
                    'mend': 'Mark the outcomes that another has taken the place of as not current.',
                    'reads': ['force', 'crime', 'current'],
                },
                'OCM004': {
                    'statement': 'A38',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Outcome type 22 was not given before 1 April 2019.',
                    'mend': 'Correct the type or the day; the framework of the year ends with type 21.',
                    'reads': ['outcome_type', 'assigned_on'],
                },
                'OCM006': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'OCM.force.missing': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'OCM.force.domain': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables outcomes` has it; remove totals.',
                    'reads': ['force'],
                },
                'OCM.crime.missing': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of crime, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['crime'],
                },
                'OCM.outcome_type.missing': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of outcome_type, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['outcome_type'],
                },
                'OCM.outcome_type.domain': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of outcome_type is one of 25 known.',
                    'mend': 'Correct it as `peelcheck tables outcomes` has it; remove totals.',
                    'reads': ['outcome_type'],
                },
                'OCM.assigned_on.missing': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of assigned_on, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['assigned_on'],
                },
                'OCM.current.missing': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of current, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['current'],
                },
                'OCM.current.domain': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of current is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables outcomes` has it; remove totals.',
                    'reads': ['current'],
                },
                'OCM.key': {
                    'statement': 'A32',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in force, crime, outcome_type, assigned_on, current.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['force', 'crime', 'outcome_type', 'assigned_on', 'current'],
                },
            },
            'left_out': {
                'OCM001': 'it looks at rows of another table',
                'OCM003': 'it looks at rows of another table',
                'OCM005': 'it looks at rows of another table',
                'OCM007': 'it compares with a value of the manifest',
            },
        }

class OutcomeCounts(_Model):
    """Outcomes of one type that one force gave one offence in one quarter, or all offences in one year."""

    year_ending: date = pa.Field(
        nullable=True,
        title='year_ending',
        description='Last day of the financial year.',
    )
    quarter: int | None = pa.Field(
        nullable=True,
        title='quarter',
        description='Quarter of the financial year, the first from April; blank, or no column, for the whole year.',
        metadata={'unit': 'quarter'},
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    offence_group: str | None = pa.Field(
        nullable=True,
        title='offence_group',
        description='Group of the offence; blank for all together.',
    )
    offence_code: str | None = pa.Field(
        nullable=True,
        title='offence_code',
        description='Home Office offence code; blank for all together.',
    )
    offence: str | None = pa.Field(
        nullable=True,
        title='offence',
        description='Name of the offence.',
    )
    outcome_type: str = pa.Field(
        nullable=True,
        title='outcome_type',
        description='Number of the outcome type; 0 where none is assigned yet.',
    )
    of_offences_recorded: int = pa.Field(
        nullable=True,
        title='of_offences_recorded',
        description='Outcomes of the offences recorded in the quarter; corrections of earlier counts can make it negative.',
        metadata={'unit': 'outcomes'},
    )
    recorded_in_quarter: int = pa.Field(
        nullable=True,
        title='recorded_in_quarter',
        description='Outcomes recorded in the quarter, whenever the offence was; corrections of earlier counts can make it negative.',
        metadata={'unit': 'outcomes'},
    )

    @pa.dataframe_check(name='OUT.columns', ignore_na=False)
    def out_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: year_ending, force, outcome_type, of_offences_recorded, recorded_in_quarter. There is at least one row."""
        rows = data
        required = ['year_ending', 'force', 'outcome_type', 'of_offences_recorded', 'recorded_in_quarter']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('year_ending', name='OUT.year_ending.type', ignore_na=False)
    def out_year_ending_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year_ending is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('quarter', name='OUT.quarter.type', ignore_na=False)
    def out_quarter_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of quarter is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('of_offences_recorded', name='OUT.of_offences_recorded.type', ignore_na=False)
    def out_of_offences_recorded_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of of_offences_recorded is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('recorded_in_quarter', name='OUT.recorded_in_quarter.type', ignore_na=False)
    def out_recorded_in_quarter_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of recorded_in_quarter is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('force', name='OUT001', ignore_na=False)
    def out001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.dataframe_check(name='OUT003', ignore_na=False)
    def out003(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No count of a whole year is negative."""
        rows = _filled(data, {'quarter': (pl.Int64, None), 'offence_group': (pl.String, None), 'offence_code': (pl.String, None)})
        read = ['quarter', 'offence_group', 'offence_code', 'of_offences_recorded', 'recorded_in_quarter']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (((pl.col('quarter').is_null() & pl.col('offence_group').is_null() & pl.col('offence_code').is_null()) & (pl.col('of_offences_recorded').is_not_null() | pl.col('recorded_in_quarter').is_not_null())) & ((pl.col('of_offences_recorded').is_not_null() & (pl.col('of_offences_recorded') < 0)) | (pl.col('recorded_in_quarter').is_not_null() & (pl.col('recorded_in_quarter') < 0))))
        return _kept(rows, broken)

    @pa.dataframe_check(name='OUT005', ignore_na=False)
    def out005(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """A crime without an outcome is not counted among outcomes recorded."""
        rows = data
        read = ['outcome_type', 'recorded_in_quarter']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('outcome_type') == '0') & (pl.col('recorded_in_quarter').is_not_null() & (pl.col('recorded_in_quarter') != 0)))
        return _kept(rows, broken)

    @pa.dataframe_check(name='OUT006', ignore_na=False)
    def out006(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Outcome type 22 counts nothing before 1 April 2019."""
        rows = data
        read = ['outcome_type', 'of_offences_recorded', 'recorded_in_quarter', 'year_ending']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (((pl.col('outcome_type') == '22') & ((pl.col('of_offences_recorded') != 0) | (pl.col('recorded_in_quarter') != 0))) & (pl.col('year_ending') < date(2019, 4, 1)))
        return _kept(rows, broken)

    @pa.dataframe_check(name='OUT007', ignore_na=False)
    def out007(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Outcome type 19 is given to fraud alone."""
        rows = _filled(data, {'offence_group': (pl.String, None)})
        read = ['outcome_type', 'of_offences_recorded', 'recorded_in_quarter', 'offence_group']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (((pl.col('outcome_type') == '19') & ((pl.col('of_offences_recorded') != 0) | (pl.col('recorded_in_quarter') != 0))) & ~pl.col('offence_group').str.contains('^(?:Fraud.*)$'))
        return _kept(rows, broken)

    @pa.check('quarter', name='OUT014', ignore_na=False)
    def out014(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A year has four quarters."""
        return _kept(data, (pl.col('quarter') > 4))

    @pa.check('year_ending', name='OUT.year_ending.missing', ignore_na=False)
    def out_year_ending_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of year_ending, or a declared mark for having none."""
        return _kept(data, pl.col('year_ending').is_null())

    @pa.check('quarter', name='OUT.quarter.minimum', ignore_na=False)
    def out_quarter_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of quarter is 1 or more."""
        return _kept(data, (pl.col('quarter') < 1))

    @pa.check('force', name='OUT.force.missing', ignore_na=False)
    def out_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='OUT.force.domain', ignore_na=False)
    def out_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('outcome_type', name='OUT.outcome_type.missing', ignore_na=False)
    def out_outcome_type_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of outcome_type, or a declared mark for having none."""
        return _kept(data, pl.col('outcome_type').is_null())

    @pa.check('outcome_type', name='OUT.outcome_type.domain', ignore_na=False)
    def out_outcome_type_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of outcome_type is one of 26 known."""
        return _kept(data, ~pl.col('outcome_type').is_in(OUTCOME_TYPE_2))

    @pa.check('of_offences_recorded', name='OUT.of_offences_recorded.missing', ignore_na=False)
    def out_of_offences_recorded_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of of_offences_recorded, or a declared mark for having none."""
        return _kept(data, pl.col('of_offences_recorded').is_null())

    @pa.check('recorded_in_quarter', name='OUT.recorded_in_quarter.missing', ignore_na=False)
    def out_recorded_in_quarter_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of recorded_in_quarter, or a declared mark for having none."""
        return _kept(data, pl.col('recorded_in_quarter').is_null())

    @pa.dataframe_check(name='OUT.key', ignore_na=False)
    def out_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in year_ending, quarter, force, offence_group, offence_code, outcome_type."""
        rows = _filled(data, {'quarter': (pl.Int64, None), 'offence_group': (pl.String, None), 'offence_code': (pl.String, None)})
        read = ['year_ending', 'quarter', 'force', 'offence_group', 'offence_code', 'outcome_type']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['year_ending', 'force', 'outcome_type'])
        return _kept(rows, broken)

    class Config:
        name = 'outcome_counts'
        metadata = {
            'rules': {
                'OUT.columns': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: year_ending, force, outcome_type, of_offences_recorded, recorded_in_quarter.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'OUT.year_ending.type': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year_ending is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'year_ending',
                },
                'OUT.quarter.type': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of quarter is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'quarter',
                },
                'OUT.of_offences_recorded.type': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of of_offences_recorded is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'of_offences_recorded',
                },
                'OUT.recorded_in_quarter.type': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of recorded_in_quarter is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'recorded_in_quarter',
                },
                'OUT001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'OUT003': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'severity_in': {'publication': 'query'},
                    'says': 'No count of a whole year is negative.',
                    'mend': 'Correct the count; only a quarter, or a single offence, can fall below 0.',
                    'reads': ['quarter', 'offence_group', 'offence_code', 'of_offences_recorded', 'recorded_in_quarter'],
                },
                'OUT005': {
                    'statement': 'A31',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'A crime without an outcome is not counted among outcomes recorded.',
                    'mend': 'Write 0 in the cell of type 0, or .. for not available.',
                    'reads': ['outcome_type', 'recorded_in_quarter'],
                },
                'OUT006': {
                    'statement': 'A38',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Outcome type 22 counts nothing before 1 April 2019.',
                    'mend': 'Correct the type or the year; the framework of the year ends with type 21.',
                    'reads': ['outcome_type', 'of_offences_recorded', 'recorded_in_quarter', 'year_ending'],
                },
                'OUT007': {
                    'statement': 'A38',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Outcome type 19 is given to fraud alone.',
                    'mend': 'Correct the type, or the offence group.',
                    'reads': ['outcome_type', 'of_offences_recorded', 'recorded_in_quarter', 'offence_group'],
                },
                'OUT014': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'A year has four quarters.',
                    'mend': 'Correct the quarter; the first begins in April.',
                    'reads': ['quarter'],
                },
                'OUT.year_ending.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year_ending, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['year_ending'],
                },
                'OUT.quarter.minimum': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of quarter is 1 or more.',
                    'mend': 'Correct the number; quarter cannot be fewer than 1.',
                    'reads': ['quarter'],
                },
                'OUT.force.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'OUT.force.domain': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables outcome_counts` has it; remove totals.',
                    'reads': ['force'],
                },
                'OUT.outcome_type.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of outcome_type, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['outcome_type'],
                },
                'OUT.outcome_type.domain': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of outcome_type is one of 26 known.',
                    'mend': 'Correct it as `peelcheck tables outcome_counts` has it; remove totals.',
                    'reads': ['outcome_type'],
                },
                'OUT.of_offences_recorded.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of of_offences_recorded, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['of_offences_recorded'],
                },
                'OUT.recorded_in_quarter.missing': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of recorded_in_quarter, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['recorded_in_quarter'],
                },
                'OUT.key': {
                    'statement': 'A31',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year_ending, quarter, force, offence_group, offence_code, outcome_type.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['year_ending', 'quarter', 'force', 'offence_group', 'offence_code', 'outcome_type'],
                },
            },
            'left_out': {
                'OUT002': 'it looks for rows that are not there',
                'OUT004': 'it looks at groups of rows',
                'OUT008': 'it looks at groups of rows',
                'OUT009': 'it looks at a reference table',
                'OUT010': 'it looks at the manifest',
                'OUT011': 'it looks at the manifest',
                'OUT012': 'it compares with a value of the manifest',
                'OUT013': 'it compares with a value of the manifest',
            },
        }

class OutcomeSubmissions(_Model):
    """What one force sent in for one month."""

    month: date = pa.Field(
        nullable=True,
        title='month',
        description='Last day of the month.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    route: str = pa.Field(
        nullable=True,
        title='route',
        description='Through the Home Office Data Hub, or as a return made by hand.',
    )

    @pa.dataframe_check(name='SUB.columns', ignore_na=False)
    def sub_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: month, force, route. There is at least one row."""
        rows = data
        required = ['month', 'force', 'route']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('month', name='SUB.month.type', ignore_na=False)
    def sub_month_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of month is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('force', name='SUB005', ignore_na=False)
    def sub005(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('month', name='SUB.month.missing', ignore_na=False)
    def sub_month_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of month, or a declared mark for having none."""
        return _kept(data, pl.col('month').is_null())

    @pa.check('force', name='SUB.force.missing', ignore_na=False)
    def sub_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='SUB.force.domain', ignore_na=False)
    def sub_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('route', name='SUB.route.missing', ignore_na=False)
    def sub_route_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of route, or a declared mark for having none."""
        return _kept(data, pl.col('route').is_null())

    @pa.check('route', name='SUB.route.domain', ignore_na=False)
    def sub_route_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of route is one of 2 known: HODH, manual."""
        return _kept(data, ~pl.col('route').is_in(['HODH', 'manual']))

    @pa.dataframe_check(name='SUB.key', ignore_na=False)
    def sub_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in month, force."""
        rows = data
        read = ['month', 'force']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['month', 'force'])
        return _kept(rows, broken)

    class Config:
        name = 'outcome_submissions'
        metadata = {
            'rules': {
                'SUB.columns': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: month, force, route.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'SUB.month.type': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of month is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'month',
                },
                'SUB005': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'SUB.month.missing': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of month, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['month'],
                },
                'SUB.force.missing': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'SUB.force.domain': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables outcome_submissions` has it; remove totals.',
                    'reads': ['force'],
                },
                'SUB.route.missing': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of route, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['route'],
                },
                'SUB.route.domain': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of route is one of 2 known: HODH, manual.',
                    'mend': 'Correct it as `peelcheck tables outcome_submissions` has it; remove totals.',
                    'reads': ['route'],
                },
                'SUB.key': {
                    'statement': 'A34',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in month, force.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['month', 'force'],
                },
            },
            'left_out': {
                'SUB001': 'it looks at groups of rows',
                'SUB002': 'it looks at groups of rows',
                'SUB003': 'it looks at groups of rows',
                'SUB004': 'it looks for rows that are not there',
            },
        }

class Workforce(_Model):
    """People of one kind who work for one force on one day."""

    as_at: date = pa.Field(
        nullable=True,
        title='as_at',
        description='Day the workforce is counted on.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    worker_type: str = pa.Field(
        nullable=True,
        title='worker_type',
        description='Kind of worker; some forces count designated officers as staff.',
    )
    rank: str | None = pa.Field(
        nullable=True,
        title='rank',
        description='Rank, or designation; blank for all together.',
    )
    sex: str | None = pa.Field(
        nullable=True,
        title='sex',
        description='Sex; blank for all together.',
    )
    function: str | None = pa.Field(
        nullable=True,
        title='function',
        description='What they do; blank for all together.',
    )
    ethnic_group: str | None = pa.Field(
        nullable=True,
        title='ethnic_group',
        description='Self-defined ethnic group (2001 grouping); blank for all together.',
    )
    status: str | None = pa.Field(
        nullable=True,
        title='status',
        description='Whether in post, absent or seconded; blank if all.',
    )
    headcount: int | None = pa.Field(
        nullable=True,
        title='headcount',
        description='People, each counted once.',
        metadata={'unit': 'people'},
    )
    fte: float = pa.Field(
        nullable=True,
        title='fte',
        description='Full-time equivalents.',
        metadata={'unit': 'full-time equivalents'},
    )

    @pa.dataframe_check(name='WOR.columns', ignore_na=False)
    def wor_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: as_at, force, worker_type, fte. There is at least one row."""
        rows = data
        required = ['as_at', 'force', 'worker_type', 'fte']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('as_at', name='WOR.as_at.type', ignore_na=False)
    def wor_as_at_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of as_at is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('headcount', name='WOR.headcount.type', ignore_na=False)
    def wor_headcount_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of headcount is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('fte', name='WOR.fte.type', ignore_na=False)
    def wor_fte_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of fte is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('force', name='WOR001', ignore_na=False)
    def wor001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('as_at', name='WOR003', ignore_na=False)
    def wor003(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The workforce is counted on a 31 March."""
        return _kept(data, ~pl.col('as_at').is_in(AS_AT))

    @pa.check('as_at', name='WOR004', ignore_na=False)
    def wor004(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The days are those from 31 March 2014 to 31 March 2018."""
        return _kept(data, ((pl.col('as_at') < date(2014, 3, 31)) | (pl.col('as_at') > date(2018, 3, 31))))

    @pa.dataframe_check(name='WOR005', ignore_na=False)
    def wor005(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Special constables and volunteers have no full-time equivalents."""
        rows = data
        read = ['worker_type', 'fte']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (pl.col('worker_type').is_in(['special constable', 'police support volunteer']) & (pl.col('fte').fill_nan(None).is_not_null() & (pl.col('fte').fill_nan(None) != 0)))
        return _kept(rows, broken)

    @pa.check('rank', name='WOR006', ignore_na=False)
    def wor006(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Staff designated under section 39 are in no figure."""
        return _kept(data, (pl.col('rank').is_not_null() & pl.col('rank').is_in(['Designated Detention Officer (S.39)', 'Designated Escort Officer (S.39)'])))

    @pa.check('status', name='WOR007', ignore_na=False)
    def wor007(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Officers seconded to another force are in no figure."""
        return _kept(data, (pl.col('status').is_not_null() & (pl.col('status') == 'seconded to another force')))

    @pa.dataframe_check(name='WOR008', ignore_na=False)
    def wor008(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Full-time equivalents are no more than the people who make them."""
        rows = data
        read = ['headcount', 'fte']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('headcount') >= 0) & (pl.col('fte').fill_nan(None) > 1.000001 * pl.col('headcount')))
        return _kept(rows, broken)

    @pa.check('rank', name='WOR014', ignore_na=False)
    def wor014(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A rank that names section 39 is one of the two that are left out."""
        return _kept(data, (pl.col('rank').str.contains('^(?:.*39.*)$') & ~pl.col('rank').is_in(['Designated Detention Officer (S.39)', 'Designated Escort Officer (S.39)'])))

    @pa.check('as_at', name='WOR.as_at.missing', ignore_na=False)
    def wor_as_at_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of as_at, or a declared mark for having none."""
        return _kept(data, pl.col('as_at').is_null())

    @pa.check('force', name='WOR.force.missing', ignore_na=False)
    def wor_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='WOR.force.domain', ignore_na=False)
    def wor_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('worker_type', name='WOR.worker_type.missing', ignore_na=False)
    def wor_worker_type_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of worker_type, or a declared mark for having none."""
        return _kept(data, pl.col('worker_type').is_null())

    @pa.check('worker_type', name='WOR.worker_type.domain', ignore_na=False)
    def wor_worker_type_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of worker_type is one of 6 known: police officer, police staff, designated officer, police community support officer, special constable, police support volunteer."""
        return _kept(data, ~pl.col('worker_type').is_in(WORKER_TYPE))

    @pa.check('sex', name='WOR.sex.domain', ignore_na=False)
    def wor_sex_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of sex is one of 5 known: Female, Male, Not stated, Prefer not to say, Prefer to self-describe."""
        return _kept(data, ~pl.col('sex').is_in(SEX))

    @pa.check('ethnic_group', name='WOR.ethnic_group.domain', ignore_na=False)
    def wor_ethnic_group_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of ethnic_group is one of 6 known: White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Not stated."""
        return _kept(data, ~pl.col('ethnic_group').is_in(ETHNIC_GROUP_3))

    @pa.check('status', name='WOR.status.domain', ignore_na=False)
    def wor_status_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of status is one of 5 known: in post, career break, long-term absence, seconded from another force, seconded to another force."""
        return _kept(data, ~pl.col('status').is_in(STATUS))

    @pa.check('headcount', name='WOR.headcount.minimum', ignore_na=False)
    def wor_headcount_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of headcount is 0 or more."""
        return _kept(data, (pl.col('headcount') < 0))

    @pa.check('fte', name='WOR.fte.missing', ignore_na=False)
    def wor_fte_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of fte, or a declared mark for having none."""
        return _kept(data, pl.col('fte').fill_nan(None).is_null())

    @pa.check('fte', name='WOR.fte.minimum', ignore_na=False)
    def wor_fte_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of fte is 0 or more."""
        return _kept(data, (pl.col('fte').fill_nan(None) < 0))

    @pa.dataframe_check(name='WOR.key', ignore_na=False)
    def wor_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in as_at, force, worker_type, rank, sex, function, ethnic_group, status."""
        rows = _filled(data, {'rank': (pl.String, None), 'sex': (pl.String, None), 'function': (pl.String, None), 'ethnic_group': (pl.String, None), 'status': (pl.String, None)})
        read = ['as_at', 'force', 'worker_type', 'rank', 'sex', 'function', 'ethnic_group', 'status']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['as_at', 'force', 'worker_type'])
        return _kept(rows, broken)

    class Config:
        name = 'workforce'
        metadata = {
            'rules': {
                'WOR.columns': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: as_at, force, worker_type, fte.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'WOR.as_at.type': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of as_at is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'as_at',
                },
                'WOR.headcount.type': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of headcount is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'headcount',
                },
                'WOR.fte.type': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of fte is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'fte',
                },
                'WOR001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'WOR003': {
                    'statement': 'A41',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'query'},
                    'says': 'The workforce is counted on a 31 March.',
                    'mend': 'Leave other days out; where a source names the month alone, write its last day.',
                    'reads': ['as_at'],
                },
                'WOR004': {
                    'statement': 'A41',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'The days are those from 31 March 2014 to 31 March 2018.',
                    'mend': 'Leave other days out, or say that another year is meant.',
                    'reads': ['as_at'],
                },
                'WOR005': {
                    'statement': 'A41',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Special constables and volunteers have no full-time equivalents.',
                    'mend': 'Write 0, or .. for not available; their number stands under headcount.',
                    'reads': ['worker_type', 'fte'],
                },
                'WOR006': {
                    'statement': 'A42',
                    'basis': 'stated',
                    'severity': 'note',
                    'says': 'Staff designated under section 39 are in no figure.',
                    'mend': 'Nothing; these are the rows that are left out.',
                    'reads': ['rank'],
                },
                'WOR007': {
                    'statement': 'A43',
                    'basis': 'stated',
                    'severity': 'note',
                    'says': 'Officers seconded to another force are in no figure.',
                    'mend': 'Nothing; these are the rows that are left out.',
                    'reads': ['status'],
                },
                'WOR008': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Full-time equivalents are no more than the people who make them.',
                    'mend': 'Check both numbers; if they are right, explain how they come about.',
                    'reads': ['headcount', 'fte'],
                },
                'WOR014': {
                    'statement': 'A42',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'A rank that names section 39 is one of the two that are left out.',
                    'mend': 'Write Designated Detention Officer (S.39) or Designated Escort Officer (S.39), or the people are counted in.',
                    'reads': ['rank'],
                },
                'WOR.as_at.missing': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of as_at, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['as_at'],
                },
                'WOR.force.missing': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'WOR.force.domain': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables workforce` has it; remove totals.',
                    'reads': ['force'],
                },
                'WOR.worker_type.missing': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of worker_type, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['worker_type'],
                },
                'WOR.worker_type.domain': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of worker_type is one of 6 known: police officer, police staff, designated officer, police community support officer, special constable, police support volunteer.',
                    'mend': 'Correct it as `peelcheck tables workforce` has it; remove totals.',
                    'reads': ['worker_type'],
                },
                'WOR.sex.domain': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of sex is one of 5 known: Female, Male, Not stated, Prefer not to say, Prefer to self-describe.',
                    'mend': 'Correct it as `peelcheck tables workforce` has it; remove totals.',
                    'reads': ['sex'],
                },
                'WOR.ethnic_group.domain': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of ethnic_group is one of 6 known: White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Not stated.',
                    'mend': 'Correct it as `peelcheck tables workforce` has it; remove totals.',
                    'reads': ['ethnic_group'],
                },
                'WOR.status.domain': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of status is one of 5 known: in post, career break, long-term absence, seconded from another force, seconded to another force.',
                    'mend': 'Correct it as `peelcheck tables workforce` has it; remove totals.',
                    'reads': ['status'],
                },
                'WOR.headcount.minimum': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of headcount is 0 or more.',
                    'mend': 'Correct the number; people cannot be fewer than 0.',
                    'reads': ['headcount'],
                },
                'WOR.fte.missing': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of fte, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['fte'],
                },
                'WOR.fte.minimum': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of fte is 0 or more.',
                    'mend': 'Correct the number; full-time equivalents cannot be fewer than 0.',
                    'reads': ['fte'],
                },
                'WOR.key': {
                    'statement': 'A41',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in as_at, force, worker_type, rank, sex, function, ethnic_group, status.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['as_at', 'force', 'worker_type', 'rank', 'sex', 'function', 'ethnic_group', 'status'],
                },
            },
            'left_out': {
                'WOR002': 'it looks for rows that are not there',
                'WOR009': 'it looks at a reference table',
                'WOR010': 'it looks at groups of rows',
                'WOR011': 'it compares with a value of the manifest',
                'WOR012': 'it looks for rows that are not there',
                'WOR013': 'it looks at groups of rows',
                'WOR015': 'it holds forces against one another',
                'WOR016': 'it holds forces against one another',
                'WOR.totals': 'it looks at totals printed beside the rows',
            },
        }

class Calls999(_Model):
    """The 999 calls that one force received in one month."""

    month: date = pa.Field(
        nullable=True,
        title='month',
        description='Last day of the month.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    calls: int = pa.Field(
        nullable=True,
        title='calls',
        description='Calls received.',
        metadata={'unit': 'calls'},
    )

    @pa.dataframe_check(name='CAL.columns', ignore_na=False)
    def cal_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: month, force, calls. There is at least one row."""
        rows = data
        required = ['month', 'force', 'calls']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('month', name='CAL.month.type', ignore_na=False)
    def cal_month_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of month is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('calls', name='CAL.calls.type', ignore_na=False)
    def cal_calls_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of calls is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('force', name='CAL001', ignore_na=False)
    def cal001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('month', name='CAL004', ignore_na=False)
    def cal004(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each month is written as its last day."""
        return _kept(data, (((pl.col('month') >= date(2015, 1, 1)) & (pl.col('month') <= date(2020, 12, 31))) & ~pl.col('month').is_in(MONTH)))

    @pa.check('month', name='CAL005', ignore_na=False)
    def cal005(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The months lie from 1 April 2017 to 30 September 2018."""
        return _kept(data, ((pl.col('month') < date(2017, 4, 1)) | (pl.col('month') > date(2018, 9, 30))))

    @pa.check('calls', name='CAL007', ignore_na=False)
    def cal007(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A force receives some 999 calls in each month."""
        return _kept(data, ((pl.col('calls') >= 0) & (pl.col('calls') <= 0)))

    @pa.check('month', name='CAL.month.missing', ignore_na=False)
    def cal_month_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of month, or a declared mark for having none."""
        return _kept(data, pl.col('month').is_null())

    @pa.check('force', name='CAL.force.missing', ignore_na=False)
    def cal_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='CAL.force.domain', ignore_na=False)
    def cal_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('calls', name='CAL.calls.missing', ignore_na=False)
    def cal_calls_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of calls, or a declared mark for having none."""
        return _kept(data, pl.col('calls').is_null())

    @pa.check('calls', name='CAL.calls.minimum', ignore_na=False)
    def cal_calls_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of calls is 0 or more."""
        return _kept(data, (pl.col('calls') < 0))

    @pa.dataframe_check(name='CAL.key', ignore_na=False)
    def cal_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in month, force."""
        rows = data
        read = ['month', 'force']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['month', 'force'])
        return _kept(rows, broken)

    class Config:
        name = 'calls_999'
        metadata = {
            'rules': {
                'CAL.columns': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: month, force, calls.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'CAL.month.type': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of month is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'month',
                },
                'CAL.calls.type': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of calls is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'calls',
                },
                'CAL001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'CAL004': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each month is written as its last day.',
                    'mend': 'Write the last day of the month, such as 2018-09-30, not its first.',
                    'reads': ['month'],
                },
                'CAL005': {
                    'statement': 'A26',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'The months lie from 1 April 2017 to 30 September 2018.',
                    'mend': 'Leave other months out, or say that another period is meant.',
                    'reads': ['month'],
                },
                'CAL007': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'A force receives some 999 calls in each month.',
                    'mend': 'Write .. where the number is not known; 0 says that nobody called.',
                    'reads': ['calls'],
                },
                'CAL.month.missing': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of month, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['month'],
                },
                'CAL.force.missing': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'CAL.force.domain': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables calls_999` has it; remove totals.',
                    'reads': ['force'],
                },
                'CAL.calls.missing': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of calls, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['calls'],
                },
                'CAL.calls.minimum': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of calls is 0 or more.',
                    'mend': 'Correct the number; calls cannot be fewer than 0.',
                    'reads': ['calls'],
                },
                'CAL.key': {
                    'statement': 'A26',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in month, force.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['month', 'force'],
                },
            },
            'left_out': {
                'CAL002': 'it looks for rows that are not there',
                'CAL003': 'it compares with a value of the manifest',
                'CAL006': 'it looks at groups of rows',
                'CAL008': 'it holds forces against one another',
            },
        }

class Vetting(_Model):
    """The workforce of one force on one day, and how much of it lacks clearance."""

    as_at: date = pa.Field(
        nullable=True,
        title='as_at',
        description='Day of the count.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    basis: str = pa.Field(
        nullable=True,
        title='basis',
        description='Whether people are counted, or their full-time equivalents.',
    )
    workforce: float = pa.Field(
        nullable=True,
        title='workforce',
        description='The whole workforce, on the basis named.',
        metadata={'unit': 'members of the workforce'},
    )
    without_clearance: float = pa.Field(
        nullable=True,
        title='without_clearance',
        description='Those of it without up-to-date clearance, on the same basis.',
        metadata={'unit': 'members of the workforce'},
    )

    @pa.dataframe_check(name='VET.columns', ignore_na=False)
    def vet_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: as_at, force, basis, workforce, without_clearance. There is at least one row."""
        rows = data
        required = ['as_at', 'force', 'basis', 'workforce', 'without_clearance']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('as_at', name='VET.as_at.type', ignore_na=False)
    def vet_as_at_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of as_at is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('workforce', name='VET.workforce.type', ignore_na=False)
    def vet_workforce_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of workforce is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('without_clearance', name='VET.without_clearance.type', ignore_na=False)
    def vet_without_clearance_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of without_clearance is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('force', name='VET001', ignore_na=False)
    def vet001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('as_at', name='VET004', ignore_na=False)
    def vet004(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Clearance is counted as of 1 April 2018."""
        return _kept(data, ((pl.col('as_at') < date(2018, 4, 1)) | (pl.col('as_at') > date(2018, 4, 1))))

    @pa.dataframe_check(name='VET005', ignore_na=False)
    def vet005(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Those without clearance are no more than the whole workforce."""
        rows = data
        read = ['workforce', 'without_clearance']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('workforce').fill_nan(None) >= 0) & (pl.col('without_clearance').fill_nan(None) > pl.col('workforce').fill_nan(None)))
        return _kept(rows, broken)

    @pa.check('as_at', name='VET.as_at.missing', ignore_na=False)
    def vet_as_at_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of as_at, or a declared mark for having none."""
        return _kept(data, pl.col('as_at').is_null())

    @pa.check('force', name='VET.force.missing', ignore_na=False)
    def vet_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='VET.force.domain', ignore_na=False)
    def vet_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('basis', name='VET.basis.missing', ignore_na=False)
    def vet_basis_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of basis, or a declared mark for having none."""
        return _kept(data, pl.col('basis').is_null())

    @pa.check('basis', name='VET.basis.domain', ignore_na=False)
    def vet_basis_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of basis is one of 2 known: headcount, full-time equivalents."""
        return _kept(data, ~pl.col('basis').is_in(['headcount', 'full-time equivalents']))

    @pa.check('workforce', name='VET.workforce.missing', ignore_na=False)
    def vet_workforce_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of workforce, or a declared mark for having none."""
        return _kept(data, pl.col('workforce').fill_nan(None).is_null())

    @pa.check('workforce', name='VET.workforce.minimum', ignore_na=False)
    def vet_workforce_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of workforce is 0 or more."""
        return _kept(data, (pl.col('workforce').fill_nan(None) < 0))

    @pa.check('without_clearance', name='VET.without_clearance.missing', ignore_na=False)
    def vet_without_clearance_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of without_clearance, or a declared mark for having none."""
        return _kept(data, pl.col('without_clearance').fill_nan(None).is_null())

    @pa.check('without_clearance', name='VET.without_clearance.minimum', ignore_na=False)
    def vet_without_clearance_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of without_clearance is 0 or more."""
        return _kept(data, (pl.col('without_clearance').fill_nan(None) < 0))

    @pa.dataframe_check(name='VET.key', ignore_na=False)
    def vet_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in as_at, force."""
        rows = data
        read = ['as_at', 'force']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['as_at', 'force'])
        return _kept(rows, broken)

    class Config:
        name = 'vetting'
        metadata = {
            'rules': {
                'VET.columns': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: as_at, force, basis, workforce, without_clearance.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'VET.as_at.type': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of as_at is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'as_at',
                },
                'VET.workforce.type': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of workforce is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'workforce',
                },
                'VET.without_clearance.type': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of without_clearance is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'without_clearance',
                },
                'VET001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'VET004': {
                    'statement': 'A49',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'Clearance is counted as of 1 April 2018.',
                    'mend': 'Count as of that day; a count of 31 March or of a later day is another.',
                    'reads': ['as_at'],
                },
                'VET005': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Those without clearance are no more than the whole workforce.',
                    'mend': 'Check both numbers; they are of the same people on the same basis.',
                    'reads': ['workforce', 'without_clearance'],
                },
                'VET.as_at.missing': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of as_at, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['as_at'],
                },
                'VET.force.missing': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'VET.force.domain': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables vetting` has it; remove totals.',
                    'reads': ['force'],
                },
                'VET.basis.missing': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of basis, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['basis'],
                },
                'VET.basis.domain': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of basis is one of 2 known: headcount, full-time equivalents.',
                    'mend': 'Correct it as `peelcheck tables vetting` has it; remove totals.',
                    'reads': ['basis'],
                },
                'VET.workforce.missing': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of workforce, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['workforce'],
                },
                'VET.workforce.minimum': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of workforce is 0 or more.',
                    'mend': 'Correct the number; members of the workforce cannot be fewer than 0.',
                    'reads': ['workforce'],
                },
                'VET.without_clearance.missing': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of without_clearance, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['without_clearance'],
                },
                'VET.without_clearance.minimum': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of without_clearance is 0 or more.',
                    'mend': 'Correct the number; members of the workforce cannot be fewer than 0.',
                    'reads': ['without_clearance'],
                },
                'VET.key': {
                    'statement': 'A49',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in as_at, force.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['as_at', 'force'],
                },
            },
            'left_out': {
                'VET002': 'it looks for rows that are not there',
                'VET003': 'it compares with a value of the manifest',
                'VET006': 'it looks at groups of rows',
                'VET007': 'it looks at a reference table',
                'VET008': 'it looks at a reference table',
                'VET009': 'it holds forces against one another',
            },
        }

class Spend(_Model):
    """What one force spent on one category in one financial year."""

    year_ending: date = pa.Field(
        nullable=True,
        title='year_ending',
        description='Last day of the financial year.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    category: str = pa.Field(
        nullable=True,
        title='category',
        description='Objective category, or All categories for the total.',
    )
    amount: float = pa.Field(
        nullable=True,
        title='amount',
        description='Net revenue expenditure, in the prices of the year itself.',
        metadata={'unit': 'pounds'},
    )
    price_base: date | None = pa.Field(
        nullable=True,
        title='price_base',
        description='Last day of the year in whose prices spend over time is shown.',
    )
    price_index: str | None = pa.Field(
        nullable=True,
        title='price_index',
        description='Index that inflation is taken out with.',
    )
    deflator: float | None = pa.Field(
        nullable=True,
        title='deflator',
        description='Price level of the year; that of the base year is 1.',
        metadata={'unit': 'times the prices of the base year'},
    )

    @pa.dataframe_check(name='SPE.columns', ignore_na=False)
    def spe_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: year_ending, force, category, amount. There is at least one row."""
        rows = data
        required = ['year_ending', 'force', 'category', 'amount']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('year_ending', name='SPE.year_ending.type', ignore_na=False)
    def spe_year_ending_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year_ending is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('amount', name='SPE.amount.type', ignore_na=False)
    def spe_amount_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of amount is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('price_base', name='SPE.price_base.type', ignore_na=False)
    def spe_price_base_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of price_base is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('deflator', name='SPE.deflator.type', ignore_na=False)
    def spe_deflator_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of deflator is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('force', name='SPE001', ignore_na=False)
    def spe001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('year_ending', name='SPE004', ignore_na=False)
    def spe004(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A year is written as its last day, a 31 March."""
        return _kept(data, ~pl.col('year_ending').is_in(AS_AT))

    @pa.check('year_ending', name='SPE005', ignore_na=False)
    def spe005(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The years end from 31 March 2014 to 31 March 2019."""
        return _kept(data, ((pl.col('year_ending') < date(2014, 3, 31)) | (pl.col('year_ending') > date(2019, 3, 31))))

    @pa.check('category', name='SPE006', ignore_na=False)
    def spe006(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A category is one of 12 known names, or All categories."""
        return _kept(data, ~pl.col('category').is_in(CATEGORY))

    @pa.dataframe_check(name='SPE009', ignore_na=False)
    def spe009(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """What a force spends on all categories in a year is above 0."""
        rows = data
        read = ['category', 'amount']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('category') == 'All categories') & (pl.col('amount').fill_nan(None) <= 0))
        return _kept(rows, broken)

    @pa.check('price_base', name='SPE012', ignore_na=False)
    def spe012(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The base year of prices is written as its last day, a 31 March."""
        return _kept(data, ~pl.col('price_base').is_in(AS_AT))

    @pa.check('deflator', name='SPE013', ignore_na=False)
    def spe013(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A deflator is above 0."""
        return _kept(data, (pl.col('deflator').fill_nan(None) <= 0))

    @pa.dataframe_check(name='SPE014', ignore_na=False)
    def spe014(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """The deflator of the base year is 1."""
        rows = _filled(data, {'price_base': (pl.Date, None), 'deflator': (pl.Float64, None)})
        read = ['year_ending', 'price_base', 'deflator']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (((pl.col('year_ending') == pl.col('price_base')) & (pl.col('deflator').fill_nan(None) > 0)) & ((pl.col('deflator').fill_nan(None) < 0.999999) | (pl.col('deflator').fill_nan(None) > 1.000001)))
        return _kept(rows, broken)

    @pa.check('year_ending', name='SPE.year_ending.missing', ignore_na=False)
    def spe_year_ending_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of year_ending, or a declared mark for having none."""
        return _kept(data, pl.col('year_ending').is_null())

    @pa.check('force', name='SPE.force.missing', ignore_na=False)
    def spe_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='SPE.force.domain', ignore_na=False)
    def spe_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('category', name='SPE.category.missing', ignore_na=False)
    def spe_category_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of category, or a declared mark for having none."""
        return _kept(data, pl.col('category').is_null())

    @pa.check('amount', name='SPE.amount.missing', ignore_na=False)
    def spe_amount_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of amount, or a declared mark for having none."""
        return _kept(data, pl.col('amount').fill_nan(None).is_null())

    @pa.dataframe_check(name='SPE.key', ignore_na=False)
    def spe_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in year_ending, force, category."""
        rows = data
        read = ['year_ending', 'force', 'category']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['year_ending', 'force', 'category'])
        return _kept(rows, broken)

    class Config:
        name = 'spend'
        metadata = {
            'rules': {
                'SPE.columns': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: year_ending, force, category, amount.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'SPE.year_ending.type': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year_ending is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'year_ending',
                },
                'SPE.amount.type': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of amount is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'amount',
                },
                'SPE.price_base.type': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of price_base is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'price_base',
                },
                'SPE.deflator.type': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of deflator is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'deflator',
                },
                'SPE001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'SPE004': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'A year is written as its last day, a 31 March.',
                    'mend': 'Write the financial year 2017/18 as 2018-03-31.',
                    'reads': ['year_ending'],
                },
                'SPE005': {
                    'statement': 'A46',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'The years end from 31 March 2014 to 31 March 2019.',
                    'mend': 'Leave other years out, or say that another period is meant.',
                    'reads': ['year_ending'],
                },
                'SPE006': {
                    'statement': 'A44',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'A category is one of 12 known names, or All categories.',
                    'mend': 'Correct the name, and write All categories for the total; or say which category is meant: the names are those of the profile of 2014, and the list of 2018/19 may differ.',
                    'reads': ['category'],
                },
                'SPE009': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'What a force spends on all categories in a year is above 0.',
                    'mend': 'Check the total and its sign; write .. where it is not known.',
                    'reads': ['category', 'amount'],
                },
                'SPE012': {
                    'statement': 'A45',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The base year of prices is written as its last day, a 31 March.',
                    'mend': 'Write the base year 2018/19 as 2019-03-31.',
                    'reads': ['price_base'],
                },
                'SPE013': {
                    'statement': 'A45',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'A deflator is above 0.',
                    'mend': 'Correct the price level, or leave the cell empty where it is not known.',
                    'reads': ['deflator'],
                },
                'SPE014': {
                    'statement': 'A45',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The deflator of the base year is 1.',
                    'mend': 'Divide every deflator by that of the base year: 98 of 100 becomes 0.98.',
                    'reads': ['year_ending', 'price_base', 'deflator'],
                },
                'SPE.year_ending.missing': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year_ending, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['year_ending'],
                },
                'SPE.force.missing': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'SPE.force.domain': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables spend` has it; remove totals.',
                    'reads': ['force'],
                },
                'SPE.category.missing': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of category, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['category'],
                },
                'SPE.amount.missing': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of amount, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['amount'],
                },
                'SPE.key': {
                    'statement': 'A44',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year_ending, force, category.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['year_ending', 'force', 'category'],
                },
            },
            'left_out': {
                'SPE002': 'it looks for rows that are not there',
                'SPE003': 'it compares with a value of the manifest',
                'SPE007': 'it adds rows up',
                'SPE008': 'it looks for rows that are not there',
                'SPE017': 'it holds forces against one another',
                'SPE018': 'it holds forces against one another',
                'SPE010': 'it looks at groups of rows',
                'SPE011': 'it looks at groups of rows',
                'SPE015': 'it looks at groups of rows',
                'SPE016': 'it looks at groups of rows',
                'SPE019': 'it looks at groups of rows',
            },
        }

class FileReview(_Model):
    """One case file, and what its review found."""

    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    file: str = pa.Field(
        nullable=True,
        title='file',
        description='Name of the file, its own within the force.',
    )
    crime_type: str = pa.Field(
        nullable=True,
        title='crime_type',
        description='Type of crime.',
    )
    recorded_on: date = pa.Field(
        nullable=True,
        title='recorded_on',
        description='Day the crime was recorded on, which is not that of the offence.',
    )
    selection: str | None = pa.Field(
        nullable=True,
        title='selection',
        description='How the file came to be reviewed.',
    )
    good_standard: str = pa.Field(
        nullable=True,
        title='good_standard',
        description='Whether the file is of a good standard.',
    )
    vulnerability_identified: str | None = pa.Field(
        nullable=True,
        title='vulnerability_identified',
        description='Whether vulnerability was recognised; blank where there was none.',
    )
    investigated_well: str | None = pa.Field(
        nullable=True,
        title='investigated_well',
        description='Whether the crime was investigated well.',
    )
    victim_treated_well: str | None = pa.Field(
        nullable=True,
        title='victim_treated_well',
        description='Whether the victim was treated well.',
    )

    @pa.dataframe_check(name='FIL.columns', ignore_na=False)
    def fil_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: force, file, crime_type, recorded_on, good_standard. There is at least one row."""
        rows = data
        required = ['force', 'file', 'crime_type', 'recorded_on', 'good_standard']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('recorded_on', name='FIL.recorded_on.type', ignore_na=False)
    def fil_recorded_on_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of recorded_on is a date."""
        return _of_type(data, pl.Date, lambda one: one.is_between(date(1000, 1, 1), date(9999, 12, 31)))

    @pa.check('force', name='FIL001', ignore_na=False)
    def fil001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('recorded_on', name='FIL004', ignore_na=False)
    def fil004(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Crimes reviewed were recorded from 1 January 2018 to 31 March 2018."""
        return _kept(data, ((pl.col('recorded_on') < date(2018, 1, 1)) | (pl.col('recorded_on') > date(2018, 3, 31))))

    @pa.check('selection', name='FIL007', ignore_na=False)
    def fil007(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Files are drawn at random."""
        return _kept(data, (pl.col('selection') == 'chosen'))

    @pa.check('force', name='FIL.force.missing', ignore_na=False)
    def fil_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='FIL.force.domain', ignore_na=False)
    def fil_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('file', name='FIL.file.missing', ignore_na=False)
    def fil_file_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of file, or a declared mark for having none."""
        return _kept(data, pl.col('file').is_null())

    @pa.check('crime_type', name='FIL.crime_type.missing', ignore_na=False)
    def fil_crime_type_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of crime_type, or a declared mark for having none."""
        return _kept(data, pl.col('crime_type').is_null())

    @pa.check('crime_type', name='FIL.crime_type.domain', ignore_na=False)
    def fil_crime_type_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of crime_type is one of 7 known: Theft from the person, Rape, including attempts, Stalking, Harassment, Common assault, Grievous bodily harm (wounding), Actual bodily harm."""
        return _kept(data, ~pl.col('crime_type').is_in(CRIME_TYPE))

    @pa.check('recorded_on', name='FIL.recorded_on.missing', ignore_na=False)
    def fil_recorded_on_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of recorded_on, or a declared mark for having none."""
        return _kept(data, pl.col('recorded_on').is_null())

    @pa.check('selection', name='FIL.selection.domain', ignore_na=False)
    def fil_selection_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of selection is one of 2 known: random, chosen."""
        return _kept(data, ~pl.col('selection').is_in(['random', 'chosen']))

    @pa.check('good_standard', name='FIL.good_standard.missing', ignore_na=False)
    def fil_good_standard_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of good_standard, or a declared mark for having none."""
        return _kept(data, pl.col('good_standard').is_null())

    @pa.check('good_standard', name='FIL.good_standard.domain', ignore_na=False)
    def fil_good_standard_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of good_standard is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('good_standard').is_in(['yes', 'no']))

    @pa.check('vulnerability_identified', name='FIL.vulnerability_identified.domain', ignore_na=False)
    def fil_vulnerability_identified_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of vulnerability_identified is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('vulnerability_identified').is_in(['yes', 'no']))

    @pa.check('investigated_well', name='FIL.investigated_well.domain', ignore_na=False)
    def fil_investigated_well_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of investigated_well is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('investigated_well').is_in(['yes', 'no']))

    @pa.check('victim_treated_well', name='FIL.victim_treated_well.domain', ignore_na=False)
    def fil_victim_treated_well_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of victim_treated_well is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('victim_treated_well').is_in(['yes', 'no']))

    @pa.dataframe_check(name='FIL.key', ignore_na=False)
    def fil_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in force, file."""
        rows = data
        read = ['force', 'file']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['force', 'file'])
        return _kept(rows, broken)

    class Config:
        name = 'file_review'
        metadata = {
            'rules': {
                'FIL.columns': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: force, file, crime_type, recorded_on, good_standard.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'FIL.recorded_on.type': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of recorded_on is a date.',
                    'mend': 'Write the whole date, such as 2018-03-31 or 31/03/2018.',
                    'type_of': 'recorded_on',
                },
                'FIL001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'FIL004': {
                    'statement': 'A22',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'Crimes reviewed were recorded from 1 January 2018 to 31 March 2018.',
                    'mend': 'Leave the file out and draw another; the day counts on which the crime was recorded, not that of the offence.',
                    'reads': ['recorded_on'],
                },
                'FIL007': {
                    'statement': 'A22',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'Files are drawn at random.',
                    'mend': 'Leave out a file that was chosen, and draw another in its place.',
                    'reads': ['selection'],
                },
                'FIL.force.missing': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'FIL.force.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['force'],
                },
                'FIL.file.missing': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of file, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['file'],
                },
                'FIL.crime_type.missing': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of crime_type, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['crime_type'],
                },
                'FIL.crime_type.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of crime_type is one of 7 known: Theft from the person, Rape, including attempts, Stalking, Harassment, Common assault, Grievous bodily harm (wounding), Actual bodily harm.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['crime_type'],
                },
                'FIL.recorded_on.missing': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of recorded_on, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['recorded_on'],
                },
                'FIL.selection.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of selection is one of 2 known: random, chosen.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['selection'],
                },
                'FIL.good_standard.missing': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of good_standard, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['good_standard'],
                },
                'FIL.good_standard.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of good_standard is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['good_standard'],
                },
                'FIL.vulnerability_identified.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of vulnerability_identified is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['vulnerability_identified'],
                },
                'FIL.investigated_well.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of investigated_well is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['investigated_well'],
                },
                'FIL.victim_treated_well.domain': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of victim_treated_well is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables file_review` has it; remove totals.',
                    'reads': ['victim_treated_well'],
                },
                'FIL.key': {
                    'statement': 'A21',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in force, file.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['force', 'file'],
                },
            },
            'left_out': {
                'FIL002': 'it looks for rows that are not there',
                'FIL003': 'it compares with a value of the manifest',
                'FIL005': 'it looks at groups of rows',
                'FIL006': 'it looks at groups of rows',
            },
        }

class StaffSurvey(_Model):
    """How the staff of one force answered on one theme."""

    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    theme: str = pa.Field(
        nullable=True,
        title='theme',
        description='What was asked about.',
    )
    responses: int = pa.Field(
        nullable=True,
        title='responses',
        description='Members of staff who answered.',
        metadata={'unit': 'responses'},
    )
    agreeing: int = pa.Field(
        nullable=True,
        title='agreeing',
        description='Those of them who agreed.',
        metadata={'unit': 'responses'},
    )
    interval_low: float | None = pa.Field(
        nullable=True,
        title='interval_low',
        description='Lower end of a confidence interval; to be left empty.',
        metadata={'unit': 'per cent'},
    )
    interval_high: float | None = pa.Field(
        nullable=True,
        title='interval_high',
        description='Upper end of a confidence interval; to be left empty.',
        metadata={'unit': 'per cent'},
    )

    @pa.dataframe_check(name='SSV.columns', ignore_na=False)
    def ssv_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: force, theme, responses, agreeing. There is at least one row."""
        rows = data
        required = ['force', 'theme', 'responses', 'agreeing']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('responses', name='SSV.responses.type', ignore_na=False)
    def ssv_responses_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of responses is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('agreeing', name='SSV.agreeing.type', ignore_na=False)
    def ssv_agreeing_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of agreeing is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('interval_low', name='SSV.interval_low.type', ignore_na=False)
    def ssv_interval_low_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of interval_low is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('interval_high', name='SSV.interval_high.type', ignore_na=False)
    def ssv_interval_high_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of interval_high is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('force', name='SSV001', ignore_na=False)
    def ssv001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.dataframe_check(name='SSV005', ignore_na=False)
    def ssv005(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No more agree than answer."""
        rows = data
        read = ['responses', 'agreeing']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('responses') >= 0) & (pl.col('agreeing') > pl.col('responses')))
        return _kept(rows, broken)

    @pa.check('interval_low', name='SSV006', ignore_na=False)
    def ssv006(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """No figure has the lower end of a confidence interval."""
        return _kept(data, pl.col('interval_low').fill_nan(None).is_not_null())

    @pa.check('interval_high', name='SSV007', ignore_na=False)
    def ssv007(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """No figure has the upper end of a confidence interval."""
        return _kept(data, pl.col('interval_high').fill_nan(None).is_not_null())

    @pa.check('force', name='SSV.force.missing', ignore_na=False)
    def ssv_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='SSV.force.domain', ignore_na=False)
    def ssv_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('theme', name='SSV.theme.missing', ignore_na=False)
    def ssv_theme_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of theme, or a declared mark for having none."""
        return _kept(data, pl.col('theme').is_null())

    @pa.check('responses', name='SSV.responses.missing', ignore_na=False)
    def ssv_responses_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of responses, or a declared mark for having none."""
        return _kept(data, pl.col('responses').is_null())

    @pa.check('responses', name='SSV.responses.minimum', ignore_na=False)
    def ssv_responses_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of responses is 0 or more."""
        return _kept(data, (pl.col('responses') < 0))

    @pa.check('agreeing', name='SSV.agreeing.missing', ignore_na=False)
    def ssv_agreeing_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of agreeing, or a declared mark for having none."""
        return _kept(data, pl.col('agreeing').is_null())

    @pa.check('agreeing', name='SSV.agreeing.minimum', ignore_na=False)
    def ssv_agreeing_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of agreeing is 0 or more."""
        return _kept(data, (pl.col('agreeing') < 0))

    @pa.dataframe_check(name='SSV.key', ignore_na=False)
    def ssv_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in force, theme."""
        rows = data
        read = ['force', 'theme']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['force', 'theme'])
        return _kept(rows, broken)

    class Config:
        name = 'staff_survey'
        metadata = {
            'rules': {
                'SSV.columns': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: force, theme, responses, agreeing.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'SSV.responses.type': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of responses is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'responses',
                },
                'SSV.agreeing.type': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of agreeing is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'agreeing',
                },
                'SSV.interval_low.type': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of interval_low is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'interval_low',
                },
                'SSV.interval_high.type': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of interval_high is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'interval_high',
                },
                'SSV001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'SSV005': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No more agree than answer.',
                    'mend': 'Check both numbers: those who agree are among those who answered.',
                    'reads': ['responses', 'agreeing'],
                },
                'SSV006': {
                    'statement': 'A12',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'No figure has the lower end of a confidence interval.',
                    'mend': 'Clear the cell: staff chose to answer and were not drawn as a sample, so no interval says how far off the figure may be.',
                    'reads': ['interval_low'],
                },
                'SSV007': {
                    'statement': 'A12',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'No figure has the upper end of a confidence interval.',
                    'mend': 'Clear the cell: staff chose to answer and were not drawn as a sample, so no interval says how far off the figure may be.',
                    'reads': ['interval_high'],
                },
                'SSV.force.missing': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'SSV.force.domain': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables staff_survey` has it; remove totals.',
                    'reads': ['force'],
                },
                'SSV.theme.missing': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of theme, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['theme'],
                },
                'SSV.responses.missing': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of responses, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['responses'],
                },
                'SSV.responses.minimum': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of responses is 0 or more.',
                    'mend': 'Correct the number; responses cannot be fewer than 0.',
                    'reads': ['responses'],
                },
                'SSV.agreeing.missing': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of agreeing, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['agreeing'],
                },
                'SSV.agreeing.minimum': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of agreeing is 0 or more.',
                    'mend': 'Correct the number; responses cannot be fewer than 0.',
                    'reads': ['agreeing'],
                },
                'SSV.key': {
                    'statement': 'A14',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in force, theme.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['force', 'theme'],
                },
            },
            'left_out': {
                'SSV002': 'it looks for rows that are not there',
                'SSV003': 'it compares with a value of the manifest',
                'SSV004': 'it is for a collection alone, which rows do not tell',
            },
        }

class PublicSurvey(_Model):
    """One respondent, or several alike taken together."""

    year: int = pa.Field(
        nullable=True,
        title='year',
        description='Year of the survey.',
        metadata={'unit': 'year'},
    )
    provider: str = pa.Field(
        nullable=True,
        title='provider',
        description='Who ran the survey that year.',
    )
    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    respondent: str = pa.Field(
        nullable=True,
        title='respondent',
        description='Name of the row, its own within force and year.',
    )
    mode: str = pa.Field(
        nullable=True,
        title='mode',
        description='How the respondent was reached.',
    )
    age: int = pa.Field(
        nullable=True,
        title='age',
        description='Age.',
        metadata={'unit': 'years'},
    )
    gender: str = pa.Field(
        nullable=True,
        title='gender',
        description='Gender.',
    )
    ethnicity: str = pa.Field(
        nullable=True,
        title='ethnicity',
        description='Ethnic group.',
    )
    deprivation: int = pa.Field(
        nullable=True,
        title='deprivation',
        description='Fifth of the area by deprivation; 1 is the most.',
        metadata={'unit': 'fifth'},
    )
    respondents: int | None = pa.Field(
        nullable=True,
        title='respondents',
        description='How many respondents the row holds.',
        metadata={'unit': 'respondents'},
    )
    weight: float = pa.Field(
        nullable=True,
        title='weight',
        description='Their weights added up: as how many respondents they count.',
        metadata={'unit': 'respondents'},
    )
    satisfied: str | None = pa.Field(
        nullable=True,
        title='satisfied',
        description='Satisfied with the force; blank for no opinion.',
    )

    @pa.dataframe_check(name='PUB.columns', ignore_na=False)
    def pub_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: year, provider, force, respondent, mode, age, gender, ethnicity, deprivation, weight. There is at least one row."""
        rows = data
        required = ['year', 'provider', 'force', 'respondent', 'mode', 'age', 'gender', 'ethnicity', 'deprivation', 'weight']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('year', name='PUB.year.type', ignore_na=False)
    def pub_year_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of year is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('age', name='PUB.age.type', ignore_na=False)
    def pub_age_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of age is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('deprivation', name='PUB.deprivation.type', ignore_na=False)
    def pub_deprivation_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of deprivation is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('respondents', name='PUB.respondents.type', ignore_na=False)
    def pub_respondents_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of respondents is a whole number."""
        return _of_type(data, pl.Int64, lambda one: one.is_between(-999999999999999999, 999999999999999999))

    @pa.check('weight', name='PUB.weight.type', ignore_na=False)
    def pub_weight_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of weight is a number."""
        return _of_type(data, pl.Float64, lambda one: one.fill_nan(None).abs() < 1000000000000000.0)

    @pa.check('force', name='PUB001', ignore_na=False)
    def pub001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.check('weight', name='PUB011', ignore_na=False)
    def pub011(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each weight is above 0."""
        return _kept(data, (pl.col('weight').fill_nan(None) <= 0))

    @pa.check('deprivation', name='PUB014', ignore_na=False)
    def pub014(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Deprivation is a fifth of all areas, 1 to 5."""
        return _kept(data, (pl.col('deprivation') > 5))

    @pa.check('age', name='PUB015', ignore_na=False)
    def pub015(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Respondents are adults: 16 or older."""
        return _kept(data, (pl.col('age') < 16))

    @pa.dataframe_check(name='PUB004', ignore_na=False)
    def pub004(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """BMG ran the survey of 2018."""
        rows = data
        read = ['year', 'provider']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('year') == 2018) & (pl.col('provider') == 'Ipsos MORI'))
        return _kept(rows, broken)

    @pa.dataframe_check(name='PUB005', ignore_na=False)
    def pub005(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """Ipsos MORI ran the surveys from 2015 up to the year before 2018."""
        rows = data
        read = ['year', 'provider']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (((pl.col('year') >= 2015) & (pl.col('year') < 2018)) & (pl.col('provider') == 'BMG'))
        return _kept(rows, broken)

    @pa.check('year', name='PUB016', ignore_na=False)
    def pub016(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Surveys are of 2015 to 2018."""
        return _kept(data, ((pl.col('year') < 2015) | (pl.col('year') > 2018)))

    @pa.check('year', name='PUB.year.missing', ignore_na=False)
    def pub_year_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of year, or a declared mark for having none."""
        return _kept(data, pl.col('year').is_null())

    @pa.check('provider', name='PUB.provider.missing', ignore_na=False)
    def pub_provider_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of provider, or a declared mark for having none."""
        return _kept(data, pl.col('provider').is_null())

    @pa.check('provider', name='PUB.provider.domain', ignore_na=False)
    def pub_provider_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of provider is one of 2 known: BMG, Ipsos MORI."""
        return _kept(data, ~pl.col('provider').is_in(['BMG', 'Ipsos MORI']))

    @pa.check('force', name='PUB.force.missing', ignore_na=False)
    def pub_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='PUB.force.domain', ignore_na=False)
    def pub_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('respondent', name='PUB.respondent.missing', ignore_na=False)
    def pub_respondent_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of respondent, or a declared mark for having none."""
        return _kept(data, pl.col('respondent').is_null())

    @pa.check('mode', name='PUB.mode.missing', ignore_na=False)
    def pub_mode_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of mode, or a declared mark for having none."""
        return _kept(data, pl.col('mode').is_null())

    @pa.check('mode', name='PUB.mode.domain', ignore_na=False)
    def pub_mode_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of mode is one of 3 known: online panel, face to face, online after a postal invitation."""
        return _kept(data, ~pl.col('mode').is_in(MODE))

    @pa.check('deprivation', name='PUB.deprivation.minimum', ignore_na=False)
    def pub_deprivation_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of deprivation is 1 or more."""
        return _kept(data, (pl.col('deprivation') < 1))

    @pa.check('respondents', name='PUB.respondents.missing', ignore_na=False)
    def pub_respondents_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of respondents, or a declared mark for having none."""
        return _kept(data, pl.col('respondents').is_null())

    @pa.check('respondents', name='PUB.respondents.minimum', ignore_na=False)
    def pub_respondents_minimum(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of respondents is 1 or more."""
        return _kept(data, (pl.col('respondents') < 1))

    @pa.check('weight', name='PUB.weight.missing', ignore_na=False)
    def pub_weight_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of weight, or a declared mark for having none."""
        return _kept(data, pl.col('weight').fill_nan(None).is_null())

    @pa.check('satisfied', name='PUB.satisfied.domain', ignore_na=False)
    def pub_satisfied_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of satisfied is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('satisfied').is_in(['yes', 'no']))

    @pa.dataframe_check(name='PUB.key', ignore_na=False)
    def pub_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in year, force, respondent."""
        rows = data
        read = ['year', 'force', 'respondent']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['year', 'force', 'respondent'])
        return _kept(rows, broken)

    class Config:
        name = 'public_survey'
        metadata = {
            'rules': {
                'PUB.columns': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: year, provider, force, respondent, mode, age, gender, ethnicity, deprivation, weight.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'PUB.year.type': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of year is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'year',
                },
                'PUB.age.type': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of age is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'age',
                },
                'PUB.deprivation.type': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of deprivation is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'deprivation',
                },
                'PUB.respondents.type': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of respondents is a whole number.',
                    'mend': 'Write a whole number, such as 12.',
                    'type_of': 'respondents',
                },
                'PUB.weight.type': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of weight is a number.',
                    'mend': 'Write a number, such as 1108.06.',
                    'type_of': 'weight',
                },
                'PUB001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'PUB011': {
                    'statement': 'A19',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each weight is above 0.',
                    'mend': 'Write for how many respondents the row counts; leave out who counts for none.',
                    'reads': ['weight'],
                },
                'PUB014': {
                    'statement': 'A19',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Deprivation is a fifth of all areas, 1 to 5.',
                    'mend': 'Write the fifth that the area lies in; 1 holds the most deprived areas.',
                    'reads': ['deprivation'],
                },
                'PUB015': {
                    'statement': 'A16',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Respondents are adults: 16 or older.',
                    'mend': "Check the age; write years, not the year of birth or a group's number.",
                    'reads': ['age'],
                },
                'PUB004': {
                    'statement': 'A15',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'BMG ran the survey of 2018.',
                    'mend': 'Correct the year or the provider; Ipsos MORI ran the surveys before.',
                    'reads': ['year', 'provider'],
                },
                'PUB005': {
                    'statement': 'A15',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'Ipsos MORI ran the surveys from 2015 up to the year before 2018.',
                    'mend': 'Correct the year or the provider; BMG ran the survey of 2018.',
                    'reads': ['year', 'provider'],
                },
                'PUB016': {
                    'statement': 'A15',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Surveys are of 2015 to 2018.',
                    'mend': 'Correct the year, or say who ran the survey; the annex tells of no other.',
                    'reads': ['year'],
                },
                'PUB.year.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['year'],
                },
                'PUB.provider.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of provider, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['provider'],
                },
                'PUB.provider.domain': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of provider is one of 2 known: BMG, Ipsos MORI.',
                    'mend': 'Correct it as `peelcheck tables public_survey` has it; remove totals.',
                    'reads': ['provider'],
                },
                'PUB.force.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'PUB.force.domain': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables public_survey` has it; remove totals.',
                    'reads': ['force'],
                },
                'PUB.respondent.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of respondent, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['respondent'],
                },
                'PUB.mode.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of mode, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['mode'],
                },
                'PUB.mode.domain': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of mode is one of 3 known: online panel, face to face, online after a postal invitation.',
                    'mend': 'Correct it as `peelcheck tables public_survey` has it; remove totals.',
                    'reads': ['mode'],
                },
                'PUB.deprivation.minimum': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of deprivation is 1 or more.',
                    'mend': 'Correct the number; fifth cannot be fewer than 1.',
                    'reads': ['deprivation'],
                },
                'PUB.respondents.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of respondents, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['respondents'],
                },
                'PUB.respondents.minimum': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of respondents is 1 or more.',
                    'mend': 'Correct the number; respondents cannot be fewer than 1.',
                    'reads': ['respondents'],
                },
                'PUB.weight.missing': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of weight, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['weight'],
                },
                'PUB.satisfied.domain': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of satisfied is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables public_survey` has it; remove totals.',
                    'reads': ['satisfied'],
                },
                'PUB.key': {
                    'statement': 'A16',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year, force, respondent.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['year', 'force', 'respondent'],
                },
            },
            'left_out': {
                'PUB002': 'it looks for rows that are not there',
                'PUB003': 'it compares with a value of the manifest',
                'PUB007': 'it looks at groups of rows',
                'PUB008': 'it looks at groups of rows',
                'PUB009': 'it looks at groups of rows',
                'PUB010': 'it looks at groups of rows',
                'PUB012': 'it looks at groups of rows',
                'PUB013': 'it looks at groups of rows',
                'PUB006': 'it looks at groups of rows',
            },
        }

class Judgments(_Model):
    """The judgment on one force in one area, or on one pillar."""

    force: str = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    subject: str = pa.Field(
        nullable=True,
        title='subject',
        description='Area, or pillar.',
    )
    inspected: str = pa.Field(
        nullable=True,
        title='inspected',
        description="Whether inspected in the edition's year; blank for a pillar.",
    )
    grade: str = pa.Field(
        nullable=True,
        title='grade',
        description='The judgment.',
    )
    last_inspected: str = pa.Field(
        nullable=True,
        title='last_inspected',
        description='Year of the inspection it comes from, such as 2018/19; blank for a pillar.',
    )

    @pa.dataframe_check(name='JUD.columns', ignore_na=False)
    def jud_columns(cls, data: pa.PolarsData) -> bool:
        """The table has each of its columns once: force, subject, inspected, grade, last_inspected. There is at least one row."""
        rows = data
        required = ['force', 'subject', 'inspected', 'grade', 'last_inspected']
        columns = [*rows.lazyframe.collect_schema()]
        return _there(columns, required, any_row=rows.lazyframe.head(1).collect().height > 0)

    @pa.check('force', name='JUD001', ignore_na=False)
    def jud001(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """British Transport Police is out of scope."""
        return _kept(data, (pl.col('force') == 'British Transport Police'))

    @pa.dataframe_check(name='JUD006', ignore_na=False)
    def jud006(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """An area says whether it was inspected, and which year its judgment is of."""
        rows = data
        read = ['subject', 'inspected', 'last_inspected']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (pl.col('subject').is_in(SUBJECT) & (pl.col('inspected').is_null() | pl.col('last_inspected').is_null()))
        return _kept(rows, broken)

    @pa.dataframe_check(name='JUD007', ignore_na=False)
    def jud007(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """A pillar has a grade alone: areas are inspected, and have a year."""
        rows = data
        read = ['subject', 'inspected', 'last_inspected']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (pl.col('subject').is_in(SUBJECT_2) & (pl.col('inspected').is_not_null() | pl.col('last_inspected').is_not_null()))
        return _kept(rows, broken)

    @pa.dataframe_check(name='JUD008', ignore_na=False)
    def jud008(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """The judgment of an area that was inspected is of 2018/19."""
        rows = data
        read = ['subject', 'inspected', 'last_inspected']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('subject').is_in(SUBJECT) & (pl.col('inspected') == 'yes')) & (pl.col('last_inspected') != '2018/19'))
        return _kept(rows, broken)

    @pa.dataframe_check(name='JUD009', ignore_na=False)
    def jud009(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """The judgment of an area that was not inspected is carried over from 2017/18."""
        rows = data
        read = ['subject', 'inspected', 'last_inspected']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('subject').is_in(SUBJECT_3) & (pl.col('inspected') == 'no')) & (pl.col('last_inspected') != '2017/18'))
        return _kept(rows, broken)

    @pa.dataframe_check(name='JUD010', ignore_na=False)
    def jud010(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """The four areas that are inspected in every force were inspected."""
        rows = data
        read = ['subject', 'inspected']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = (pl.col('subject').is_in(SUBJECT_4) & (pl.col('inspected') != 'yes'))
        return _kept(rows, broken)

    @pa.dataframe_check(name='JUD011', ignore_na=False)
    def jud011(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No area but armed policing is ungraded, and no pillar is."""
        rows = data
        read = ['grade', 'subject']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = ((pl.col('grade') == 'Ungraded') & (pl.col('subject') != 'Armed policing'))
        return _kept(rows, broken)

    @pa.check('force', name='JUD.force.missing', ignore_na=False)
    def jud_force_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of force, or a declared mark for having none."""
        return _kept(data, pl.col('force').is_null())

    @pa.check('force', name='JUD.force.domain', ignore_na=False)
    def jud_force_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of force is one of 44 known."""
        return _kept(data, ~pl.col('force').is_in(FORCE))

    @pa.check('subject', name='JUD.subject.missing', ignore_na=False)
    def jud_subject_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of subject, or a declared mark for having none."""
        return _kept(data, pl.col('subject').is_null())

    @pa.check('subject', name='JUD.subject.domain', ignore_na=False)
    def jud_subject_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of subject is one of 13 known."""
        return _kept(data, ~pl.col('subject').is_in(SUBJECT_5))

    @pa.check('inspected', name='JUD.inspected.domain', ignore_na=False)
    def jud_inspected_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of inspected is one of 2 known: yes, no."""
        return _kept(data, ~pl.col('inspected').is_in(['yes', 'no']))

    @pa.check('grade', name='JUD.grade.missing', ignore_na=False)
    def jud_grade_missing(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each row has a value of grade, or a declared mark for having none."""
        return _kept(data, pl.col('grade').is_null())

    @pa.check('grade', name='JUD.grade.domain', ignore_na=False)
    def jud_grade_domain(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Each value of grade is one of 5 known: Outstanding, Good, Requires improvement, Inadequate, Ungraded."""
        return _kept(data, ~pl.col('grade').is_in(GRADE))

    @pa.dataframe_check(name='JUD.key', ignore_na=False)
    def jud_key(cls, data: pa.PolarsData) -> pl.LazyFrame | bool:
        """No two rows agree in force, subject."""
        rows = data
        read = ['force', 'subject']
        if not set(read) <= _once([*rows.lazyframe.collect_schema()]):
            return True
        broken = _doubled(read, ['force', 'subject'])
        return _kept(rows, broken)

    class Config:
        name = 'judgments'
        metadata = {
            'rules': {
                'JUD.columns': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'The table has each of its columns once: force, subject, inspected, grade, last_inspected.',
                    'mend': 'Add, rename or remove the column, and hand the file in again.',
                },
                'JUD001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'severity_in': {'publication': 'note'},
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                    'reads': ['force'],
                },
                'JUD006': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'An area says whether it was inspected, and which year its judgment is of.',
                    'mend': 'Write yes or no under inspected, and a year such as 2018/19 beside it.',
                    'reads': ['subject', 'inspected', 'last_inspected'],
                },
                'JUD007': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'A pillar has a grade alone: areas are inspected, and have a year.',
                    'mend': "Clear inspected and last_inspected; they stand with the pillar's areas.",
                    'reads': ['subject', 'inspected', 'last_inspected'],
                },
                'JUD008': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'The judgment of an area that was inspected is of 2018/19.',
                    'mend': 'Correct the year, or say that the area was not inspected.',
                    'reads': ['subject', 'inspected', 'last_inspected'],
                },
                'JUD009': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'The judgment of an area that was not inspected is carried over from 2017/18.',
                    'mend': 'Correct the year, or say that the area was inspected.',
                    'reads': ['subject', 'inspected', 'last_inspected'],
                },
                'JUD010': {
                    'statement': 'A1',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'The four areas that are inspected in every force were inspected.',
                    'mend': 'Correct it, or explain why the force was left out of what all forces had.',
                    'reads': ['subject', 'inspected'],
                },
                'JUD011': {
                    'statement': 'A1',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'No area but armed policing is ungraded, and no pillar is.',
                    'mend': 'Write the grade that the report gives.',
                    'reads': ['grade', 'subject'],
                },
                'JUD.force.missing': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['force'],
                },
                'JUD.force.domain': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables judgments` has it; remove totals.',
                    'reads': ['force'],
                },
                'JUD.subject.missing': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of subject, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                    'reads': ['subject'],
                },
                'JUD.subject.domain': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of subject is one of 13 known.',
                    'mend': 'Correct it as `peelcheck tables judgments` has it; remove totals.',
                    'reads': ['subject'],
                },
                'JUD.inspected.domain': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of inspected is one of 2 known: yes, no.',
                    'mend': 'Correct it as `peelcheck tables judgments` has it; remove totals.',
                    'reads': ['inspected'],
                },
                'JUD.grade.missing': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of grade, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                    'reads': ['grade'],
                },
                'JUD.grade.domain': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of grade is one of 5 known: Outstanding, Good, Requires improvement, Inadequate, Ungraded.',
                    'mend': 'Correct it as `peelcheck tables judgments` has it; remove totals.',
                    'reads': ['grade'],
                },
                'JUD.key': {
                    'statement': 'A1',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in force, subject.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                    'reads': ['force', 'subject'],
                },
            },
            'left_out': {
                'JUD002': 'it looks for rows that are not there',
                'JUD003': 'it compares with a value of the manifest',
                'JUD004': 'it looks for rows that are not there',
                'JUD005': 'it looks for rows that are not there',
            },
        }
