"""The page for IT as HTML, and other texts that stand in a bundle."""

from __future__ import annotations

import subprocess

from bundling.tools import Workshop, with_tools
from console import ROOT, CannotGoOnError

DEPLOY = ROOT / "packaging" / "DEPLOY.md"
SITE_EXAMPLE = ROOT / "packaging" / "site.example.toml"

_CONVERT = """
import sys, markdown
from pathlib import Path
text = Path(sys.argv[1]).read_text(encoding="utf-8")
sys.stdout.buffer.write(markdown.markdown(text, extensions=["tables", "fenced_code"]).encode())
"""

_FRAME = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto;
  padding: 0 1rem; color: #1b2a2c; background: #fff; }}
pre, code {{ font: .9rem/1.4 Consolas, monospace; background: #eef3f3; }}
pre {{ padding: .75rem; overflow-x: auto; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #8fa3a5; padding: .3rem .6rem; text-align: left;
  vertical-align: top; }}
h1, h2 {{ color: #17595f; line-height: 1.2; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def deploy_page(shop: Workshop) -> str:
    """DEPLOY.md as a page that loads nothing from anywhere."""
    done = subprocess.run(
        [str(shop.python), "-c", _CONVERT, str(DEPLOY)],
        env=with_tools(shop.tools),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise CannotGoOnError(f"DEPLOY.html could not be made: {done.stderr}")
    title = DEPLOY.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    return _FRAME.format(title=title, body=done.stdout)
