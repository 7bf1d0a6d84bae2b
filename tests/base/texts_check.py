"""Every text of the program has its Chinese, and what stands in {} agrees."""
import os
import pathlib
import re
import shutil
import string
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77
ROOT = pathlib.Path(os.environ["JTSIM_SOURCE_DIR"])
CHINESE = ROOT / "po" / "zh_CN.po"
NEEDED = ("xgettext", "msgmerge", "msgattrib", "msgfmt")
HAN = re.compile(r"[\u3400-\u9fff]")
# Punctuation marks of ASCII; between letters and digits they belong to words of programs and to numbers.
HALF_WIDTH = re.compile(r"[()?!;]|(?<![A-Za-z0-9])[,:]|[,:](?! ?[A-Za-z0-9=/\"])")
# Code, what is filled in, targets of links, intervals.
NO_SENTENCE = re.compile(r"`[^`]*`|\{[^{}]*\}|(?<=\])\([^)]*\)|\[[a-z, ]+\]|!\[")


def unquoted(lines):
    text = "".join(line.strip()[1:-1] for line in lines)
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m.group(1), m.group(1)), text)


def entries(path):
    """(flags, context, English, Chinese) of a file of translations, its header left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        parts, flags, part = {}, "", None
        for line in block.splitlines():
            if line.startswith("#~"):
                parts = {}
                break
            if line.startswith("#,"):
                flags = line[2:]
            keyword = re.match(r"(msgctxt|msgid|msgstr) (.*)", line)
            if keyword:
                part = parts.setdefault(keyword.group(1), [])
                part.append(keyword.group(2))
            elif line.startswith('"') and part is not None:
                part.append(line)
        if parts and unquoted(parts["msgid"]):
            yield flags, unquoted(parts.get("msgctxt", [])), unquoted(parts["msgid"]), unquoted(parts["msgstr"])


def places(text):
    """What a text fills in, in the order of the values: {position: format}."""
    found, number = {}, 0
    for _, name, form, _ in string.Formatter().parse(text):
        if name is None:
            continue
        found[int(name) if name.isdigit() else name or number] = form
        number += not name
    return found


def half_width(chinese):
    """Whether a Chinese text has punctuation of ASCII."""
    return HAN.search(chinese) and HALF_WIDTH.search(NO_SENTENCE.sub("", chinese))


def faults(path):
    """What is wrong with a file of translations."""
    for flags, context, english, chinese in entries(path):
        if "fuzzy" in flags:
            yield f"fuzzy: {english}"
        if not chinese:
            yield f"without translation: {context} {english}"
        elif places(english) != places(chinese):
            yield f"other places for values: {english} | {chinese}"
        elif english.endswith("\n") != chinese.endswith("\n"):
            yield f"another end of line: {english}"
        elif half_width(chinese):
            yield f"half-width punctuation: {chinese}"


class Texts(unittest.TestCase):
    def test_no_text_lacks_its_chinese_and_places_for_values_agree(self):
        self.assertGreater(sum(1 for _ in entries(CHINESE)), 700)
        self.assertEqual(list(faults(CHINESE)), [])

    def test_most_texts_are_chinese(self):
        plain = [e for _, _, e, c in entries(CHINESE) if re.search("[a-z]{3}", e) and not HAN.search(c)]
        self.assertLess(len(plain), 30, plain)

    def test_planted_faults_are_found(self):
        text = CHINESE.read_text(encoding="utf-8")
        plants = {
            "without translation": text.replace('msgstr "失业"', 'msgstr ""', 1),
            "fuzzy": text.replace('msgid "unemployed"', '#, fuzzy\nmsgid "unemployed"', 1),
            "other places": text.replace('msgstr "最多 {}"', 'msgstr "最多 {} {}"', 1),
            "half-width": text.replace('msgstr "注意：{}"', 'msgstr "注意:{}"', 1),
        }
        with tempfile.TemporaryDirectory() as folder:
            for fault, planted in plants.items():
                self.assertNotEqual(planted, text, fault)
                file = pathlib.Path(folder) / "planted.po"
                file.write_text(planted, encoding="utf-8")
                self.assertTrue(any(found.startswith(fault) for found in faults(file)), fault)

    def test_punctuation_of_chinese_is_full_width(self):
        for wrong in "失业(含培训)", "结果:好", "一,二", "好不好?", "{} 元;", "前 {},后", "见 docs/targets.md)":
            self.assertTrue(half_width(wrong), wrong)
        for right in "失业（含培训）", "用 `a(b, c)` 选", "[low, high]；见", "distribution: uniform 亦可", "共 1,000 人", "{:.1f} 人", "all: x":
            self.assertFalse(half_width(right), right)

    def test_punctuation_of_chinese_pages_is_full_width(self):
        for page in ROOT / "README.zh.md", *(ROOT / "docs").glob("*.zh.md"):
            lines = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S).splitlines()
            self.assertEqual([line for line in lines if half_width(line)], [], page)

    def test_the_file_is_as_new_as_the_sources(self):
        run = subprocess.run([ROOT / "scripts" / "texts.sh", "--check"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout[-3000:] + run.stderr)

    def test_a_new_text_in_the_sources_is_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            copy.mkdir()
            for room in ("src", "agents", "policies", "configs", "output", "po", "scripts"):
                shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("runs", "*.h5"))
            with open(copy / "src" / "main.cpp", "a", encoding="utf-8") as file:
                file.write('constexpr jtsim::Label planted = jtsim::tr("a planted text");\n')
            run = subprocess.run([copy / "scripts" / "texts.sh", "--check"], capture_output=True, text=True)
            self.assertEqual(run.returncode, 1)
            self.assertIn("a planted text", run.stdout)


if __name__ == "__main__":
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if missing:
        print("skipped: these programs of the package gettext are not here:", *missing)
        sys.exit(SKIPPED)
    unittest.main()
