import type { Locale } from '../../../locales/locale.ts';

/** The form that trades the key for a session. */
export function loginHtml(locale: Locale): string {
  const { page } = locale;
  return html(
    locale,
    page.loginTitle,
    `<main class="login">
<h1>JARVIS</h1>
<form id="login" method="post" action="/login" class="card">
<label for="key">${text(page.keyLabel)}</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
<button>${text(page.logIn)}</button>
<p id="refusal" role="alert"></p>
</form>
</main>`,
  );
}

/** The latest report in short, and a question. What it says is put in by its script. */
export function pageHtml(locale: Locale, hasSession: boolean): string {
  const { page } = locale;
  const section = (id: string, title: string, content: string) =>
    `<section class="card" aria-labelledby="${id}-title"><h2 id="${id}-title">${text(title)}</h2>\n${content}</section>`;
  return html(
    locale,
    page.title,
    `<header><h1>JARVIS</h1>${hasSession ? `<button id="logout" class="quiet">${text(page.logOut)}</button>` : ''}</header>
<main>
${section(
  'ask',
  page.askTitle,
  `<form id="ask"><label for="question">${text(page.askLabel)}</label>
<div class="row"><input id="question" name="question" maxlength="500" required autocomplete="off" placeholder="${text(page.askExample)}"><button>${text(page.ask)}</button></div></form>
<p id="answer" role="status"></p>`,
)}
${section(
  'latest',
  page.latestTitle,
  `<p id="none" hidden>${text(page.none)}</p>
<p id="when" class="dim"></p>
<dl id="summary" hidden>
<div><dt>${text(page.statusTitle)}</dt><dd id="status"></dd></div>
<div><dt>${text(page.overall)}</dt><dd id="overall"></dd></div>
<div><dt>${text(page.nodes)}</dt><dd id="nodes"></dd></div>
</dl>`,
)}
<div id="details" hidden>
${section('scores', page.scoresTitle, '<ul id="scores" class="plain"></ul>')}
${section('first', page.firstTitle, '<ol id="first"></ol>')}
${section('risks', page.risksTitle, '<ul id="risks" class="plain"></ul>')}
</div>
</main>
<noscript><p>${text(page.scriptless)}</p></noscript>`,
  );
}

function html(locale: Locale, title: string, body: string): string {
  const { language, page, dimensions, severities } = locale;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/login/page.css">
<script type="module" src="/login/page.js"></script>
</head>
<body data-words="${text(JSON.stringify({ ...page, dimensions, severities }))}">
${body}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and within quotes. */
function text(plain: string): string {
  return plain.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
