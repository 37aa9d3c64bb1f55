"""Reports to text, JSON, HTML and the formats of CI systems: each takes the JSON contract and returns the file's text."""

RENDERERS: dict[str, str] = {
    "checkstyle": "tqcheck.render.checkstyle:render",
    "github": "tqcheck.render.github:render",
    "gitlab": "tqcheck.render.gitlab:render",
    "html": "tqcheck.render.html:render",
    "json": "tqcheck.render.json:render",
    "junit": "tqcheck.render.junit:render",
    "markdown": "tqcheck.render.markdown:render",
    "rdjson": "tqcheck.render.rdjson:render",
    "sarif": "tqcheck.render.sarif:render",
    "text": "tqcheck.render.text:render",
    "tsv": "tqcheck.render.tsv:render",
}
"""Format name -> "module:function"; the function is `render(payload, **options) -> str`."""
