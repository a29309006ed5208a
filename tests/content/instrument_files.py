"""A small instrument's file in which nothing is wrong, and one that takes its items from it."""

GOOD = """
id = "mini"
name = "Mini"
version = "1"
stem = "This week:"
recall = "this week"
wording_confidence = "high"
citation = "Nobody 2026"
attribution = "Nobody"

[licence]
summary = "Free"
url = "https://example.org"
confidence = "high"

[choices]
how_often = [
    { value = 0, label = "Never" },
    { value = 1, label = "Often" },
]

[[items]]
id = "one"
text = "One?"
choices = "how_often"

[[items]]
id = "two"
text = "Two?"
choices = "how_often"
anchors = ["Low", "High"]
worse = "up"
name = "Second"
about = "work"
section = "work"
order = 101

[[scales]]
id = "sum"
name = "Sum"
short = "Sum"
method = "sum"
needs = 2
worse = "up"
about = "person"
section = "person"
order = 101
items = ["one", "two"]
band_basis = "ours"
bands = [
    { low = 0, label = "low" },
    { low = 1, label = "high" },
]

[scales.noise]
points = 1
basis = "A guess"
published = false

[[scales]]
id = "mean"
name = "Mean"
short = "Mean"
method = "mean"
needs = 1
worse = "up"
about = "person"
section = "supervision"
order = 102
items = ["one", "two"]

[[facts]]
id = "fact"
text = "How many?"
name = "Fact"
unit = "people"
high = 10
ask_above = 8
too_high = "Too many."
worse = "up"
about = "work"
section = "supervision"
order = 101

[[examples]]
note = "1 + 0"
answers = { one = 1, two = 0 }
scores = { sum = 1, mean = 0.5 }
"""
TWIN = """
id = "twin"
name = "Twin"
version = "1"
stem = "This year:"
recall = "this year"
wording_confidence = "high"
same_items_as = "mini"
id_suffix = "_y"
name_suffix = " (a year)"
about = "person"
section = "work"
order = 201

[[examples]]
note = "1 + 1"
answers = { one_y = 1, two_y = 1 }
scores = { sum_y = 2 }
"""
