"""Reports to text, JSON, HTML and the formats of CI systems: each takes the JSON contract and returns the file's text."""

RENDERERS: dict[str, str] = {
    "html": "tqcheck.render.html:render",
    "json": "tqcheck.render.json:render",
    "text": "tqcheck.render.text:render",
}
"""Format name -> "module:function"; the function is `render(payload, **options) -> str`."""
