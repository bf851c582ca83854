"""The holidays of Aragón from the holidays library, with Spanish names, told apart by scope.

The caller freezes them per year in the centre's file: a later version of the library never moves a past
deadline.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _

LAST_PUBLISHED_YEAR: Final = 2026
"""The last year whose official calendar the library was written from (BOE-A-2025-21667).

Of later years it foresees the days, those moved from a Sunday as Aragón has always moved them; each year's
decree may say otherwise.
"""

_LANGUAGE: Final = "es"
_REGION: Final = "AR"
_BETWEEN_NAMES: Final = "; "


def aragon_holidays(year: int) -> tuple[Holiday, ...]:
    """Return the national and regional holidays of a year, in order, those moved to a Monday included.

    National are those the library lists for the whole of Spain; the others are what Aragón adds or puts in
    the place of a Sunday. Local holidays are the municipality's and come from the centre. Raise ``Refused``
    for a year the library does not know.
    """
    from holidays.countries.spain import Spain  # noqa: PLC0415 - it brings the calendars of every country

    national = Spain(years=year, language=_LANGUAGE)
    regional = Spain(subdiv=_REGION, years=year, language=_LANGUAGE)
    if not regional:
        message = _("No hay calendario de festivos de {year}. No se ha cambiado nada: escriba sus festivos.")
        raise Refused(message.format(year=year))
    return tuple(
        _holiday(day, regional[day], HolidayScope.NATIONAL if day in national else HolidayScope.REGIONAL)
        for day in sorted(regional)
    )


def source_of(year: int) -> str:
    """Return where the days of a year come from, in Spanish, to be kept beside them."""
    from holidays.version import __version__  # noqa: PLC0415 - as above

    library = f"holidays {__version__}, Aragón"
    if year <= LAST_PUBLISHED_YEAR:
        return _("{library}: calendario laboral publicado").format(library=library)
    return _("{library}: previsión, compruébela con el decreto de fiestas del año").format(library=library)


def _holiday(day: date, names: str, scope: HolidayScope) -> Holiday:
    """Return one day. Two holidays that fall together keep both names."""
    return Holiday(day, names.replace(_BETWEEN_NAMES, " y "), scope)
