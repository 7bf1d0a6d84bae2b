#!/usr/bin/env bash
# Renews po/zh_CN.po from the texts that the sources mark with tr(...), t(...):  scripts/texts.sh
# Says what the file lacks or has too much, and changes nothing:         scripts/texts.sh --check
# Writes the texts to be translated into a file of gettext, for a new language:
#                                                                        scripts/texts.sh --template FILE.pot
set -euo pipefail
cd "$(dirname "$0")/.."
chinese=po/zh_CN.po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# template FILE: every marked text with the files it stands in
template() {
  find src agents policies configs output -name '*.[ch]pp' | LC_ALL=C sort >"$work/sources"
  xgettext --files-from="$work/sources" --language=C++ --from-code=UTF-8 --package-name=jtsim \
    --keyword --keyword=tr:1,1t --keyword=tr:1c,2,2t --add-location=file -o "$1"
  find output/report/page -name '*.js' | LC_ALL=C sort >"$work/scripts"
  xgettext --files-from="$work/scripts" --language=JavaScript --from-code=UTF-8 --package-name=jtsim \
    --keyword --keyword=t:1 --keyword=tc:1c,2 --keyword=mark:1 --add-location=file --join-existing -o "$1"
  # A date would change the file whenever it is made; {} are no conversions of C.
  sed -i '/^"POT-Creation-Date:/d; /^#, .*-format$/d; s/charset=CHARSET/charset=UTF-8/' "$1"
}

# renewed FILE: the translations, in the order of the sources, without those nobody asks for
renewed() {
  template "$work/all.pot"
  # Two branches that add one text leave it twice.
  msguniq --use-first "$chinese" -o "$work/unique.po"
  msgmerge --quiet --no-fuzzy-matching --add-location=file "$work/unique.po" "$work/all.pot" -o "$work/merged.po"
  msgattrib --no-obsolete "$work/merged.po" -o "$1"
}

case "${1-}" in
  '')
    renewed "$work/new.po"
    cp "$work/new.po" "$chinese"
    msgfmt --check-format --statistics -o /dev/null "$chinese"
    ;;
  --check)
    renewed "$work/new.po"
    if ! diff -u "$chinese" "$work/new.po"; then
      echo "$chinese is older than the sources: run scripts/texts.sh and translate what it adds" >&2
      exit 1
    fi
    msgfmt --check-format -o /dev/null "$chinese"
    if msgattrib --untranslated "$chinese" | grep '^msgid'; then
      echo "these texts of $chinese have no translation" >&2
      exit 1
    fi
    ;;
  --template) template "${2:?which file?}" ;;
  *)
    sed -n '2,6s/^# //p' "$0" >&2
    exit 2
    ;;
esac
