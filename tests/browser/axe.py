"""A page in headless Chromium: run a script in it and read back what it found, or let axe-core judge it.

The page is a copy without its security policy, so that a script can be put in. Results come back as JSON in an
attribute of the dumped page: no driver, no network, nothing to install but Chromium itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run", "--virtual-time-budget=30000"),
)
SCHEMES = {"dark": "0", "light": "1"}
"""What blink calls them in preferredColorScheme."""
NARROWEST = 500
"""Pixels of the narrowest window; a narrower page sits in a frame, whose scheme follows the page around it."""
PATIENCE = 120
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What can differ between light and dark."""
POLICY = re.compile(r"<meta[^>]+http-equiv=[\"']?Content-Security-Policy[^>]*>", re.IGNORECASE)
RUNNER = """
<script>
(async () => {
  const out = {
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    width: innerWidth,
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
  try { out.found = await (async () => { %s })(); } catch (error) { out.error = String(error.stack || error); }
  const told = JSON.stringify(out);
  if (window === top) document.documentElement.setAttribute("data-out", told);
  else parent.postMessage(told, "*");
})();
</script>
"""
FRAME = """<!DOCTYPE html>
<html><head><style>
:root { color-scheme: %(scheme)s } body { margin: 0 } iframe { border: 0; width: %(width)dpx; height: 1200px }
</style></head><body>
<script>onmessage = (event) => document.documentElement.setAttribute("data-out", event.data);</script>
<iframe src="page.html"></iframe>
</body></html>
"""
AXE = """
const violations = [];
for (const state of %s) {
  if (state === "opened") for (const part of document.querySelectorAll("details")) part.open = true;
  const found = await axe.run(document, {runOnly: %s, resultTypes: ["violations"]});
  for (const one of found.violations) {
    violations.push(`${state}: ${one.id}: ${one.help}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }
  if (!found.passes.length) violations.push(`${state}: axe found nothing to judge`);
}
return violations;
"""


class _Attribute(HTMLParser):
    """Picks the result out of the dumped page."""

    found: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.found = dict(attrs).get("data-out")


class Browser:
    """Chromium, by its name or path."""

    def __init__(self, chromium: str) -> None:
        self.chromium = chromium

    def dump(self, source: str, scheme: str = "light", width: int = 1280, *flags: str) -> str:
        """Return a page as Chromium leaves it once all its scripts are done."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            page = Path(folder, "page.html")
            page.write_text(source, "utf-8")
            if width < NARROWEST:
                page = Path(folder, "frame.html")
                page.write_text(FRAME % {"scheme": scheme, "width": width}, "utf-8")
            settings = f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"
            command = [self.chromium, *FLAGS, *flags, settings, f"--window-size={width},1200"]
            done = subprocess.run(
                [*command, f"--user-data-dir={folder}/profile", "--dump-dom", page.as_uri()],
                capture_output=True,
                encoding="utf-8",
                timeout=PATIENCE,
                check=False,
            )
        if done.returncode != 0 or not done.stdout:
            message = f"{self.chromium} exited {done.returncode}: {done.stderr[-600:]}"
            raise RuntimeError(message)
        return done.stdout

    def run(self, source: str, script: str, scheme: str = "light", width: int = 1280) -> Any:  # noqa: ANN401  # JSON
        """Return what a script returns that runs in a page: the body of an async function, and JSON.

        Raises:
            RuntimeError: It did not run, or not in the window that was asked for.
        """
        head, body, tail = POLICY.sub("", source).rpartition("</body>")
        parser = _Attribute()
        parser.feed(self.dump(head + RUNNER % script + body + tail, scheme, width))
        out = json.loads(parser.found or "{}")
        if "found" not in out or out["dark"] != (scheme == "dark") or out["width"] != width:
            message = f"asked for {scheme} at {width} px, got {str(out)[:600]}"
            raise RuntimeError(message)
        return {"overflow": out["overflow"], "found": out["found"]}

    def judge(self, source: str, axe: str, scheme: str, width: int, *states: str) -> tuple[int, list[str]]:
        """Return how many pixels a page is too wide, and what axe-core holds against it.

        Args:
            source: The page.
            axe: The source of axe-core.
            scheme: With `light` every rule is held against it, with `dark` those about colours.
            width: Of the window.
            states: `folded`, as it opens, or `opened`, with every fold open.
        """
        rules = json.dumps(ALL if scheme == "light" else COLOURS)
        script = axe.replace("</script", "<\\/script") + AXE % (json.dumps(states), rules)
        out = self.run(source, script, scheme, width)
        return out["overflow"], out["found"]
