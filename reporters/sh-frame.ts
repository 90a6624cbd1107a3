import type { Locale } from '../locales/locale.ts';
import { quoted } from '../skill/rules/shell.ts';

/** Seconds for one command. */
const LONGEST_S = 25;
const MOST_ROWS = 20;
const ROW_COLUMNS = 110;

/** The functions of the script. Its own words come in here; nothing of the report does. */
export function frame({ run }: Locale['script']): string {
  return `# whoever starts it with -e wants to see it all, too
set +e -u
PATH=\${PATH:-/usr/local/bin:/usr/bin:/bin}:/usr/sbin:/sbin
# the audit asked without a proxy
no_proxy='*' NO_PROXY='*'
export PATH no_proxy NO_PROXY
unset TOKEN SECRET
trap 'exit 130' INT
trap 'exit 143' TERM
ran=0 skipped=0 late=0
has_timeout=no
timeout -k 2 5 true 2>/dev/null && has_timeout=yes
# characters that steer a terminal or reorder a line, in bytes of UTF-8
marks=$(printf 's/\\302[\\200-\\237\\255]//g; s/\\330\\234//g; s/\\341\\205[\\237\\240]//g; s/\\341\\240\\216//g; s/\\342\\200[\\213-\\217\\250-\\256]//g; s/\\342\\201[\\240-\\257]//g; s/\\343\\205\\244//g; s/\\357\\273\\277//g; s/\\357\\276\\240//g; s/\\357\\277[\\271-\\273]//g; s/\\363\\240[\\200\\201][\\200-\\277]//g')
exec 4>&1

section() { printf '\\n== %s\\n' "$1"; }

# told LINE…: findings, as they were at the time of the audit
told() { printf '\\n'; printf '%s\\n' "$@"; }

skip() { skipped=$((skipped + 1)); }

limited() {
  if [ "$has_timeout" = yes ]; then timeout -k 2 ${LONGEST_S} sh -c "$1"; else sh -c "$1"; fi
}

# what comes from a stranger: bounded, without control characters, without the secret that was sent
plain() {
  head -c 65536 | LC_ALL=C tr -d '\\000-\\010\\013-\\037\\177' | LC_ALL=C sed "$marks" | LC_ALL=C awk \\
    -v most=${MOST_ROWS} -v width=${ROW_COLUMNS} -v silent=${quoted(run.silent)} -v more=${quoted(run.moreLines('%d'))} '
    function row(text) { if (++rows <= most) print "      " text }
    {
      line = $0
      split("TOKEN SECRET", names, " ")
      for (i in names) {
        secret = ENVIRON[names[i]]
        while (length(secret) > 5 && (at = index(line, secret)))
          line = substr(line, 1, at - 1) "[…]" substr(line, at + length(secret))
      }
      while (length(line) > width) {
        cut = width
        while (cut > 1 && substr(line, cut + 1, 1) ~ /[\\200-\\277]/) cut--
        row(substr(line, 1, cut))
        line = substr(line, cut + 1)
      }
      row(line)
    }
    END { if (rows == 0) print "      " silent; else if (rows > most) printf "      " more "\\n", rows - most }'
}

# check VARIABLE COMMAND TOOL…: runs one command and shows what it says, whatever becomes of it
check() {
  variable=$1 command=$2
  shift 2
  printf '  $ %s\\n' "$command"
  for tool in "$@"; do
    command -v "$tool" >/dev/null 2>&1 && continue
    printf ${format(run.missing(SLOT))} "$tool"
    skip
    return 0
  done
  if [ -n "$variable" ]; then
    TOKEN=$(printenv "$variable")
    if [ -z "$TOKEN" ]; then
      printf ${format(run.unset(SLOT))} "$variable"
      skip
      return 0
    fi
    SECRET=$TOKEN
    export TOKEN SECRET
  fi
  status=$({
    {
      limited "$command" </dev/null 2>&1 3>&- 4>&-
      printf '%s' "$?" >&3
    } | plain >&4
  } 3>&1)
  unset TOKEN SECRET
  ran=$((ran + 1))
  case $status in
    # 141: there was more than anybody reads
    0 | 141) ;;
    124 | 137)
      late=$((late + 1))
      printf ${format(run.late)}
      ;;
    *) printf ${format(run.code(SLOT))} "$status" ;;
  esac
}
`;
}

/** Stands in a sentence of ours where the script puts what it knows. */
export const SLOT = '\u0001';

/** A sentence as the format of printf, its slots left open. */
export function format(sentence: string, indent = '      '): string {
  return quoted(`${indent}${sentence.replaceAll('\\', '\\\\').replaceAll('%', '%%').replaceAll(SLOT, '%s')}\\n`);
}
