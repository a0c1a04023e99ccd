"""pandera models of the tables, for pandas.

Written by `peelcheck schemas write` from the rulebook; do not edit. This file needs
pandera and pandas alone: copy it where it is wanted. A failure names the rule's id;
`peelcheck explain ID` says more. Rows are judged as `peelcheck check` judges those of a
submission: a missing value breaks no rule but the one that asks for a value. Queries
and notes fail like errors here; `Config.metadata` gives each rule's severity.
"""

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

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


class StopSearch(pa.DataFrameModel):
    """Searches by one force, under one power, for one reason, of one group."""

    year_ending: Series[pd.Timestamp] = pa.Field(
        nullable=True,
        title='year_ending',
        description='Last day of the financial year the searches were made in.',
    )
    force: Series[str] = pa.Field(
        nullable=True,
        title='force',
        description='Territorial force, or British Transport Police.',
    )
    legislation: Series[str] = pa.Field(
        nullable=True,
        title='legislation',
        description='Power the search was made under.',
    )
    reason: Series[str] = pa.Field(
        nullable=True,
        title='reason',
        description='Reason for the search.',
    )
    ethnic_group: Series[str] = pa.Field(
        nullable=True,
        title='ethnic_group',
        description='Self-defined ethnic group (2001 grouping), not stated, or no person.',
    )
    searches: Series[pd.Int64Dtype] = pa.Field(
        nullable=True,
        title='searches',
        description='Number of searches.',
        metadata={'unit': 'searches'},
    )
    resultant_arrests: Series[pd.Int64Dtype] | None = pa.Field(
        nullable=True,
        title='resultant_arrests',
        description='Number of arrests that followed.',
        metadata={'unit': 'arrests'},
    )

    @pa.dataframe_check(name='STS001', ignore_na=False)
    def sts001(cls, frame: pd.DataFrame) -> pd.Series:
        """British Transport Police is out of scope."""
        broken = (frame["force"].notna() & (frame["force"] == 'British Transport Police'))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS005', ignore_na=False)
    def sts005(cls, frame: pd.DataFrame) -> pd.Series:
        """Each reason stands under the power it belongs to."""
        broken = (((frame["legislation"].notna() & (frame["legislation"] == 'Section 1 (PACE)')) & frame["reason"].isin(['Anticipation of violence', 'Prevent acts of terrorism'])) | ((frame["legislation"].notna() & (frame["legislation"] == 'Section 60 (CJPOA)')) & frame["reason"].isin(REASON)) | ((frame["legislation"].notna() & (frame["legislation"] == 'Section 44/47a (TACT)')) & frame["reason"].isin(REASON_2)))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS006', ignore_na=False)
    def sts006(cls, frame: pd.DataFrame) -> pd.Series:
        """No more arrests follow than there were searches."""
        if "resultant_arrests" not in frame:
            return pd.Series(True, index=frame.index)
        broken = (frame["searches"].notna() & (frame["searches"] >= 0)) & (frame["resultant_arrests"].notna() & frame["searches"].notna() & (frame["resultant_arrests"] > frame["searches"]))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.year_ending.missing', ignore_na=False)
    def sts_year_ending_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of year_ending, or a declared mark for having none."""
        broken = frame["year_ending"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.force.missing', ignore_na=False)
    def sts_force_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of force, or a declared mark for having none."""
        broken = frame["force"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.force.domain', ignore_na=False)
    def sts_force_domain(cls, frame: pd.DataFrame) -> pd.Series:
        """Each value of force is one of 44 known."""
        broken = (frame["force"].notna() & ~frame["force"].isin(FORCE))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.legislation.missing', ignore_na=False)
    def sts_legislation_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of legislation, or a declared mark for having none."""
        broken = frame["legislation"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.legislation.domain', ignore_na=False)
    def sts_legislation_domain(cls, frame: pd.DataFrame) -> pd.Series:
        """Each value of legislation is one of 3 known: Section 1 (PACE), Section 60 (CJPOA), Section 44/47a (TACT)."""
        broken = (frame["legislation"].notna() & ~frame["legislation"].isin(LEGISLATION))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.reason.missing', ignore_na=False)
    def sts_reason_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of reason, or a declared mark for having none."""
        broken = frame["reason"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.reason.domain', ignore_na=False)
    def sts_reason_domain(cls, frame: pd.DataFrame) -> pd.Series:
        """Each value of reason is one of 9 known."""
        broken = (frame["reason"].notna() & ~frame["reason"].isin(REASON_3))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.ethnic_group.missing', ignore_na=False)
    def sts_ethnic_group_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of ethnic_group, or a declared mark for having none."""
        broken = frame["ethnic_group"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.ethnic_group.domain', ignore_na=False)
    def sts_ethnic_group_domain(cls, frame: pd.DataFrame) -> pd.Series:
        """Each value of ethnic_group is one of 7 known: White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Not stated, Vehicle only."""
        broken = (frame["ethnic_group"].notna() & ~frame["ethnic_group"].isin(ETHNIC_GROUP))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.searches.missing', ignore_na=False)
    def sts_searches_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of searches, or a declared mark for having none."""
        broken = frame["searches"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.searches.minimum', ignore_na=False)
    def sts_searches_minimum(cls, frame: pd.DataFrame) -> pd.Series:
        """Each value of searches is 0 or more."""
        broken = (frame["searches"].notna() & (frame["searches"] < 0))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.resultant_arrests.missing', ignore_na=False)
    def sts_resultant_arrests_missing(cls, frame: pd.DataFrame) -> pd.Series:
        """Each row has a value of resultant_arrests, or a declared mark for having none."""
        if "resultant_arrests" not in frame:
            return pd.Series(True, index=frame.index)
        broken = frame["resultant_arrests"].isna()
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.resultant_arrests.minimum', ignore_na=False)
    def sts_resultant_arrests_minimum(cls, frame: pd.DataFrame) -> pd.Series:
        """Each value of resultant_arrests is 0 or more."""
        if "resultant_arrests" not in frame:
            return pd.Series(True, index=frame.index)
        broken = (frame["resultant_arrests"].notna() & (frame["resultant_arrests"] < 0))
        return ~broken.astype(bool)

    @pa.dataframe_check(name='STS.key', ignore_na=False)
    def sts_key(cls, frame: pd.DataFrame) -> pd.Series:
        """No two rows agree in year_ending, force, legislation, reason, ethnic_group."""
        broken = frame.duplicated(['year_ending', 'force', 'legislation', 'reason', 'ethnic_group'], keep=False)
        return ~broken.astype(bool)

    class Config:
        name = 'stop_search'
        coerce = True
        metadata = {
            'rules': {
                'STS001': {
                    'statement': 'A8',
                    'basis': 'stated',
                    'severity': 'error',
                    'says': 'British Transport Police is out of scope.',
                    'mend': 'Remove its rows; in a publication they may stand, and no total holds them.',
                },
                'STS005': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'Each reason stands under the power it belongs to.',
                    'mend': 'Move the searches to the power they were made under.',
                },
                'STS006': {
                    'statement': 'A5',
                    'basis': 'derived',
                    'severity': 'query',
                    'says': 'No more arrests follow than there were searches.',
                    'mend': 'Check both counts; if they are right, explain how they come about.',
                },
                'STS.year_ending.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of year_ending, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                },
                'STS.force.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of force, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                },
                'STS.force.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of force is one of 44 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                },
                'STS.legislation.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of legislation, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                },
                'STS.legislation.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of legislation is one of 3 known: Section 1 (PACE), Section 60 (CJPOA), Section 44/47a (TACT).',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                },
                'STS.reason.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of reason, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                },
                'STS.reason.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of reason is one of 9 known.',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                },
                'STS.ethnic_group.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of ethnic_group, or a declared mark for having none.',
                    'mend': 'Fill the cell in; remove the row if it is a total, or empty.',
                },
                'STS.ethnic_group.domain': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of ethnic_group is one of 7 known: White, Mixed, Asian or Asian British, Black or Black British, Chinese or Other Ethnic Group, Not stated, Vehicle only.',
                    'mend': 'Correct it as `peelcheck tables stop_search` has it; remove totals.',
                },
                'STS.searches.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of searches, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                },
                'STS.searches.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of searches is 0 or more.',
                    'mend': 'Correct the number; searches cannot be fewer than 0.',
                },
                'STS.resultant_arrests.missing': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each row has a value of resultant_arrests, or a declared mark for having none.',
                    'mend': 'Fill the cell in: 0 for none, or a mark the manifest gives a meaning.',
                },
                'STS.resultant_arrests.minimum': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'Each value of resultant_arrests is 0 or more.',
                    'mend': 'Correct the number; arrests cannot be fewer than 0.',
                },
                'STS.key': {
                    'statement': 'A48',
                    'basis': 'declared',
                    'severity': 'error',
                    'says': 'No two rows agree in year_ending, force, legislation, reason, ethnic_group.',
                    'mend': 'Remove the row that stands twice, or add the counts into one row.',
                },
            },
            'carried_by_shape': [
                'STS.columns',
                'STS.year_ending.type',
                'STS.searches.type',
                'STS.resultant_arrests.type',
            ],
            'left_out': {
                'STS002': 'it looks at a whole table or at the manifest',
                'STS003': 'it looks at a whole table or at the manifest',
                'STS007': 'it looks at a whole table or at the manifest',
                'STS008': 'it looks at a whole table or at the manifest',
                'STS009': 'it looks at a whole table or at the manifest',
                'STS010': 'it compares with a value of the manifest',
                'STS011': 'it compares with a value of the manifest',
                'STS012': 'it looks at a whole table or at the manifest',
                'STS013': 'it looks at a whole table or at the manifest',
            },
        }
