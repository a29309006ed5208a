"""Charts drawn: the only place that knows matplotlib, and the first to import it."""

from burnout_check.charts.draw.alone import import_alone

import_alone()
