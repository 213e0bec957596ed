# The verb `test` of ./hmnet (試験): every test, or those of one word; how long each part took; what failed; what was skipped.
# Sourced by ./hmnet, whose say, die, need and maven it uses.
# shellcheck shell=bash

unchecked=$root/target/unchecked  # is there when some_tests has compiled
install='apt-get install -y --no-install-recommends'
browser_packages='chromium fonts-noto-cjk'
preview_packages='poppler-utils poppler-data libheif-examples ffmpeg bubblewrap'

run_tests() {
  local words=() options=() classes=() modules_of=() browser='' code=0 times=$root/target/test-times started=$EPOCHREALTIME
  while (( $# )); do
    case $1 in -*) options+=("$1") ;; *) words+=("$1") ;; esac
    shift
  done
  mkdir -p "$root/target"
  choose_tests "${words[@]}"
  need build
  choose_browser
  if ! type -P strace > /dev/null; then install_on_debian strace || true; fi    # FlushTest holds flushes back with it
  # ProxySamplesTest starts its own; where systemd runs, Debian would start these as services, so there they are named only.
  if [[ ! -d /run/systemd/system && ! ( -x /usr/sbin/nginx && -x /usr/sbin/haproxy ) ]]; then install_on_debian nginx-light haproxy || true; fi
  # ClamScannerTest starts its own, with a signature of its own.
  if [[ ! -d /run/systemd/system && ! -x /usr/sbin/clamd ]]; then install_on_debian clamav-daemon || true; fi
  if [[ ! -e /usr/lib/softhsm/libsofthsm2.so ]]; then install_on_debian softhsm2 || true; fi    # TokenKeyHolderTest: keys on a PKCS#11 token
  # RsyslogTest starts its own. Where systemd runs, Debian would start a service.
  if [[ ! -d /run/systemd/system && ! -e /usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_gtls.so ]]; then install_on_debian rsyslog rsyslog-gnutls || true; fi
  # PreviewsTest draws with the real programs, ProgramRunTest walls them in. LibreOffice is large: office files are drawn where it is installed.
  if ! type -P pdftoppm heif-convert ffmpeg bwrap > /dev/null; then install_on_debian $preview_packages || true; fi
  HMNET_SHARED=$(realpath -m -- "${HMNET_SHARED:-$root/../shared}")
  export HMNET_SHARED
  find "${modules[@]/#/$root/}" -maxdepth 2 -name surefire-reports -exec rm -rf {} +
  rm -rf "$root/center/target/centre"    # databases of earlier runs
  if templates_unchanged; then options+=(-Dtemplates.phase=none); fi
  options+=(-ntp -Dhmnet.browser="${browser:-absent}")
  if (( ${#words[@]} )); then some_tests; else every_test; fi || code=$?
  report_times "$times" "$(seconds_since "$started")"
  report_kinds
  report_failures "$code"
  report_skipped "$code" || code=$?
  return "$code"
}

every_test() {
  local code=0
  if [[ -e $unchecked ]]; then
    find "${modules[@]/#/$root/}" -maxdepth 3 \( -path '*/target/classes/hmnet' -o -path '*/target/test-classes/hmnet' \) -exec rm -rf {} +
    rm -f "$unchecked"
  fi
  touch "$stamp.new"
  (maven -fae verify "${options[@]}") 2>&1 | timed "$times" || code=$?
  if (( code == 0 )); then mv "$stamp.new" "$stamp"; fi
  return "$code"
}

# As fast as can be: no packing, no check of the format, and what must be compiled is compiled without Error Prone;
# the next whole test compiles all of it again.
some_tests() {
  local list code=0 processes=1
  if [[ " ${modules_of[*]} " == *' bench '* ]]; then ready_to_run; fi    # its drills start the centre that is built
  if (( ${#classes[@]} > 12 )); then processes=2; fi
  printf -v list '%s,' "${classes[@]}"
  say "test: ${#classes[@]} classes of ${modules_of[*]}"
  (maven test -pl "$(IFS=,; printf '%s' "${modules_of[*]}")" -am -Dtest="${list%,}" -Dsurefire.failIfNoSpecifiedTests=false \
    -Djavac.checks=-XDunchecked -Dtest.processes=$processes "${options[@]}") 2>&1 | timed "$times" || code=$?
  if grep -q '^compiled' "$times"; then touch "$unchecked"; fi
  return "$code"
}

# ---------------------------------------------------------------- which

# Fills classes (hmnet/viewer/GanttTest, a method behind #) and modules_of. A word is a Maven module, a folder
# anywhere below src/test/java (a module of the centre, a wing), or a class, with its package or without.
choose_tests() {
  local word method module path found tests=("${modules[@]/%//src/test/java}")
  for word in "$@"; do
    method=''
    if [[ $word == *'#'* ]]; then method="#${word#*#}" word=${word%%#*}; fi
    if [[ " ${modules[*]} " == *" $word "* ]]; then found=$(cd "$root" && find "$word/src/test/java" -name '*Test.java')
    else
      path=${word//.//}
      found=$(cd "$root" && find "${tests[@]}" -name '*Test.java' \( -path "*/src/test/java/$path.java" -o -path "*/$path.java" -o -path "*/$path/*" \))
    fi
    [[ -n $found ]] || die 64 "no Maven module, folder or class of tests is called $word; see the folders in center/src/test/java/hmnet"
    while IFS= read -r path; do
      module=${path%%/*} path=${path#*/src/test/java/}
      classes+=("${path%.java}$method")
      if [[ " ${modules_of[*]} " != *" $module "* ]]; then modules_of+=("$module"); fi
    done <<< "$found"
  done
}

# The browser that is named, or the first that runs.
choose_browser() {
  local name
  if [[ -n ${HMNET_BROWSER:-} ]]; then
    browser=$(type -P "$HMNET_BROWSER") && browser=$(realpath -s -- "$browser") && runs "$browser" ||
      die 69 "HMNET_BROWSER names $HMNET_BROWSER, which is not a browser that runs here"
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if browser=$(type -P $name) && runs "$browser"; then return; fi
  done
  # shellcheck disable=SC2086  # two packages
  if install_on_debian $browser_packages; then browser=$(type -P chromium) || true; else browser=''; fi
}

# PACKAGES…: only for a whole test of root's.
install_on_debian() {
  (( ${#words[@]} == 0 && EUID == 0 )) && type -P apt-get > /dev/null || return 1
  say "test: installing $*"
  { apt-get update && DEBIAN_FRONTEND=noninteractive $install "$@"; } >&2 || { say "test: $* could not be installed"; return 1; }
}

runs() { timeout 30 "$1" --version > /dev/null 2>&1 < /dev/null; }

# jte writes all its Java anew at each call, and all would be compiled again.
templates_unchanged() {
  local made
  made=$(find "$root/center/target/generated-sources/jte" -name '*.java' -print -quit 2>/dev/null)
  [[ -n $made && -z $(find "$root/pom.xml" "$root/center/pom.xml" "$root/center/src/main/java" \
    \( -name '*.jte' -o -name pom.xml -o -type d \) -newer "$made" -print -quit) ]]
}

# ---------------------------------------------------------------- how long

# Maven's output in and out again; in the file a line for each step: tenths of a second, part, module.
timed() {
  local file=$1 line since=${EPOCHREALTIME/[.,]/} now part=Maven module=-
  : > "$file"
  while IFS= read -r line || [[ -n $line ]]; do
    printf '%s\n' "$line"
    case $line in
      '[INFO] --- '*' ---') ;;
      '[INFO] Compiling '* | '[INFO] Recompiling '*) echo compiled >> "$file"; continue ;;
      '[INFO] '*'. SKIPPED') line=${line#'[INFO] '}; echo "skipped ${line%% *}" >> "$file"; continue ;;
      *) continue ;;
    esac
    now=${EPOCHREALTIME/[.,]/}
    echo "$(( (now - since) / 100000 )) $part $module" >> "$file"
    since=$now module=${line##*@ } module=${module%% *}
    case ${line#'[INFO] --- '} in
      *compiler* | *jte* | *exec* | *resources*) part=compile ;;
      *surefire*) part=tests ;;
      *jar* | *spring-boot* | *dependency*) part=pack ;;
      *spotless*) part=format ;;
      *) part=Maven ;;
    esac
  done
  echo "$(( (${EPOCHREALTIME/[.,]/} - since) / 100000 )) $part $module" >> "$file"
}

report_times() {                  # FILE WHOLE: a table of parts and Maven modules, in seconds
  printf '\ntest: seconds of each part\n'
  awk -v modules="${modules[*]} -" -v whole="$2" '
    NF == 3 { if ($3 !~ "^(" alternatives ")$") $3 = "-"; sum[$2, $3] += $1; row[$2] += $1; column[$3] += $1; all += $1 }
    BEGIN { alternatives = modules; gsub(" ", "|", alternatives) }
    END {
      count = split(modules, module, " "); split("compile tests pack format Maven", part, " ")
      printf "  %-8s", ""
      for (m = 1; m <= count; m++) if (column[module[m]]) printf "%9s", (module[m] == "-" ? "rest" : module[m])
      printf "%9s\n", "together"
      for (p = 1; p <= 5; p++) if (row[part[p]]) {
        printf "  %-8s", part[p]
        for (m = 1; m <= count; m++) if (column[module[m]]) printf "%9.1f", sum[part[p], module[m]] / 10
        printf "%9.1f\n", row[part[p]] / 10
      }
      printf "  the whole took %.1f s: %d min %d s\n", whole, whole / 60, whole % 60
    }' "$1"
}

attribute='function attribute(key) { match($0, " " key "=\"[^\"]*\""); return substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 4) }'
reports() { find "${modules[@]/#/$root/}" -path '*/target/surefire-reports/TEST-*.xml' -exec "$@" {} +; }

# Pure, on the centre (its class extends Centre, by however many steps) or in a browser; the sums are of all processes.
report_kinds() {
  local classes
  classes=$({ grep -rhoE --include='*.java' '\bclass [A-Za-z0-9]+ extends [A-Za-z0-9]+' "${modules[@]/#/$root/}" | sed 's/^class //; s/ extends / /'
    reports grep -ho '<testsuite .*'; } | awk "$attribute"'
    function kind(name) {
      if (name ~ /InBrowser/) return "in-a-browser"
      for (; name in above; name = above[name]) if (above[name] == "Centre") return "on-the-centre"
      return "pure"
    }
    !/^</ { above[$1] = $2; next }
    { name = attribute("name"); sub(/.*[.]/, "", name); print attribute("time"), kind(name), attribute("tests"), name }' || true)
  [[ -n $classes ]] || return 0
  printf '%s\n' "$classes" | awk '
    { seconds[$2] += $1; tests[$2] += $3; classes[$2]++ }
    END { for (k in classes) printf "  %-14s%5d tests in %3d classes %8.1f s\n", k, tests[k], classes[k], seconds[k] }' | sort -r
  printf '  the slowest:'
  printf '%s\n' "$classes" | sort -rn | awk 'NR <= 6 { printf "%s %s %.0f s", (NR > 1 ? "," : ""), $4, $1 }'; echo
}

# ---------------------------------------------------------------- what came of it

report_failures() {               # CODE: of Maven
  local code=$1 failed names
  failed=$(reports awk "$attribute"'
    function told() { if (open) print class " " name (cause == "" ? "" : "\t" cause); open = 0; cause = "" }
    /<testcase / { told(); name = attribute("name"); class = attribute("classname") }
    /<(failure|error)[ >]/ { open = 1 }
    open && /^Caused by: / { cause = substr($0, 12, 300) }
    /<\/testcase>/ { told() }' | sort -u || true)
  if [[ -n $failed ]]; then
    echo; echo "failed:"
    printf '%s\n' "$failed" | sed 's/^/  /; s/\t/\n    at the bottom of it: /'
    names=$(printf '%s\n' "$failed" | sed 's/ .*//; s/.*[.]//' | sort -u | tr '\n' ' ')
    echo "again: ./hmnet test ${names% }"
  elif (( code != 0 )); then
    echo; echo "failed: no test, but Maven did: see [ERROR] above"
  fi
  if (( code != 0 )) && grep -q '^skipped' "$times"; then echo "not run: $(sed -n 's/^skipped //p' "$times" | tr '\n' ' ')"; fi
}

report_skipped() {                # CODE: what was skipped, by cause; 3 when that was for want of a browser; CI reads the last line
  local code=$1 skipped cause count shared=0
  skipped=$(reports awk "$attribute"'
    /<skipped/ {
      why = $0
      if (/<skipped[^>]* message="/) why = attribute("message")
      else if (!sub(/.*Assumption failed: /, "", why)) why = "no cause given"
      sub(/\]\]>.*/, "", why); print why
    }' | sort | uniq -c || true)
  while read -r count cause; do
    if [[ -z $count ]]; then continue; fi
    echo "skipped: $count tests, $cause"
    case $cause in
      *'shared folder'*) shared=$((shared + count)) ;;
      *'a browser'*)
        say "test: no Chromium here; install it, or name it with HMNET_BROWSER, and run ./hmnet test again:"
        say "  $(as_root "$install $browser_packages")"
        if (( code == 0 )); then code=3; fi ;;
      'needs nginx and haproxy') say "test: for these install both: $(as_root "$install nginx-light haproxy")" ;;
      *'needs clamd'*) say "test: for these install ClamAV: $(as_root "$install clamav-daemon")" ;;
      'needs softhsm2') say "test: for these install SoftHSM: $(as_root "$install softhsm2")" ;;
      'needs poppler-utils' | 'needs libheif-examples' | 'needs ffmpeg' | 'needs bubblewrap '*)
        say "test: for these install the programs that draw previews: $(as_root "$install $preview_packages")" ;;
      'needs libreoffice'*) say "test: for these install LibreOffice: $(as_root "$install libreoffice-writer-nogui bubblewrap")" ;;
      'needs strace') say "test: for these install strace: $(as_root "$install strace")" ;;
    esac
  done <<< "$skipped"
  if [[ -d $HMNET_SHARED ]]; then echo "shared: found"; else echo "shared: absent, $shared tests skipped"; fi
  return "$code"
}
