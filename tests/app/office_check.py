"""LibreOffice opens the workbooks and finds the same figures. Exit code 77 where it is not installed."""
import csv
import shutil
import subprocess
import sys
import unittest

from report_pages import END, PUSH, ReportTest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


class Office(ReportTest):
    def convert(self, path, *words):
        done = subprocess.run(
            [OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", *words,
             "--outdir", "converted", path], cwd=self.folder, text=True, capture_output=True, timeout=240, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.folder / "converted"

    def test_every_sheet_reads_as_the_csv_files_do(self):
        self.have("base", lambda: self.run_tiny("base", END))
        self.expect(0, "export", "base", "--xlsx", "t.xlsx", "--csv", "csv", "--lang", "zh", "--quiet")
        # All sheets as CSV, with numbers as they are stored.
        folder = self.convert("t.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
        with open(folder / "t-年末人数.csv", encoding="utf-8", newline="") as file:
            sheet = list(csv.DictReader(file))
        with open(self.folder / "csv/persons_by_group.csv", encoding="utf-8", newline="") as file:
            ours = list(csv.DictReader(file))
        self.assertEqual(len(sheet), len(ours))
        for theirs, row in zip(sheet, ours):
            self.assertEqual(theirs["指标代码"], row["outcome"])
            self.assertEqual(theirs["去向大类"], row["headline_label"])
            self.assertAlmostEqual(float(theirs["均值"]), float(row["mean"]), places=6)
        self.assertEqual(len(list(folder.iterdir())), len(list((self.folder / "csv").iterdir())) + 1)

    def test_workbooks_become_pages(self):
        self.have("base", lambda: self.run_tiny("base", END))
        self.have("push", lambda: self.run_tiny("push", END, *PUSH))
        self.have("push_against_base", lambda: self.expect(0, "compare", "base", "push", "--quiet"))
        self.expect(0, "export", "push_against_base", "--xlsx", "t.xlsx", "--lang", "zh", "--quiet")
        pdf = (self.convert("t.xlsx", "pdf") / "t.pdf").read_bytes()
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertGreater(len(pdf), 30_000)


if __name__ == "__main__":
    if OFFICE is None:
        print("SKIPPED: LibreOffice is not installed")
        sys.exit(77)
    unittest.main()
