"""Writes the words by which a run of Chinese characters is told from a foreign name (tqcheck/text/data/han_words.toml), from jieba's words.

    python -m corpora.han_words jieba/dict.txt tqcheck/text/data/han_words.toml

`edges` are words of two characters of which one transcribes names and the other does not (大使, 贡献): a run ends before the former.
`inside` are common words of characters that all transcribe (治安, 福利). Names of persons and places are left out; jieba's tags take some
common words for names, which `_COMMON` puts back, and the other way round.
"""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import wrap

from tqcheck.text.han_readings import transcribing
from tqcheck.text.places import place_keys
from tqcheck.text.tables import table
from tqcheck.text.usual_names import is_usual

_HEAD = """# Common Chinese words of characters that transcribe names: `edges` by one of their two characters, `inside` by all.
# Made by corpora/han_words.py from the words of jieba (MIT licence, Copyright 2013 Sun Junyi).
"""
_NAMES = ("nr", "ns", "nt", "nz")
_OFTEN, _INSIDE = 250, 60
"""Uses in jieba's count from which a word is common."""
_LONGEST = 4
_COMMON = """哥哥 道德 英文 武林 阿哥 治安 文武 登基 福利 祖宗 比武 高明 汉文 伦理 保姆 保安 乔木 胡萝卜 西瓜 林木 威武 赞美 古文 翰林 蓝图
高昂 高雅 英美 科普 明朗 明文 欧亚 汉英 胡杨林 安顿 安内 富农 美德 乌黑 密林 英明 缅怀 松林 拉丁文 富翁 木耳 梵文 黑马 爱戴 欧美 施舍 博爱
盖章 法文 文雅 加密 楚楚 恩爱 爱美 圣明 西德 高祖 南美 拉美 雷达 通达 富豪 豪杰 西路 东路 南路 法西斯 苏维埃 纳米 罗汉 沙丘 卢布 休克 明哲
古罗马 多地"""
_EDGES = frozenset({"意大"})
"""The head of 意大利, whose rest would be a name."""
_ARE_NAMES = "科比 比利 布施 基德 豪格 大维 温格 德比 恩施 安布 海布 古里 林里 保康 多米 锡金 达赖 加纳 基多"


def main() -> None:
    counts = {word: (int(count), tag) for word, count, tag in map(str.split, _lines(sys.argv[1]))}
    inside, known = transcribing(), set(table("sounds")["Han"]["words"].split()) | _places()
    common = {word for word, (count, tag) in counts.items() if count >= _INSIDE and not tag.startswith(_NAMES)}
    common = {
        word for word in common if 2 <= len(word) <= _LONGEST and set(word) <= inside and not is_usual(word, "zh")
    }
    common = (common | set(_COMMON.split())) - set(_ARE_NAMES.split()) - known
    common = {word for word in common if not any(word in place for place in _places())}
    edges = {
        word
        for word, (count, tag) in counts.items()
        if len(word) == 2
        and count >= _OFTEN
        and not tag.startswith(_NAMES[0])
        and (word[0] in inside) != (word[1] in inside)
    }
    edges |= _EDGES
    text = "\n".join(f'{name} = """\n{_lined(words)}"""' for name, words in (("edges", edges), ("inside", common)))
    Path(sys.argv[2]).write_text(f"{_HEAD}{text}\n", encoding="utf-8")


def _lined(words: set[str]) -> str:
    return "\n".join(wrap(" ".join(sorted(words)), 110, break_on_hyphens=False))


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()


def _places() -> set[str]:
    return {name for names in place_keys("zh").values() for name in names}


if __name__ == "__main__":
    main()
